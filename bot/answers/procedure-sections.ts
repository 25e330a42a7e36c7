/** What an answer says of each aspect of a procedure. What a source doesn't state is said to be so: an empty list is
 *  neither "không có" nor "miễn phí". */
import type { When } from "../../knowledge/circumstances.ts";
import type { Aspect, DatedFee, DatedTime, ProcedureRecord } from "../../knowledge/records.ts";
import type { Draft } from "../draft.ts";
import { bullets, shown, withoutStop } from "./context.ts";
import { whenInWords } from "./procedure-fit.ts";
import { type PaperTelling, sayPapers } from "./procedure-papers.ts";
import {
  certaintyOn,
  doubtOn,
  exemptionsOn,
  feeSums,
  groundsOn,
  isOn,
  lineInWords,
  linesOn,
  type ValueLine,
  VIETNAMESE_VALUES as WORDS,
} from "./procedure-values.ts";
import { channelName, ownWaysOf, waysOf } from "./procedure-ways.ts";
import {
  ASPECT_NAMES,
  basesOn,
  cite,
  forEar,
  formsOf,
  isSaid,
  sayInLine,
  sayList,
  sayUnstated,
  titled,
} from "./procedure-words.ts";

export interface Sectioned extends PaperTelling {
  /** Vietnam's day, ISO: what is current on it. */
  day: string;
  /** Takes the grounds of what is told, which are named once for all. */
  grounds?: Set<string>;
  /** The deadline is told elsewhere. */
  withoutDeadlines?: boolean;
}
type Section = (procedure: ProcedureRecord, draft: Draft, asked: Sectioned) => void;

/** Of several the channel comes before its value. */
const byEar = (lines: readonly ValueLine[]): string =>
  lines.length === 1
    ? lines[0]!.value
    : lines
        .map(({ channels, value }) =>
          channels === "" ? withoutStop(value) : `${channels.toLowerCase()}: ${withoutStop(value)}`,
        )
        .join("; ");

/** Without what is only paid for something more, and where the province's resolution is found. */
function inShortRow<T extends DatedFee | DatedTime>(row: T): T[] {
  if (!("kind" in row)) return [{ ...row, text: row.text.split(";")[0]! }];
  if (row.when.order?.includes("copy")) return [];
  return [row.kind === "council" ? { ...row, text: row.text.split(";")[0]! } : row];
}

function sayValues(
  procedure: ProcedureRecord,
  draft: Draft,
  aspect: "time" | "fee",
  rows: readonly (DatedFee | DatedTime)[],
  asked: Sectioned,
): void {
  const { day } = asked;
  const lines = linesOn(procedure, asked.isShort ? rows.flatMap(inShortRow) : rows, day, WORDS);
  const title = ASPECT_NAMES[aspect];
  cite(
    draft,
    procedure,
    aspect === "time" ? "/times" : "/fees",
    aspect,
    lines.map(({ value }) => value),
  );
  if (lines.length === 1) draft.say(`${titled(aspect, asked)}: ${lines[0]!.value}`);
  else if (asked.isShort)
    draft.say(`${titled(aspect, asked)}: ${lines.map(lineInWords).map(withoutStop).join("; ")}`);
  else draft.say(`${titled(aspect, asked)}\n${bullets(lines.map(lineInWords))}`);
  draft.speak(`${title}: ${forEar(byEar(lines))}`);
}

function sayCertainty(
  procedure: ProcedureRecord,
  draft: Draft,
  rows: readonly (DatedFee | DatedTime)[],
  { day, grounds }: Sectioned,
): void {
  const line = certaintyOn(rows, day, WORDS);
  if (line === "") return;
  cite(draft, procedure, "/ground", "ground", [line]);
  if (!grounds) return void draft.say(line);
  const [first] = groundsOn(rows, day, WORDS);
  if (first) grounds.add(first);
  const doubt = doubtOn(rows, day, WORDS);
  // Said once of the fee and the time.
  if (!draft.paragraphs.includes(doubt)) draft.say(doubt);
}

