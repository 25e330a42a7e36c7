// Thread that works on the databases of this process. Plain JavaScript, because a thread starts without the loader of
// TypeScript files and has to register it first. Started by openAside.
import { register } from "tsx/esm/api";

register();
await import("./database-worker.ts");
