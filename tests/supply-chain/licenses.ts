/** npm run licenses [-- --json]: name, version and licence of every locked package, and whether it may be used here by
 *  license-policy.json. Exit status: 0, or 1 when one is unknown or not allowed. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type InstalledPackage, idOf, lockedPackages } from "./packages.ts";

export interface LicensePolicy {
  /** SPDX id → why it may be used. */
  allowed: Readonly<Record<string, string>>;
  /** Beside those, of packages that a server does not install. */
  allowedInDevelopment: Readonly<Record<string, string>>;
  /** Licence of a package, by name and version, whose own statement is missing or no SPDX expression, and where from. */
  packages: Readonly<Record<string, { license: string; reason: string }>>;
}

export const loadPolicy = (): LicensePolicy =>
  JSON.parse(readFileSync(new URL("license-policy.json", import.meta.url), "utf8"));

/** Loaded when it is asked: the list of packages is made without it, where tools for development are not installed. */
const satisfies = (expression: string, allowed: readonly string[]): boolean =>
  createRequire(import.meta.url)("spdx-satisfies")(expression, allowed);

export const licenseOf = (row: InstalledPackage, policy: LicensePolicy): string =>
  policy.packages[idOf(row)]?.license ?? row.license;

/** One sentence for each package that must not be used, and for each row of the policy about a package that is gone. */
export function licenseProblems(rows: readonly InstalledPackage[], policy: LicensePolicy): string[] {
  const problems = rows.flatMap((row) => {
    const license = licenseOf(row, policy);
    if (license === "") return [`${idOf(row)}: states no licence`];
    return isAllowed(license, row.dev, policy) ? [] : [`${idOf(row)}: ${license} is not allowed`];
  });
  const ids = new Set(rows.map(idOf));
  const gone = Object.keys(policy.packages).filter((id) => !ids.has(id));
  return [...problems, ...gone.map((id) => `${id}: stands in license-policy.json and is not installed`)];
}

function isAllowed(license: string, dev: boolean, policy: LicensePolicy): boolean {
  const allowed = Object.keys(dev ? { ...policy.allowed, ...policy.allowedInDevelopment } : policy.allowed);
  // Names of licences that SPDX doesn't list are compared as they stand.
  if (allowed.includes(license)) return true;
  try {
    return satisfies(
      license,
      allowed.filter((name) => !name.startsWith("LicenseRef-")),
    );
  } catch {
    return false;
  }
}

function main(): void {
  const { values } = parseArgs({ options: { json: { type: "boolean", default: false } } });
  const policy = loadPolicy();
  const rows = lockedPackages();
  const listed = rows.map((row) => ({ ...row, license: licenseOf(row, policy) }));
  if (values.json) console.log(JSON.stringify(listed, null, 2));
  else for (const row of listed) console.log(`${idOf(row)}\t${row.license}${row.dev ? "\tdevelopment" : ""}`);
  const problems = licenseProblems(rows, policy);
  for (const problem of problems) console.error(problem);
  console.error(
    problems.length > 0
      ? `${problems.length} of ${rows.length} packages have a licence that is unknown or not allowed.`
      : `${rows.length} packages, all with a licence that is allowed.`,
  );
  if (problems.length > 0) process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
