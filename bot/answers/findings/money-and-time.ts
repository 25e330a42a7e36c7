/** Too late or in time, what is paid, and whether it is done at once. */
import type { Channel } from "../../../knowledge/records.ts";
import { lateOf } from "../../situations/settle.ts";
import { meets } from "../../situations/situation.ts";
import { isOn, lineInWords, linesOn, ofChannel, VIETNAMESE_VALUES } from "../procedure-values.ts";
import { type Finder, plain, proof } from "./finding.ts";

const TOLD_RULE = "tính từ thời gian anh/chị kể";

export const late: Finder = ({ procedure, situation }) => {
  const found = lateOf(procedure, situation);
  if (!found) {
    const [first] = procedure.deadlines;
    if (!first) return undefined;
    const fact = [first.text, first.whenLate].flatMap((text) => (text ? plain(text) : [])).join(". ");
    return {
      verdict: "depends",
      head: "Tùy ngày",
      fact,
      proofs: [proof("/deadlines", "deadlines", fact)],
      covers: ["conditions"],
    };
  }
  const { deadline, days, left = 0 } = found;
  const isLate = days > 0;
  const count = String(isLate ? days : left);
  const told = plain(deadline.text);
  const means = isLate && deadline.whenLate ? plain(deadline.whenLate) : "";
  return {
    verdict: isLate ? "late" : "in_time",
    head: isLate ? "Đã quá hạn" : "Còn kịp",
    fact: `${told}; theo thời gian anh/chị kể thì ${isLate ? "trễ" : "còn"} khoảng ${count} ngày${means && `. ${means}`}`,
    proofs: [proof("/deadlines", "deadlines", [told, means].filter(Boolean).join(". "))],
    computed: [{ value: count, rule: TOLD_RULE }],
    covers: ["conditions"],
  };
};

/** Put off to a time that changes what is paid. */
export const wait: Finder = ({ procedure, day }) => {
  const rows = procedure.fees.filter(({ from, until }) => from !== null && from > day && until !== day);
  if (rows.length === 0) return undefined;
  const lines = linesOn(
    procedure,
    procedure.fees.filter(({ until }) => until === null || until >= day),
    day,
    VIETNAMESE_VALUES,
  );
  const told = lines.filter(({ value }) => /từ \d/u.test(value)).map((line) => plain(lineInWords(line)));
  return {
    verdict: "depends",
    head: "Lệ phí thay đổi theo ngày nộp",
    fact: told.join("; "),
    proofs: told.map((line, i) => proof(`/fees/${i}`, "fee", line)),
    covers: ["fee"],
  };
};

/** What is only paid for something more. */
const isOptional = ({ order }: { order?: readonly string[] | undefined }): boolean =>
  order?.includes("copy") ?? false;

/** `isFree`: asked whether nothing is paid. */
export const charged =
  (isFree: boolean): Finder =>
  ({ procedure, situation, day }) => {
    const own = procedure.exemptions.filter(
      (row) => isOn(row, day) && Object.keys(row.when).length > 0 && meets(situation, row.when) === true,
    );
    if (own.length > 0) {
      const fact = own.map(({ text }) => plain(text)).join("; ");
      return {
        verdict: isFree ? "yes" : "no",
        head: "Được miễn, giảm",
        fact,
        proofs: [proof("/exemptions", "exemptions", fact)],
        covers: ["fee"],
      };
    }
    const [way, ...more] = situation.told.channel ?? [];
    const ofWay = way && more.length === 0 ? ofChannel(procedure.fees, way as Channel) : procedure.fees;
    const rows = ofWay.filter(
      (row) => isOn(row, day) && (!isOptional(row.when) || meets(situation, row.when) === true),
    );
    if (rows.length === 0) return undefined;
    const kinds = new Set(rows.map(({ kind }) => kind));
    const lines = linesOn(procedure, rows, day, VIETNAMESE_VALUES).map((line) => plain(lineInWords(line)));
    const fact = lines.join("; ");
    const is = (kind: "free" | "stated") => kinds.size === 1 && kinds.has(kind);
    const [verdict, head] = is("free")
      ? ([isFree ? "yes" : "no", isFree ? "Đúng" : "Không mất tiền"] as const)
      : is("stated")
        ? ([isFree ? "no" : "yes", isFree ? "Không miễn" : "Có"] as const)
        : (["depends", kinds.size > 1 ? "Tùy trường hợp" : "Tùy tỉnh"] as const);
    return {
      verdict,
      head,
      fact,
      proofs: lines.map((line, i) => proof(`/fees/${i}`, "fee", line)),
      covers: ["fee"],
    };
  };

export const sameDay: Finder = ({ procedure, day }) => {
  const rows = procedure.times.filter((row) => isOn(row, day));
  if (rows.length === 0) return undefined;
  const isQuick = rows.map(
    ({ unit, text }) => unit === "same_day" || unit === "hour" || /trong ngày|ngay/u.test(text),
  );
  const lines = linesOn(procedure, rows, day, VIETNAMESE_VALUES).map((line) => plain(lineInWords(line)));
  const [verdict, head] = isQuick.every(Boolean)
    ? (["yes", "Được"] as const)
    : isQuick.some(Boolean)
      ? (["depends", "Tùy trường hợp"] as const)
      : (["no", "Không"] as const);
  return {
    verdict,
    head,
    fact: lines.join("; "),
    proofs: lines.map((line, i) => proof(`/times/${i}`, "time", line)),
    covers: ["time"],
  };
};
