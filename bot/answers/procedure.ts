/** One procedure: the aspects that were asked, in a form to act on; without an aspect, a summary. */
import type { Aspect, ProcedureRecord } from "../../knowledge/records.ts";
import { type Draft, type DraftReply, procedureEvidence } from "../draft.ts";
import type { ProcedureQuery } from "../query.ts";
import { type AnswerContext, bullets, newDraft, procedureByCode, sentence, withoutStop } from "./context.ts";
import { confirmClaim, quoteMentioned } from "./procedure-facts.ts";

const CHANNELS = { in_person: "Trực tiếp", online: "Trực tuyến", post: "Qua bưu chính" } as const;
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

type Section = (procedure: ProcedureRecord, draft: Draft, alone: boolean) => void;

/** Adds a statement with the record's words as its quote. */
function cite(
  draft: Draft,
  procedure: ProcedureRecord,
  pointer: string,
  part: Aspect | "name" | "notes",
  quotes: readonly string[],
): void {
  const locator = part === "name" ? "Tên thủ tục" : part === "notes" ? "Lưu ý" : ASPECT_NAMES[part];
  quotes.forEach((quote, i) => {
    const path = quotes.length > 1 ? `${pointer}/${i}` : pointer;
    draft.cite(procedureEvidence(procedure, path, locator, quote));
  });
}

function copies(original: number, copy: number): string {
  const parts = [original > 0 ? `${original} bản chính` : "", copy > 0 ? `${copy} bản sao` : ""].filter(
    Boolean,
  );
  return parts.length > 0 ? ` (${parts.join(", ")})` : "";
}

/** Channels that share a value are said once: "Trực tiếp, Trực tuyến: 3 ngày làm việc". */
function byChannel(
  procedure: ProcedureRecord,
  value: (method: ProcedureRecord["methods"][number]) => string,
): { channels: string; value: string }[] {
  const groups = new Map<string, string[]>();
  for (const method of procedure.methods) {
    const text = value(method);
    const channels = groups.get(text) ?? [];
    if (!channels.includes(CHANNELS[method.channel])) channels.push(CHANNELS[method.channel]);
    groups.set(text, channels);
  }
  return [...groups].map(([text, channels]) => ({ channels: channels.join(", "), value: text }));
}

function sayByChannel(rows: { channels: string; value: string }[], title: string, draft: Draft): void {
  if (rows.length === 1) draft.say(`**${title}**: ${rows[0]!.value}`);
  else draft.say(`**${title}**\n${bullets(rows.map((row) => `${row.channels}: ${row.value}`))}`);
}

