// Thread that works on the databases of this process. Plain JavaScript, because a thread starts without the loader of
// TypeScript files and has to register it first: the one for "require", which needs no thread of its own behind this
// one. Started by openAside.
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { register } from "tsx/cjs/api";

register();
const require = createRequire(import.meta.url);
const { serveDatabases } = require("./database-worker.ts");
serveDatabases((module) => require(fileURLToPath(module)));
