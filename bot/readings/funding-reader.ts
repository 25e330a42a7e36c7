/** "Tiền lấy từ đâu", "bên nào lo kinh phí": the section of the plan on funds and the duties of those who provide them. */
import type { Query } from "../query.ts";
import { has, type QueryReader, type ReadingContext } from "./context.ts";
import type { Proposal } from "./reader.ts";

const MONEY = /(^| )(tien|kinh phi|von|ngan sach|tien nong|tai chinh cho|funding|budget)( |$)/;
const SOURCE =
  /(^| )(nguon|lay (tu|o)|tu dau|o dau|dau ra|ai (lo|cap|bo tri|trinh|chi|tham muu)|(so|ben|co quan|don vi) nao|huy dong|the nao|noi gi|cap)( |$)/;
const FUNDS = /kinh phí|nguồn vốn|vốn đầu tư/iu;
const BODIES = /(^| )(ai|so nao|ben nao|co quan nao|don vi nao|so tai chinh|so ke hoach)( |$)/;

export function readFunding(context: ReadingContext): Proposal[] {
  const { question, knowledge, dialogue } = context;
  const text = question.folded;
  // "Vậy lấy từ nguồn nào" after the money of a task.
  const wasMoney = dialogue.last?.kind === "task" && dialogue.last.asks.includes("money");
  if (!(MONEY.test(text) || wasMoney) || !SOURCE.test(text)) return [];
  const headed = knowledge.sections.filter(({ title }) => FUNDS.test(title)).map(({ label }) => label);
  const passages = knowledge.passages
    .filter(({ sectionLabel }) => headed.includes(sectionLabel))
    .map(({ id }) => id);
  const duties = knowledge.duties
    .filter(({ text: said, agencyIds }) => agencyIds.length > 0 && FUNDS.test(said))
    .map(({ id }) => id);
  const ofBodies: Query | undefined =
    duties.length > 0 ? { kind: "duty", ids: duties, ask: "all" } : undefined;
  const ofSources: Query | undefined =
    passages.length > 0 ? { kind: "passage", ids: passages, sectionLabel: headed[0]! } : undefined;
  const asksBodies = BODIES.test(text);
  const queries = (asksBodies ? [ofBodies, ofSources] : [ofSources ?? ofBodies]).filter(
    (query) => query !== undefined,
  );
  if (queries.length === 0) return [];
  return [
    {
      query: queries.length > 1 ? { kind: "many", queries } : queries[0]!,
      features: {
        "asks bodies": asksBodies ? 1 : 0,
        "of the money before": wasMoney ? 1 : 0,
        "of a procedure":
          has(context, "procedure", "papers", "aspectDocuments") || dialogue.last?.kind === "procedure"
            ? 1
            : 0,
        "after the plan": dialogue.last !== null && dialogue.last.kind !== "procedure" ? 1 : 0,
        "words left": Math.min(1, question.planTopics[0]!.length / 4),
      },
    },
  ];
}

/** "Kinh phí thực hiện Kế hoạch lấy từ đâu": the plan is named, and nobody that pays. */
export const readFundsOfPlan: QueryReader = (context) =>
  has(context, "plan") && FROM_WHERE.test(context.question.folded) && context.question.mentions.length === 0
    ? readFunding(context)[0]?.query
    : undefined;
const FROM_WHERE = /(^| )(lay |huy dong |bo tri )?(tu|o) (dau|nguon nao|nhung nguon nao)( |$)/;
