/** One procedure: the aspects that were asked, in a form to act on; without an aspect, a summary. What the source doesn't
 *  state is said to be so: an empty list is neither "không có" nor "miễn phí". */

import type { Aspect, Doubt, ProcedureRecord } from "../../knowledge/records.ts";
import { withoutTail } from "../../knowledge/text-scan.ts";
import { tokenize } from "../../knowledge/vietnamese/tokens.ts";
import { DISTRICT_ENDED, DISTRICT_ENDED_ON, DISTRICT_RULE, mentionsDistrict } from "../district.ts";
import { type Draft, type DraftReply, procedureEvidence } from "../draft.ts";
import type { ProcedureQuery } from "../query.ts";
import {
  type AnswerContext,
  bullets,
  newDraft,
  procedureByCode,
  sentence,
  shown,
  withoutStop,
} from "./context.ts";
import { caseName, MAX_CASES, nearChoices } from "./procedure-choices.ts";
import { confirmClaim, confirmPlace, mentions, quoteMentioned } from "./procedure-facts.ts";

export const CHANNELS = { in_person: "Trực tiếp", online: "Trực tuyến", post: "Qua bưu chính" } as const;
export const NO_CHANNEL = "Nguồn không ghi cách nộp";
export const FIRST_CASES = 2;
/** For the ear, in characters. */
const SPOKEN_LENGTH = 320;
const LONGEST_SUGGESTION = 120;
const SUMMARY: readonly Aspect[] = ["documents", "time", "fee", "place"];
const CHECK_AGAIN =
  "Mức thu và thời hạn có thể thay đổi: kiểm tra lại tại Cổng Dịch vụ công quốc gia trước khi nộp.";

export const ASPECT_NAMES: Readonly<Record<Aspect, string>> = {
  documents: "Hồ sơ",
  time: "Thời hạn giải quyết",
  fee: "Phí, lệ phí",
  place: "Nơi nộp",
  methods: "Cách nộp",
  steps: "Các bước",
  result: "Kết quả",
  legal: "Căn cứ pháp lý",
  conditions: "Yêu cầu, điều kiện",
  audience: "Đối tượng",
  forms: "Mẫu đơn, tờ khai",
};

type Method = ProcedureRecord["methods"][number];
type Section = (procedure: ProcedureRecord, draft: Draft, cases: readonly number[] | undefined) => void;

/** Said beside the aspect that the doubt touches. */
const DOUBT_WORDS: Readonly<Partial<Record<Doubt, { aspects: readonly Aspect[]; text: string }>>> = {
  time_unit_missing: {
    aspects: ["time", "methods"],
    text: "Nguồn có chỗ không ghi đơn vị của thời hạn; hỏi lại nơi tiếp nhận.",
  },
  time_unit_uncertain: {
    aspects: ["time", "methods"],
    text: "Nguồn này có chỗ ghi giờ hoặc tháng thành ngày; hỏi lại nơi tiếp nhận.",
  },
  steps_scrambled: {
    aspects: ["steps"],
    text: "Trình tự trong nguồn bị xáo chữ ở một số chỗ; hỏi lại nơi tiếp nhận.",
  },
};
const ASSUMED =
  "Tôi hiểu câu hỏi là về thủ tục này. Nếu không phải, anh/chị chọn thủ tục khác trong các gợi ý.";
const UNTOLD = "Tôi không tìm thấy câu nào nói riêng về điều này trong nguồn; nguồn ghi về thủ tục như sau.";
const COMPILED = "Trang này do bên thứ ba tổng hợp lại, không phải bản công bố của cơ quan.";

const PART_NAMES = {
  name: "Tên thủ tục",
  notes: "Lưu ý",
  issuer: "Cơ quan ban hành",
  agency: "Cơ quan thực hiện",
};
const partName = (part: Aspect | keyof typeof PART_NAMES): string =>
  part in PART_NAMES ? PART_NAMES[part as keyof typeof PART_NAMES] : ASPECT_NAMES[part as Aspect];

/** Adds a statement with the record's words as its quote. */
function cite(
  draft: Draft,
  procedure: ProcedureRecord,
  pointer: string,
  part: Aspect | keyof typeof PART_NAMES,
  quotes: readonly string[],
): void {
  quotes.forEach((quote, i) => {
    const path = quotes.length > 1 ? `${pointer}/${i}` : pointer;
    draft.cite(procedureEvidence(procedure, path, partName(part), quote));
  });
}

