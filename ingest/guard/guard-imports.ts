/** Records of added files, every text of them guarded (see guard-text.ts): what an answer is made of, what is searched
 *  and what a language model reads is the guarded text alone. Each finding goes to the report of its file. */

import { parseDuration } from "../parsers/duration.ts";
import { parseFee } from "../parsers/fee.ts";
import type {
  ImportedMethod,
  ImportedProcedure,
  ImportedText,
  LeftOut,
} from "../parsers/imported/imported-procedure.ts";
import type { PrintedPlan } from "../parsers/plan/printed-plan.ts";
import { officialLink } from "./addresses.ts";
import { guardedPlan } from "./guard-plan.ts";
import { type Finding, guardedText, type TextGuard } from "./guard-text.ts";

export interface Guarded {
  procedures: ImportedProcedure[];
  documents: ImportedText[];
  plans: PrintedPlan[];
  findings: LeftOut[];
}

const LONGEST_SHOWN = 160;

export function guardImports(
  procedures: readonly ImportedProcedure[],
  documents: readonly ImportedText[],
  plans: readonly PrintedPlan[],
  officialDomains: readonly string[],
): Guarded {
  const findings = new Map<string, LeftOut>();
  const plain = new Set<string>();
  const guardFor = (file: string, place: string): TextGuard => ({
    file,
    officialDomains,
    plain,
    found: (finding) => {
      const row = toLeftOut(file, place, finding);
      findings.set(`${file}\n${place}\n${row.reason}`, row);
    },
  });
  return {
    procedures: procedures.flatMap((row) => {
      const { file, locator } = row.source;
      const guarded = guardedProcedure(row, guardFor(file, locator));
      if (guarded) return [guarded];
      const reason = "bản ghi không còn tên sau khi lược câu ra lệnh";
      findings.set(`${file}\n${locator}`, { file, place: locator, kind: "name_missing", reason });
      return [];
    }),
    documents: documents.map((text) => guardedDocument(text, guardFor)),
    plans: plans.map((plan) => guardedPlan(plan, guardFor)),
    findings: [...findings.values()],
  };
}

function toLeftOut(file: string, place: string, { action, what, sentence }: Finding): LeftOut {
  const shown = sentence.length > LONGEST_SHOWN ? `${sentence.slice(0, LONGEST_SHOWN)}…` : sentence;
  return action === "leave_out"
    ? { file, place, kind: "instruction", reason: `câu ${what}, đã lược: “${shown}”` }
    : { file, place, kind: "quoted", reason: `câu ${what}, trợ lý chỉ dẫn lại là lời của tệp: “${shown}”` };
}

/** Null when nothing is left of its name. */
function guardedProcedure(row: ImportedProcedure, guard: TextGuard): ImportedProcedure | null {
  const text = (value: string): string => guardedText(value, guard);
  const optional = (value: string | null): string | null => (value === null ? null : text(value) || null);
  const list = (values: readonly string[]): string[] => values.map(text).filter((value) => value !== "");
  const name = text(row.name);
  if (!/\p{L}/u.test(name)) return null;
  return {
    ...row,
    name,
    field: optional(row.field),
    levelPrinted: optional(row.levelPrinted),
    issuer: optional(row.issuer),
    agency: optional(row.agency),
    authority: optional(row.authority),
    address: optional(row.address),
    audience: list(row.audience),
    steps: list(row.steps),
    methods: row.methods.map((method) => guardedMethod(method, text)),
    documents: row.documents.flatMap(({ case: title, items }) => {
      const kept = items.flatMap((item) => {
        const words = text(item.text);
        return words === "" ? [] : [{ ...item, text: words, form: optional(item.form) }];
      });
      return kept.length === 0 ? [] : [{ case: text(title), items: kept }];
    }),
    forms: list(row.forms),
    result: list(row.result),
    legalBases: list(row.legalBases),
    conditions: list(row.conditions),
    description: optional(row.description),
    keywords: list(row.keywords),
    decision: optional(row.decision),
    url: guardedLink(row.url, guard),
  };
}

function guardedLink(url: string | null, { officialDomains, found }: TextGuard): string | null {
  const link = officialLink(url, officialDomains);
  if (url !== null && link === null)
    found({ action: "leave_out", what: "là liên kết ngoài tên miền chính thức", sentence: url });
  return link;
}

/** Values are read anew from what is left of their words. */
function guardedMethod(method: ImportedMethod, text: (value: string) => string): ImportedMethod {
  const note = method.note === null ? null : text(method.note) || null;
  const time = method.time.printed === null ? "" : text(method.time.printed);
  const isSameTime = time === (method.time.printed ?? "") && note === method.note;
  return {
    ...method,
    note,
    time: isSameTime ? method.time : parseDuration(time || null, note),
    fees: method.fees.map((fee) => {
      if (fee.printed === null) return fee;
      const printed = text(fee.printed);
      return printed === fee.printed ? fee : parseFee(printed || null, method.channel);
    }),
  };
}

function guardedDocument(
  { file, title, passages }: ImportedText,
  guardFor: (file: string, place: string) => TextGuard,
): ImportedText {
  const headings = new Map<string, string>();
  return {
    file,
    title: guardedText(title, guardFor(file, "tên văn bản")) || file,
    passages: passages.flatMap((passage) => {
      const guard = guardFor(file, passage.locator);
      const text = guardedText(passage.text, guard);
      if (text === "") return [];
      return [
        {
          ...passage,
          text,
          headings: passage.headings.flatMap((heading) => {
            const known = headings.get(heading) ?? guardedText(heading, guard);
            headings.set(heading, known);
            return known === "" ? [] : [known];
          }),
        },
      ];
    }),
  };
}
