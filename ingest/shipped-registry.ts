/** The registry of agencies without the rest of the shipped documents. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Agency } from "../knowledge/records.ts";
import { commonAgencies } from "./office/common-agencies.ts";
import { withOffice } from "./office/office-agencies.ts";
import { parseAgencies } from "./parsers/agencies.ts";
import type { Registry } from "./parsers/imported/plans-to-records.ts";
import { parseJson } from "./parsers/json-document.ts";
import {
  ALL_SHIPPED,
  isTaken,
  MANIFEST,
  manifestSchema,
  SHIPPED_DOCUMENTS,
  type Shipped,
} from "./pipeline.ts";

/** Throws DocumentError. */
export async function shippedRegistry(
  shipped: Shipped = ALL_SHIPPED,
  ofOffice: readonly Agency[] = [],
  directory = SHIPPED_DOCUMENTS,
): Promise<Registry> {
  const read = async (name: string) => (await readFile(join(directory, name), "utf8")).replace(/^\uFEFF/, "");
  const { documents } = parseJson(MANIFEST, await read(MANIFEST), manifestSchema);
  const registries = await Promise.all(
    documents
      .filter(({ kind }) => kind === "agencies" && isTaken(kind, shipped))
      .map(async ({ id, file }) => parseAgencies(id, file, await read(file))),
  );
  return {
    common: await commonAgencies(),
    agencies: withOffice(
      registries.flatMap(({ agencies }) => agencies),
      ofOffice,
    ),
    collectives: registries.flatMap(({ collectives }) => collectives),
  };
}
