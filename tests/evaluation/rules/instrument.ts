/** A copy of the program in which each regular expression that understands a question can be left out. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import type { PhraseIndex } from "../../../bot/understanding/phrases.ts";
import type { switches } from "./switches.ts";

const ROOT = join(import.meta.dirname, "../../..");
/** Where questions are understood; from the root. */
const UNDERSTANDING = ["bot/understanding", "bot/readings", "bot/routes", "bot/agency-names.ts"];
const isUnderstanding = (name: string) =>
  UNDERSTANDING.some((place) => name === place || name.startsWith(`${place}/`));

/** The text with every regular expression wrapped: `/x/` → `switched("file: /x/", /x/)`. Rows of the same text in one file
 *  are told apart by number. `from` is where the copy imports `switched` from. */
export function withSwitches(file: string, text: string, from: string): Switchable {
  const parsed = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: { start: number; end: number; row: string }[] = [];
  const seen = new Map<string, number>();
  const visit = (node: ts.Node): void => {
    const isMade = ts.isNewExpression(node) && node.expression.getText(parsed) === "RegExp";
    if (ts.isRegularExpressionLiteral(node) || isMade) {
      const written = node.getText(parsed).replace(/\s+/g, " ");
      const count = (seen.get(written) ?? 0) + 1;
      seen.set(written, count);
      const row = `${file}: ${written}${count > 1 ? ` (${count})` : ""}`;
      found.push({ start: node.getStart(parsed), end: node.end, row });
      if (!isMade) return;
    }
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  const rows = found.map(({ row }) => row);
  if (found.length === 0) return { text, rows };
  const edits = found.flatMap(({ start, end, row }) => [
    { at: start, insert: `switched(${JSON.stringify(row)}, ` },
    { at: end, insert: ")" },
  ]);
  const wrapped = edits
    .sort((a, b) => b.at - a.at)
    .reduce((rest, { at, insert }) => rest.slice(0, at) + insert + rest.slice(at), text);
  return { text: `import { switched } from ${JSON.stringify(from)};\n${wrapped}`, rows };
}
interface Switchable {
  text: string;
  rows: string[];
}

export interface Instrumented {
  createAssistant: typeof import("../../../bot/assistant.ts").createAssistant;
  switches: typeof switches;
  /** Every row there is: of the tables and regular expressions. */
  rows: readonly string[];
  /** Removes the copy from the disk. */
  remove(): void;
}

/** Copies, instruments and loads the program of this project, or of the folder named. */
export async function instrumented(root = ROOT): Promise<Instrumented> {
  const copy = mkdtempSync(join(tmpdir(), "rows-"));
  const remove = () => rmSync(copy, { recursive: true, force: true });
  try {
    cpSync(join(root, "bot"), join(copy, "bot"), { recursive: true });
    cpSync(join(import.meta.dirname, "switches.ts"), join(copy, "switches.ts"));
    writeFileSync(join(copy, "package.json"), '{ "type": "module" }');
    for (const folder of ["knowledge", "node_modules"]) symlinkSync(join(ROOT, folder), join(copy, folder));
    const switchesUrl = pathToFileURL(join(copy, "switches.ts")).href;
    const files = readdirSync(join(copy, "bot"), { recursive: true, encoding: "utf8" })
      .map((name) => join(copy, "bot", name))
      .filter((path) => path.endsWith(".ts"));
    const understanding = files.filter((path) => isUnderstanding(nameOf(copy, path)));
    const rows: string[] = [];
    for (const path of understanding) {
      const switchable = withSwitches(nameOf(copy, path), readFileSync(path, "utf8"), switchesUrl);
      writeFileSync(path, switchable.text);
      rows.push(...switchable.rows);
    }
    const load = (path: string) => import(pathToFileURL(path).href);
    const { switches: board } = (await load(join(copy, "switches.ts"))) as { switches: typeof switches };
    const { createAssistant } = await load(join(copy, "bot/assistant.ts"));
    const { PhraseIndex: Index } = (await load(join(copy, "bot/understanding/phrases.ts"))) as {
      PhraseIndex: typeof PhraseIndex;
    };
    for (const path of understanding)
      for (const value of Object.values(await load(path)))
        if (value instanceof Index) rows.push(...value.rows);
    return { createAssistant, switches: board, rows: [...new Set(rows)], remove };
  } catch (error) {
    remove();
    throw error;
  }
}

const nameOf = (copy: string, path: string) => relative(copy, path).replaceAll("\\", "/");
