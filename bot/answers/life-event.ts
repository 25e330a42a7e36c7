/** What an event of life needs: several procedures in their order, where each is filed and by when. */
import { type DraftReply, procedureEvidence } from "../draft.ts";
import type { LifeEventQuery } from "../query.ts";
import { type LifeStep, planOf } from "../situations/life-events.ts";
import {
  type AnswerContext,
  bullets,
  capitalize,
  findProcedure,
  newDraft,
  procedureByCode,
  shown,
  withoutStop,
} from "./context.ts";
import { cite } from "./procedure-words.ts";

const SPOKEN = 3;
const RULE = "đếm các việc nêu dưới đây";

export function answerLifeEvent(query: LifeEventQuery, context: AnswerContext): DraftReply {
  const draft = newDraft(context);
  draft.kind = "procedures";
  const { knowledge } = context;
  const find = (code: string) => findProcedure(knowledge, code);
  const { steps, together } = planOf(query.roots, query.situation, find);
  const recordOf = ({ code }: LifeStep) => (code === null ? undefined : procedureByCode(knowledge, code));
  const root = procedureByCode(knowledge, query.roots[0]!);
  // What the event begins with is what the reply is about first.
  const isRoot = ({ code }: LifeStep) => code !== null && query.roots.includes(code);
  const all = [...steps, ...together];
  draft.procedures = [...all.filter(isRoot), ...all.filter((step) => !isRoot(step))].flatMap((step) => {
    const record = recordOf(step);
    return record ? [{ code: record.code, name: record.name, aspects: [] }] : [];
  });
  const count = draft.compute(steps.length, RULE);
  const about = query.event === "" ? shown(root.name) : query.event;
  draft.say(`**${about}**: thường có **${count}** việc, làm lần lượt:`);
  const told = (step: LifeStep): string => {
    const record = recordOf(step);
    if (step.text !== "") cite(draft, root, "/relations", "relations", [step.text]);
    if (!record) return capitalize(withoutStop(shown(step.text)));
    draft.cite(procedureEvidence(record, "/name", "Tên thủ tục", record.name));
    const [deadline] = record.deadlines;
    const parts = [
      `**${shown(record.name)}** (mã ${record.code})`,
      ...(step.text === "" ? [] : [withoutStop(shown(step.text))]),
      ...(record.place === null ? [] : [`nộp: ${withoutStop(shown(record.place))}`]),
      ...(deadline ? [withoutStop(shown(deadline.text))] : []),
    ];
    if (record.place !== null) cite(draft, record, "/place", "place", [record.place]);
    if (deadline) cite(draft, record, "/deadlines", "deadlines", [withoutStop(shown(deadline.text))]);
    return parts.join(" · ");
  };
  const lines = steps.map(told);
  draft.say(lines.map((line, i) => `${draft.compute(i + 1, "thứ tự của việc")}. ${line}`).join("\n"));
  if (together.length > 0) draft.say(`**Làm chung một lượt được**\n${bullets(together.map(told))}`);
  const first = steps.slice(0, SPOKEN).map((step) => shown(recordOf(step)?.name ?? step.text));
  draft.speak(
    `${capitalize(about)}: thường có ${count} việc. Lần lượt là: ${first.map(withoutStop).join("; ")}.`,
  );
  const names = steps.flatMap((step) => recordOf(step)?.name ?? []);
  draft.suggest(...names.slice(0, SPOKEN).map((name) => `${name}: hồ sơ gồm những gì?`));
  return draft.finish();
}
