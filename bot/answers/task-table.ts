/** Tables of rows: by group, year, period, recurrence or agency, with what they add up to; who has most or fewest, who has a
 *  place, which of several has more, whom no row names. */
import type { Agency, Task } from "../../knowledge/records.ts";
import { agencyById } from "../agency-names.ts";
import type { Draft } from "../draft.ts";
import type { Measure } from "../query.ts";
import { type Role, type TableBy, type TableRow, tableOf } from "../sets/task-set.ts";
import { COUNT_RULE } from "./agency-rows.ts";
import { type AnswerContext, bullets, capitalize, listing } from "./context.ts";

export const SHARED_RULE = "đếm dòng Phụ lục ghi đích danh cơ quan; dòng có hai cơ quan được tính cho cả hai";
const FEW = 5;

const KEY_NAMES: Record<TableBy, string> = {
  group: "nhóm",
  endYear: "năm kết thúc in trong Phụ lục",
  period: "thời gian in trong Phụ lục",
  recurrence: "cách lặp lại",
  lead: "cơ quan chủ trì",
  coordinating: "cơ quan phối hợp",
};
const VERBS = { lead: "chủ trì", coordinating: "phối hợp" } as const;

type TableMeasure = Extract<Measure, { as: "table" }>;

/** What every sentence about a table is made of. */
interface Table {
  rows: readonly Task[];
  /** The keys that are shown, in their order. */
  sorted: TableRow[];
  /** Behind "nhiệm vụ": " thuộc nhóm V"; empty for all rows. */
  subject: string;
  measure: TableMeasure;
  verb: string;
  rule: string;
  nameOf: (key: string) => string;
}

const isOfBodies = (by: TableBy): by is Role => by === "lead" || by === "coordinating";

export function sayTable(
  rows: readonly Task[],
  what: string,
  measure: TableMeasure,
  draft: Draft,
  context: AnswerContext,
): void {
  const { by, order, except = [], among, only, place } = measure;
  const all = tableOf(rows, by).filter(({ key }) => !except.includes(key));
  const named = among
    ? among.map((key) => all.find((row) => row.key === key) ?? { key, ids: [] })
    : all.filter(({ key }) => key !== "");
  const nameOf = namer(by, draft, context);
  const table: Table = {
    rows,
    sorted: sorted(named, measure, nameOf),
    subject: what === "" ? "" : ` ${what}`,
    measure,
    verb: isOfBodies(by) ? VERBS[by] : "có",
    rule: isOfBodies(by) ? SHARED_RULE : COUNT_RULE,
    nameOf,
  };
  if (only !== undefined) {
    sayOnly(table, only, draft);
    return;
  }
  if (place !== undefined) sayPlace(table, place, draft);
  else if (among) sayAmong(table, draft);
  else if (order && table.sorted.length > 0) sayFirst(table, draft, context);
  else {
    const total = draft.compute(rows.length, COUNT_RULE);
    const sentence = `${apart(except, draft, context)}**${total}** nhiệm vụ${table.subject}, chia theo ${KEY_NAMES[by]}`;
    draft
      .say(`${capitalize(sentence)} (số đếm do trợ lý tính):`)
      .speak(`${capitalize(sentence.replaceAll("*", ""))}.`);
  }
  draft.say(
    bullets(
      table.sorted.map(({ key, ids }) => `${nameOf(key)}: **${draft.compute(ids.length, table.rule)}**`),
    ),
  );
  draft.speak(
    `${table.sorted
      .slice(0, FEW)
      .map(({ key, ids }) => `${nameOf(key)}: ${ids.length}`)
      .join("; ")}.`,
  );
  if (!among) sayRest(table, all, except.length > 0, draft);
  suggestNext(table, draft, context);
}

function suggestNext(
  { sorted: [first], measure: { by }, nameOf, verb }: Table,
  draft: Draft,
  { knowledge }: AnswerContext,
): void {
  if (!first) return;
  const { key } = first;
  const group = by === "group" ? knowledge.groups.find(({ id }) => id === key) : undefined;
  if (group)
    draft.suggest(`Nhóm ${group.name} có những nhiệm vụ nào?`, "Cơ quan nào chủ trì nhiều nhiệm vụ nhất?");
  if (by === "endYear") draft.suggest(`Nhiệm vụ nào kết thúc năm ${key}?`);
  if (isOfBodies(by))
    draft.suggest(
      `${nameOf(key)} ${verb} những nhiệm vụ nào?`,
      "Nhiệm vụ nào giao chung cho các sở, ban, ngành, địa phương?",
    );
}

