/** Signals that speak for the plan, for a procedure, for a story that asks for help. */
import type { Cue } from "../understanding/cues.ts";

export const PLAN_CUES: readonly Cue[] = [
  "lead",
  "coordinating",
  "task",
  "plan",
  "appendix",
  "target",
  "duty",
  "group",
  "completion",
  "citation",
  "body",
];

/** What a story ends with when it asks for help. */
export const STORY_CUES: readonly Cue[] = ["aspectTime", "aspectConditions", "aspectSteps", "askWhen"];

export const PROCEDURE_CUES: readonly Cue[] = [
  "procedure",
  "aspectDocuments",
  "aspectFee",
  "aspectPlace",
  "aspectMethods",
  "aspectForms",
  "papers",
];
