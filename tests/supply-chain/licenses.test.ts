import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type LicensePolicy, licenseProblems, loadPolicy } from "./licenses.ts";
import { type InstalledPackage, lockedPackages, ROOT } from "./packages.ts";

const POLICY: LicensePolicy = {
  allowed: { MIT: "permissive", "Apache-2.0": "permissive", Zlib: "permissive" },
  allowedInDevelopment: { "MPL-2.0": "tools", "LicenseRef-Terms": "a tool" },
  packages: {},
};
const row = (license: string, dev = false): InstalledPackage => ({
  name: "x",
  version: "1.0.0",
  license,
  dev,
});

describe("a licence", () => {
  test.each(["MIT", "(MIT OR GPL-3.0-or-later)", "(MIT AND Zlib)", "MIT OR WTFPL"])(
    "%s passes",
    (license) => {
      expect(licenseProblems([row(license)], POLICY)).toEqual([]);
    },
  );

  test.each(["GPL-3.0-only", "AGPL-3.0-or-later", "(MIT AND GPL-3.0-only)", "MPL-2.0", "BSD", "UNLICENSED"])(
    "%s does not",
    (license) => {
      expect(licenseProblems([row(license)], POLICY)).toEqual([`x@1.0.0: ${license} is not allowed`]);
    },
  );

  test("that is not stated is named", () => {
    expect(licenseProblems([row("")], POLICY)).toEqual(["x@1.0.0: states no licence"]);
  });

  test("of a tool for development may be one that a server's packages may not have", () => {
    expect(licenseProblems([row("MPL-2.0", true), row("LicenseRef-Terms", true)], POLICY)).toEqual([]);
    expect(licenseProblems([row("LicenseRef-Terms")], POLICY)).toHaveLength(1);
    expect(licenseProblems([row("GPL-3.0-only", true)], POLICY)).toHaveLength(1);
  });

  test("that was looked up counts for that version alone, and goes with it", () => {
    const packages = { "x@1.0.0": { license: "MIT", reason: "its Readme" } };
    expect(licenseProblems([row("BSD")], { ...POLICY, packages })).toEqual([]);
    expect(licenseProblems([{ ...row("BSD"), version: "1.0.1" }], { ...POLICY, packages })).toEqual([
      "x@1.0.1: BSD is not allowed",
      "x@1.0.0: stands in license-policy.json and is not installed",
    ]);
  });
});

test("every locked package has a licence that is allowed", () => {
  const rows = lockedPackages();
  expect(rows.length).toBeGreaterThan(200);
  expect(licenseProblems(rows, loadPolicy())).toEqual([]);
});

test("each row of the policy has its reason", () => {
  const { allowed, allowedInDevelopment, packages } = loadPolicy();
  const reasons = [
    ...Object.values({ ...allowed, ...allowedInDevelopment }),
    ...Object.values(packages).map(({ reason }) => reason),
  ];
  expect(reasons.filter((reason) => reason.length < 10)).toEqual([]);
});

test("what a server installs is told from what developers do", () => {
  const { dependencies } = JSON.parse(readFileSync(new URL("package.json", ROOT), "utf8"));
  const rows = lockedPackages();
  const kinds = (name: string) => rows.filter((one) => one.name === name).map(({ dev }) => dev);
  expect(Object.keys(dependencies).filter((name) => !kinds(name).includes(false))).toEqual([]);
  for (const name of ["vitest", "typescript", "@biomejs/biome"]) expect(kinds(name)).toEqual([true]);
});