/** "Đơn đề nghị;" with "(1 bản chính)" behind it. */
const withoutComma = (text: string, extra: string): string =>
  extra === "" ? text : withoutTail(text, /[\s;,]/);

/** A first stretch that ends with a sentence or at least with a word. */
export function forEar(text: string): string {
  const line = shown(text).replace(/(?<!\s)\s+·\s+/gu, ", ");
  if (line.length <= SPOKEN_LENGTH) return sentence(line);
  const start = line.slice(0, SPOKEN_LENGTH);
  const stop = Math.max(...[". ", "; ", ": "].map((mark) => start.lastIndexOf(mark)));
  const end = stop > SPOKEN_LENGTH / 3 ? stop : start.lastIndexOf(" ");
  return `${withoutStop(start.slice(0, end))}, và phần còn lại trong văn bản.`;
}

function copies(original: number | null, copy: number | null): string {
  const parts = [original ? `${original} bản chính` : "", copy ? `${copy} bản sao` : ""].filter(Boolean);
  return parts.length > 0 ? ` (${parts.join(", ")})` : "";
}

const channelName = ({ channel }: Method): string => (channel === null ? NO_CHANNEL : CHANNELS[channel]);
export const feesOf = (method: Method): string => method.fees.map((fee) => shown(fee.text)).join("; ");

/** Channels that share a value are said once: "Trực tiếp, Trực tuyến: 3 ngày làm việc". */
export function byChannel(
  procedure: ProcedureRecord,
  value: (method: Method) => string,
): { channels: string; value: string }[] {
  const groups = new Map<string, string[]>();
  const isRepeated = ({ channel }: Method) =>
    procedure.methods.filter((row) => row.channel === channel).length > 1;
  for (const method of procedure.methods) {
    const note = method.note ? shown(method.note) : "";
    const own = value(method);
    // "10 USD/bản" is paid abroad: of two rows of one channel the note tells which is whose.
    const text = note !== "" && isRepeated(method) && !own.includes(note) ? `${own} · ${note}` : own;
    const channels = groups.get(text) ?? [];
    if (!channels.includes(channelName(method))) channels.push(channelName(method));
    groups.set(text, channels);
  }
  return [...groups].map(([text, channels]) => ({ channels: channels.join(", "), value: text }));
}

function sayByChannel(rows: { channels: string; value: string }[], title: string, draft: Draft): void {
  if (rows.length === 1) draft.say(`**${title}**: ${rows[0]!.value}`);
  else draft.say(`**${title}**\n${bullets(rows.map((row) => `${row.channels}: ${row.value}`))}`);
}

/** Of several the channel comes before its value. */
const byEar = (rows: { channels: string; value: string }[]): string =>
  rows.length === 1
    ? rows[0]!.value
    : rows.map(({ channels, value }) => `${channels.toLowerCase()}: ${withoutStop(value)}`).join("; ");

function sayUnstated(draft: Draft, aspect: Aspect, what: string): void {
  draft.say(`**${ASPECT_NAMES[aspect]}**: nguồn không nêu ${what}.`);
  draft.speak(`Nguồn không nêu ${what}.`);
}

interface Statements {
  pointer: string;
  rows: string[];
  /** What is missing when there are none: "căn cứ pháp lý". */
  unstated: string;
  /** What the ear hears first: "Căn cứ". */
  spoken: string;
}

/** Statements one below the other, or that there is none. */
function sayList(procedure: ProcedureRecord, draft: Draft, aspect: Aspect, statements: Statements): void {
  const { pointer, rows, unstated, spoken } = statements;
  if (rows.length === 0) sayUnstated(draft, aspect, unstated);
  else {
    cite(draft, procedure, pointer, aspect, rows);
    draft.say(`**${ASPECT_NAMES[aspect]}**\n${bullets(rows.map(shown))}`);
    draft.speak(`${spoken}: ${forEar(rows[0]!)}`);
  }
}

/** The same in one line. */
function sayInLine(procedure: ProcedureRecord, draft: Draft, aspect: Aspect, statements: Statements): void {
  const { pointer, rows, unstated, spoken } = statements;
  if (rows.length === 0) sayUnstated(draft, aspect, unstated);
  else {
    cite(draft, procedure, pointer, aspect, rows);
    const line = rows.map((row) => withoutStop(shown(row))).join("; ");
    draft.say(`**${ASPECT_NAMES[aspect]}**: ${line}`);
    draft.speak(`${spoken}: ${forEar(line)}`);
  }
}

