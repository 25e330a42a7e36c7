/** A printed plan as records: who its agencies are, what its deadlines mean in days, ids that carry the document. */
import type { Records } from "../../../knowledge/knowledge-base.ts";
import type { Agency, Duty, Evidence, Party, SourceDocument, Task } from "../../../knowledge/records.ts";
import { AgencyRegister } from "./agency-register.ts";
import { parseDue } from "./deadline.ts";
import type { Collective } from "./parties.ts";
import type { PlanNote, Printed, PrintedBlock, PrintedPlan } from "./printed-plan.ts";
import { titleYear } from "./title-year.ts";

export type PlanRecords = Pick<
  Records,
  "facts" | "sections" | "passages" | "targets" | "duties" | "groups" | "tasks"
>;

export interface ReadPlan {
  records: PlanRecords;
  /** Bodies that the plan names and no registry holds, made from the print. */
  newAgencies: Agency[];
  notes: PlanNote[];
}

/** `prefix` stands before every id: "" for the plan whose ids are its labels. */
export function planRecords(
  printed: PrintedPlan,
  document: Pick<SourceDocument, "id" | "title">,
  prefix: string,
  agencies: readonly Agency[],
  collectives: readonly Collective[],
  common: readonly Agency[] = [],
): ReadPlan {
  const documentId = document.id;
  const register = new AgencyRegister(agencies, collectives, documentId, common);
  const evidence = ({ locator, lines, quote }: Printed): Evidence => ({
    documentId,
    locator,
    ...(lines ? { lines } : {}),
    quote,
  });
  const year = titleYear(printed.identity.title);
  const tasks = printed.tasks.map((row): Task => {
    const { isRead: _isRead, ...due } = parseDue(row.period, year);
    const proof = evidence(row);
    const read = (cell: string): Party[] => register.parties(cell, proof);
    return {
      id: `${prefix}${row.id}`,
      documentId,
      label: row.label,
      groupId: `${prefix}${row.groupId}`,
      groupNumeral: row.groupNumeral,
      groupName: row.groupName,
      number: row.number,
      title: row.title,
      leadPrinted: row.lead,
      coordinatingPrinted: row.coordinating,
      leads: read(row.lead),
      coordinating: read(row.coordinating),
      period: row.period,
      due,
      ...yearsOf(due),
      product: row.product,
      note: row.note,
      more: row.more,
      evidence: proof,
    };
  });
  const base = (row: PrintedBlock | PrintedPlan["targets"][number]) => ({
    documentId,
    sectionLabel: row.sectionLabel,
    path: row.path,
    text: row.text,
    evidence: evidence(row),
  });
  const idsOfGroup = new Map<string, string[]>();
  for (const { groupId, id } of tasks) {
    const ids = idsOfGroup.get(groupId);
    if (ids) ids.push(id);
    else idsOfGroup.set(groupId, [id]);
  }
  const records: PlanRecords = {
    facts: printed.facts.map(({ id, key, label, value, ...row }) => ({
      id: `${prefix}fact:${id}`,
      documentId,
      key,
      label,
      value,
      evidence: evidence(row),
    })),
    sections: printed.sections.map(({ label, title, path, ...row }) => ({
      id: `${prefix}section:${label}`,
      documentId,
      label,
      title,
      path,
      evidence: evidence(row),
    })),
    passages: printed.blocks.map((row) => ({ id: `${prefix}passage:${row.id}`, ...base(row) })),
    targets: printed.targets.map((row) => ({
      id: `${prefix}target:${row.id}`,
      ...base(row),
      figures: row.figures,
    })),
    duties: printed.blocks.flatMap((row) => {
      const duty = dutyOf(row, register);
      return duty ? [{ id: `${prefix}duty:${row.id}`, ...base(row), ...duty }] : [];
    }),
    groups: printed.groups.map(({ id, numeral, name, ...row }) => ({
      id: `${prefix}${id}`,
      documentId,
      numeral,
      name,
      taskIds: idsOfGroup.get(`${prefix}${id}`) ?? [],
      evidence: evidence(row),
    })),
    tasks,
  };
  return { records, newAgencies: register.found(), notes: printed.notes };
}

function yearsOf(due: Task["due"]): Pick<Task, "startYear" | "endYear" | "recurrence"> {
  const yearOf = (day: string | null) => (day === null ? null : Number(day.slice(0, 4)));
  const { rhythm } = due;
  return {
    startYear: yearOf(due.from),
    endYear: yearOf(due.until),
    recurrence: rhythm === "none" || rhythm === "yearly" || rhythm === "ongoing" ? rhythm : "periodic",
  };
}

const HEADS_OF_ALL = /^(?:Thủ trưởng |Lãnh đạo |Người đứng đầu )?(?:các|Các) (?:sở|cơ quan|phòng|bộ|đơn vị)/u;

/** Obligations: everything in the chapter of duties, and outside it what names a date, a rhythm or a responsible body. */
function dutyOf(
  { kind, heading, text, when }: PrintedBlock,
  register: AgencyRegister,
): Pick<Duty, "agencyIds" | "collective" | "when" | "report"> | undefined {
  const isDuty = kind === "duties";
  const words = text.replace(/^\d{1,2}[.)]\s*/, "");
  const owner = isDuty && heading !== null ? heading : words;
  const agencyIds = register.namedFirst(owner, isDuty && heading !== null);
  const collective = HEADS_OF_ALL.test(owner) || (isDuty && agencyIds.length === 0);
  if (!isDuty && (kind === "targets" || (when === null && agencyIds.length === 0 && !collective)))
    return undefined;
  const report =
    /báo cáo (?:kết quả|về|Ủy ban|UBND|cấp|tình hình)/u.test(text) && when?.kind !== "after_issue";
  return { agencyIds, collective, when, report };
}
