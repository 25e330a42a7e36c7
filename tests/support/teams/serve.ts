/** A process with Teams on that takes messages and never answers one, to be killed. Prints its address. */
import { openSqliteStore } from "../../../bot/state/sqlite-store.ts";
import { startTeamsApp } from "./app.ts";

const app = await startTeamsApp({
  store: await openSqliteStore(process.argv[2]!),
  assistant: { answer: () => new Promise(() => {}) },
});
console.log(app.url);
