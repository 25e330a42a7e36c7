/** Duties outside the appendix: reports, plans of one's own, what section VI gives to an agency. */

import type { Duty } from "../../knowledge/records.ts";
import { agencyById } from "../agency-names.ts";
import { askedAgencyId, has, hasTopic, type QueryReader, type ReadingContext } from "./context.ts";
import { matchPlan } from "./matches.ts";
import { latticeOf } from "./plan-lattice.ts";
import { asksProgress } from "./unsaid-reader.ts";

const OWN_DUTY = 0.6;

/** "Phải nộp cái gì lên trên": of an office that means the reports, of a citizen papers. */
const HANDS_IN = /(^| )(nop|gui|trinh) (cai |nhung |)(gi|j|chi)( |$)/;
const FEW_WORDS = 4;
function handsIn(context: ReadingContext): boolean {
  if (!HANDS_IN.test(context.question.folded) || context.question.planTopics[0]!.length > FEW_WORDS)
    return false;
  const [best] = matchPlan(context, ["duty"], 3);
  const other =
    best && best.coverage >= OWN_DUTY && context.knowledge.duties.find(({ id }) => id === best.recordId);
  if (other && !other.report) return false;
  return (
    has(context, "plan", "appendix", "ownAgency") ||
    latticeOf(context).some(({ type }) => type === "agency") ||
    /^(taskSet|task|duty|span)$/.test(context.dialogue.last?.kind ?? "")
  );
}

const SYSTEM_WORDS: ReadonlySet<string> = new Set(["thong", "phan", "lris", "noi", "mem", "nen", "tang"]);

export const readDuty: QueryReader = (context) => {
  const { knowledge, question } = context;
  const agencyId = askedAgencyId(context);
  const isOwn = (duty: Duty) => agencyId !== undefined && duty.agencyIds.includes(agencyId);
  const asksOwnPlan =
    has(context, "ownPlan") &&
    !has(context, "issuer", "signer", "proposal") &&
    (agencyId !== undefined ||
      has(context, "ownAgency", "everyone", "locals") ||
      /(rieng|gui|nop|lap |ra ke hoach|lam ke hoach|cua (don vi|co quan|minh|nganh|dia phuong)|phai|han|cu the|trien khai)/.test(
        question.plain,
      ));
  if (asksOwnPlan) {
    const duties = knowledge.duties.filter((duty) => duty.when?.derived);
    if (duties.length > 0) return { kind: "duty", ids: duties.map((duty) => duty.id), ask: "ownPlan" };
  }
  const topic = question.planTopics[0]!.map((token) => token.folded);
  const meansSystem = topic.some((word) => SYSTEM_WORDS.has(word));
  if (
    (has(context, "report") || handsIn(context)) &&
    !has(context, "target") &&
    !meansSystem &&
    !(has(context, "lead", "coordinating") && !has(context, "askWhen"))
  ) {
    const reports = knowledge.duties.filter((duty) => duty.report);
    const folded = question.plain;
    const rhythm = /(hang thang|hang quy|moi thang|moi quy|theo quy|theo thang|quy )/.test(folded);
    const topical = matchPlan(context, ["duty"], 3)[0];
    const subject = reports.find((duty) => duty.id === topical?.recordId && topical.coverage >= OWN_DUTY);
    const ordered = [
      ...(subject ? [subject] : []),
      ...reports.filter((duty) =>
        rhythm
          ? duty.when?.kind === "monthly" || duty.when?.kind === "quarterly"
          : duty.collective && duty.when !== null,
      ),
      ...reports.filter(isOwn),
      ...(rhythm ? [] : reports.filter((duty) => duty.when !== null && !duty.collective)),
    ];
    const ids = [...new Set(ordered.map((duty) => duty.id))];
    if (ids.length > 0)
      return { kind: "duty", ids, ask: "report", ...(asksProgress(context) ? { completion: true } : {}) };
  }
  const ofSeveral = has(context, "compare", "duty") ? ofNamed(context) : [];
  if (ofSeveral.length > 0) return { kind: "duty", ids: ofSeveral, ask: "all" };
  const onTopic = agencyId === undefined ? undefined : ownDutyOnTopic(context, agencyId);
  if (onTopic) return { kind: "duty", ids: [onTopic], ask: "all" };
  if (has(context, "duty") && agencyId !== undefined && !has(context, "lead", "coordinating")) {
    const own = knowledge.duties.filter(isOwn);
    const agency = agencyById(knowledge, agencyId);
    const common = agency.collective
      ? knowledge.duties.filter((duty) => duty.collective && duty.sectionLabel.startsWith("VI"))
      : [];
    const outside = /(ngoai phu luc|muc vi|to chuc thuc hien|nghia vu)/.test(question.plain);
    const ids = [...new Set([...own, ...(own.length === 0 || outside ? common : [])].map((duty) => duty.id))];
    if (ids.length > 0 && (own.length > 0 || outside)) return { kind: "duty", ids, agencyId, ask: "all" };
  }
  return undefined;
};

/** "Sở Tài chính với Sở Kế hoạch khác nhau thế nào": what is given to each of them; nothing where one of them has nothing. */
function ofNamed({ question, knowledge }: ReadingContext): string[] {
  const named = [
    ...new Set(
      question.mentions.flatMap(({ weak, agencies }) => (weak || agencies.length > 1 ? [] : agencies[0]!.id)),
    ),
  ];
  const own = named.map((id) => knowledge.duties.filter(({ agencyIds }) => agencyIds.includes(id)));
  return named.length < 2 || own.some((duties) => duties.length === 0)
    ? []
    : [...new Set(own.flat().map(({ id }) => id))];
}

/** "Sở Tài chính phải làm gì về kinh phí": the agency's own duty that holds the subject, unless a task does better. */
function ownDutyOnTopic(context: ReadingContext, agencyId: string): string | undefined {
  if (!hasTopic(context) || has(context, "lead", "coordinating", "task", "appendix")) return undefined;
  const own = new Set(
    context.knowledge.duties.filter((duty) => duty.agencyIds.includes(agencyId)).map((duty) => duty.id),
  );
  const best = matchPlan(context, ["duty"], 40).find((match) => own.has(match.recordId));
  const task = matchPlan(context, ["task"], 1)[0];
  if (!best || best.coverage < OWN_DUTY || (task && task.coverage > best.coverage)) return undefined;
  return best.recordId;
}
