/** Plans of added files as records beside the shipped ones. Every id begins with that of its document. */
import { createHash } from "node:crypto";
import { emptyRecords } from "../../../knowledge/knowledge-base.ts";
import { type Agency, COMMON_PREFIX, type SourceDocument } from "../../../knowledge/records.ts";
import { fold } from "../../../knowledge/vietnamese/normalize.ts";
import type { Collective } from "../plan/parties.ts";
import { type PlanRecords, planRecords } from "../plan/plan-records.ts";
import type { PrintedPlan } from "../plan/printed-plan.ts";
import { documentId, UNCHECKED } from "./to-records.ts";

export interface Registry {
  agencies: readonly Agency[];
  collectives: readonly Collective[];
  /** Bodies that every office knows, for their short names. */
  common?: readonly Agency[];
}

export type AddedPlans = PlanRecords & {
  documents: SourceDocument[];
  /** Made from the print of the plans. */
  agencies: Agency[];
  /** Names of new agencies by file. */
  named: Map<string, string[]>;
};

/** `taken`: ids of documents that are there already. */
export function plansToRecords(
  plans: readonly PrintedPlan[],
  { agencies, collectives, common }: Registry,
  taken: ReadonlySet<string>,
): AddedPlans {
  const all: AddedPlans = { ...emptyRecords(), named: new Map() };
  const ids = new Set(taken);
  for (const plan of plans) {
    const document = documentOf(plan, ids);
    ids.add(document.id);
    // What one plan names, the next one knows.
    const known = [...agencies, ...all.agencies];
    const { records, newAgencies } = planRecords(
      plan,
      document,
      `${document.id}:`,
      known,
      collectives,
      common,
    );
    all.documents.push(document);
    all.agencies.push(...newAgencies);
    all.named.set(
      plan.file,
      newAgencies.filter(({ id }) => !isCommon(id)).map(({ name }) => name),
    );
    for (const kind of Object.keys(records) as (keyof PlanRecords)[])
      (all[kind] as unknown[]).push(...records[kind]);
  }
  return all;
}

function documentOf({ file, identity }: PrintedPlan, taken: ReadonlySet<string>): SourceDocument {
  const { number, title, issuer, signer, issuedOn } = identity;
  const year = issuedOn?.slice(0, 4);
  const named = number === "" ? null : [slugOf(number), year].filter(Boolean).join("-");
  const hash = createHash("sha256").update(file).digest("hex").slice(0, 6);
  const id = named === null ? documentId(file) : taken.has(named) ? `${named}-${hash}` : named;
  return {
    id,
    file,
    kind: "plan",
    number,
    title: title.replace(/^KẾ HOẠCH(?= .*\p{Ll})/u, "Kế hoạch"),
    issuer,
    signer,
    issuedOn,
    effectiveFrom: null,
    status: "unconfirmed",
    statusNote: UNCHECKED,
  };
}

/** A body that every office knows needs nobody to look at it. */
const isCommon = (id: string): boolean => id.startsWith(COMMON_PREFIX);

/** "118/KH-UBND" → "118-kh-ubnd". */
const slugOf = (number: string): string =>
  fold(number)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
