/** Questions about the targets of section III. */
import { askedAgencyId, has, hasTopic, type QueryReader } from "./context.ts";
import { matchPlan, matchProcedures } from "./matches.ts";
import { targetQuery } from "./target-query.ts";

const FOUND = 0.5;

const NEAR = 0.9;

/** Section III sets targets for this year; what the plan says of later years stands in section II. */
const TARGET_YEAR = 2025;

const VISION = "II";

export const readTarget: QueryReader = (context) => {
  const year = context.question.years[0];
  const asksVision =
    year !== undefined && year > TARGET_YEAR && !has(context, "task", "lead", "coordinating");
  if (asksVision && has(context, "target", "plan", "askList", "citation")) {
    const ids = context.knowledge.passages.filter((row) => row.sectionLabel === VISION).map((row) => row.id);
    return { kind: "passage", ids, sectionLabel: VISION };
  }
  if (!has(context, "target")) return undefined;
  const completion = has(context, "completion");
  if (!hasTopic(context)) {
    // "Tỉnh đã làm xong bao nhiêu phần trăm rồi?"
    if (completion && !has(context, "askList", "askCount"))
      return { kind: "refusal", status: "unanswerable_not_in_sources", reason: "no_progress", offers: [] };
    if (completion && askedAgencyId(context, true)) return undefined;
    if (
      !has(context, "askList", "askCount", "plan") &&
      !/m[uụ]c ti[eê]u|ch[iỉ] ti[eê]u|kpi/iu.test(context.question.text)
    )
      return undefined;
    return {
      kind: "target",
      ids: context.knowledge.targets.map((target) => target.id),
      completion,
      all: true,
    };
  }
  const matches = matchPlan(context, ["target"]);
  const best = matches[0];
  const procedure = matchProcedures(context, 1)[0];
  const task = matchPlan(context, ["task"], 1)[0];
  if (!best || best.coverage < FOUND) return undefined;
  if (procedure && procedure.coverage > best.coverage && has(context, "procedure")) return undefined;
  if (task && task.coverage > best.coverage + 0.15) return undefined;
  return targetQuery(
    context,
    matches.filter((match) => match.score >= NEAR * best.score).map((match) => match.recordId),
  );
};
