/** The whole national collection, which is not part of the project; see shared.ts. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import {
  type ImportedProcedure,
  importedProcedure,
} from "../../../../ingest/parsers/imported/imported-procedure.ts";
import { type ImportResult, parseImported } from "../../../../ingest/parsers/imported/parse-imported.ts";
import { cleanText } from "../../../../ingest/readers/clean-text.ts";
import { DIRECTORY, present, reason, tally } from "./shared.ts";

/** Letters and digits only: what is left when spaces, marks and line ends don't count. */
const squeeze = (text: string) => cleanText(text).replace(/[^\p{L}\p{N}]/gu, "");

const stringsIn = (value: unknown): string[] =>
  typeof value === "string"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(stringsIn)
      : [];

interface RawMethod {
  time: string | null;
  fee: string | null;
  note: string | null;
}
interface RawRecord {
  code: string;
  methods: RawMethod[];
}

describe.skipIf(!present)(`the national collection${reason}`, () => {
  let result: ImportResult;
  let cpuSeconds = 0;
  let raw: Map<string, { record: RawRecord; text: string }>;
  const run = async () => {
    if (result) return;
    const before = process.cpuUsage();
    const name = "procedures.jsonl.gz";
    result = await parseImported([{ name, bytes: () => readFileSync(join(DIRECTORY, name)) }]);
    const used = process.cpuUsage(before);
    cpuSeconds = (used.user + used.system) / 1e6;
    const lines = gunzipSync(readFileSync(join(DIRECTORY, name)))
      .toString("utf8")
      .split("\n")
      .filter(Boolean);
    raw = new Map(
      lines.map((line) => {
        const record = JSON.parse(line) as RawRecord;
        return [record.code, { record, text: squeeze(stringsIn(record).join("")) }];
      }),
    );
  };
  const pairs = function* (): Generator<[ImportedProcedure["methods"][number], RawMethod, string]> {
    for (const procedure of result.procedures) {
      const { record } = raw.get(procedure.code!)!;
      for (const [i, method] of procedure.methods.entries())
        yield [method, record.methods[i]!, procedure.code!];
    }
  };

  test("every record is taken, within ten seconds of work", { timeout: 60_000 }, async () => {
    await run();
    expect(result.procedures).toHaveLength(4155);
    expect(result.problems).toEqual([]);
    expect(result.procedures.every((row) => row.codeKind === "national")).toBe(true);
    expect(cpuSeconds).toBeLessThan(10);
  });

  test("every record fits the schema", { timeout: 60_000 }, async () => {
    await run();
    for (const procedure of result.procedures) importedProcedure.strict().parse(procedure);
  });

  test("counts", { timeout: 60_000 }, async () => {
    await run();
    const methods = result.procedures.flatMap((row) => row.methods);
    const counts = {
      fees: tally(methods.flatMap((method) => method.fees.map((fee) => fee.kind))),
      singleFees: methods.filter((method) =>
        method.fees.some((fee) => fee.kind === "stated" && fee.amount !== null),
      ).length,
      times: tally(
        methods.map(
          ({ time }) => `${time.unit}${time.value === null ? (time.range ? ", range" : ", no value") : ""}`,
        ),
      ),
      papers: tally(
        result.procedures.flatMap((row) =>
          row.documents.flatMap((part) => part.items.map((item) => item.manner)),
        ),
      ),
      problems: tally(result.procedures.flatMap((row) => row.problems.map((problem) => problem.kind))),
    };
    console.info(JSON.stringify(counts, null, 1));
    expect(counts.fees).toEqual({ unstated: 9851, stated: 1403, free: 356, council: 195 });
    expect(methods).toHaveLength(11_805);
    expect(result.procedures.find((row) => row.code === "1.014199")!.documents).toHaveLength(14);
  });

  test("no sum in the output that the words don't print", { timeout: 60_000 }, async () => {
    await run();
    for (const [method, source, code] of pairs()) {
      const cell = cleanText(source.fee ?? "");
      for (const fee of method.fees) {
        for (const { amount, to, printed } of fee.amounts) {
          const numbers = printed.split(" - ");
          for (const number of numbers) expect(cell, code).toContain(number);
          // The printed digits are the sum's, but for thousands and millions written as words.
          const values = numbers.map((number) =>
            Number(number.replace(/[.,](?=\d{3})/g, "").replace(",", ".")),
          );
          const scales = [1, 1e3, 1e6];
          expect(
            scales.some((scale) => Math.round(values[0]! * scale * 100) === Math.round(amount * 100)),
            `${code}: ${printed}`,
          ).toBe(true);
          if (to !== null)
            expect(
              scales.some((scale) => values[1]! * scale === to),
              `${code}: ${printed}`,
            ).toBe(true);
        }
        if (fee.kind === "stated" && fee.amount !== null) {
          expect(
            fee.amounts.map((row) => row.amount),
            code,
          ).toContain(fee.amount);
        }
      }
    }
  });

  test("a fee is never free where its note names a sum, a share or the council", {
    timeout: 60_000,
  }, async () => {
    await run();
    const figure =
      /[1-9][\d.,]*\s*(?:triệu |nghìn )?(?:đồng|đ(?!\p{L})|vnđ|vnd|usd)|\d\s*%|hội đồng nhân dân|HĐND/iu;
    for (const [method, source, code] of pairs()) {
      const cell = cleanText(source.fee ?? "");
      for (const fee of method.fees) {
        if (fee.kind === "free") expect(figure.test(cell), `${code}: ${cell}`).toBe(false);
        // "Miễn phí" before anything else is what a hurried reader would take away.
        else expect(/^miễn phí(?! (?:đối với|cho))/iu.test(fee.text), `${code}: ${fee.text}`).toBe(false);
        if (/^miễn phí\.?$/iu.test(cell)) expect(fee.kind, code).toBe("unstated");
      }
    }
  });

  test("a time has its value and its unit in the words", { timeout: 60_000 }, async () => {
    await run();
    const units = {
      working_day: /ngày\s+làm\s+việc/iu,
      day: /ngày/iu,
      hour: /giờ/iu,
      month: /tháng/iu,
      same_day: /trong\s+(?:cùng\s+)?ngày/iu,
      none: /^/u,
    };
    for (const [{ time }, source, code] of pairs()) {
      const cell = cleanText(
        /^theo mô tả/iu.test(source.time ?? "") ? (source.note ?? "") : (source.time ?? ""),
      );
      expect(cell, code).toMatch(units[time.unit]);
      if (time.value !== null && time.unit !== "same_day") {
        expect(cell.replace(/,/g, "."), code).toMatch(
          new RegExp(`(?<!\\d)0*${String(time.value).replace(".", "\\.")}(?!\\d)`),
        );
      }
    }
  });

  test("what is quoted stands in the source word for word", { timeout: 60_000 }, async () => {
    await run();
    for (const procedure of result.procedures) {
      const { text } = raw.get(procedure.code!)!;
      const repaired = procedure.problems.some((problem) => problem.kind === "count_repaired");
      const quotes = [
        procedure.name,
        ...procedure.steps,
        ...procedure.result,
        ...procedure.conditions,
        ...(repaired
          ? []
          : procedure.documents.flatMap((part) => [part.case, ...part.items.map((item) => item.text)])),
        ...procedure.methods.flatMap((method) => [method.note ?? "", method.time.printed ?? ""]),
        ...procedure.methods.flatMap((method) => method.fees.map((fee) => fee.printed ?? "")),
      ];
      for (const quote of quotes) {
        for (const line of quote.split("\n"))
          expect(text.includes(squeeze(line)), `${procedure.code}: ${line.slice(0, 120)}`).toBe(true);
      }
    }
  });
});
