/** The procedures that are indexed: the reviewed ones by field, the imported ones counted. */
import { type DraftReply, procedureEvidence } from "../draft.ts";
import { type AnswerContext, bullets, newDraft, procedureByCode } from "./context.ts";

/** Of the imported ones. */
const MAX_FIELDS = 12;

export function answerProcedures(query: { codes: string[] }, context: AnswerContext): DraftReply {
  const draft = newDraft(context);
  draft.kind = "procedures";
  const all = query.codes.map((code) => procedureByCode(context.knowledge, code));
  const procedures = all.filter((row) => row.reviewed);
  const imported = all.filter((row) => !row.reviewed);
  draft.procedures = procedures.map(({ code, name }) => ({ code, name, aspects: [] }));
  const count = draft.compute(procedures.length, "đếm các thủ tục đang có trong trợ lý");
  draft.say(`Trợ lý đang có **${count}** thủ tục đã được đối chiếu với nguồn:`);
  draft.speak(`Trợ lý đang có ${count} thủ tục.`);
  const fields = [...new Set(procedures.map((procedure) => procedure.field))];
  for (const field of fields) {
    const rows = procedures.filter((procedure) => procedure.field === field);
    draft.say(`**${field}**\n${bullets(rows.map((row) => row.name))}`);
    for (const row of rows) {
      draft.cite(procedureEvidence(row, "/name", "Tên thủ tục", row.name));
      draft.cite(procedureEvidence(row, "/field", "Lĩnh vực", row.field));
    }
  }
  draft.speak(`Các lĩnh vực: ${fields.join("; ")}.`);
  if (imported.length > 0) {
    const others = draft.compute(imported.length, "đếm các thủ tục nạp từ tệp của đơn vị");
    const byField = new Map<string, typeof imported>();
    for (const row of imported) {
      const field = row.field || "Nguồn không ghi lĩnh vực";
      byField.set(field, [...(byField.get(field) ?? []), row]);
    }
    const largest = [...byField].sort((a, b) => b[1].length - a[1].length);
    const lines = largest.slice(0, MAX_FIELDS).map(([field, rows]) => {
      if (rows[0]!.field) draft.cite(procedureEvidence(rows[0]!, "/field", "Lĩnh vực", rows[0]!.field));
      return `${field}: ${draft.compute(rows.length, "đếm các thủ tục của lĩnh vực")}`;
    });
    const rest = largest.length - lines.length;
    if (rest > 0) lines.push(`và ${draft.compute(rest, "đếm các lĩnh vực còn lại")} lĩnh vực khác`);
    draft.say(
      `Ngoài ra có **${others}** thủ tục nạp từ tệp của đơn vị, chưa đối chiếu; anh/chị hỏi theo tên:\n${bullets(lines)}`,
    );
    draft.speak(`Ngoài ra có ${others} thủ tục nạp từ tệp của đơn vị, chưa đối chiếu.`);
  }
  draft.suggest(...all.slice(0, 3).map((row) => `${row.name}: hồ sơ gồm những gì?`));
  draft.withoutSourceLine();
  return draft.finish();
}
