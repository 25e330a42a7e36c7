import { describe, expect, test } from "vitest";
import { importFile, mergeImported } from "../../../../ingest/parsers/imported/parse-imported.ts";
import { toRecords } from "../../../../ingest/parsers/imported/to-records.ts";
import { passage, procedure } from "../../../../knowledge/records.ts";
import { fileOf, fixture } from "./fixtures.ts";

async function recordsOf(
  files: Parameters<typeof importFile>[0][],
  reviewed: readonly string[] = [],
): Promise<ReturnType<typeof toRecords>> {
  const merged = mergeImported(await Promise.all(files.map((file) => importFile(file))));
  return toRecords(merged.procedures, merged.documents, new Set(reviewed));
}

const list = (name: string, ...rows: string[]) =>
  fileOf(name, ["Mã số;Tên thủ tục hành chính;Cơ quan thực hiện", ...rows].join("\n"));

describe("the id of a record", () => {
  test("is the national code, without what the source adds to it", async () => {
    const { procedures } = await recordsOf([fixture("records.jsonl")]);
    expect(procedures.map((row) => [row.code, row.printedCode])).toEqual([
      ["9.990001", "9.990001"],
      ["9.990003", "9.990003.000.00.00.H99"],
    ]);
  });

  test("carries the issuer where several publish the code; the version without issuer keeps it plain", async () => {
    const { procedures } = await recordsOf([
      list("a.csv", "9.990001.000.00.00.H19;Cấp thẻ;Tỉnh A", "9.990001.000.00.00.H20;Cấp thẻ;Tỉnh B"),
      list("b.csv", "9.990001;Cấp thẻ;Bộ"),
    ]);
    expect(procedures.map((row) => row.code)).toEqual(["9.990001.H19", "9.990001.H20", "9.990001"]);
  });

  test("is the local code, or eight letters that stay the same wherever the row stands", async () => {
    const rows = ["QLKTN003;Mã riêng;Sở", ";Không có mã;Sở", "9.9900111;Mã sai;Sở"];
    const { procedures } = await recordsOf([list("a.csv", ...rows)]);
    const moved = await recordsOf([list("a.csv", "9.990002;Thêm;Sở", ...rows.reverse())]);
    const codes = procedures.map((row) => row.code);
    expect(codes).toEqual(["QLKTN003", expect.stringMatching(/^X-[a-z]{8}$/), expect.stringMatching(/^X-/)]);
    expect(procedures.map((row) => row.printedCode)).toEqual(["QLKTN003", null, null]);
    expect(new Set(codes).size).toBe(3);
    expect(moved.procedures.map((row) => row.code).sort()).toEqual(["9.990002", ...codes].sort());
  });

  test("is unique even for rows of the same name", async () => {
    const { procedures } = await recordsOf([
      list("a.csv", ";Cấp thẻ;Sở A", ";Cấp thẻ;Sở B", ";Cấp thẻ;Sở C"),
    ]);
    expect(new Set(procedures.map((row) => row.code)).size).toBe(3);
  });
});

describe("a reviewed record", () => {
  test("wins over an imported one of its code, which is reported", async () => {
    const { procedures, leftOut, documents } = await recordsOf(
      [list("a.csv", "9.990001;Cấp thẻ;Sở", "9.990002;Đổi thẻ;Sở")],
      ["9.990001"],
    );
    expect(procedures.map((row) => row.code)).toEqual(["9.990002"]);
    expect(leftOut).toEqual([
      {
        file: "a.csv",
        place: "hàng 2",
        kind: "reviewed",
        reason: "thủ tục 9.990001 đã có bản đối chiếu, bản này không dùng",
      },
    ]);
    expect(documents.map((row) => [row.id, row.kind])).toEqual([["tep:a.csv", "imported"]]);
  });

  test("leaves the version of one province a record of its own", async () => {
    const { procedures } = await recordsOf([list("a.csv", "9.990001.H19;Cấp thẻ;Sở")], ["9.990001"]);
    expect(procedures.map((row) => row.code)).toEqual(["9.990001.H19"]);
  });
});

test("records fit their schema, hold the printed words, and say what they don't know", async () => {
  const names = ["records.jsonl", "danh-sach.csv", "9.990007.H99.html", "99008.txt", "noi-quy.md"];
  const { procedures, passages } = await recordsOf(names.map(fixture));
  for (const row of procedures) expect(procedure.parse(row)).toEqual(row);
  for (const row of passages) expect(passage.parse(row)).toEqual(row);
  const card = procedures.find((row) => row.code === "9.990001")!;
  expect(card).toMatchObject({
    reviewed: false,
    verifiedOn: null,
    place: null,
    issuer: "Bộ Văn hóa",
    levels: ["commune"],
    origin: { file: "records.jsonl", place: "dòng 1" },
    source: { title: "Tệp records.jsonl", decision: "12/QĐ-BVH", dataAsOf: null },
  });
  const [first] = card.methods;
  expect(card.fees[0]).toMatchObject({
    channels: [first!.channel],
    certainty: null,
    from: null,
    until: null,
  });
  expect(card.fees[0]!.text).toContain("Lệ phí cấp thẻ: 15.000 đồng/thẻ");
  expect(card.times[0]).toMatchObject({ text: "3 Ngày làm việc", value: 3, channels: [first!.channel] });
  expect(card.doubts).toContain("time_unit_missing");
  expect(card.documents.flatMap((group) => group.items).map((item) => item.manner)).toContain("note");
});

test("a text is passages under its headings, each with an id that outlives a line inserted above", async () => {
  const { documents, passages } = await recordsOf([fixture("noi-quy.md")]);
  expect(documents).toMatchObject([{ id: "tep:noi-quy.md", kind: "text", file: "noi-quy.md" }]);
  expect(passages.length).toBeGreaterThan(2);
  for (const row of passages) {
    expect(row).toMatchObject({ documentId: "tep:noi-quy.md", sectionLabel: "" });
    expect(row.path.length).toBeGreaterThan(0);
    expect(row.evidence.locator).toContain("noi-quy.md, dòng ");
    expect(row.evidence.quote).toBe(row.text);
  }
  const text = (await fixture("noi-quy.md").bytes()).toString();
  const longer = await recordsOf([fileOf("noi-quy.md", `${text}\n\nĐiều thêm vào cuối.\n`)]);
  expect(longer.passages.map((row) => row.id)).toEqual(expect.arrayContaining(passages.map((row) => row.id)));
});
