/** Too late or in time, what is paid, and whether it is done at once. */
import { addDays, formatDay } from "../../../knowledge/calendar.ts";
import type { Channel } from "../../../knowledge/records.ts";
import { fold } from "../../../knowledge/vietnamese/normalize.ts";
import { lateOf } from "../../situations/settle.ts";
import { meets } from "../../situations/situation.ts";
import { isOn, lineInWords, linesOn, ofChannel, VIETNAMESE_VALUES } from "../procedure-values.ts";
import { type Asked, type Finder, type Finding, plain, proof } from "./finding.ts";

const TOLD_RULE = "tính từ thời gian anh/chị kể";
const FILED_RULE = "ngày anh/chị định nộp";

export const late: Finder = ({ procedure, situation, day }) => {
  const found = lateOf(procedure, situation, day);
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
  const { aheadDays, lateDays } = situation;
  const filed = aheadDays === undefined || lateDays !== undefined ? "" : formatDay(addDays(day, aheadDays));
  const when = filed === "" ? "theo thời gian anh/chị kể thì" : `nộp ngày ${filed} thì`;
  const head = isLate ? (filed === "" ? "Đã quá hạn" : "Sẽ quá hạn") : "Còn kịp";
  return {
    verdict: isLate ? "late" : "in_time",
    head,
    fact: `${told}; ${when} ${isLate ? "trễ" : "còn"} khoảng ${count} ngày${means && `. ${means}`}`,
    proofs: [proof("/deadlines", "deadlines", [told, means].filter(Boolean).join(". "))],
    computed: [
      { value: count, rule: TOLD_RULE },
      ...(filed === "" ? [] : [{ value: filed, rule: FILED_RULE }]),
    ],
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

/** Whom an exemption names by age: Luật Người cao tuổi 39/2009/QH12, Điều 2; Luật Trẻ em 102/2016/QH13, Điều 1. */
const BY_AGE: readonly { said: RegExp; isOf: (age: number) => boolean }[] = [
  { said: /người cao tuổi/iu, isOf: (age) => age >= 60 },
  { said: /trẻ em/iu, isOf: (age) => age < 16 },
];

/** Nothing, or less, is paid by whom the story tells of. */
export function exempted({
  procedure: { exemptions },
  situation,
  day,
}: Pick<Asked, "procedure" | "situation" | "day">): Omit<Finding, "verdict"> | undefined {
  const { age } = situation;
  const own = exemptions.filter(
    (row) =>
      isOn(row, day) &&
      ((Object.keys(row.when).length > 0 && meets(situation, row.when) === true) ||
        (age !== undefined && BY_AGE.some(({ said, isOf }) => said.test(row.text) && isOf(age)))),
  );
  if (own.length === 0) return undefined;
  const fact = own.map(({ text }) => plain(text)).join("; ");
  return {
    head: "Được miễn, giảm",
    fact,
    proofs: [proof("/exemptions", "exemptions", fact)],
    covers: ["fee"],
  };
}

/** Somebody is exempt on the day, whom the story may not tell of: nobody is told that he has to pay. */
export const exemptsSome = ({ procedure: { exemptions }, day }: Pick<Asked, "procedure" | "day">): boolean =>
  exemptions.some((row) => isOn(row, day));

const OF_MONEY = /^(phi|tien|le|dong|thu|ton|mat|mien|giam|bot|free|xu|khoi)$/;
/** "Miễn giấy phép", "miễn kiểm định": what else somebody may be spared than money. */
const SPARED = /^mien (giay|kiem|thi|hop|khai|xin|dang|sat|nghia|dich|cong|chung|phong|hoc|kham)$/;
const SPARES = /miễn (?:giấy|kiểm|thi|hợp|khai|nghĩa|sát|phỏng)/iu;

/** It is money that is put to yes or no, and not told of on the way ("cô ấy dịch giúp không lấy tiền"). */
function asksMoney({ query, procedure }: Pick<Asked, "query" | "procedure">, isFree: boolean): boolean {
  const { about = [], pairs = [], whether = [], aspects } = query;
  const words = about.map(fold);
  const isOfMoney = words.some((word) => OF_MONEY.test(word));
  if (isFree && pairs.some((pair) => SPARED.test(pair)) && !/\b(?:phi|tien)\b/.test(words.join(" ")))
    return false;
  if (isFree && SPARES.test(procedure.name) && !/\b(?:phi|tien)\b/.test(words.join(" "))) return false;
  const isAlone = whether.every((kind) => kind === "fee" || kind === "free");
  return isAlone || words.length === 0 || isOfMoney || aspects.includes("fee");
}

/** `isFree`: asked whether nothing is paid. */
export const charged =
  (isFree: boolean): Finder =>
  ({ procedure, situation, day, query }) => {
    if (!asksMoney({ procedure, query }, isFree)) return undefined;
    const exempt = exempted({ procedure, situation, day });
    if (exempt) return { ...exempt, verdict: isFree ? "yes" : "no" };
    const [way, ...more] = situation.told.channel ?? [];
    const ofWay = way && more.length === 0 ? ofChannel(procedure.fees, way as Channel) : procedure.fees;
    const rows = ofWay.filter(
      (row) => isOn(row, day) && (!isOptional(row.when) || meets(situation, row.when) === true),
    );
    if (rows.length === 0) return undefined;
    const kinds = new Set(rows.map(({ kind }) => kind));
    const lines = linesOn(procedure, rows, day, VIETNAMESE_VALUES).map((line) => plain(lineInWords(line)));
    const fact = lines.join("; ");
    return {
      ...verdictOn(kinds, isFree, exemptsSome({ procedure, day })),
      fact,
      proofs: lines.map((line, i) => proof(`/fees/${i}`, "fee", line)),
      covers: ["fee"],
    };
  };

/** `kinds` of the sums that the record states. */
function verdictOn(
  kinds: ReadonlySet<string>,
  isFree: boolean,
  exempts: boolean,
): Pick<Finding, "verdict" | "head"> {
  const [kind, ...more] = kinds;
  if (more.length > 0) return { verdict: "depends", head: "Tùy trường hợp" };
  if (kind === "free")
    return isFree ? { verdict: "yes", head: "Đúng" } : { verdict: "no", head: "Không mất tiền" };
  if (kind !== "stated") return { verdict: "depends", head: "Tùy tỉnh" };
  if (exempts)
    return {
      verdict: "depends",
      head: isFree ? "Chỉ người được miễn, giảm mới không phải nộp" : "Có, trừ người được miễn, giảm",
    };
  return isFree ? { verdict: "no", head: "Không miễn" } : { verdict: "yes", head: "Có" };
}

export const sameDay: Finder = ({ procedure, situation, day }) => {
  const rows = procedure.times.filter((row) => isOn(row, day));
  if (rows.length === 0) return undefined;
  // What was told of the case lengthens it.
  const own = rows.flatMap(({ additions }) =>
    additions.filter(({ when }) => Object.keys(when).length > 0 && meets(situation, when) === true),
  );
  if (own.length > 0) {
    const facts = [...new Set(own.map(({ text }) => plain(text)))];
    return {
      verdict: "no",
      head: "Không trong ngày",
      fact: facts.join("; "),
      proofs: facts.map((fact, i) => proof(`/times/${i}`, "time", fact)),
      covers: [],
    };
  }
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
