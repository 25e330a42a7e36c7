import { describe, expect, test } from "vitest";
import {
  computeDiff,
  describeChange,
  fieldName,
  MAX_SUMMARY_RECORDS,
  summarize,
} from "../../knowledge/diff.ts";
import type { Records } from "../../knowledge/knowledge-base.ts";
import type { ProcedureRecord } from "../../knowledge/records.ts";
import { AGENCY, BARE_PROCEDURE, NO_RECORDS } from "../support/records.ts";
import { plan } from "../support/shipped-plan.ts";

const withProcedures = (...procedures: ProcedureRecord[]): Records => ({ ...NO_RECORDS, procedures });
const card: ProcedureRecord = {
  ...BARE_PROCEDURE,
  code: "9.990001",
  steps: ["Nộp đơn", "Nhận thẻ"],
  origin: { file: "danh-sach.csv", place: "hàng 2" },
};

describe("two versions", () => {
  test("that hold the same records don't differ", () => {
    const records: Records = { ...NO_RECORDS, ...plan, agencies: [AGENCY], procedures: [card] };
    expect(computeDiff(records, structuredClone(records))).toEqual({
      counts: { added: 0, removed: 0, changed: 0 },
      byKind: {},
      records: [],
    });
  });

  test.each<[what: string, change: Partial<ProcedureRecord>, fields: string[]]>([
    ["another place of filing", { place: "Thư viện xã" }, ["place"]],
    ["a step more", { steps: [...card.steps, "Trả thẻ"] }, ["steps"]],
    ["steps in another order", { steps: [...card.steps].reverse() }, ["steps"]],
    ["checked by a person", { reviewed: true, verifiedOn: "2026-11-25" }, ["reviewed", "verifiedOn"]],
    ["another file", { origin: { file: "moi.csv", place: "hàng 2" } }, ["origin"]],
    ["another line of the same file", { origin: { file: "danh-sach.csv", place: "hàng 9" } }, []],
  ])("%s", (_what, change, fields) => {
    const { records } = computeDiff(withProcedures(card), withProcedures({ ...card, ...change }));
    expect(records.map((row) => row.fields)).toEqual(fields.length > 0 ? [fields] : []);
  });

  test("the order of keys and a place that moved are no change", () => {
    const moved = plan.tasks.map((task) => ({
      ...Object.fromEntries(Object.entries(task).reverse()),
      evidence: { ...task.evidence, lines: [1, 2], locator: "nơi khác" },
    })) as unknown as Records["tasks"];
    const before = { ...NO_RECORDS, tasks: plan.tasks };
    expect(computeDiff(before, { ...NO_RECORDS, tasks: moved }).records).toEqual([]);
  });

  test("what is added, removed and changed is told by kind, procedures first", () => {
    const before = { ...withProcedures(card, BARE_PROCEDURE), agencies: [AGENCY] };
    const after = {
      ...withProcedures({ ...card, name: "Cấp thẻ" }, { ...card, code: "9.990002", name: "Đổi thẻ" }),
      agencies: [],
    };
    expect(computeDiff(before, after)).toEqual({
      counts: { added: 1, removed: 2, changed: 1 },
      byKind: {
        procedure: { added: 1, removed: 1, changed: 1 },
        agency: { added: 0, removed: 1, changed: 0 },
      },
      records: [
        { kind: "procedure", id: "9.990002", name: "Đổi thẻ", change: "added", fields: [] },
        { kind: "procedure", id: "X-abcdefgh", name: "Cấp thẻ mượn sách", change: "removed", fields: [] },
        { kind: "procedure", id: "9.990001", name: "Cấp thẻ", change: "changed", fields: ["name"] },
        { kind: "agency", id: "so-y-te", name: "Sở Y tế", change: "removed", fields: [] },
      ],
    });
  });

  test("a table that an older version lacks counts as empty", () => {
    const { passages: _none, ...older } = NO_RECORDS;
    const after = { ...NO_RECORDS, passages: plan.passages.slice(0, 1) };
    expect(computeDiff(older as Records, after).byKind).toEqual({
      passage: { added: 1, removed: 0, changed: 0 },
    });
  });
});

test("a summary holds the first 200 records and says how many more there are", () => {
  const many = Array.from({ length: MAX_SUMMARY_RECORDS + 5 }, (_, i) => ({ ...card, code: `K${i}` }));
  const diff = computeDiff(NO_RECORDS, withProcedures(...many));
  const summary = summarize(diff, { from: "0001-a", to: "0002-b", builtAt: "2026-11-25T00:00:00Z" });
  expect(summary).toMatchObject({ counts: { added: 205 }, omitted: 5 });
  expect(summary.records).toHaveLength(200);
});

test("a change reads as a line of Vietnamese, and every field of a record has a name", () => {
  const [row] = computeDiff(
    withProcedures(card),
    withProcedures({ ...card, place: "Thư viện", notes: ["Đóng cửa thứ hai"] }),
  ).records;
  expect(describeChange(row!)).toBe("thủ tục 9.990001 Cấp thẻ mượn sách: sửa nơi nộp, lưu ý");
  const fields = [card, plan.tasks[0]!, plan.passages[0]!, plan.targets[0]!].flatMap(Object.keys);
  const nameless = fields.filter((field) => fieldName(field) === field);
  expect(new Set(nameless)).toEqual(new Set(["code", "id", "evidence", "sectionLabel", "groupNumeral"]));
});
