/** A plan as it is printed: words, places, figures; who the agencies are is not yet settled. Plain data. */
import type { DocumentFact, Duty, LineRange, Target } from "../../../knowledge/records.ts";

export interface Printed {
  locator: string;
  lines?: LineRange | undefined;
  quote: string;
}

/** What a chapter is about, by the words of its heading. */
export type ChapterKind = "targets" | "duties" | "other";

export interface PrintedFact extends Printed {
  id: string;
  key: DocumentFact["key"];
  label: string;
  value: string;
}

export interface PrintedSection extends Printed {
  label: string;
  title: string;
  path: string[];
}

export interface PrintedBlock extends Printed {
  /** "III.1.2": its section and its place there. */
  id: string;
  sectionLabel: string;
  path: string[];
  text: string;
  kind: ChapterKind;
  /** The heading above it, where it is not the chapter's own. */
  heading: string | null;
  when: Duty["when"];
}

export interface PrintedTarget extends Printed {
  id: string;
  sectionLabel: string;
  path: string[];
  text: string;
  figures: Target["figures"];
}

export interface PrintedGroup extends Printed {
  id: string;
  numeral: string;
  name: string;
}

export interface PrintedTask extends Printed {
  id: string;
  label: string;
  groupId: string;
  groupNumeral: string;
  groupName: string;
  number: number;
  title: string;
  lead: string;
  coordinating: string;
  period: string;
  product: string;
  note: string;
  more: { name: string; text: string }[];
}

export interface PlanNote {
  kind: "cells" | "number" | "title" | "due" | "missing";
  place: string | null;
  /** Vietnamese. */
  text: string;
}

export interface Identity {
  /** "118/KH-UBND"; "" when none is printed. */
  number: string;
  title: string;
  issuer: string;
  signer: string | null;
  issuedOn: string | null;
}

export interface PrintedPlan {
  file: string;
  identity: Identity;
  facts: PrintedFact[];
  sections: PrintedSection[];
  blocks: PrintedBlock[];
  targets: PrintedTarget[];
  groups: PrintedGroup[];
  tasks: PrintedTask[];
  notes: PlanNote[];
}
