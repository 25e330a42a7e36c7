// Thread that ends the process it runs in when the file at hand takes more than it may: the main thread can't, being
// busy with that very file. Says why on file descriptor 4.
import { writeSync } from "node:fs";
import { workerData } from "node:worker_threads";

const EVERY_MS = 25;
const parent = process.ppid;

function end(reason) {
  try {
    writeSync(4, reason);
  } finally {
    process.kill(process.pid, "SIGKILL");
  }
}

setInterval(() => {
  // Whoever started the process was killed and can't end it any more.
  if (process.ppid !== parent) end("orphan");
  const [megabytes, seconds] = workerData;
  if (process.memoryUsage.rss() > megabytes * 2 ** 20) end("memory");
  const { user, system } = process.cpuUsage();
  if ((user + system) / 1e6 > seconds) end("time");
}, EVERY_MS);