function sorted(
  rows: readonly TableRow[],
  { by, order }: TableMeasure,
  nameOf: (key: string) => string,
): TableRow[] {
  const byCount = (a: TableRow, b: TableRow) =>
    (order === "least" ? 1 : -1) * (a.ids.length - b.ids.length) ||
    nameOf(a.key).localeCompare(nameOf(b.key), "vi");
  if (isOfBodies(by) || order) return [...rows].sort(byCount);
  return by === "endYear" || by === "period"
    ? [...rows].sort((a, b) => a.key.localeCompare(b.key))
    : [...rows];
}

/** What a key is called; the record behind it is cited. */
function namer(by: TableBy, draft: Draft, { knowledge }: AnswerContext): (key: string) => string {
  return (key) => {
    if (by === "group") {
      const group = knowledge.groups.find((row) => row.id === key)!;
      draft.cite(group.evidence);
      return `Nhóm ${group.numeral} (${group.name})`;
    }
    const agency = isOfBodies(by) ? knowledge.agencies.find((row) => row.id === key) : undefined;
    if (agency) draft.cite(agency.evidence);
    if (by === "endYear") return `Năm ${key}`;
    if (by === "recurrence")
      return (
        {
          none: "Có năm kết thúc",
          yearly: "Lặp lại hằng năm",
          periodic: "Định kỳ trong năm",
          ongoing: "Thường xuyên",
        }[key] ?? key
      );
    return agency?.name ?? key;
  };
}

function apart(except: readonly string[], draft: Draft, { knowledge }: AnswerContext): string {
  const outside = except.map((id) => agencyById(knowledge, id));
  for (const { evidence } of outside) draft.cite(evidence);
  return outside.length > 0 ? `Ngoài ${listing(outside.map(({ name }) => name))}, ` : "";
}

/** "Nhóm V" within a sentence. */
const lowered = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** Those that share the first place. */
function sayFirst(table: Table, draft: Draft, context: AnswerContext): void {
  const { measure, verb, rule, subject, nameOf } = table;
  const first = table.sorted[0]!;
  const top = table.sorted.filter(({ ids }) => ids.length === first.ids.length);
  const isBody = isOfBodies(measure.by);
  const names = listing(top.map(({ key }) => (isBody ? nameOf(key) : lowered(nameOf(key)))));
  const count = draft.compute(first.ids.length, rule);
  const before = apart(measure.except ?? [], draft, context);
  const word = measure.order === "most" ? "nhiều" : "ít";
  const sentence = isOfBodies(measure.by)
    ? `${before}**${names}** ${verb} ${word} nhất: **${count}** nhiệm vụ ghi đích danh${subject}`
    : `${before}${word} nhiệm vụ${subject} nhất là **${names}**: **${count}** nhiệm vụ`;
  draft
    .say(`${capitalize(sentence)} (số đếm do trợ lý tính).`)
    .speak(`${capitalize(sentence.replaceAll("*", ""))}.`);
  if (measure.order === "least" && isOfBodies(measure.by)) {
    draft.say(`Cơ quan không được ghi đích danh ${verb} nhiệm vụ nào thì chưa kể ở đây.`);
    draft.suggest(`Những cơ quan nào không ${verb} nhiệm vụ nào?`);
  }
}

/** "Sở nào chỉ chủ trì đúng một việc". */
function sayOnly({ sorted: all, verb, nameOf }: Table, only: number, draft: Draft): void {
  const rows = all.filter(({ ids }) => ids.length === only);
  const count = draft.compute(rows.length, "đếm các mục có đúng số nhiệm vụ đó");
  const each = draft.compute(only, "số nhiệm vụ nêu trong câu hỏi");
  const sentence = `**${count}** cơ quan được ghi đích danh ${verb} đúng **${each}** nhiệm vụ`;
  const names = rows.map(({ key }) => nameOf(key));
  draft.say(`${sentence} (số đếm do trợ lý tính)${names.length > 0 ? ":" : "."}`);
  if (names.length > 0) draft.say(bullets(names));
  draft.speak(`${sentence.replaceAll("*", "")}${names.length > 0 ? `: ${names.join("; ")}` : ""}.`);
}

/** Agencies with as many tasks share a place. */
function sayPlace({ sorted: all, verb, rule, nameOf }: Table, place: number, draft: Draft): void {
  const count = [...new Set(all.map(({ ids }) => ids.length))][place - 1];
  const said = draft.compute(place, "thứ hạng nêu trong câu hỏi");
  if (count === undefined) {
    draft.say(`Không có cơ quan nào đứng thứ ${said}.`).speak(`Không có cơ quan nào đứng thứ ${said}.`);
    return;
  }
  const names = all.filter(({ ids }) => ids.length === count).map(({ key }) => nameOf(key));
  const many = draft.compute(count, rule);
  draft.say(
    `Đứng thứ ${said}, ${verb} **${many}** nhiệm vụ ghi đích danh (số đếm do trợ lý tính): **${names.join("; ")}**.`,
  );
  draft.speak(`Đứng thứ ${said} là ${names.join("; ")}, ${verb} ${many} nhiệm vụ.`);
}

