/** Whether a procedure is the asker's at all: what was told may speak for another one, or for none. */
import { CIRCUMSTANCES, listsOf, type When } from "../../knowledge/circumstances.ts";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.ts";
import type { ProcedureRecord } from "../../knowledge/records.ts";
import type { Draft } from "../draft.ts";
import { lateOf, settle } from "../situations/settle.ts";
import { meets, metCount, type Situation } from "../situations/situation.ts";
import { findProcedure, procedureByCode, shown, withoutStop } from "./context.ts";
import { cite } from "./procedure-words.ts";

/** What is told of the fit; "none": no procedure that is known is for the case, and this one isn't either; "open": some of what
 *  it turns on was told, and not all. */
export type Fit = "own" | "another" | "none" | "open";

export function sayFit(
  procedure: ProcedureRecord,
  situation: Situation,
  knowledge: Pick<KnowledgeBase, "procedures">,
  draft: Draft,
): Fit {
  const find = (code: string) => findProcedure(knowledge, code);
  const { code, reason } = settle(procedure.code, situation, find);
  if (code !== procedure.code) {
    const other = procedureByCode(knowledge, code);
    cite(draft, procedure, "/relations", "relations", [reason]);
    cite(draft, other, "/name", "name", [other.name]);
    // The reason may say more than what was told of it ("đủ tuổi và đủ 15 năm đóng").
    const words = `Nếu đúng là trường hợp này (${withoutStop(reason)}), thủ tục hợp hơn là **${other.name}** (mã ${code}).`;
    draft.say(words).speak(words.replaceAll("**", ""));
    draft.procedures.push({ code, name: other.name, aspects: [] });
    draft.suggest(`${other.name}: hồ sơ gồm những gì?`);
    return "another";
  }
  const late = lateOf(procedure, situation)?.days;
  const { exceptWhen, instead } = procedure.relations;
  const except = [...exceptWhen, ...instead].find(({ when }) => meets(situation, when, late) === true);
  if (except) {
    const said = withoutStop(shown(except.text));
    cite(draft, procedure, "/relations", "relations", [said]);
    draft.say(`**Trường hợp anh/chị kể không theo thủ tục này**: ${said}.`);
    draft.speak(`Trường hợp anh chị kể không theo thủ tục này: ${said}.`);
    return "none";
  }
  const possible = exceptWhen.find(
    ({ when }) => meets(situation, when, late) === undefined && metCount(situation, when) > 0,
  );
  if (!possible) return "own";
  const said = withoutStop(shown(possible.text));
  cite(draft, procedure, "/relations", "relations", [said]);
  draft.say(`**Không theo thủ tục này nếu**: ${said}.`);
  draft.speak(`Không theo thủ tục này nếu: ${said}.`);
  return "open";
}

/** For whom it is, where what was told speaks of another: whether it does so is left to the asker. */
export function sayMismatch(procedure: ProcedureRecord, situation: Situation, draft: Draft): void {
  const { appliesWhen } = procedure.relations;
  if (meets(situation, appliesWhen, lateOf(procedure, situation)?.days) !== false) return;
  const whom = whenInWords(unmet(appliesWhen, situation));
  cite(draft, procedure, "/relations", "relations", [whom]);
  const words = `Thủ tục này dành cho trường hợp ${whom}; trường hợp khác thì anh/chị hỏi nơi tiếp nhận trước khi nộp.`;
  draft.say(words).speak(words);
}

/** The circumstances that what was told speaks against. */
function unmet(condition: When, situation: Situation): When {
  const rows = Object.entries(condition).filter(
    ([id, wanted]) => meets(situation, { [id]: wanted } as When) === false,
  );
  return Object.fromEntries(rows) as When;
}

/** "bị mất hoặc bị hỏng; dưới 14 tuổi". */
export function whenInWords(condition: When): string {
  const { age } = condition;
  const words = listsOf(condition).map(([id, wanted]) => {
    const values: Readonly<Record<string, string>> = CIRCUMSTANCES[id].values;
    return wanted.map((value) => values[value]).join(" hoặc ");
  });
  const years = [
    ...(age?.from === undefined ? [] : [`từ ${age.from} tuổi`]),
    ...(age?.below === undefined ? [] : [`dưới ${age.below} tuổi`]),
  ].join(", ");
  return [...words, ...(years === "" ? [] : [years])].join("; ");
}
