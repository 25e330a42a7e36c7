/** One procedure: the aspects that were asked, in a form to act on; without an aspect, a summary. */

import { CIRCUMSTANCES } from "../../knowledge/circumstances.ts";
import type { Aspect, Doubt, ProcedureRecord } from "../../knowledge/records.ts";
import { tokenize } from "../../knowledge/vietnamese/tokens.ts";
import { DISTRICT_ENDED, DISTRICT_ENDED_ON, DISTRICT_RULE, mentionsDistrict } from "../district.ts";
import type { Draft, DraftReply } from "../draft.ts";
import type { ProcedureQuery } from "../query.ts";
import { type AnswerContext, bullets, capitalize, newDraft, procedureByCode, shown } from "./context.ts";
import { casedRows, caseOf, decidingOf, sayCase } from "./procedure-case.ts";
import { nearChoices } from "./procedure-choices.ts";
import { confirmClaim, confirmPlace, mentions, quoteMentioned } from "./procedure-facts.ts";
import { sayFit } from "./procedure-fit.ts";
import { SECTIONS } from "./procedure-sections.ts";
import { cite, dayOf, forEar } from "./procedure-words.ts";

const ONLY_WHETHER: readonly Aspect[] = ["conditions", "place"];
const SUMMARY: readonly Aspect[] = ["documents", "time", "fee", "place"];
const CHECK_AGAIN =
  "Mức thu và thời hạn có thể thay đổi: kiểm tra lại tại Cổng Dịch vụ công quốc gia trước khi nộp.";

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
  const whole = procedureByCode(context.knowledge, query.code);
  const { procedure, cases } = caseOf(whole, query);
  const asked = query.aspects.length > 0 ? query.aspects : query.asksWhether ? whetherOf(procedure) : SUMMARY;
  draft.procedures = [{ code: procedure.code, name: procedure.name, aspects: [...asked] }];
  introduce(procedure, draft);
  if (query.assumed) draft.say(ASSUMED);
  const day = dayOf(context);
  const fit = query.situation ? sayFit(whole, query.situation, context.knowledge, draft) : "own";
  sayCase(whole, query, { aspects: asked, day }, draft);
  confirmClaim(procedure, query.claim, day, draft);
  confirmPlace(procedure, query.filedAt, draft);
  const words = query.words ?? [];
  const isQuoted = quoteMentioned(procedure, words, draft);
  const isUntold = query.particular === true && !isQuoted && !mentions(procedure, words);
  if (isUntold && words.length > 0 && query.aspects.length === 0) draft.say(UNTOLD).speak(UNTOLD);
  // Whoever asks for papers by name is told them beside the warning; a sheet that nobody asked for isn't printed.
  const sections = fit === "none" && query.aspects.length === 0 ? ONLY_WHETHER : asked;
  for (const aspect of sections) {
    const before = draft.paragraphs.length;
    SECTIONS[aspect](procedure, draft, { cases, day });
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
  if (!cases) askCase(decidingOf(casedRows(procedure, query.aspects), query.situation), draft);
  suggestNext(query, asked, draft, context);
  return draft.finish();
}

/** The one question that decides, where the story left it open. */
function askCase(deciding: ReturnType<typeof decidingOf>, draft: Draft): void {
  if (!deciding) return;
  const words: Readonly<Record<string, string>> = CIRCUMSTANCES[deciding.id].values;
  const values = deciding.values.map((value) => words[value]!);
  draft.say(`${deciding.question} (${values.join("; ")})`);
  draft.speak(deciding.question);
  draft.suggest(...values.map(capitalize));
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