/** "Hai sở đó bên nào nhiều hơn", "nhóm V hơn nhóm IV mấy việc". */
function sayAmong({ sorted: all, measure, subject, verb, rule, nameOf }: Table, draft: Draft): void {
  const [first, second] = all;
  const count = draft.compute(first!.ids.length, rule);
  const differ = Math.abs(first!.ids.length - (second?.ids.length ?? 0));
  const more = measure.order === "least" ? "ít hơn" : "nhiều hơn";
  const gap =
    all.length === 2 && differ > 0
      ? `, ${more} **${draft.compute(differ, "hiệu của hai số đếm")}** nhiệm vụ so với ${nameOf(second!.key)}`
      : "";
  const [those, tasks] = isOfBodies(measure.by)
    ? ["Các cơ quan này", "nhiệm vụ ghi đích danh"]
    : ["Các nhóm này", "nhiệm vụ"];
  const sentence =
    differ === 0
      ? `${those} ${verb} bằng nhau: **${count}** ${tasks}${subject}`
      : `**${nameOf(first!.key)}** ${verb} ${more}: **${count}** ${tasks}${subject}${gap}`;
  draft.say(`${sentence} (số đếm do trợ lý tính).`).speak(`${sentence.replaceAll("*", "")}.`);
}

/** Rows under no key, and what all add up to. */
function sayRest(
  { rows, measure: { by }, subject }: Table,
  all: readonly TableRow[],
  isCut: boolean,
  draft: Draft,
): void {
  const none = all.find(({ key }) => key === "");
  const byBody = isOfBodies(by);
  if (none) {
    const count = draft.compute(none.ids.length, COUNT_RULE);
    const labels = rows.filter(({ id }) => none.ids.includes(id)).map(({ label }) => label);
    draft.say(
      byBody
        ? `Ngoài ra ${count} nhiệm vụ không ghi đích danh cơ quan ${VERBS[by]} (giao chung): ${labels.join(", ")}.`
        : `Ngoài ra ${count} nhiệm vụ lặp lại hoặc thường xuyên, không in năm kết thúc.`,
    );
  }
  if (isCut) return;
  const sum = all.reduce((total, { ids }) => total + ids.length, 0);
  const total = draft.compute(rows.length, COUNT_RULE);
  draft.say(
    byBody && sum !== rows.length
      ? `Cộng các số trên là ${draft.compute(sum, "cộng các dòng của bảng")}, khác tổng ${total} vì nhiệm vụ ghi nhiều cơ quan được tính cho từng cơ quan.`
      : `Cộng lại đúng ${total} nhiệm vụ${subject}.`,
  );
}

/** Agencies of "các sở, ban, ngành, địa phương" that no row names in the role. */
export function sayNobody(
  rows: readonly Task[],
  role: Role,
  draft: Draft,
  { knowledge }: AnswerContext,
): void {
  const named = new Set(tableOf(rows, role).map(({ key }) => key));
  const members = knowledge.agencies.filter(({ id, collective }) => collective !== null && !named.has(id));
  const groups: { title: string; own: Agency[] }[] = [
    { title: "Kế hoạch có nêu tên", own: members.filter(({ namedInPlan }) => namedInPlan) },
    { title: "Kế hoạch không nêu tên", own: members.filter(({ namedInPlan }) => !namedInPlan) },
  ];
  for (const { evidence } of members) draft.cite(evidence);
  const verb = VERBS[role];
  draft.say(
    `Các cơ quan không được ghi đích danh ${verb} nhiệm vụ nào trong Phụ lục (vẫn có phần giao chung cho các sở, ban, ngành, địa phương):`,
  );
  for (const { title, own } of groups)
    if (own.length > 0)
      draft.say(
        `**${title} (${draft.compute(own.length, SHARED_RULE)})**: ${own.map(({ name }) => name).join("; ")}.`,
      );
  const some = members.slice(0, 3).map(({ name }) => name);
  draft.speak(
    `Không được ghi đích danh ${verb}: ${some.join("; ")}${members.length > some.length ? " và một số cơ quan khác" : ""}.`,
  );
  draft.suggest("Cơ quan nào chủ trì nhiều nhiệm vụ nhất?");
}