const SUM = new Intl.NumberFormat("vi-VN");
/** What the parts come to that are paid beside one another. */
function saySums(procedure: ProcedureRecord, draft: Draft, { day }: Sectioned): void {
  const sums = feeSums(procedure.fees, day);
  const lines = sums.map(({ when, channel, parts, sum }) => {
    const total = draft.compute(
      `${SUM.format(sum)} đồng`,
      `cộng các khoản: ${parts.map((part) => SUM.format(part)).join(" + ")}`,
    );
    const whom = when === "{}" ? "" : whenInWords(JSON.parse(when) as When);
    const way = channel === null ? "" : channelName(channel).toLowerCase();
    const of = [whom, way && `nộp ${way}`].filter(Boolean).join(", ");
    return `${of ? `${of}: ` : ""}${total}`;
  });
  if (lines.length === 0) return;
  draft.say(`**Cộng các khoản**: ${lines.join("; ")}.`);
  draft.speak(`Cộng các khoản: ${lines.join("; ")}.`);
}

const sayUnknown = (draft: Draft, aspect: Aspect, what: string, telling: Sectioned): void => {
  const words = `chưa có ${what} chắc chắn; hỏi nơi tiếp nhận`;
  draft.say(`${titled(aspect, telling)}: ${words}.`);
  draft.speak(`${ASPECT_NAMES[aspect]}: ${words}.`);
};

function sayDeadlines({ deadlines, ...procedure }: ProcedureRecord, draft: Draft, isShort = false): void {
  const rows = deadlines.map(({ text, whenLate }) =>
    [text, ...(whenLate === null || isShort ? [] : [whenLate])]
      .map((part) => withoutStop(shown(part)))
      .join(". "),
  );
  if (rows.length === 0) return;
  cite(draft, { ...procedure, deadlines }, "/deadlines", "deadlines", rows);
  draft.say(rows.length === 1 ? `**Hạn nộp hồ sơ**: ${rows[0]}.` : `**Hạn nộp hồ sơ**\n${bullets(rows)}`);
  draft.speak(`Hạn nộp: ${forEar(rows[0]!)}`);
}

/** The hints behind a semicolon ("hỏi nơi nhận…") are left to the whole answer, and what is waived online is said once of
 *  all its fees. */
function inShort({ text, when: { order: _of, ...when } }: ProcedureRecord["exemptions"][number]): string {
  if (!when.channel) return withoutStop(shown(text).split(";")[0]!);
  const { channel: way, ...whom } = when;
  return [whenInWords({ channel: way }), whenInWords(whom)].filter(Boolean).join(" khi ");
}

export function sayExemptions(procedure: ProcedureRecord, draft: Draft, { day, isWhole }: Sectioned): void {
  const exempt = exemptionsOn(procedure, day);
  if (exempt.length === 0) return;
  cite(draft, procedure, "/exemptions", "exemptions", exempt);
  const current = procedure.exemptions.filter((row) => isOn(row, day));
  const told = isWhole ? exempt.map(withoutStop) : [...new Set(current.map(inShort))];
  draft.say(`**Miễn, giảm**: ${told.join("; ")}.`);
  draft.speak(`Được miễn hoặc giảm: ${forEar(told.join("; "))}`);
}

