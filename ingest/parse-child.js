// Process that reads the files of added sources, one at a time. Plain JavaScript, because a process starts without the
// loader of TypeScript files and has to register it first. Started by openParser.
import { Worker } from "node:worker_threads";
import { register } from "tsx/esm/api";

// Megabytes and processor seconds at which the file at hand has had enough; no file, no bounds.
const bounds = new Float64Array(new SharedArrayBuffer(2 * Float64Array.BYTES_PER_ELEMENT)).fill(Infinity);
new Worker(new URL("./parse-watch.js", import.meta.url), { workerData: bounds });
process.on("disconnect", () => process.exit());
register();
const { parseFile } = await import("./parse-file.ts");
process.on("message", async ({ request, seconds, megabytes }) => {
  const { user, system } = process.cpuUsage();
  bounds[0] = megabytes;
  bounds[1] = (user + system) / 1e6 + seconds;
  const parsed = await parseFile(request);
  bounds.fill(Infinity);
  process.send({ parsed, megabytes: process.memoryUsage.rss() / 2 ** 20 });
});
