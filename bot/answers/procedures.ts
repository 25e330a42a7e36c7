/** The procedures that are indexed, by field. */
import { type DraftReply, procedureEvidence } from "../draft.ts";
import { type AnswerContext, bullets, newDraft, procedureByCode } from "./context.ts";

export function answerProcedures(query: { codes: string[] }, context: AnswerContext): DraftReply {
  const draft = newDraft(context);
  draft.kind = "procedures";
  const procedures = query.codes.map((code) => procedureByCode(context.knowledge, code));
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
  draft.suggest(...procedures.slice(0, 3).map((row) => `${row.name}: hồ sơ gồm những gì?`));
  draft.withoutSourceLine();
  return draft.finish();
}
