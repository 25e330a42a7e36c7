/** Asks back for an agency: one of those that share a name. */
import type { Agency } from "../../knowledge/records.ts";
import type { Choice, Query } from "../query.ts";

export const ownChoice = ({ id, name }: Agency): Choice => ({
  label: name,
  query: { kind: "ownAgency", agencyId: id },
});

/** `isOwn`: it is the asker's own. */
export const askWhichAgency = (agencies: readonly Agency[], isOwn = false): Query => ({
  kind: "clarification",
  question: "Tên viết tắt này có thể là nhiều cơ quan. Anh/chị hỏi cơ quan nào?",
  missing: isOwn ? "ownAgency" : "agency",
  options: agencies.map((agency) =>
    isOwn
      ? ownChoice(agency)
      : { label: agency.name, query: { kind: "agency", agencyId: agency.id, ask: "overview" } },
  ),
});
