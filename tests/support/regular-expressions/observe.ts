/** Loads the modules named on the command line and prints, as JSON, every pattern that their code makes of a string
 *  while they load: [{ source, flags, site }], the site as "file:line" from the root of the project. */
import { join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const made: { source: string; flags: string; site: string }[] = [];

/** The innermost line of the project's own that is on the stack; undefined for a package's pattern. */
function siteOf(stack: string): string | undefined {
  const frame = stack.split("\n").find((line) => /^\s+at /.test(line) && !line.includes("observe.ts"));
  const [, file, line] = /(?:file:\/\/)?(\/[^():]+):(\d+):\d+/.exec(frame ?? "") ?? [];
  if (file === undefined || file.includes("/node_modules/")) return undefined;
  return `${relative(ROOT, file)}:${line}`;
}

function record(pattern: RegExp): RegExp {
  const site = siteOf(new Error().stack ?? "");
  if (site !== undefined) made.push({ source: pattern.source, flags: pattern.flags, site });
  return pattern;
}

globalThis.RegExp = new Proxy(RegExp, {
  construct: (target, given, newTarget) => record(Reflect.construct(target, given, newTarget) as RegExp),
  apply: (target, self, given) => record(Reflect.apply(target, self, given) as RegExp),
});

Error.stackTraceLimit = 20;
for (const file of process.argv.slice(2)) await import(pathToFileURL(join(ROOT, file)).href);
process.stdout.write(JSON.stringify(made), () => process.exit(0));
