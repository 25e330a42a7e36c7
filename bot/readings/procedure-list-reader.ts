/** "Có những thủ tục nào?" */
import { has, hasProcedureTopic, type QueryReader } from "./context.ts";

export const readProcedureList: QueryReader = (context) => {
  const { question } = context;
  const asksList =
    has(context, "askList", "askCount") ||
    /nào|nao|gì|những|nhung|các|cac|danh sách|mấy|bao nhiêu/iu.test(question.text);
  if (
    has(context, "procedure") &&
    asksList &&
    !hasProcedureTopic(context) &&
    [...question.cues].every((cue) => !cue.startsWith("aspect"))
  ) {
    return { kind: "procedures", codes: context.knowledge.procedures.map((row) => row.code) };
  }
  return undefined;
};
