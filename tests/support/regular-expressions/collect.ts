/** All regular expressions of the sources: literals by their syntax, those made of strings by loading what makes them. */
import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import ts from "typescript";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const FOLDERS = ["bot", "channels", "ingest", "knowledge", "scripts"];

export interface Pattern {
  source: string;
  flags: string;
  /** "file:line" from the root. */
  site: string;
}

/** Every source file that is shipped, the browser's included. */
export const sourceFiles = (): string[] => [
  ...readdirSync(ROOT).filter(isSource),
  ...FOLDERS.filter((folder) => existsSync(join(ROOT, folder))).flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .filter(isSource)
      .map((name) => `${folder}/${name.replaceAll("\\", "/")}`),
  ),
];
const isSource = (name: string) => /\.[cm]?[jt]s$/.test(name) && !name.endsWith(".d.ts");

export interface Found {
  literals: Pattern[];
  /** Where a pattern is made of a string: `RegExp(…)`, `new RegExp(…)`. */
  constructions: string[];
}

/** The literals and constructions in one file's text. */
export function patternsIn(file: string, text: string): Found {
  const parsed = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Found = { literals: [], constructions: [] };
  const siteOf = (node: ts.Node) =>
    `${file}:${parsed.getLineAndCharacterOfPosition(node.getStart(parsed)).line + 1}`;
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf("/");
      found.literals.push({
        source: node.text.slice(1, end),
        flags: node.text.slice(end + 1),
        site: siteOf(node),
      });
    }
    if (
      (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
      node.expression.getText(parsed) === "RegExp"
    )
      found.constructions.push(siteOf(node));
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return found;
}

/** What loading the files makes. */
async function observed(files: readonly string[]): Promise<Pattern[]> {
  if (files.length === 0) return [];
  const script = join(import.meta.dirname, "observe.ts");
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", script, ...files], {
    cwd: ROOT,
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(stdout) as Pattern[];
}

export interface Collected {
  patterns: Pattern[];
  /** Constructions that loading their file didn't reach: of these nothing is known. */
  unobserved: string[];
}

export async function collectPatterns(entryPoints: readonly string[]): Promise<Collected> {
  const found = sourceFiles().map((file) => ({
    file,
    ...patternsIn(file, readFileSync(join(ROOT, file), "utf8")),
  }));
  const making = found.filter(({ constructions }) => constructions.length > 0);
  const loadable = making
    .map(({ file }) => file)
    .filter((file) => !entryPoints.includes(file) && file.endsWith(".ts"));
  const made = await observed(loadable);
  const sites = new Set(made.map(({ site }) => site));
  return {
    patterns: [...found.flatMap(({ literals }) => literals), ...made],
    unobserved: making.flatMap(({ constructions }) => constructions).filter((site) => !sites.has(site)),
  };
}

/** What a pattern is, wherever it stands. */
export const identityOf = ({ source, flags }: Pick<Pattern, "source" | "flags">): string =>
  `${flags}/${source}`;

/** Each once. */
export const distinctOf = (patterns: readonly Pattern[]): Pattern[] => [
  ...new Map(patterns.map((pattern) => [identityOf(pattern), pattern])).values(),
];
