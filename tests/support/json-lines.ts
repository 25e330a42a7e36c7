import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Paths of the .jsonl files of a folder, in the order of their names. */
export const jsonlFilesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".jsonl"))
    .sort()
    .map((name) => join(folder, name));

/** A value of each line that isn't blank. Throws SyntaxError for a line that is no JSON. */
export const readJsonLines = (path: string): unknown[] =>
  readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line));
