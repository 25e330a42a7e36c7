/** Questions about the targets of section III. */
import type { Query } from "../query.ts";
import {
  askedAgencyId,
  has,
  hasTopic,
  matchPlan,
  matchProcedures,
  type Route,
  type RouteContext,
} from "./route.ts";

const FOUND = 0.5;
const NEAR = 0.9;
const MAX_TARGETS = 3;

/** Section III sets targets for this year; what the plan says of later years stands in section II. */
const TARGET_YEAR = 2025;
const VISION = "II";

export const routeTarget: Route = (context) => {
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

/** "Có phải trên 50% không?", "40-45% hả?": the figure or the range that is put. */
export function percentIn({ question }: RouteContext): string | undefined {
  const text = question.plain;
  const [, from, to] =
    /(?:(\d{1,3}) ?(?:%|phan tram)? ?(?:-|den) ?)?(\d{1,3}) ?(?:%|phan tram)/.exec(text) ?? [];
  const asks = /(^| )(co phai|phai khong|dung khong|co dung|ha|a|chu|khong)[ ?.]*(?:$|tren|duoi|la|\d)/.test(
    text,
  );
  return to && asks ? (from ? `${from}-${to}` : to) : undefined;
}

/** At most three of the targets; with the percentage that is to be confirmed. */
export function targetQuery(
  context: RouteContext,
  ids: readonly string[],
): Extract<Query, { kind: "target" }> {
  const percent = percentIn(context);
  return {
    kind: "target",
    ids: ids.slice(0, MAX_TARGETS),
    completion: has(context, "completion"),
    all: false,
    ...(percent === undefined ? {} : { percent }),
  };
}
