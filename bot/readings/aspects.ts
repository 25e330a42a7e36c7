/** What is asked of a procedure. */
import { ASPECTS, type Aspect } from "../../knowledge/records.ts";
import type { Cue } from "../understanding/cues.ts";
import { has, type ReadingContext } from "./context.ts";

const ASPECT_CUES: Readonly<Record<Aspect, Cue>> = {
  documents: "aspectDocuments",
  time: "aspectTime",
  fee: "aspectFee",
  place: "aspectPlace",
  methods: "aspectMethods",
  steps: "aspectSteps",
  result: "aspectResult",
  legal: "aspectLegal",
  conditions: "aspectConditions",
  audience: "aspectAudience",
  forms: "aspectForms",
};

export function aspectsOf(context: ReadingContext): Aspect[] {
  const definite = ASPECTS.filter((aspect) => has(context, ASPECT_CUES[aspect]));
  const aspects: Aspect[] = definite.length === 0 && has(context, "papers") ? ["documents"] : definite;
  // "thế nào", "làm sao" beside a definite aspect ask about that aspect.
  return aspects.length > 1
    ? aspects.filter(
        (aspect) =>
          aspect !== "steps" ||
          (has(context, "procedure") === false &&
            /bước|trình tự|quy trình|buoc|trinh tu/iu.test(context.question.text)),
      )
    : aspects;
}
