/** The examples that the second opinion on danger is learned from, by the author who wrote them. */
import { readFileSync } from "node:fs";
import { HELP_LINES, type HelpLineNumber } from "../../knowledge/help-lines.ts";

export interface OrdinaryText {
  text: string;
  author: string;
}

export interface DangerText extends OrdinaryText {
  about: "danger" | "selfHarm";
  lines: HelpLineNumber[];
}

const AUTHOR = "# author: ";

/** Lines of a file, each with its author; other lines that begin with "#" say what the file is. */
function linesOf(file: string): OrdinaryText[] {
  let author = "";
  return readFileSync(new URL(`./examples/${file}`, import.meta.url), "utf8")
    .split(/\r?\n/)
    .flatMap((line) => {
      if (line.startsWith(AUTHOR)) author = line.slice(AUTHOR.length).trim();
      return line.trim() === "" || line.startsWith("#") ? [] : [{ text: line.trim(), author }];
    });
}

export const readOrdinary = (): OrdinaryText[] => linesOf("ordinary.txt");

/** Throws RangeError for a line that isn't "numbers | danger or selfHarm | text". */
export const readDangers = (): DangerText[] =>
  linesOf("danger.txt").map(({ text: line, author }) => {
    const [numbers = "", about, text = ""] = line.split(" | ");
    const lines = numbers.split(" ").filter((number): number is HelpLineNumber => number in HELP_LINES);
    if (lines.length === 0 || (about !== "danger" && about !== "selfHarm") || text === "")
      throw new RangeError(`no example of danger: "${line.slice(0, 60)}"`);
    return { text, author, about, lines };
  });
