/** What can be asked, of every kind and about every record: for tests that compose all of it. */

import type { AnswerContext } from "../../../bot/answers/context.ts";
import type { Action, Choice, Claim, Measure, Query, TaskAsk, TaskSetQuery } from "../../../bot/query.ts";
import { ACTIONS } from "../../../bot/readings/action-reader.ts";
import type { RefusalReason } from "../../../bot/refusal-reasons.ts";
import type { TaskPredicate, TaskSet } from "../../../bot/sets/task-set.ts";
import { LIFE_EVENTS } from "../../../bot/situations/life-events.ts";
import { NO_SITUATION } from "../../../bot/situations/situation.ts";
import { HELP_LINES, type HelpLineNumber } from "../../../knowledge/help-lines.ts";
import { OFFICE_ASKS } from "../../../knowledge/office-profile.ts";
import { ASPECTS } from "../../../knowledge/records.ts";

const ASKS: readonly TaskAsk[] = [
  "lead",
  "coordinating",
  "when",
  "completion",
  "relation",
  "source",
  "agencyNow",
  "overdue",
  "whoExactly",
];
/** The compiler keeps it complete. */
const REASONS: Record<RefusalReason, true> = {
  out_of_scope: true,
  not_in_sources: true,
  procedure_not_indexed: true,
  no_plan: true,
  no_label: true,
  no_money: true,
  no_progress: true,
  no_people: true,
  no_contact: true,
  no_penalty: true,
  not_understood: true,
  own_agency_unknown: true,
  another_place: true,
  privacy: true,
  other_peoples_data: true,
  injection: true,
  abuse: true,
  unlawful: true,
  accusation: true,
  politics: true,
};
export const reasons = Object.keys(REASONS) as RefusalReason[];

/** The rows of an agency, what is given to all counted too. */
export const rowsOfAgency = (
  agencyId: string,
  more: Partial<Extract<TaskPredicate, { by: "agency" }>> = {},
): TaskSetQuery => ({
  kind: "taskSet",
  set: { op: "filter", of: { op: "all" }, where: { by: "agency", agencyId, ...more } },
  measure: { as: "list" },
  asks: [],
});

function ofAgencies({ knowledge }: AnswerContext): TaskSetQuery[] {
  return knowledge.agencies.flatMap(({ id }) => {
    const query = rowsOfAgency(id);
    const best: TaskSet = { op: "best", of: query.set, by: "end", most: false };
    return [
      query,
      rowsOfAgency(id, { role: "lead", department: true }),
      rowsOfAgency(id, { named: false }),
      { ...query, asks: ["overdue" as const] },
      { ...query, set: best },
    ];
  });
}

function rankings(): TaskSetQuery[] {
  const all: TaskSet = { op: "all" };
  const inGroup: TaskSet = { op: "filter", of: all, where: { by: "group", groupIds: ["V"] } };
  const measures: Measure[] = [
    ...(["most", "least"] as const).flatMap((order) =>
      (["group", "endYear", "lead", "coordinating"] as const).flatMap((by): Measure[] => [
        { as: "table", by, order },
        { as: "table", by, order, place: 2 },
      ]),
    ),
    { as: "table", by: "lead", order: "most", place: 40 },
    { as: "table", by: "lead", order: "most", among: ["so-y-te", "so-noi-vu", "so-tu-phap"] },
    { as: "table", by: "lead", order: "most", among: ["so-noi-vu", "so-du-lich"] },
    { as: "table", by: "lead", only: 1 },
    { as: "nobody", role: "lead" },
    { as: "nobody", role: "coordinating" },
  ];
  const bests = (["duration", "coordinating"] as const).flatMap((by) =>
    [true, false].map((most): TaskSet => ({ op: "best", of: inGroup, by, most })),
  );
  return [
    ...[all, inGroup].flatMap((set) =>
      measures.map((measure): TaskSetQuery => ({ kind: "taskSet", set, measure, asks: [] })),
    ),
    ...bests.map((set): TaskSetQuery => ({ kind: "taskSet", set, measure: { as: "list" }, asks: [] })),
  ];
}

export type Queries = { readonly [K in Query["kind"]]: () => Extract<Query, { kind: K }>[] };