export const SECTIONS: Readonly<Record<Aspect, Section>> = {
  documents: (procedure, draft, asked) => sayPapers(procedure, draft, asked),
  time(procedure, draft, asked) {
    const { times, reviewed } = procedure;
    if (times.length > 0) {
      sayValues(procedure, draft, "time", times, asked);
      sayCertainty(procedure, draft, times, asked);
    } else if (reviewed) sayUnknown(draft, "time", "thời hạn", asked);
    else sayUnstated(draft, "time", "thời hạn giải quyết", asked);
    if (!asked.withoutDeadlines) sayDeadlines(procedure, draft, !asked.isWhole);
  },
  fee(procedure, draft, asked) {
    const { fees, reviewed } = procedure;
    if (fees.length === 0)
      return reviewed
        ? sayUnknown(draft, "fee", "mức thu", asked)
        : sayUnstated(draft, "fee", "mức phí, lệ phí", asked);
    sayValues(procedure, draft, "fee", fees, asked);
    saySums(procedure, draft, asked);
    if (!asked.isShort) sayExemptions(procedure, draft, asked);
    sayCertainty(procedure, draft, [...fees], asked);
  },
  place(procedure, draft, asked) {
    const { place, agency } = procedure;
    if (place !== null) {
      cite(draft, procedure, "/place", "place", [place]);
      draft.say(`${titled("place", asked)}: ${shown(place)}`);
      draft.speak(`Nơi nộp: ${forEar(place)}`);
    } else sayUnstated(draft, "place", "nơi nộp", asked);
    if (procedure.reviewed || !agency) return;
    cite(draft, procedure, "/agency", "agency", [agency]);
    draft.say(`**Cơ quan thực hiện**: ${shown(agency)}`);
    if (place === null) draft.speak(`Cơ quan thực hiện: ${forEar(agency)}`);
  },
  methods(procedure, draft, asked) {
    const { methods, reviewed } = procedure;
    const { day } = asked;
    if (methods.length === 0) return sayUnstated(draft, "methods", "cách nộp", asked);
    const channels = [...new Set(methods.map(({ channel }) => channel))];
    const rows = channels.map((channel) => {
      const values = asked.isWhole ? waysOf(procedure, channel, day) : ownWaysOf(procedure, channel, day);
      if (values.length > 0) cite(draft, procedure, "/methods", "methods", [values.join(" · ")]);
      return [channelName(channel), values.join(" · ")].filter(Boolean).join(": ");
    });
    const isBare = rows.every((row) => !row.includes(":"));
    draft.say(
      isBare
        ? `${titled("methods", asked)}: ${rows.join(", ").toLowerCase()}`
        : `${titled("methods", asked)}\n${bullets(rows)}`,
    );
    if (!channels.includes("online"))
      draft.say(
        reviewed
          ? "Thủ tục này chưa có cách nộp trực tuyến."
          : "Nguồn không nêu cách nộp trực tuyến cho thủ tục này.",
      );
    const named = channels.filter((channel) => channel !== null).map((row) => channelName(row).toLowerCase());
    draft.speak(named.length > 0 ? `Có thể nộp: ${named.join(", ")}.` : "Nguồn không nêu cách nộp.");
  },
  steps: (procedure, draft, asked) =>
    sayList(
      procedure,
      draft,
      "steps",
      { pointer: "/steps", rows: procedure.steps, unstated: "các bước thực hiện", spoken: "Trước hết" },
      asked,
    ),
  result: (procedure, draft, asked) =>
    sayInLine(
      procedure,
      draft,
      "result",
      { pointer: "/result", rows: procedure.result, unstated: "kết quả", spoken: "Kết quả" },
      asked,
    ),
  legal: (procedure, draft, asked) =>
    sayList(
      procedure,
      draft,
      "legal",
      {
        pointer: "/legalBases",
        rows: basesOn(procedure, asked.day),
        unstated: "căn cứ pháp lý",
        spoken: "Căn cứ",
      },
      asked,
    ),
  conditions(procedure, draft, asked) {
    const { conditions, deadlines, reviewed } = procedure;
    const rows = conditions.filter((text) => !isSaid(withoutStop(shown(text)), draft));
    if (rows.length > 0)
      sayList(
        procedure,
        draft,
        "conditions",
        { pointer: "/conditions", rows, unstated: "", spoken: "Yêu cầu" },
        asked,
      );
    else if (conditions.length > 0) cite(draft, procedure, "/conditions", "conditions", conditions);
    else if (!reviewed || deadlines.length === 0) {
      const none = reviewed ? "không có yêu cầu riêng" : "nguồn không nêu yêu cầu riêng";
      draft.say(`${titled("conditions", asked)}: ${none} cho thủ tục này.`);
      draft.speak(reviewed ? "Không có yêu cầu riêng." : "Nguồn không nêu yêu cầu riêng.");
    }
    if (!asked.withoutDeadlines) sayDeadlines(procedure, draft);
  },
  audience: (procedure, draft, asked) =>
    sayInLine(
      procedure,
      draft,
      "audience",
      {
        pointer: "/audience",
        rows: procedure.audience,
        unstated: "đối tượng thực hiện",
        spoken: "Đối tượng",
      },
      asked,
    ),
  forms(procedure, draft, asked) {
    const forms = formsOf(procedure);
    if (forms.length === 0) {
      const none = procedure.reviewed ? "không có mẫu riêng" : "nguồn không nêu mẫu đơn";
      draft.say(`${titled("forms", asked)}: ${none} cho thủ tục này.`);
      draft.speak(procedure.reviewed ? "Không có mẫu riêng." : "Nguồn không nêu mẫu đơn.");
      return;
    }
    cite(draft, procedure, "/forms", "forms", forms);
    draft.say(
      forms.length === 1
        ? `${titled("forms", asked)}: ${shown(forms[0]!)}`
        : `${titled("forms", asked)}\n${bullets(forms.map(shown))}`,
    );
    draft.speak(`Mẫu cần dùng: ${forEar(forms[0]!)}`);
  },
};
