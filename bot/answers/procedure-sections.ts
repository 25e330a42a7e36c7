/** What an answer says of each aspect of a procedure. What a source doesn't state is said to be so: an empty list is
 *  neither "không có" nor "miễn phí". */
import type { Aspect, DatedFee, DatedTime, ProcedureRecord } from "../../knowledge/records.ts";
import type { Draft } from "../draft.ts";
import { bullets, shown, withoutStop } from "./context.ts";
import { sayPapers } from "./procedure-papers.ts";
import {
  certaintyOn,
  exemptionsOn,
  lineInWords,
  linesOn,
  ofChannel,
  type ValueLine,
  VIETNAMESE_VALUES as WORDS,
} from "./procedure-values.ts";
import {
  ASPECT_NAMES,
  basesOn,
  cite,
  forEar,
  formsOf,
  sayInLine,
  sayList,
  sayUnstated,
} from "./procedure-words.ts";

export interface Asked {
  cases: readonly number[] | undefined;
  /** Vietnam's day, ISO: what is current on it. */
  day: string;
}
type Section = (procedure: ProcedureRecord, draft: Draft, asked: Asked) => void;

const channelName = (channel: ProcedureRecord["methods"][number]["channel"]): string =>
  channel === null ? WORDS.noChannel : WORDS.channels[channel];

/** Of several the channel comes before its value. */
const byEar = (lines: readonly ValueLine[]): string =>
  lines.length === 1
    ? lines[0]!.value
    : lines
        .map(({ channels, value }) =>
          channels === "" ? withoutStop(value) : `${channels.toLowerCase()}: ${withoutStop(value)}`,
        )
        .join("; ");

function sayValues(
  procedure: ProcedureRecord,
  draft: Draft,
  aspect: "time" | "fee",
  rows: readonly (DatedFee | DatedTime)[],
  day: string,
): void {
  const lines = linesOn(procedure, rows, day, WORDS);
  const title = ASPECT_NAMES[aspect];
  cite(
    draft,
    procedure,
    aspect === "time" ? "/times" : "/fees",
    aspect,
    lines.map(({ value }) => value),
  );
  if (lines.length === 1) draft.say(`**${title}**: ${lines[0]!.value}`);
  else draft.say(`**${title}**\n${bullets(lines.map(lineInWords))}`);
  draft.speak(`${title}: ${forEar(byEar(lines))}`);
}

function sayCertainty(
  procedure: ProcedureRecord,
  draft: Draft,
  rows: readonly (DatedFee | DatedTime)[],
  day: string,
): void {
  const line = certaintyOn(rows, day, WORDS);
  if (line === "") return;
  cite(draft, procedure, "/ground", "ground", [line]);
  draft.say(line);
}

const sayUnknown = (draft: Draft, aspect: Aspect, what: string): void => {
  const words = `chưa có ${what} chắc chắn; hỏi nơi tiếp nhận`;
  draft.say(`**${ASPECT_NAMES[aspect]}**: ${words}.`);
  draft.speak(`${ASPECT_NAMES[aspect]}: ${words}.`);
};

function sayDeadlines(procedure: ProcedureRecord, draft: Draft): void {
  const rows = procedure.deadlines.map(({ text, whenLate }) =>
    [withoutStop(shown(text)), ...(whenLate === null ? [] : [withoutStop(shown(whenLate))])].join(". "),
  );
  if (rows.length === 0) return;
  cite(draft, procedure, "/deadlines", "deadlines", rows);
  draft.say(rows.length === 1 ? `**Hạn nộp hồ sơ**: ${rows[0]}.` : `**Hạn nộp hồ sơ**\n${bullets(rows)}`);
  draft.speak(`Hạn nộp: ${forEar(rows[0]!)}`);
}

