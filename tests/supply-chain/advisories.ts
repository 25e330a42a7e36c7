/** npm run advisories: asks the registry for known faults of the locked packages. Fails on a high or critical one of a
 *  package that a server installs, unless advisory-exceptions.json names it with a reason and a day that is still to come.
 *  Says "not checked", and why, where the registry doesn't answer. Exit status: 0 none or not checked, 1 found. */
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ROOT } from "./packages.ts";

/** "GHSA-…", why it does no harm here, and the day (ISO) on which that is to be looked at again. */
export interface AdvisoryException {
  advisory: string;
  reason: string;
  until: string;
}

export interface Advisory {
  id: string;
  package: string;
  severity: string;
  title: string;
  url: string;
}

export type Verdict =
  | { checked: false; reason: string }
  | {
      checked: true;
      /** High or critical, of what a server installs, without an exception that counts. */
      failing: Advisory[];
      excepted: Advisory[];
      /** Lower ones, and those of tools for development. */
      others: Advisory[];
      /** Exceptions whose day is past, or whose advisory is reported no more. */
      stale: AdvisoryException[];
    };

const FAILING = new Set(["high", "critical"]);

interface AuditReport {
  auditReportVersion: number;
  vulnerabilities: Readonly<Record<string, { via: (string | AuditVia)[] }>>;
}

interface AuditVia {
  source: number;
  name: string;
  title: string;
  url: string;
  severity: string;
}

/** @param all  What "npm audit --json" printed; `production` the same with --omit=dev.
 *  @param today  ISO day. */
export function judge(
  all: string,
  production: string,
  exceptions: readonly AdvisoryException[],
  today: string,
): Verdict {
  const [everything, installed] = [readReport(all), readReport(production)];
  if (typeof everything === "string") return { checked: false, reason: everything };
  if (typeof installed === "string") return { checked: false, reason: installed };
  const counting = new Set(exceptions.filter(({ until }) => until >= today).map(({ advisory }) => advisory));
  const serious = installed.filter(({ severity }) => FAILING.has(severity));
  const seriousIds = new Set(serious.map(({ id }) => id));
  return {
    checked: true,
    failing: serious.filter(({ id }) => !counting.has(id)),
    excepted: serious.filter(({ id }) => counting.has(id)),
    others: everything.filter(({ id }) => !seriousIds.has(id)),
    stale: exceptions.filter(({ advisory }) => !counting.has(advisory) || !seriousIds.has(advisory)),
  };
}

/** The advisories, each once, or why there are none to read. */
function readReport(text: string): Advisory[] | string {
  let report: Partial<AuditReport> & { message?: string; error?: { summary?: string; code?: string } };
  try {
    report = JSON.parse(text);
  } catch {
    return "npm audit printed no report";
  }
  if (report.auditReportVersion !== 2 || typeof report.vulnerabilities !== "object")
    return report.message || report.error?.summary || report.error?.code || "the registry sent no report";
  const found = new Map<string, Advisory>();
  for (const { via } of Object.values(report.vulnerabilities))
    for (const row of via) {
      // A name leads to another package's row, which is in the report too.
      if (typeof row === "string") continue;
      const id = /GHSA(?:-\w{4}){3}/.exec(row.url)?.[0] ?? String(row.source);
      found.set(id, { id, package: row.name, severity: row.severity, title: row.title, url: row.url });
    }
  return [...found.values()];
}

/** For people, the last line the outcome; and the exit status. */
export function describeVerdict(verdict: Verdict): { lines: string[]; status: number } {
  if (!verdict.checked) return { lines: [`Advisories not checked: ${verdict.reason}`], status: 0 };
  const { failing, excepted, others, stale } = verdict;
  const list = (what: string, rows: readonly Advisory[]) =>
    rows.map((row) => `${what} ${row.severity} ${row.package} ${row.id}: ${row.title} (${row.url})`);
  return {
    lines: [
      ...list("FAILS", failing),
      ...list("excepted", excepted),
      ...list("noted", others),
      ...stale.map(({ advisory, until }) => `exception of no use: ${advisory}, until ${until}`),
      `Advisories checked: ${failing.length} that fail, ${excepted.length} excepted, ${others.length} others`,
    ],
    status: failing.length > 0 ? 1 : 0,
  };
}

/** Settings of the machine must not pass for an answer: told to stay offline, npm reports no faults. One try, for it would
 *  try for minutes. */
const NETWORK = ["--offline=false", "--audit=true", "--fetch-retries=0", "--fetch-timeout=30000"];

const audit = (...options: string[]): Promise<string> =>
  new Promise((resolve) => {
    execFile(
      "npm",
      ["audit", "--json", ...NETWORK, ...options],
      { cwd: fileURLToPath(ROOT), maxBuffer: 64 << 20, shell: process.platform === "win32" },
      // It exits with 1 both for findings and for a registry that doesn't answer; the report tells them apart.
      (_error, out) => resolve(out),
    );
  });

async function main(): Promise<void> {
  const exceptions = JSON.parse(readFileSync(new URL("advisory-exceptions.json", import.meta.url), "utf8"));
  const today = new Date().toISOString().slice(0, 10);
  const { lines, status } = describeVerdict(
    judge(await audit(), await audit("--omit=dev"), exceptions, today),
  );
  for (const line of lines) console.log(line);
  process.exitCode = status;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
