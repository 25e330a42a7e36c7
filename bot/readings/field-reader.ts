/** "Thủ tục hộ tịch", "làm giấy tờ về đất đai": only a field is named, so the procedures of the field are put to choice. */

import type { KnowledgeBase } from "../../knowledge/knowledge-base.ts";
import type { ProcedureRecord } from "../../knowledge/records.ts";
import { tokenize } from "../../knowledge/vietnamese/tokens.ts";
import { procedureLabels } from "../answers/context.ts";
import { PhraseIndex } from "../understanding/phrases.ts";
import { aspectsOf } from "./aspects.ts";
import { has, type QueryReader } from "./context.ts";

const MAX_CHOICES = 5;

/** "Cấp, quản lý căn cước" is called "căn cước". */
const FORMAL =
  /^(?:(?:đăng ký|quản lý|cấp|thu|sát hạch|hoạt động|thành lập|thực hiện|giải quyết|chính sách|công tác|lĩnh vực)(?:\s*,\s*|\s+và\s+|\s+))+/iu;

export const readField: QueryReader = (context) => {
  const { question, knowledge, topics } = context;
  const words = question.procedureTopics[0]!;
  if (words.length === 0 || question.procedureCodes.length > 0) return undefined;
  if (has(context, "lead", "coordinating", "task", "plan", "appendix", "target", "duty", "compare"))
    return undefined;
  if (question.mentions.some((mention) => !mention.weak)) return undefined;
  if (topics.procedureNamesIn(words).size > 0) return undefined;
  const [whole] = fieldsOf(knowledge)
    .find(words)
    .filter(({ from, to }) => from === 0 && to === words.length);
  if (!whole) return undefined;
  const codes = central(knowledge.procedures, whole.value).slice(0, MAX_CHOICES);
  if (codes.length < 2) return undefined;
  const labels = procedureLabels(knowledge, codes);
  const aspects = aspectsOf(context);
  return {
    kind: "clarification",
    question: "Lĩnh vực này có nhiều thủ tục. Anh/chị hỏi thủ tục nào, hay cho biết rõ việc cần làm?",
    options: codes.map((code, i) => ({ label: labels[i]!, query: { kind: "procedure", code, aspects } })),
  };
};

const known = new WeakMap<readonly ProcedureRecord[], PhraseIndex<string>>();

function fieldsOf({ procedures }: Pick<KnowledgeBase, "procedures">): PhraseIndex<string> {
  const built = known.get(procedures);
  if (built) return built;
  const index = new PhraseIndex<string>();
  for (const field of new Set(procedures.map((row) => row.field))) {
    const names = new Set([field, field.replace(FORMAL, "")]);
    for (const name of names) if (tokenize(name).length > 0) index.add(name, field);
  }
  known.set(procedures, index);
  return index;
}

/** Plain procedures of the field; those with most variants and most names of their own are asked for most. */
function central(procedures: readonly ProcedureRecord[], field: string): string[] {
  const own = procedures.filter((row) => row.field === field);
  const names = ({ code, aliases }: ProcedureRecord) =>
    aliases.length + own.filter((row) => row.variantOf === code).length;
  return own
    .filter((row) => row.variantOf === null)
    .sort((a, b) => names(b) - names(a) || a.name.length - b.name.length)
    .map((row) => row.code);
}