/** For each kind of query every record it can be about. */
export const queriesOf = (context: AnswerContext): Queries => ({
  task: () => [
    ...context.knowledge.tasks.flatMap(({ id }) =>
      [undefined, ...ASKS].map((ask) => ({ kind: "task" as const, ids: [id], asks: ask ? [ask] : [] })),
    ),
    ...context.knowledge.agencies.map(({ id }) => ({
      kind: "task" as const,
      ids: ["V.9", "I.1", "V.38"],
      asks: [],
      agencyId: id,
    })),
  ],
  lifeEvent: () => [
    ...LIFE_EVENTS.map(({ event, roots }) => ({
      kind: "lifeEvent" as const,
      event,
      roots: [...roots],
      situation: NO_SITUATION,
    })),
    ...context.knowledge.procedures.map(({ code }) => ({
      kind: "lifeEvent" as const,
      event: "",
      roots: [code],
      situation: NO_SITUATION,
    })),
  ],
  procedureComparison: () => {
    const codes = context.knowledge.procedures.map(({ code }) => code);
    return codes.slice(1).flatMap((code, i) =>
      [[], ...ASPECTS.slice(i % ASPECTS.length, (i % ASPECTS.length) + 1).map((aspect) => [aspect])].map(
        (aspects) => ({
          kind: "procedureComparison" as const,
          codes: [codes[i]!, code] as [string, string],
          aspects,
          ...(i % 3 === 0
            ? { better: "faster" as const }
            : i % 3 === 1
              ? { better: "cheaper" as const }
              : {}),
        }),
      ),
    );
  },
  withFile: () => [
    {
      kind: "withFile",
      of: rowsOfAgency("so-y-te", { role: "lead" }),
    },
    { kind: "withFile", of: { kind: "groups" } },
  ],
  countdown: () => [
    ...context.knowledge.tasks.map(({ id }) => ({ kind: "countdown" as const, taskIds: [id], dutyIds: [] })),
    { kind: "countdown", taskIds: [], dutyIds: context.knowledge.duties.map(({ id }) => id) },
  ],
  span: () => [
    { kind: "span", from: "2026-10-01", to: "2026-12-31", said: "quý 4/2026" },
    { kind: "span", from: "2024-10-01", to: "2024-12-31", said: "quý 4/2024" },
    ...context.knowledge.agencies.map(({ id }) => ({
      kind: "span" as const,
      from: "2025-12-01",
      to: "2025-12-31",
      said: "tháng 12/2025",
      agencyId: id,
    })),
  ],
  again: () =>
    (["shorter", "same", "plainer", "more", "certain"] as const).flatMap((how) => [
      { kind: "again" as const, how, of: { kind: "task" as const, ids: ["V.9"], asks: [] } },
      ...context.knowledge.procedures.map(({ code }) => ({
        kind: "again" as const,
        how,
        of: { kind: "procedure" as const, code, aspects: ["fee" as const] },
      })),
    ]),
  taskSet: () => {
    const wheres: TaskPredicate[] = [
      ...context.knowledge.agencies.flatMap(({ id: agencyId }): TaskPredicate[] => [
        { by: "agency", agencyId, role: "lead", named: true },
        { by: "not", of: { by: "agency", agencyId, role: "coordinating", named: true } },
      ]),
      ...context.knowledge.groups.map(({ id }): TaskPredicate => ({ by: "group", groupIds: [id] })),
      {
        by: "and",
        of: [
          { by: "year", is: "ends", year: 2023 },
          { by: "not", of: { by: "collective" } },
        ],
      },
      {
        by: "or",
        of: [
          { by: "endsBy", year: 2024 },
          { by: "endsAfter", year: 2024 },
        ],
      },
      { by: "recurrence", is: "recurring" },
      { by: "leads", atLeast: 2 },
      { by: "missing", role: "coordinating" },
      { by: "ended" },
    ];
    const measures: Measure[] = [
      { as: "list" },
      { as: "count" },
      { as: "share" },
      { as: "agencies", role: "lead" },
      { as: "table", by: "group" },
      { as: "table", by: "endYear" },
      { as: "table", by: "lead", order: "most", except: ["so-thong-tin-va-truyen-thong"] },
      { as: "table", by: "coordinating" },
    ];
    const all: TaskSet = { op: "all" };
    const some: TaskSet = { op: "ids", ids: ["V.9", "V.10", "VI.2"], said: "vừa nêu" };
    const sets: TaskSet[] = [
      all,
      ...wheres.map((where): TaskSet => ({ op: "filter", of: all, where })),
      { op: "without", of: all, minus: some },
      { op: "pick", of: some, places: [1, -1] },
      { op: "best", of: all, by: "end", most: true },
      { op: "union", of: [some, { op: "ids", ids: ["I.1"], said: "vừa nêu" }] },
    ];
    const crossed = sets.flatMap((set) =>
      measures.map((measure) => ({ kind: "taskSet" as const, set, measure, asks: [] })),
    );
    return [...crossed, ...ofAgencies(context), ...rankings()];
  },
  verify: () => {
    const agencies = context.knowledge.agencies.map(({ id }) => id);
    const claims: Claim[] = [
      ...agencies.map((agencyId): Claim => ({ about: "agency", agencyId, role: "lead" })),
      { about: "endYear", year: 2025 },
      { about: "period", period: "2023-2024" },
      { about: "recurrence", is: "yearly" },
      { about: "collective" },
    ];
    const of = (query: Query, claim: Claim) => ({ kind: "verify" as const, of: query, claims: [claim] });
    return [
      ...["V.4", "V.9", "V.8", "V.7", "VI.2"].flatMap((id) =>
        claims.map((claim) => of({ kind: "task", ids: [id], asks: [] }, claim)),
      ),
      ...context.knowledge.targets.map(({ id }) =>
        of(
          { kind: "target", ids: [id], completion: false, all: false },
          { about: "percent", value: "100", words: [] },
        ),
      ),
      of(
        { kind: "taskSet", set: { op: "all" }, measure: { as: "count" }, asks: [] },
        { about: "count", value: 68 },
      ),
    ];
  },
  action: () =>
    (Object.keys(ACTIONS) as Action[]).flatMap((action) => [
      { kind: "action" as const, action, about: {} },
      { kind: "action" as const, action, about: { agencyId: "so-y-te", report: true } },
    ]),
  mentions: () => [
    { kind: "mentions", words: "không có ở đâu", ids: [] },
    ...context.knowledge.targets.map(({ id }) => ({
      kind: "mentions" as const,
      words: "mục tiêu",
      ids: [id, "V.9"],
    })),
  ],
  locator: () => [
    { kind: "locator", of: { kind: "task", ids: ["V.9"], asks: [] } },
    ...context.knowledge.targets.map(({ id }) => ({
      kind: "locator" as const,
      of: { kind: "target" as const, ids: [id], completion: false, all: false },
    })),
  ],
  comparison: () =>
    context.knowledge.tasks.slice(1).map(({ id }, i) => ({
      kind: "comparison" as const,
      ids: [context.knowledge.tasks[i]!.id, id] as [string, string],
    })),
  label: () =>
    context.knowledge.sections.map(({ label }) => ({
      kind: "label" as const,
      label,
      taskIds: context.knowledge.tasks
        .filter((task) => `${task.groupNumeral}.${task.number}` === label)
        .map(({ id }) => id),
      sectionLabel: label,
      asks: [],
    })),
  groups: () => [{ kind: "groups" }],
  target: () => [
    ...context.knowledge.targets.flatMap(({ id }) =>
      [false, true].map((completion) => ({ kind: "target" as const, ids: [id], completion, all: false })),
    ),
    { kind: "target", ids: context.knowledge.targets.map(({ id }) => id), completion: false, all: true },
  ],
  duty: () => [
    ...context.knowledge.duties.map(({ id }) => ({ kind: "duty" as const, ids: [id], ask: "all" as const })),
    ...context.knowledge.agencies.map(({ id: agencyId }) => ({
      kind: "duty" as const,
      ids: context.knowledge.duties
        .filter((duty) => duty.agencyIds.includes(agencyId) || duty.collective)
        .map(({ id }) => id),
      agencyId,
      ask: "all" as const,
    })),
  ],
  passage: () => [
    ...context.knowledge.passages.map(({ id }) => ({ kind: "passage" as const, ids: [id] })),
    ...context.knowledge.sections.map(({ label }) => ({
      kind: "passage" as const,
      ids: context.knowledge.passages.filter((row) => row.sectionLabel === label).map(({ id }) => id),
      sectionLabel: label,
    })),
  ],
  document: () => [
    ...context.knowledge.facts.map(({ id, key }) => ({ kind: "document" as const, keys: [key], ids: [id] })),
    { kind: "document", keys: ["quoted"], ids: ["fact:legal_basis:7"] },
    {
      kind: "document",
      keys: ["legal_basis"],
      ids: context.knowledge.facts.filter((row) => row.key === "legal_basis").map(({ id }) => id),
    },
  ],
  agency: () =>
    context.knowledge.agencies.flatMap(({ id }) =>
      (["successor", "overview"] as const).map((ask) => ({ kind: "agency" as const, agencyId: id, ask })),
    ),
  procedure: () =>
    context.knowledge.procedures.flatMap(({ code }) => [
      { kind: "procedure" as const, code, aspects: [] },
      { kind: "procedure" as const, code, aspects: [...ASPECTS] },
      ...ASPECTS.map((aspect) => ({ kind: "procedure" as const, code, aspects: [aspect] })),
    ]),
  procedures: () => [{ kind: "procedures", codes: context.knowledge.procedures.map(({ code }) => code) }],
  clarification: () => [
    { kind: "clarification", question: "Anh/chị hỏi điều gì?", options: [] },
    { kind: "clarification", question: "Anh/chị hỏi điều gì?", options: choices() },
  ],
  about: () =>
    (["identity", "abilities", "retention", "sources", "changes"] as const).map((topic) => ({
      kind: "about" as const,
      topic,
    })),
  smallTalk: () =>
    (["greeting", "thanks", "goodbye"] as const).map((topic) => ({ kind: "smallTalk" as const, topic })),
  ownAgency: () => context.knowledge.agencies.map(({ id }) => ({ kind: "ownAgency" as const, agencyId: id })),
  handoff: () => [{ kind: "handoff" }],
  emergency: () =>
    (["danger", "selfHarm"] as const).flatMap((about) =>
      (Object.keys(HELP_LINES) as HelpLineNumber[]).flatMap((number) => [
        { kind: "emergency" as const, about, lines: [number] },
        { kind: "emergency" as const, about, lines: [number, number === "115" ? "113" : "115"] },
      ]),
    ),
  plans: () => [
    { kind: "plans", op: "which", ids: ["qd-2704"] },
    {
      kind: "plans",
      op: "each",
      parts: [{ planId: "qd-2704", query: { kind: "groups" } }],
    },
    { kind: "plans", op: "changes", from: "qd-2704", to: "qd-2704" },
  ],
  many: () => [
    {
      kind: "many",
      queries: [
        { kind: "procedure", code: "1.001456", aspects: ["fee"] },
        { kind: "procedure", code: "1.004194", aspects: ["fee"] },
      ],
    },
    {
      kind: "many",
      queries: ["so-y-te", "so-noi-vu"].map((agencyId) => rowsOfAgency(agencyId)),
    },
  ],
  office: () =>
    [[], ...OFFICE_ASKS.map((ask) => [ask]), [...OFFICE_ASKS]].map((asks) => ({
      kind: "office" as const,
      asks,
    })),
  refusal: () =>
    reasons.flatMap((reason) =>
      [[], choices()].map((offers) => ({
        kind: "refusal" as const,
        status: "unanswerable_not_in_sources" as const,
        reason,
        offers,
      })),
    ),
});

/** One choice of each kind that a clarification offers. */
export const choices = (): Choice[] => [
  {
    label: "Nhiệm vụ V.9: Đưa vào vận hành hệ thống CALLBOT",
    query: { kind: "task", ids: ["V.9"], asks: [] },
  },
  { label: "Đăng ký khai sinh", query: { kind: "procedure", code: "1.001193", aspects: [] } },
  {
    label: "Sở Y tế có những nhiệm vụ nào?",
    query: rowsOfAgency("so-y-te"),
  },
];
