/** What may be done instead of what is declined: the procedure of the real paper, and the ways of a complaint. */
import type { KnowledgeBase } from "../../knowledge/knowledge-base.ts";
import { fold } from "../../knowledge/vietnamese/normalize.ts";
import type { Forgeable } from "../guardrails/sensitive-words.ts";
import type { Choice } from "../query.ts";

/** Codes of the national catalogue; an office that has loaded other procedures is offered those it has. */
const PROCEDURES: Readonly<Record<Forgeable, readonly string[]>> = {
  licence: ["3.000346", "3.000347", "3.000348"],
  identity: ["1.014061", "1.014063", "1.014064"],
  single: ["1.004873"],
  birth: ["1.001193", "2.000635", "1.004884"],
  death: ["1.000656"],
  marriage: ["1.000894"],
  land: ["1.013978", "1.013831"],
  residence: ["1.004222", "1.004194", "1.010041"],
  record: ["3.000333"],
  passport: ["1.001456", "1.001445"],
  other: [],
};
const COMPLAINTS = /(^| )(to cao|khieu nai|tiep cong dan|phan anh, kien nghi)( |$)/;
const MAX_COMPLAINTS = 3;

type Procedures = Pick<KnowledgeBase, "procedures">;

export function lawfulOffers(paper: Forgeable, { procedures }: Procedures): Choice[] {
  return PROCEDURES[paper].flatMap((code) => {
    const procedure = procedures.find((row) => row.code === code);
    return procedure ? [toChoice(procedure)] : [];
  });
}

export const complaintOffers = ({ procedures }: Procedures): Choice[] =>
  procedures
    .filter(({ name }) => COMPLAINTS.test(fold(name)))
    .slice(0, MAX_COMPLAINTS)
    .map(toChoice);

const toChoice = ({ name, code }: { name: string; code: string }): Choice => ({
  label: name,
  query: { kind: "procedure", code, aspects: [] },
});
