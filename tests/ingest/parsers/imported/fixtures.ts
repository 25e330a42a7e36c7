/** The small hand-made samples of tests/fixtures/documents, as files to import. On the disk they end in ".sample", so
 *  that no formatter tidies up the disorder that they are there to show. */
import { readFileSync } from "node:fs";
import { type ImportFile, importFile } from "../../../../ingest/parsers/imported/parse-imported.ts";

const DIRECTORY = new URL("../../../fixtures/documents/", import.meta.url);

export const fixture = (name: string): ImportFile => ({
  name,
  bytes: () => readFileSync(new URL(`${name}.sample`, DIRECTORY)),
});

export const fileOf = (name: string, content: string | Buffer): ImportFile => ({
  name,
  bytes: () => Buffer.from(content as string),
});

/** The one procedure of a file. */
export async function procedureOf(file: ImportFile) {
  const { procedures, leftOut } = await importFile(file);
  if (procedures.length !== 1)
    throw new Error(`${procedures.length} procedures, left out: ${JSON.stringify(leftOut)}`);
  return procedures[0]!;
}
