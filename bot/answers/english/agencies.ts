/** Answers about agencies, targets, duties, passages and the decision in English; their words are quoted as they are. */
import { formatDay } from "../../../knowledge/calendar.ts";
import { agencyById, isLocals } from "../../agency-names.ts";
import { DISTRICT_ENDED_ON, mentionsDistrict } from "../../district.ts";
import type { Query } from "../../query.ts";
import { remarksOn } from "../../remarks.ts";
import { matches } from "../../sets/task-set.ts";
import { bullets, capitalize, yearOfPlan } from "../context.ts";
import { districtEnded, NO_PROGRESS } from "./phrases.ts";
import { COUNTED, counted, type Sheet } from "./sheet.ts";

type Of<K extends Query["kind"]> = Extract<Query, { kind: K }>;
const CONFIDENCE = { high: "high", medium: "medium", low: "low" } as const;

/** Dated hints on an agency's successors; the name of 2023 stays the answer. */
export function sayAgencyNow(agencyId: string, sheet: Sheet): void {
  if (isLocals(agencyId)) {
    sheet.both(
      `The district level was abolished as of ${DISTRICT_ENDED_ON}. ${capitalize(planInEnglish(sheet))} does not say who takes over the work of each district; please confirm with the competent agency.`,
    );
    return;
  }
  const { name, successors } = agencyById(sheet.context.knowledge, agencyId);
  if (successors.length === 0)
    sheet.both(`**${name}**: the assistant knows of no successor; please ask the agency for home affairs.`);
  for (const { text, confidence } of successors)
    sheet
      .both(
        `On what **${name}** has become, the sources say (confidence: ${CONFIDENCE[confidence]}; confirm before use):`,
      )
      .quote(text)
      .speak(text);
}

/** "the plan of 2023" */
function planInEnglish({ context }: Sheet): string {
  const year = yearOfPlan(context);
  return year ? `the plan of ${year}` : "the plan";
}

export function agency({ agencyId, ask, department }: Of<"agency">, sheet: Sheet): void {
  const { knowledge, now } = sheet.context;
  const own = agencyById(knowledge, agencyId);
  if (ask === "successor") sayAgencyNow(agencyId, sheet);
  else if (department)
    sheet.both(
      `The plan gives nothing to departments of the district; their part counts under **${own.name}**.`,
    );
  const [leads, coordinating] = (["lead", "coordinating"] as const).map((role) =>
    knowledge.tasks.filter((task) =>
      matches(task, { by: "agency", agencyId, role, named: true }, knowledge, now),
    ),
  );
  const labels = leads!.map(({ label }) => label).join(", ");
  if (ask === "overview" && !own.namedInPlan) sheet.both(`The plan does not name **${own.name}** anywhere.`);
  const [one, two] = [leads!, coordinating!].map((rows) =>
    counted(sheet.compute(rows.length, COUNTED), "task"),
  );
  sheet.both(
    `In ${planInEnglish(sheet)}, rows that name **${own.name}** have it lead ${one}${labels ? ` (${labels})` : ""} and coordinate ${two}; what is assigned to the agencies as a whole is not counted.`,
  );
}

export function ownAgency({ agencyId }: Of<"ownAgency">, sheet: Sheet): void {
  const { name } = agencyById(sheet.context.knowledge, agencyId);
  sheet.both(`Noted: “my agency” in this conversation is **${name}**.`);
}

export function target({ ids, completion, all, percent }: Of<"target">, sheet: Sheet): void {
  const { targets, sections } = sheet.context.knowledge;
  const rows = ids.map((id) => targets.find((row) => row.id === id)!);
  if (all) {
    sheet.both(
      `Section III of the plan has **${sheet.compute(rows.length, COUNTED)}** targets (quoted in Vietnamese):`,
    );
    for (const label of new Set(rows.map((row) => row.sectionLabel))) {
      const section = sections.find((row) => row.label === label);
      const own = rows.filter((row) => row.sectionLabel === label);
      sheet.say(`**${label}${section ? `. ${section.title}` : ""}**\n${bullets(own.map((row) => row.text))}`);
    }
    return;
  }
  if (percent !== undefined) {
    const said = sheet.compute(`${percent}%`, "named in the question");
    sheet.both(
      rows.some(({ text }) => text.replace(/\s/g, "").includes(`${percent.replace(/\s/g, "")}%`))
        ? `**${said} stands in this target; see what it is said of.**`
        : `**${said} is not printed as such; the plan says the following.**`,
    );
  }
  sheet.both("Target of the plan (section III, quoted in Vietnamese):");
  for (const { text } of rows) sheet.quote(text).speak(text);
  sayRemarks(
    rows.map(({ text }) => text),
    sheet,
  );
  if (completion) sheet.both(NO_PROGRESS);
}

function sayRemarks(texts: readonly string[], sheet: Sheet): void {
  const remarks = texts.flatMap((text) => remarksOn(text, sheet.context.knowledge));
  for (const text of new Set(remarks.map(({ english }) => english))) sheet.say(text);
}

