/** What a format finds in its source, still in words, and the one way from there to a record. */
import { describePlace, type Locator } from "../../readers/document.ts";
import { parseDuration } from "../duration.ts";
import { parseFee } from "../fee.ts";
import { type ProcedureCode, parseCode } from "./code.ts";
import type { ImportedMethod, ImportedProcedure, RecordProblem } from "./imported-procedure.ts";
import { type LegalDraft, legalLines } from "./legal-bases.ts";
import { groupPapers, type PaperDraft } from "./papers.ts";
import { scrambledLine, splitSteps } from "./steps.ts";
import { parseChannel, parseLevels, splitAudience, splitLines, stated } from "./values.ts";

export interface MethodDraft {
  /** As printed: "Trực tuyến". */
  channel: string;
  time: string | null;
  /** One cell each; a method has one unless the source lists several. */
  fees: (string | null)[];
  note: string | null;
}

/** Every text as printed; "Không có thông tin" and the like may stand anywhere. */
export interface ProcedureDraft {
  code: string | null;
  name: string | null;
  field?: string | null;
  level?: string | null;
  issuer?: string | null;
  agency?: string | null;
  authority?: string | null;
  address?: string | null;
  audience?: string | null;
  /** One text, cut here; or a list that the source has cut. */
  steps?: string | string[] | null;
  methods?: MethodDraft[];
  papers?: PaperDraft[];
  result?: string[];
  legal?: LegalDraft[];
  conditions?: string | null;
  description?: string | null;
  keywords?: string | null;
  decision?: string | null;
  url?: string | null;
  /** Found by the format itself. */
  problems?: RecordProblem[];
}

const DISTRICT =
  /(?:cấp huyện|(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Phòng[^.,;\n]{0,40}) (?:cấp )?(?:huyện|quận))/iu;

/** Null when the draft has no name. `place` is where the record begins. */
export function buildProcedure(
  draft: ProcedureDraft,
  source: { format: string; file: string; place: Locator },
): ImportedProcedure | null {
  const name = stated(draft.name);
  if (name === null) return null;
  const problems: RecordProblem[] = [...(draft.problems ?? [])];
  const codeFull = stated(draft.code);
  const code = codeFull === null ? null : parseCode(codeFull);
  if (codeFull === null) problems.push({ kind: "code_missing", text: "nguồn không ghi mã thủ tục" });
  else if (!code)
    problems.push({ kind: "code_invalid", text: `mã ${codeFull} sai dạng, không dùng để tra cứu` });
  const methods = (draft.methods ?? []).map((method) => buildMethod(method, problems));
  const papers = groupPapers(draft.papers ?? []);
  problems.push(...papers.problems);
  const steps = Array.isArray(draft.steps)
    ? draft.steps.filter((step) => stated(step) !== null)
    : splitSteps(stated(draft.steps));
  const scrambled = typeof draft.steps === "string" ? scrambledLine(draft.steps) : null;
  if (scrambled)
    problems.push({ kind: "steps_scrambled", text: `trình tự bị xáo chữ tại nguồn: “…${scrambled}…”` });
  const conditions = splitLines(stated(draft.conditions));
  const district = DISTRICT.exec([draft.agency, draft.authority, draft.address, ...steps].join("\n"))?.[0];
  if (district)
    problems.push({
      kind: "mentions_district",
      text: `còn nhắc cấp huyện đã bỏ từ 01/7/2025: “${district}”`,
    });
  return {
    format: source.format,
    codeFull,
    ...codeFields(code),
    name,
    field: stated(draft.field),
    levels: parseLevels(stated(draft.level)),
    levelPrinted: stated(draft.level),
    issuer: stated(draft.issuer),
    agency: stated(draft.agency),
    authority: stated(draft.authority),
    address: stated(draft.address),
    audience: splitAudience(stated(draft.audience)),
    steps,
    methods,
    documents: papers.documents,
    forms: papers.forms,
    result: (draft.result ?? []).flatMap((row) => stated(row.replace(/(?<!\s)\s*\(Mã:[^()]*\)/gu, "")) ?? []),
    legalBases: legalLines(draft.legal ?? []),
    conditions,
    description: stated(draft.description),
    keywords: splitLines(stated(draft.keywords)),
    decision: stated(draft.decision)?.replace(/^Quyết định số\s+/iu, "") ?? null,
    url: stated(draft.url),
    problems,
    source: {
      file: source.file,
      locator: describePlace(source.place),
      line: source.place.kind === "line" ? source.place.line : null,
      row: source.place.kind === "row" ? source.place.row : null,
    },
  };
}

function codeFields(code: ProcedureCode | null) {
  if (!code) return { code: null, codeKind: "none" as const, issuerSuffix: null };
  return { code: code.code, codeKind: code.kind, issuerSuffix: code.suffix };
}

function buildMethod(draft: MethodDraft, problems: RecordProblem[]): ImportedMethod {
  const channel = parseChannel(draft.channel);
  if (channel === null && draft.channel !== "") {
    problems.push({ kind: "channel_unknown", text: `không rõ cách nộp: “${draft.channel}”` });
  }
  const note = stated(draft.note);
  const time = parseDuration(draft.time, note);
  const fees = draft.fees.map((fee) => parseFee(fee, channel));
  const where = draft.channel === "" ? "" : ` (${draft.channel})`;
  for (const doubt of time.doubts) {
    if (doubt === "range" || doubt === "several") continue;
    problems.push({ kind: `time_${doubt}`, text: `${TIME_DOUBTS[doubt]}${where}: “${clip(time.printed)}”` });
  }
  for (const fee of fees) {
    for (const doubt of fee.doubts) {
      problems.push({ kind: `fee_${doubt}`, text: `${FEE_DOUBTS[doubt]}${where}: “${clip(fee.printed)}”` });
    }
  }
  return { channel, time, fees: fees.length > 0 ? fees : [parseFee(null)], note };
}

const clip = (text: string | null): string =>
  text === null ? "" : text.length > 90 ? `${text.slice(0, 90)}…` : text;

const TIME_DOUBTS = {
  unit_missing: "thời hạn không ghi đơn vị",
  zero: "thời hạn bằng 0",
} as const;

const FEE_DOUBTS = {
  free_label_with_amount: "ghi “Miễn phí” nhưng ghi chú có mức thu",
  free_label_with_council: "ghi “Miễn phí” nhưng mức thu do Hội đồng nhân dân quyết định",
  free_label_unproven: "ghi “Miễn phí” hoặc số 0 mà không có căn cứ, coi như không nêu",
  label_implausible: "số tiền nhỏ bất thường, đã bỏ",
  label_differs: "số tiền ở ô phí khác ghi chú",
  council_with_amount: "có mức thu dù do Hội đồng nhân dân quyết định",
} as const;
