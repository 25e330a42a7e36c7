/** A verdict before the answer: what was claimed, held against the row, the target or the count that it is about. */
import type { Duty, Task } from "../../knowledge/records.ts";
import { withoutTail } from "../../knowledge/text-scan.ts";
import { agencyById, isLocals } from "../agency-names.ts";
import type { DraftReply } from "../draft.ts";
import type { Claim, Query } from "../query.ts";
import { relationsOf } from "../sets/relations.ts";
import { foldedWords } from "../understanding/phrases.ts";
import { NAMED_RULE } from "./agency-rows.ts";
import { type AnswerContext, citePlan, newDraft, tasksById, withoutStop } from "./context.ts";
import { mergeReplies } from "./many.ts";

export type Verdict = "yes" | "no" | "partly";

interface Finding {
  verdict: Verdict;
  /** Why, in the words of the record: a clause without a capital and a stop. */
  why: string;
}

const OPENINGS: Record<Verdict, string> = { yes: "Đúng", no: "Không", partly: "Đúng một phần" };

/** The answer with the verdict first; the answer alone when no claim can be tested on it. */
export function answerVerdict(
  of: Query,
  claims: readonly Claim[],
  answer: DraftReply,
  context: AnswerContext,
): DraftReply {
  const draft = newDraft(context);
  draft.withoutSourceLine();
  citePlan(draft, context);
  const task = testedTask(of, context);
  const tested = findingsOn(of, claims, answer, context);
  for (const { claim } of tested) {
    if (claim.about === "agency" && !isLocals(claim.agencyId))
      draft.cite(agencyById(context.knowledge, claim.agencyId).evidence);
    if (claim.about === "endYear") draft.compute(claim.year, "năm nêu trong câu hỏi");
    if (claim.about === "period") draft.compute(claim.period, "thời gian nêu trong câu hỏi");
    if (claim.about === "percent") draft.compute(`${claim.value}%`, "con số nêu trong câu hỏi");
    if (claim.about === "count") draft.compute(claim.value, "con số nêu trong câu hỏi");
  }
  const verdict = verdictOf(tested);
  if (!verdict) return answer;
  if (task) draft.cite(task.evidence);
  const text = `${OPENINGS[verdict]}: ${[...new Set(tested.map(({ why }) => why))].join("; ")}.`;
  draft.say(`**${text}**`).speak(text);
  draft.kind = answer.kind;
  const merged = mergeReplies([draft.finish(), answer]);
  return { ...merged, status: answer.status, kind: answer.kind, suggestions: answer.suggestions };
}

const testedTask = (of: Query, { knowledge }: AnswerContext): Task | undefined =>
  of.kind === "task" ? tasksById(knowledge, of.ids)[0] : undefined;

/** What was found of each claim that can be tested on the answer. */
export function findingsOn(
  of: Query,
  claims: readonly Claim[],
  answer: DraftReply,
  context: AnswerContext,
): (Finding & { claim: Claim })[] {
  const task = testedTask(of, context);
  const duty =
    of.kind === "duty" ? context.knowledge.duties.find(({ id }) => of.ids.includes(id)) : undefined;
  return claims.flatMap((claim) => {
    const found = task
      ? onTask(claim, task, context)
      : duty
        ? onDuty(claim, duty, context)
        : claim.about === "percent"
          ? onTargets(claim, answer)
          : claim.about === "count"
            ? onCount(claim.value, answer)
            : undefined;
    return found ? [{ ...found, claim }] : [];
  });
}

/** One for all of them; undefined for none. What is said of a wrong agency is wrong, whatever else holds. */
export function verdictOf(findings: readonly (Finding & { claim: Claim })[]): Verdict | undefined {
  const ofAgencies = findings.filter(({ claim }) => claim.about === "agency");
  if (ofAgencies.length > 0 && ofAgencies.every(({ verdict }) => verdict === "no")) return "no";
  const verdicts = [...new Set(findings.map(({ verdict }) => verdict))];
  return verdicts.length > 1 ? "partly" : verdicts[0];
}

/** Of what the body of the plan gives to an agency by name. */
function onDuty(claim: Claim, duty: Duty, { knowledge }: AnswerContext): Finding | undefined {
  if (claim.about !== "agency" || duty.agencyIds.length === 0) return undefined;
  const names = duty.agencyIds.map((id) => agencyById(knowledge, id).name).join(", ");
  const holds = duty.agencyIds.includes(claim.agencyId);
  return { verdict: holds ? "yes" : "no", why: `mục ${duty.sectionLabel} giao trách nhiệm này cho ${names}` };
}

const ROLE_WORDS = { lead: "chủ trì", coordinating: "phối hợp" } as const;

