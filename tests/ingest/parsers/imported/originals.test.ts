/** Original files of every kind; see shared.ts. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { importFilesIn, parseImported } from "../../../../ingest/parsers/imported/parse-imported.ts";
import { DIRECTORY, present, reason, tally } from "./shared.ts";

describe.skipIf(!present)(`original files of every kind${reason}`, () => {
  test("each is recognised, or refused with a reason", { timeout: 60_000 }, async () => {
    const { files, procedures, documents } = await parseImported(await importFilesIn(join(DIRECTORY, "raw")));
    const formats = tally(files.map((file) => `${file.file.split("/")[0]}: ${file.format ?? "refused"}`));
    expect(formats).toEqual({
      "doc_forms: text_document": 5,
      "docx_forms: text_document": 5,
      "html_provincial: provincial_page": 5,
      "html_provincial: text_document": 1,
      "json_from_doc: detail_sheet": 5,
      "json_portal_ui_glued: portal_page": 5,
      "md_portal_api: portal_markdown": 4,
      "pdf: refused": 6,
      "pdf: text_document": 2,
      "text_thaibinh: plain_summary": 3,
      "xlsx: procedure_list": 6,
    });
    for (const file of files.filter((row) => row.format === null)) expect(file.leftOut).toHaveLength(1);
    expect(procedures.length).toBeGreaterThan(2600);
    expect(documents).toHaveLength(13);
    const nested = procedures.find((row) => row.code === "1.014199")!;
    expect(nested.documents).toHaveLength(14);
    expect(nested.documents.flatMap((part) => part.items)).toHaveLength(224);
    const byChannel = procedures.find((row) => row.code === "1.013978" && row.issuerSuffix === null)!;
    expect(
      Object.fromEntries(byChannel.methods.map((method) => [method.channel, method.time.value])),
    ).toEqual({
      online: 17,
      post: 20,
      in_person: 27,
    });
  });

  test("the index of codes: the withdrawn one is left out, the wrong ones are marked", {
    timeout: 60_000,
  }, async () => {
    const name = "procedure_index.csv.gz";
    const { procedures, problems } = await parseImported([
      { name, bytes: () => readFileSync(join(DIRECTORY, name)) },
    ]);
    expect(procedures).toHaveLength(5607);
    expect(problems.map((problem) => problem.kind)).toEqual(["withdrawn"]);
    const marked = procedures.filter((row) =>
      row.problems.some((problem) => problem.kind === "code_invalid"),
    );
    expect(marked.map((row) => row.codeFull)).toEqual(["1.0133611", "2.009182739"]);
  });
});