export function duty({ ids, agencyId, completion }: Of<"duty">, sheet: Sheet): void {
  const { duties, sections } = sheet.context.knowledge;
  const rows = ids.map((id) => duties.find((row) => row.id === id)!);
  const own = agencyId ? agencyById(sheet.context.knowledge, agencyId) : undefined;
  if (own) {
    const named = rows.filter((row) => row.agencyIds.includes(own.id));
    const common = rows.filter((row) => !named.includes(row));
    if (named.length === 0) sheet.both(`The body of the plan names no duty of **${own.name}** alone.`);
    else sheet.both(`**${own.name}** is named for these duties (quoted in Vietnamese):`);
    for (const { text } of named) sheet.quote(text).speak(text);
    if (common.length > 0) sheet.say("**Duties of the heads of all agencies and localities**");
    for (const { text } of common) sheet.quote(text);
  } else {
    sheet.both("The plan says (quoted in Vietnamese):");
    for (const { text, sectionLabel } of rows) {
      const section = sections.find((row) => row.label === sectionLabel);
      sheet.quote(text).speak(text);
      if (section) sheet.say(`(section ${section.label}. ${section.title})`);
    }
  }
  for (const { when } of rows)
    if (when?.derived)
      sheet.both(
        `That comes to **${formatDay(when.derived.date)}** (reckoned by the assistant from the day of issue; the plan does not print this day).`,
      );
  sayRemarks(
    rows.map(({ text }) => text),
    sheet,
  );
  if (completion)
    sheet.both(
      "The source does not say which agency has reported or acted; please ask the agency that gathers the reports.",
    );
}

export function passage({ ids, sectionLabel }: Of<"passage">, sheet: Sheet): void {
  const { passages, sections, documents } = sheet.context.knowledge;
  const cited = new Set(sheet.draft.citations.map(({ quote }) => quote));
  const rows = ids
    .map((id) => passages.find((row) => row.id === id)!)
    .filter(({ evidence }) => cited.has(evidence.quote));
  const section = sections.find((row) => row.label === sectionLabel);
  if (section) {
    sheet.both(`**Section ${section.label}. ${section.title}** (body of the plan)`);
    const inner = sections.filter((row) => row.label.startsWith(`${section.label}.`));
    sheet.say(bullets(inner.map((row) => `${row.label}. ${row.title}`)));
  }
  const isOfPlan = (row: (typeof rows)[number]) => row.sectionLabel !== "";
  if (rows.some(isOfPlan)) sheet.both("The plan says (quoted in Vietnamese):");
  for (const row of rows.filter(isOfPlan)) {
    const own = sections.find(({ label }) => label === row.sectionLabel);
    sheet.quote(row.text).speak(row.text);
    if (own && !section) sheet.say(`(section ${own.label}. ${own.title})`);
  }
  for (const row of rows.filter((other) => !isOfPlan(other))) {
    const { title } = documents.find(({ id }) => id === row.documentId)!;
    sheet.both(`**${title}** says (quoted in Vietnamese, not checked):`).quote(row.text).speak(row.text);
  }
  sayRemarks(
    rows.map(({ text }) => text),
    sheet,
  );
  if (rows.some((row) => !isOfPlan(row) && mentionsDistrict(row.text)))
    sheet.both(districtEnded(DISTRICT_ENDED_ON));
}

const FACTS: Readonly<Record<string, string>> = {
  "Số hiệu": "Number",
  "Ngày ban hành": "Issued on",
  "Tên văn bản": "Title",
  "Cơ quan ban hành": "Issued by",
  "Căn cứ ban hành": "Legal basis",
  "Cơ quan đề nghị": "Proposed by",
  "Hiệu lực": "Effect",
  "Trách nhiệm thi hành": "Who carries it out",
  "Nơi nhận": "Recipients",
  "Người ký": "Signed by",
  "Ban hành kèm theo": "Issued with",
  "Điều 1": "Article 1",
  "Điều 2": "Article 2",
  "Điều 3": "Article 3",
};

export function document({ keys, ids }: Of<"document">, sheet: Sheet): void {
  const rows = ids.map((id) => sheet.context.knowledge.facts.find((row) => row.id === id)!);
  for (const label of new Set(rows.map((row) => row.label))) {
    const own = rows.filter((row) => row.label === label);
    const name = FACTS[label] ?? label;
    sheet.say(
      own.length === 1
        ? `**${name}**: ${own[0]!.value}`
        : `**${name}** (${sheet.compute(own.length, COUNTED)}):\n${bullets(own.map((row) => row.value))}`,
    );
    sheet.speak(
      `${name}: ${own
        .slice(0, 2)
        .map((row) => row.value)
        .join("; ")}.`,
    );
  }
  if (keys.includes("not_among_bases")) sheet.both("**No**: that document is not among the legal bases.");
  if (keys.includes("among_bases")) sheet.both("**Yes**: that document is among the legal bases.");
  if (keys.includes("quoted"))
    sheet.both("The plan only refers to this document; the sources do not hold its content.");
  const note = sheet.draft.citations.find(({ locator }) => locator.endsWith("ghi chú hiệu lực"));
  if (note) sheet.say("Note on its validity (quoted in Vietnamese):").quote(note.quote);
}