function onTask(claim: Claim, task: Task, context: AnswerContext): Finding | undefined {
  const { knowledge } = context;
  const is = (holds: boolean, why: string): Finding => ({ verdict: holds ? "yes" : "no", why });
  switch (claim.about) {
    case "agency": {
      const agency = agencyById(knowledge, claim.agencyId);
      const relations = relationsOf(task, agency);
      const own = relations.find((row) => !claim.role || row.role === claim.role);
      const printed =
        claim.role === "coordinating" ? withoutStop(task.coordinatingPrinted) : task.leadPrinted;
      const verb = ROLE_WORDS[claim.role ?? "lead"];
      if (own?.directness === "named") {
        const alone = printed === agency.name || own.role === "coordinating";
        return alone
          ? is(true, `${agency.name} ${ROLE_WORDS[own.role]} nhiệm vụ ${task.label}`)
          : {
              verdict: "yes",
              why: `${agency.name} được ghi ở cột ${ROLE_WORDS[own.role]} của nhiệm vụ ${task.label}, nguyên văn “${printed}”`,
            };
      }
      // "Họ có ghi tên Sở Y tế không": a cell that may mean it names it nowhere, and lets nobody lead.
      if (own && !claim.role)
        return is(false, `nhiệm vụ ${task.label} không ghi tên ${agency.name} ở cột chủ trì hay phối hợp`);
      if (own)
        return {
          verdict: "partly",
          why: `nhiệm vụ ${task.label} ghi ${verb} là “${printed}”, không ghi riêng ${agency.name}`,
        };
      const other = relations[0];
      const instead = other && claim.role ? `; ${agency.name} là cơ quan ${ROLE_WORDS[other.role]}` : "";
      return is(false, `${verb} nhiệm vụ ${task.label} là ${printed}${instead}`);
    }
    case "endYear": {
      if (task.endYear === null)
        return is(false, `nhiệm vụ ${task.label} ghi “${task.period}”, không in năm kết thúc`);
      const holds = claim.orEarlier ? task.endYear < claim.year : task.endYear === claim.year;
      return is(holds, `thời gian in của nhiệm vụ ${task.label} là ${task.period}`);
    }
    case "period":
      return is(
        task.period.replace(/\s/g, "") === claim.period,
        `thời gian in của nhiệm vụ ${task.label} là ${task.period}`,
      );
    case "recurrence": {
      const holds = claim.is === "recurring" ? task.recurrence !== "none" : task.recurrence === claim.is;
      return is(holds, `thời gian in của nhiệm vụ ${task.label} là “${task.period}”`);
    }
    case "collective": {
      const holds = task.leads.every((party) => party.kind !== "agency");
      return is(holds, `chủ trì nhiệm vụ ${task.label} là “${task.leadPrinted}”`);
    }
    default:
      return undefined;
  }
}

const PERCENT = /(\d{1,3})\s?%?(?:\s?[-–]\s?(\d{1,3}))?\s?%/g;
const percentsIn = (text: string): string[] =>
  [...text.matchAll(PERCENT)].map(([, from, to]) => (to === undefined ? from! : `${from}-${to}`));

/** The clause of the quoted targets that is nearest to the question's words says which percentage it prints. */
function onTargets(
  { value, words }: Extract<Claim, { about: "percent" }>,
  { text }: DraftReply,
): Finding | undefined {
  const quotes = [...text.matchAll(/^> (.+)$/gm)].map(([, quote]) => quote!);
  const clauses = quotes
    .flatMap((quote) => quote.split(/[;.]\s|(?<=%)\s+và\s|,\s(?=\d{1,3}\s?%|tối thiểu|ít nhất|trên )/u))
    .map((clause) => withoutTail(clause, /[.;,\s]/))
    .filter((clause) => percentsIn(clause).length > 0);
  if (clauses.length === 0) return undefined;
  const nearness = clauses.map((clause) => {
    const held = new Set(foldedWords(clause));
    return words.filter((word) => held.has(word)).length / Math.sqrt(held.size + 1);
  });
  const most = Math.max(...nearness);
  const nearest = clauses[nearness.indexOf(most)]!;
  const holding = clauses.filter((clause) => percentsIn(clause).includes(value));
  if (holding.length === 0)
    return { verdict: "no", why: `mục tiêu này không ghi mức ${value}%; nguyên văn: “${nearest}”` };
  if (most > 0 && !percentsIn(nearest).includes(value))
    return {
      verdict: "no",
      why: `nguyên văn là “${nearest}”; mức ${value}% được ghi cho việc khác: “${holding[0]!}”`,
    };
  return { verdict: "yes", why: `nguyên văn là “${most > 0 ? nearest : holding[0]!}”` };
}

/** The first figure that the answer computed is the count that it is about; of an agency, what names it may be meant too. */
function onCount(claimed: number, { computed }: DraftReply): Finding | undefined {
  const counted = computed.find(({ value, rule }) => /^\d+$/.test(value) && rule.startsWith("đếm"));
  if (!counted) return undefined;
  const isNamed = computed.some(({ value, rule }) => rule === NAMED_RULE && Number(value) === claimed);
  if (Number(counted.value) === claimed) return { verdict: "yes", why: `đếm được ${counted.value}` };
  return isNamed
    ? { verdict: "yes", why: `đếm được ${claimed} nhiệm vụ ghi đích danh` }
    : { verdict: "no", why: `đếm được ${counted.value}, không phải ${claimed}` };
}