const SECTIONS: Readonly<Record<Aspect, Section>> = {
  documents(procedure, draft, cases) {
    const groups = [...procedure.documents.entries()];
    if (groups.length === 0) return sayUnstated(draft, "documents", "thành phần hồ sơ");
    const many = groups.length > MAX_CASES;
    const chosen = cases
      ? groups.filter(([index]) => cases.includes(index))
      : many
        ? groups.slice(0, FIRST_CASES)
        : groups;
    if (many && !cases) {
      const count = draft.compute(groups.length, "đếm các trường hợp hồ sơ trong nguồn");
      const first = draft.compute(chosen.length, "số trường hợp hiện trước khi hỏi lại");
      for (const [index, group] of groups)
        if (group.case) cite(draft, procedure, `/documents/${index}/case`, "documents", [group.case]);
      draft.say(
        `**${ASPECT_NAMES.documents}** tùy trường hợp; nguồn nêu ${count} trường hợp:\n${bullets(groups.map(([, group]) => caseName(group.case)))}`,
      );
      draft.say(`Anh/chị thuộc trường hợp nào? Dưới đây là hồ sơ của ${first} trường hợp đầu.`);
      draft.speak(`Hồ sơ tùy trường hợp, nguồn nêu ${count} trường hợp. Anh chị thuộc trường hợp nào?`);
      draft.suggest(
        ...groups
          .slice(FIRST_CASES)
          .map(([, group]) => caseName(group.case))
          .filter((name) => name.length <= LONGEST_SUGGESTION)
          .slice(0, 2),
      );
    }
    for (const [index, group] of chosen) {
      const items = group.items.map((item) => {
        const manner = item.manner === "show" ? "Xuất trình: " : item.manner === "note" ? "Ghi chú: " : "";
        const form = item.form && !item.text.includes(item.form) ? ` – mẫu: ${item.form}` : "";
        // The counts are fields of the cited record, so they stand in its quote too.
        const extra = `${form}${copies(item.original, item.copy)}`;
        cite(draft, procedure, `/documents/${index}/items`, "documents", [`${item.text}${extra}`]);
        return `${manner}${withoutComma(shown(item.text), extra)}${extra}`;
      });
      if (group.case) cite(draft, procedure, `/documents/${index}/case`, "documents", [group.case]);
      const name = group.case ? ` – ${shown(group.case)}` : "";
      draft.say(`**${ASPECT_NAMES.documents}${name}**\n${bullets(items)}`);
    }
    const papers = (chosen[0]?.[1].items ?? []).filter((item) => item.manner !== "note");
    if (papers.length === 0) return;
    const read = papers.slice(0, 3).map((item) => withoutStop(forEar(item.text)));
    draft.speak(`Hồ sơ gồm: ${read.join("; ")}${papers.length > 3 ? "; và các giấy tờ khác" : ""}.`);
  },
  time(procedure, draft) {
    if (procedure.methods.length === 0) return sayUnstated(draft, "time", "thời hạn giải quyết");
    const rows = byChannel(procedure, ({ time, note }) =>
      // Where the cell says nothing, the note beside it may.
      time.unit === "none" && time.value === null && note && !procedure.reviewed
        ? `${shown(time.text)} · ${shown(note)}`
        : shown(time.text),
    );
    const values = rows.map((row) => row.value);
    cite(draft, procedure, "/methods/time", "time", values);
    sayByChannel(rows, ASPECT_NAMES.time, draft);
    draft.speak(`Thời hạn giải quyết: ${forEar(byEar(rows))}`);
  },
  fee(procedure, draft) {
    if (procedure.methods.length === 0) return sayUnstated(draft, "fee", "mức phí, lệ phí");
    const rows = byChannel(procedure, feesOf);
    const values = rows.map((row) => row.value);
    cite(draft, procedure, "/methods/fees", "fee", values);
    sayByChannel(rows, ASPECT_NAMES.fee, draft);
    draft.speak(`Phí, lệ phí: ${forEar(byEar(rows))}`);
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
  methods(procedure, draft) {
    if (procedure.methods.length === 0) return sayUnstated(draft, "methods", "cách nộp");
    const rows = procedure.methods.map((method) => {
      const quote = [shown(method.time.text), feesOf(method), method.note && shown(method.note)]
        .filter(Boolean)
        .join(" · ");
      cite(draft, procedure, "/methods", "methods", [quote]);
      return `${channelName(method)}: ${quote}`;
    });
    draft.say(`**${ASPECT_NAMES.methods}**\n${bullets(rows)}`);
    const named = procedure.methods.filter((method) => method.channel !== null);
    const channels = [...new Set(named.map((method) => channelName(method).toLowerCase()))];
    const online = procedure.methods.some((method) => method.channel === "online");
    if (!online) draft.say("Nguồn không nêu cách nộp trực tuyến cho thủ tục này.");
    draft.speak(channels.length > 0 ? `Có thể nộp: ${channels.join(", ")}.` : "Nguồn không nêu cách nộp.");
  },
  steps(procedure, draft) {
    sayList(procedure, draft, "steps", {
      pointer: "/steps",
      rows: procedure.steps,
      unstated: "các bước thực hiện",
      spoken: "Trước hết",
    });
  },
  result(procedure, draft) {
    sayInLine(procedure, draft, "result", {
      pointer: "/result",
      rows: procedure.result,
      unstated: "kết quả",
      spoken: "Kết quả",
    });
  },
  legal(procedure, draft) {
    sayList(procedure, draft, "legal", {
      pointer: "/legalBases",
      rows: procedure.legalBases,
      unstated: "căn cứ pháp lý",
      spoken: "Căn cứ",
    });
  },
  conditions(procedure, draft) {
    if (procedure.conditions.length === 0) {
      draft.say(`**${ASPECT_NAMES.conditions}**: nguồn không nêu yêu cầu riêng cho thủ tục này.`);
      draft.speak("Nguồn không nêu yêu cầu riêng.");
      return;
    }
    sayList(procedure, draft, "conditions", {
      pointer: "/conditions",
      rows: procedure.conditions,
      unstated: "",
      spoken: "Yêu cầu",
    });
  },
  audience(procedure, draft) {
    sayInLine(procedure, draft, "audience", {
      pointer: "/audience",
      rows: procedure.audience,
      unstated: "đối tượng thực hiện",
      spoken: "Đối tượng",
    });
  },
  forms(procedure, draft) {
    const ofPapers = procedure.documents.flatMap(({ items }) => items.flatMap((item) => item.form ?? []));
    const forms = [...new Set([...ofPapers, ...procedure.forms])];
    if (forms.length === 0) {
      draft.say(`**${ASPECT_NAMES.forms}**: nguồn không nêu mẫu đơn cho thủ tục này.`);
      draft.speak("Nguồn không nêu mẫu đơn.");
      return;
    }
    cite(draft, procedure, "/documents/form", "forms", forms);
    draft.say(`**${ASPECT_NAMES.forms}**\n${bullets(forms.map(shown))}`);
    draft.speak(`Mẫu cần dùng: ${forEar(forms[0]!)}`);
  },
};

const ASPECT_QUESTIONS: Readonly<Partial<Record<Aspect, string>>> = {
  documents: "Hồ sơ gồm những gì?",
  time: "Mất bao lâu?",
  fee: "Lệ phí bao nhiêu?",
  place: "Nộp ở đâu?",
  methods: "Nộp trực tuyến được không?",
  steps: "Các bước làm thế nào?",
};

/** Titles of laws name districts by right; nobody is sent there by them. */
export const TITLES: ReadonlySet<Aspect> = new Set(["legal", "forms"]);
export const WITH_ISSUER = /\.[A-Z]\d{2,3}$/;

export function answerProcedure(query: Omit<ProcedureQuery, "kind">, context: AnswerContext): DraftReply {
  const draft = newDraft(context);
  draft.kind = "procedure";
  const procedure = procedureByCode(context.knowledge, query.code);
  const asked = query.aspects.length > 0 ? query.aspects : query.asksWhether ? whetherOf(procedure) : SUMMARY;
  draft.procedures = [{ code: procedure.code, name: procedure.name, aspects: [...asked] }];
  introduce(procedure, draft);
  if (query.assumed) draft.say(ASSUMED);
  confirmClaim(procedure, query.claim, draft);
  confirmPlace(procedure, query.filedAt, draft);
  const words = query.words ?? [];
  const isQuoted = quoteMentioned(procedure, words, draft);
  const isUntold = query.particular === true && !isQuoted && !mentions(procedure, words);
  if (isUntold && words.length > 0 && query.aspects.length === 0) draft.say(UNTOLD).speak(UNTOLD);
  for (const aspect of asked) {
    const before = draft.paragraphs.length;
    SECTIONS[aspect](procedure, draft, query.cases);
    if (!TITLES.has(aspect)) warnOfDistrict(draft, draft.paragraphs.slice(before));
  }
  for (const doubt of procedure.doubts) {
    const said = DOUBT_WORDS[doubt];
    if (said && asked.some((aspect) => said.aspects.includes(aspect))) draft.say(said.text);
  }
  if (query.aspects.length !== 1 || query.aspects[0] !== "legal") {
    const isWide = query.aspects.length === 0 || asked.includes("conditions");
    const nearest = byWords(procedure.notes, words);
    const notes = isWide
      ? nearest.slice(0, isUntold ? nearest.length : 3)
      : [...new Set([...procedure.notes.slice(0, 1), ...nearest.slice(0, 1)])];
    if (notes.length > 0) {
      cite(draft, procedure, "/notes", "notes", notes);
      draft.say(`**Lưu ý**\n${bullets(notes)}`);
    }
  }
  if (!asked.every((aspect) => TITLES.has(aspect))) warnOfDistrict(draft, draft.paragraphs);
  if (asked.includes("fee") || asked.includes("time")) draft.say(CHECK_AGAIN);
  suggestNext(query, asked, draft, context);
  return draft.finish();
}

/** "Có được không?" is first of all answered by what is required. */
const whetherOf = ({ conditions }: ProcedureRecord): readonly Aspect[] =>
  conditions.length > 0 ? ["conditions", ...SUMMARY] : SUMMARY;

/** Those that hold most of the question's words first, else in their order. */
export function byWords(notes: readonly string[], words: readonly string[]): string[] {
  const held = (note: string) => {
    const own = new Set(tokenize(note).map(({ folded }) => folded));
    return words.filter((word) => own.has(word)).length;
  };
  return [...notes].sort((a, b) => held(b) - held(a));
}

/** A channel may show no more than three: two aspects and one neighbour come first, then the rest in turns. */
function suggestNext(
  query: Omit<ProcedureQuery, "kind">,
  asked: readonly Aspect[],
  draft: Draft,
  context: AnswerContext,
): void {
  const near = nearChoices(query, context.knowledge).map(({ label }) => label);
  const aspects = Object.entries(ASPECT_QUESTIONS)
    .filter(([aspect]) => !asked.includes(aspect as Aspect))
    .map(([, question]) => question);
  draft.suggest(...aspects.slice(0, 2), ...near.slice(0, 1), ...aspects.slice(2, 3), ...near.slice(1));
  draft.suggest(...aspects);
}

function introduce(procedure: ProcedureRecord, draft: Draft): void {
  cite(draft, procedure, "/name", "name", [procedure.name]);
  const code = procedure.printedCode === null ? "" : ` (mã ${procedure.code})`;
  draft.say(`**${procedure.name}**${code}`);
  draft.speak(forEar(procedure.name));
  if (procedure.reviewed) return;
  if (WITH_ISSUER.test(procedure.code) && procedure.issuer) {
    cite(draft, procedure, "/issuer", "issuer", [procedure.issuer]);
    draft.say(`Bản của: ${shown(procedure.issuer)}.`);
  }
  const compiled = procedure.doubts.includes("compiled_page") ? ` ${COMPILED}` : "";
  const file = procedure.origin ? ` ${procedure.origin.file}` : "";
  draft.say(`Chưa đối chiếu; số liệu theo nguồn${file}.${compiled}`);
}

/** Once an answer. */
function warnOfDistrict(draft: Draft, paragraphs: readonly string[]): void {
  if (draft.paragraphs.includes(DISTRICT_ENDED) || !paragraphs.some(mentionsDistrict)) return;
  draft.compute(DISTRICT_ENDED_ON, DISTRICT_RULE);
  draft.say(DISTRICT_ENDED);
  draft.speak(DISTRICT_ENDED);
}
