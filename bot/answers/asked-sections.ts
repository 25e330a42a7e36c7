/** Sections of an answer that the facts asked for stand in. */
import type { Aspect } from "../../knowledge/records.ts";
import type { ProcedureQuery } from "../query.ts";

const ASPECT_OF: Readonly<Record<string, Aspect>> = {
  documents: "documents",
  fees: "fee",
  times: "time",
  place: "place",
  methods: "methods",
  steps: "steps",
  result: "result",
  legalBases: "legal",
  audience: "audience",
  forms: "forms",
};

/** Items are told by themselves, but for the cases of papers, which their section opens. */
export const sectionsOf = (facts: NonNullable<ProcedureQuery["facts"]>): Aspect[] => [
  ...new Set(
    facts.flatMap(({ pointer }) => {
      const [, part = "", item] = pointer.split("/");
      const aspect = ASPECT_OF[part];
      return aspect && (item === undefined || aspect === "documents") ? [aspect] : [];
    }),
  ),
];