const SECTIONS: Readonly<Record<Aspect, Section>> = {
  documents(procedure, draft) {
    for (const [index, group] of procedure.documents.entries()) {
      const items = group.items.map((item) => {
        const manner = item.manner === "show" ? "Xuất trình: " : "";
        const form = item.form && !item.text.includes(item.form) ? ` – mẫu: ${item.form}` : "";
        // The counts are fields of the cited record, so they stand in its quote too.
        const quote = `${item.text}${form}${copies(item.original, item.copy)}`;
        cite(draft, procedure, `/documents/${index}/items`, "documents", [quote]);
        return `${manner}${quote}`;
      });
      if (group.case) cite(draft, procedure, `/documents/${index}/case`, "documents", [group.case]);
      draft.say(`**${ASPECT_NAMES.documents}${group.case ? ` – ${group.case}` : ""}**\n${bullets(items)}`);
    }
    const first = procedure.documents[0]!;
    draft.speak(
      `Hồ sơ gồm: ${first.items
        .slice(0, 3)
        .map((item) => withoutStop(item.text))
        .join("; ")}${first.items.length > 3 ? "; và các giấy tờ khác" : ""}.`,
    );
  },
  time(procedure, draft) {
    const rows = byChannel(procedure, (method) => method.time.text);
    cite(
      draft,
      procedure,
      "/methods/time",
      "time",
      rows.map((row) => row.value),
    );
    sayByChannel(rows, ASPECT_NAMES.time, draft);
    draft.speak(`Thời hạn giải quyết: ${sentence(rows[0]!.value)}`);
  },
  fee(procedure, draft) {
    const rows = byChannel(procedure, (method) => method.fees.map((fee) => fee.text).join("; "));
    cite(
      draft,
      procedure,
      "/methods/fees",
      "fee",
      rows.map((row) => row.value),
    );
    sayByChannel(rows, ASPECT_NAMES.fee, draft);
    draft.speak(`Phí, lệ phí: ${sentence(rows[0]!.value)}`);
  },
  place(procedure, draft) {
    cite(draft, procedure, "/place", "place", [procedure.place]);
    draft.say(`**${ASPECT_NAMES.place}**: ${procedure.place}`);
    draft.speak(`Nơi nộp: ${sentence(procedure.place)}`);
  },
  methods(procedure, draft) {
    const rows = procedure.methods.map((method) => {
      const fees = method.fees.map((fee) => fee.text).join("; ");
      const quote = [method.time.text, fees, method.note].filter(Boolean).join(" · ");
      cite(draft, procedure, "/methods", "methods", [quote]);
      return `${CHANNELS[method.channel]}: ${quote}`;
    });
    draft.say(`**${ASPECT_NAMES.methods}**\n${bullets(rows)}`);
    const channels = [...new Set(procedure.methods.map((method) => CHANNELS[method.channel].toLowerCase()))];
    const online = procedure.methods.some((method) => method.channel === "online");
    if (!online) draft.say("Nguồn không nêu cách nộp trực tuyến cho thủ tục này.");
    draft.speak(`Có thể nộp: ${channels.join(", ")}.`);
  },
  steps(procedure, draft) {
    cite(draft, procedure, "/steps", "steps", procedure.steps);
    draft.say(`**${ASPECT_NAMES.steps}**\n${bullets(procedure.steps)}`);
    draft.speak(`Trước hết: ${sentence(procedure.steps[0]!)}`);
  },
  result(procedure, draft) {
    cite(draft, procedure, "/result", "result", procedure.result);
    draft.say(`**${ASPECT_NAMES.result}**: ${procedure.result.join("; ")}`);
    draft.speak(`Kết quả: ${sentence(procedure.result.join("; "))}`);
  },
  legal(procedure, draft) {
    cite(draft, procedure, "/legalBases", "legal", procedure.legalBases);
    draft.say(`**${ASPECT_NAMES.legal}**\n${bullets(procedure.legalBases)}`);
    draft.speak(`Căn cứ: ${sentence(procedure.legalBases[0]!)}`);
  },
  conditions(procedure, draft) {
    if (procedure.conditions.length === 0) {
      draft.say(`**${ASPECT_NAMES.conditions}**: nguồn không nêu yêu cầu riêng cho thủ tục này.`);
      draft.speak("Nguồn không nêu yêu cầu riêng.");
      return;
    }
    cite(draft, procedure, "/conditions", "conditions", procedure.conditions);
    draft.say(`**${ASPECT_NAMES.conditions}**\n${bullets(procedure.conditions)}`);
    draft.speak(`Yêu cầu: ${sentence(procedure.conditions[0]!)}`);
  },
  audience(procedure, draft) {
    cite(draft, procedure, "/audience", "audience", procedure.audience);
    draft.say(`**${ASPECT_NAMES.audience}**: ${procedure.audience.join("; ")}`);
    draft.speak(`Đối tượng: ${sentence(procedure.audience.join("; "))}`);
  },
  forms(procedure, draft) {
    const forms = [
      ...new Set(procedure.documents.flatMap(({ items }) => items.flatMap((item) => item.form ?? []))),
    ];
    if (forms.length === 0) {
      draft.say(`**${ASPECT_NAMES.forms}**: nguồn không nêu mẫu đơn cho thủ tục này.`);
      draft.speak("Nguồn không nêu mẫu đơn.");
      return;
    }
    cite(draft, procedure, "/documents/form", "forms", forms);
    draft.say(`**${ASPECT_NAMES.forms}**\n${bullets(forms)}`);
    draft.speak(`Mẫu cần dùng: ${sentence(forms[0]!)}`);
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

export function answerProcedure(query: Omit<ProcedureQuery, "kind">, context: AnswerContext): DraftReply {
  const draft = newDraft(context);
  draft.kind = "procedure";
  const procedure = procedureByCode(context.knowledge, query.code);
  const asked = query.aspects.length > 0 ? query.aspects : SUMMARY;
  draft.procedures = [{ code: procedure.code, name: procedure.name, aspects: [...asked] }];
  cite(draft, procedure, "/name", "name", [procedure.name]);
  draft.say(`**${procedure.name}** (mã ${procedure.code})`);
  draft.speak(sentence(procedure.name));
  confirmClaim(procedure, query.claim, draft);
  quoteMentioned(procedure, query.words ?? [], draft);
  for (const aspect of asked) SECTIONS[aspect](procedure, draft, asked.length === 1);
  if (query.aspects.length !== 1 || query.aspects[0] !== "legal") {
    const notes = procedure.notes.slice(
      0,
      query.aspects.length === 0 || asked.includes("conditions") ? 3 : 1,
    );
    if (notes.length > 0) {
      cite(draft, procedure, "/notes", "notes", notes);
      draft.say(`**Lưu ý**\n${bullets(notes)}`);
    }
  }
  if (asked.includes("fee") || asked.includes("time")) draft.say(CHECK_AGAIN);
  for (const [aspect, question] of Object.entries(ASPECT_QUESTIONS)) {
    if (!asked.includes(aspect as Aspect)) draft.suggest(question);
  }
  return draft.finish();
}
