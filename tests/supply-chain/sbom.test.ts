import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { beforeAll, expect, test } from "vitest";
import { loadPolicy } from "./licenses.ts";
import { idOf, lockedPackages, ROOT } from "./packages.ts";
import { type Bom, completed, npmSbom } from "./sbom.ts";

/** The schemas that CycloneDX publishes. */
const SCHEMAS = new URL("node_modules/@cyclonedx/cyclonedx-library/res/schema/", ROOT);
const schema = (name: string): object =>
  JSON.parse(readFileSync(new URL(`${name}.SNAPSHOT.schema.json`, SCHEMAS), "utf8"));

let bom: Bom;
beforeAll(() => {
  bom = completed(npmSbom(), "tro-ly-so", loadPolicy());
}, 120_000);

test("keeps CycloneDX' schema, which refuses what is wrong", () => {
  const ajv = new Ajv({
    strict: false,
    allErrors: true,
    formats: { "iri-reference": true, "idn-email": true },
  });
  addFormats.default(ajv);
  ajv.addSchema(schema("spdx"), "http://cyclonedx.org/schema/spdx.SNAPSHOT.schema.json");
  ajv.addSchema(schema("jsf-0.82"), "http://cyclonedx.org/schema/jsf-0.82.SNAPSHOT.schema.json");
  const validate = ajv.compile(schema(`bom-${bom.specVersion}`));
  expect(validate(bom) || validate.errors).toBe(true);
  const [first] = bom.components;
  const licenses = [{ license: { id: "No-Such-Licence" } }];
  expect(validate({ ...bom, components: [{ ...first, licenses }] })).toBe(false);
});

test("names the program after itself, and every package that a server installs, each with its licence", () => {
  expect(bom.metadata.component.name).toBe("tro-ly-so");
  const used = lockedPackages().filter(({ dev }) => !dev);
  const listed = new Set(bom.components.map(idOf));
  // Packages for other machines stand in the lock and are not installed.
  expect([...listed].filter((id) => !used.some((row) => idOf(row) === id))).toEqual([]);
  expect(listed.size).toBeGreaterThan(200);
  for (const name of ["better-sqlite3", "hnswlib-node", "restify", "botbuilder", "zod"])
    expect(bom.components.map((component) => component.name)).toContain(name);
  expect(bom.components.filter(({ licenses }) => !licenses?.length).map(idOf)).toEqual([]);
  expect(bom.components.filter(({ purl }) => !purl.startsWith("pkg:npm/"))).toEqual([]);
});
