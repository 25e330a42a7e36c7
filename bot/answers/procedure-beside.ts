/** What stands beside the answer about a procedure: its title, notes that the question touches, doubts of the source, the
 *  question that decides, and what may be asked next. */
import { CIRCUMSTANCES } from "../../knowledge/circumstances.ts";
import type { Aspect, Doubt, ProcedureRecord } from "../../knowledge/records.ts";
import { fold } from "../../knowledge/vietnamese/normalize.ts";
import { tokenize } from "../../knowledge/vietnamese/tokens.ts";
import type { Draft } from "../draft.ts";
import type { ProcedureQuery } from "../query.ts";
import { type AnswerContext, bullets, capitalize, shown } from "./context.ts";
import type { Asked } from "./findings/finding.ts";
import type { decidingOf } from "./procedure-case.ts";
import { nearChoices } from "./procedure-choices.ts";
import { sentencesOf, tellingSentence } from "./procedure-sentences.ts";
import { cite, forEar } from "./procedure-words.ts";

type Query = Omit<ProcedureQuery, "kind">;

const MOST_NOTES = 2;
/** Where the record doesn't tell in so many words, what people trip over is the likeliest to. */
const UNTOLD_NOTES = 3;
const MONEY = /mức đóng|mức hưởng|mức trợ cấp|số tiền|tiền đóng/iu;
const WHOLE_NOTES = 4;

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
const COMPILED = "Trang này do bên thứ ba tổng hợp lại, không phải bản công bố của cơ quan.";

const ASPECT_QUESTIONS: Readonly<Partial<Record<Aspect, string>>> = {
  documents: "Hồ sơ gồm những gì?",
  time: "Mất bao lâu?",
  fee: "Lệ phí bao nhiêu?",
  place: "Nộp ở đâu?",
  methods: "Nộp trực tuyến được không?",
  steps: "Các bước làm thế nào?",
};

export const WITH_ISSUER = /\.[A-Z]\d{2,3}$/;

export function sayDoubts({ doubts }: ProcedureRecord, told: readonly Aspect[], draft: Draft): void {
  for (const doubt of doubts) {
    const said = DOUBT_WORDS[doubt];
    if (said && told.some((aspect) => said.aspects.includes(aspect))) draft.say(said.text);
  }
}

/** Those that the question touches; in an open answer one at least. */
export function sayNotes(
  { procedure, query, knowledge }: Asked,
  { isOpen, isUntold, isOfFee }: { isOpen: boolean; isUntold: boolean; isOfFee: boolean },
  draft: Draft,
): void {
  if (query.aspects.length === 1 && query.aspects[0] === "legal") return;
  const said = draft.paragraphs.join("\n");
  const fresh = procedure.notes.filter(
    (note) => !said.includes(shown(note)) && !said.includes(shown(note).slice(1, -1)),
  );
  const words = query.said ?? query.words ?? [];
  const own = sentencesOf({ ...procedure, notes: fresh }).filter(({ pointer }) =>
    pointer.startsWith("/notes"),
  );
  const telling = (
    tellingSentence(own, query, knowledge) ?? tellingSentence(own, { about: words }, knowledge)
  )?.text;
  const ofMoney = isOfFee ? fresh.find((note) => MONEY.test(note)) : undefined;
  const touched = [
    ...new Set([
      ...(telling ? [telling] : []),
      ...(ofMoney ? [ofMoney] : []),
      ...(isOpen ? byWords(fresh, words.map(fold)).slice(0, isUntold ? UNTOLD_NOTES : 1) : []),
    ]),
  ];
  const notes = query.whole
    ? fresh.slice(0, WHOLE_NOTES)
    : touched.slice(0, isUntold ? UNTOLD_NOTES : MOST_NOTES);
  if (notes.length === 0) return;
  cite(draft, procedure, "/notes", "notes", notes);
  draft.say(notes.length === 1 ? `**Lưu ý**: ${shown(notes[0]!)}` : `**Lưu ý**\n${bullets(notes)}`);
}

/** The one question that decides, where the story left it open. */
export function askCase(deciding: ReturnType<typeof decidingOf>, draft: Draft): void {
  if (!deciding) return;
  const words: Readonly<Record<string, string>> = CIRCUMSTANCES[deciding.id].values;
  const values = deciding.values.map((value) => words[value]!);
  draft.say(`${deciding.question} (${values.join("; ")})`);
  draft.speak(deciding.question);
  draft.suggest(...values.map(capitalize));
}

/** Those that hold most of the question's words first, else in their order. */
export function byWords(notes: readonly string[], words: readonly string[]): string[] {
  const held = (note: string) => {
    const own = new Set(tokenize(note).map(({ folded }) => folded));
    return words.filter((word) => own.has(word)).length;
  };
  return [...notes].sort((a, b) => held(b) - held(a));
}

/** A channel may show no more than three: two aspects and one neighbour come first, then the rest in turns. */
export function suggestNext(
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

/** The first sentence says the name, and the source the code. */
export const isNamedIn = (
  key: readonly string[],
  { name, source, code, verifiedOn }: ProcedureRecord,
): boolean =>
  verifiedOn !== null &&
  source.title.includes(code) &&
  key.some((text) => text.toLowerCase().includes(name.toLowerCase()));

export function introduce(
  procedure: ProcedureRecord,
  { assumed }: Query,
  { draft, isNamed }: { draft: Draft; isNamed: boolean },
): void {
  cite(draft, procedure, "/name", "name", [procedure.name]);
  const code = procedure.printedCode === null ? "" : ` (mã ${procedure.code})`;
  if (!isNamed) draft.say(`**${procedure.name}**${code}`);
  draft.speak(`Thủ tục: ${forEar(procedure.name)}`);
  if (assumed) draft.say(ASSUMED);
  if (procedure.reviewed) return;
  if (WITH_ISSUER.test(procedure.code) && procedure.issuer) {
    cite(draft, procedure, "/issuer", "issuer", [procedure.issuer]);
    draft.say(`Bản của: ${shown(procedure.issuer)}.`);
  }
  const compiled = procedure.doubts.includes("compiled_page") ? ` ${COMPILED}` : "";
  const file = procedure.origin ? ` ${procedure.origin.file}` : "";
  draft.say(`Chưa đối chiếu; số liệu theo nguồn${file}.${compiled}`);
}
