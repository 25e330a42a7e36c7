// Thread that builds the search indexes of a large base. Plain JavaScript, because a thread starts without the loader
// of TypeScript files and has to register it first. Started by buildSearchIndexesAside.
import { parentPort, workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
const { buildSearchIndexes } = await import("./search-indexes.ts");
const { directory, chunks } = workerData;
const report = (progress) => parentPort.postMessage({ progress });
await buildSearchIndexes(directory, chunks, report);
parentPort.postMessage("done");