export const SECTIONS: Readonly<Record<Aspect, Section>> = {
  documents: (procedure, draft, { cases }) => sayPapers(procedure, draft, cases),
  time(procedure, draft, { day }) {
    const { times, reviewed } = procedure;
    if (times.length > 0) {
      sayValues(procedure, draft, "time", times, day);
      sayCertainty(procedure, draft, times, day);
    } else if (reviewed) sayUnknown(draft, "time", "thời hạn");
    else sayUnstated(draft, "time", "thời hạn giải quyết");
    sayDeadlines(procedure, draft);
  },
  fee(procedure, draft, { day }) {
    const { fees, reviewed } = procedure;
    if (fees.length === 0)
      return reviewed ? sayUnknown(draft, "fee", "mức thu") : sayUnstated(draft, "fee", "mức phí, lệ phí");
    sayValues(procedure, draft, "fee", fees, day);
    const exempt = exemptionsOn(procedure, day);
    if (exempt.length > 0) {
      cite(draft, procedure, "/exemptions", "exemptions", exempt);
      draft.say(`**Miễn, giảm**: ${exempt.map(withoutStop).join("; ")}.`);
      draft.speak(`Được miễn hoặc giảm: ${forEar(exempt.join("; "))}`);
    }
    sayCertainty(procedure, draft, [...fees], day);
  },
  place(procedure, draft) {
    const { place, agency } = procedure;
    if (place !== null) {
      cite(draft, procedure, "/place", "place", [place]);
      draft.say(`**${ASPECT_NAMES.place}**: ${shown(place)}`);
      draft.speak(`Nơi nộp: ${forEar(place)}`);
    } else sayUnstated(draft, "place", "nơi nộp");
    if (procedure.reviewed || !agency) return;
    cite(draft, procedure, "/agency", "agency", [agency]);
    draft.say(`**Cơ quan thực hiện**: ${shown(agency)}`);
    if (place === null) draft.speak(`Cơ quan thực hiện: ${forEar(agency)}`);
  },
  methods(procedure, draft, { day }) {
    const { methods, reviewed } = procedure;
    if (methods.length === 0) return sayUnstated(draft, "methods", "cách nộp");
    const channels = [...new Set(methods.map(({ channel }) => channel))];
    const rows = channels.map((channel) => {
      const values = waysOf(procedure, channel, day);
      if (values.length > 0) cite(draft, procedure, "/methods", "methods", [values.join(" · ")]);
      return [channelName(channel), values.join(" · ")].filter(Boolean).join(": ");
    });
    draft.say(`**${ASPECT_NAMES.methods}**\n${bullets(rows)}`);
    if (!channels.includes("online"))
      draft.say(
        reviewed
          ? "Thủ tục này chưa có cách nộp trực tuyến."
          : "Nguồn không nêu cách nộp trực tuyến cho thủ tục này.",
      );
    const named = channels.filter((channel) => channel !== null).map((row) => channelName(row).toLowerCase());
    draft.speak(named.length > 0 ? `Có thể nộp: ${named.join(", ")}.` : "Nguồn không nêu cách nộp.");
  },
  steps: (procedure, draft) =>
    sayList(procedure, draft, "steps", {
      pointer: "/steps",
      rows: procedure.steps,
      unstated: "các bước thực hiện",
      spoken: "Trước hết",
    }),
  result: (procedure, draft) =>
    sayInLine(procedure, draft, "result", {
      pointer: "/result",
      rows: procedure.result,
      unstated: "kết quả",
      spoken: "Kết quả",
    }),
  legal: (procedure, draft, { day }) =>
    sayList(procedure, draft, "legal", {
      pointer: "/legalBases",
      rows: basesOn(procedure, day),
      unstated: "căn cứ pháp lý",
      spoken: "Căn cứ",
    }),
  conditions(procedure, draft) {
    const { conditions, deadlines, reviewed } = procedure;
    if (conditions.length > 0)
      sayList(procedure, draft, "conditions", {
        pointer: "/conditions",
        rows: conditions,
        unstated: "",
        spoken: "Yêu cầu",
      });
    else if (!reviewed || deadlines.length === 0) {
      const none = reviewed ? "không có yêu cầu riêng" : "nguồn không nêu yêu cầu riêng";
      draft.say(`**${ASPECT_NAMES.conditions}**: ${none} cho thủ tục này.`);
      draft.speak(reviewed ? "Không có yêu cầu riêng." : "Nguồn không nêu yêu cầu riêng.");
    }
    sayDeadlines(procedure, draft);
  },
  audience: (procedure, draft) =>
    sayInLine(procedure, draft, "audience", {
      pointer: "/audience",
      rows: procedure.audience,
      unstated: "đối tượng thực hiện",
      spoken: "Đối tượng",
    }),
  forms(procedure, draft) {
    const forms = formsOf(procedure);
    if (forms.length === 0) {
      const none = procedure.reviewed ? "không có mẫu riêng" : "nguồn không nêu mẫu đơn";
      draft.say(`**${ASPECT_NAMES.forms}**: ${none} cho thủ tục này.`);
      draft.speak(procedure.reviewed ? "Không có mẫu riêng." : "Nguồn không nêu mẫu đơn.");
      return;
    }
    cite(draft, procedure, "/forms", "forms", forms);
    draft.say(`**${ASPECT_NAMES.forms}**\n${bullets(forms.map(shown))}`);
    draft.speak(`Mẫu cần dùng: ${forEar(forms[0]!)}`);
  },
};

/** Time, fee and notes of one way of filing. */
export function waysOf(
  procedure: ProcedureRecord,
  channel: ProcedureRecord["methods"][number]["channel"],
  day: string,
  words = WORDS,
): string[] {
  const own = (rows: readonly (DatedFee | DatedTime)[]) =>
    linesOn(procedure, ofChannel(rows, channel), day, words).map(({ value }) => value);
  const notes = procedure.methods.filter((row) => row.channel === channel).flatMap(({ note }) => note ?? []);
  const values = [own(procedure.times).join("; "), own(procedure.fees).join("; ")].filter(Boolean);
  const told = values.join(" · ");
  return [...values, ...[...new Set(notes.map(shown))].filter((note) => !told.includes(note))];
}
