/** "Giờ sở đó tên gì?", "UBND thành phố giải thể rồi, giờ ai ôm việc đó?": who carries on for the agency that is named or
 *  spoken of, or for the one that leads the task or receives the report spoken of. */
import type { Token } from "../../knowledge/vietnamese/tokens.ts";
import { isLocals, LOCALS_ID } from "../agency-names.ts";
import { type Query, unverified } from "../query.ts";
import { has, type ReadingContext } from "./context.ts";
import { matchPlan } from "./matches.ts";
import { hasMark } from "./plan-atoms.ts";
import { latticeOf } from "./plan-lattice.ts";
import type { Proposal } from "./reader.ts";

const NOW =
  /(^| )(gio|bay gio|hien nay|hien gio|hien tai|sau (khi )?(sap xep|sap nhap|hop nhat|nhap)|(so|co quan|don vi|ben|noi|ten) moi)( |$)/;
const GONE =
  /(^| )(nhap|gop|sap nhap|sat nhap|hop nhat|giai the|giai tan|bo cap|(khong|hong|k|ko|dau) con|con dau|con ton tai|the cho|het roi|xoa|doi ten|ten (gi|moi)|ten j)( |$)/;
const ASKS = /(^| )(ai|sao|dau|gi|j|nao|ra sao|the nao|ten|thuoc|ve)( |$)/;

/** "Nay", and not "này". */
const isToday = (token: Token): boolean => token.text === "nay";

export function readSuccessor(context: ReadingContext): Proposal[] {
  const { question, dialogue, knowledge } = context;
  const text = question.folded;
  const now = NOW.test(text) || question.tokens.some(isToday) || has(context, "successor");
  const gone = GONE.test(text);
  if (!now && !gone) return [];
  const signals = { now: now ? 1 : 0, gone: gone ? 1 : 0, asks: ASKS.test(text) ? 1 : 0 };
  const named = question.mentions.filter(({ agencies }) => agencies.length === 1);
  const strong = named.filter(({ weak }) => !weak);
  const proposals: Proposal[] = (strong.length > 0 ? strong : named)
    .slice(0, 2)
    .map(({ agencies, weak }) => ({
      query: { kind: "agency", agencyId: agencies[0]!.id, ask: "successor" },
      features: {
        ...signals,
        named: weak ? 0.5 : 1,
        "names alone": question.planTopics[0]!.length <= 1 ? 1 : 0,
      },
    }));
  // "Việc hộ nghèo trước giao Sở Lao động, nay ai nhận": the row, with who carries on.
  const [task, next] = matchPlan(context, ["task"], 2);
  if (task && task.coverage >= NAMES_A_ROW && question.labels.length === 0 && !has(context, "pronoun"))
    proposals.push({
      query: { kind: "task", ids: [task.recordId], asks: ["agencyNow"] },
      features: {
        ...signals,
        "of a row": task.coverage,
        "of a row: precision": task.precision ?? 0,
        "of a row: margin": task.score > 0 ? (task.score - (next?.score ?? 0)) / task.score : 0,
        named: strong.length > 0 ? 1 : 0,
      },
    });
  const last = dialogue.last && unverified(dialogue.last);
  const of = ofLast(last, context) ?? ofFocus(context);
  if (of)
    proposals.push({
      query: of,
      features: { ...signals, "of the answer": 1, named: strong.length > 0 ? 1 : 0 },
    });
  const several = hasMark(latticeOf(context), "thoseAgencies")
    ? dialogue.agencyIds.filter((id) => !isLocals(id)).slice(-2)
    : [];
  if (several.length > 1)
    proposals.push({
      query: {
        kind: "many",
        queries: several.map((agencyId): Query => ({ kind: "agency", agencyId, ask: "successor" })),
      },
      features: { ...signals, several: 1 },
    });
  if (has(context, "locals") && strong.length === 0)
    proposals.push({
      query: { kind: "agency", agencyId: LOCALS_ID, ask: "successor" },
      features: { ...signals, "of the districts": 1 },
    });
  const spoken = dialogue.agencyIds.filter((id) => !isLocals(id)).at(-1);
  if (spoken && last?.kind !== "task" && knowledge.agencies.some(({ id }) => id === spoken))
    proposals.push({
      query: { kind: "agency", agencyId: spoken, ask: "successor" },
      features: { ...signals, "of the agency spoken of": 1, named: strong.length > 0 ? 1 : 0 },
    });
  return proposals;
}

/** Of the few rows that were shown last. */
function ofFocus({ dialogue }: ReadingContext): Query | undefined {
  const ids = dialogue.focuses.at(-1)?.ids ?? [];
  return ids.length > 0 && ids.length <= FEW ? { kind: "task", ids, asks: ["agencyNow"] } : undefined;
}
const FEW = 3;
const NAMES_A_ROW = 0.5;

function ofLast(last: Query | null, { knowledge }: ReadingContext): Query | undefined {
  if (last?.kind === "task") return { kind: "task", ids: last.ids, asks: ["agencyNow"] };
  if (last?.kind === "label") return { kind: "task", ids: last.taskIds, asks: ["agencyNow"] };
  if (last?.kind !== "duty") return undefined;
  // The report goes to the office that the sentence names.
  const texts = knowledge.duties.filter(({ id }) => last.ids.includes(id)).map(({ text }) => text);
  const agency = knowledge.agencies.find(
    ({ name, kind }) =>
      kind !== "district" && kind !== "province" && texts.some((text) => text.includes(`về ${name}`)),
  );
  return agency && { kind: "agency", agencyId: agency.id, ask: "successor" };
}
