/** Answers about procedures in English: the labels are ours, the words of the record stay in Vietnamese. */
import type { Aspect, ProcedureRecord } from "../../../knowledge/records.ts";
import { DISTRICT_ENDED_ON } from "../../district.ts";
import type { Query } from "../../query.ts";
import type { Verdict } from "../../reply.ts";
import { NO_SITUATION } from "../../situations/situation.ts";
import { bullets, procedureByCode, shown, withoutStop } from "../context.ts";
import { TITLES } from "../procedure.ts";
import { byWords, WITH_ISSUER } from "../procedure-beside.ts";
import { caseOf } from "../procedure-case.ts";
import { caseName, FIRST_CASES, isAskedFor } from "../procedure-choices.ts";
import { certaintyOn, exemptionsOn, lineInWords, linesOn, type ValueWords } from "../procedure-values.ts";
import { findingsOn } from "../procedure-verdict.ts";
import { ownWaysOf } from "../procedure-ways.ts";
import { basesOn, dayOf, forEar, formsOf } from "../procedure-words.ts";
import { ASPECTS, CHECK_AGAIN, districtEnded } from "./phrases.ts";
import { COUNTED, counted, type Sheet } from "./sheet.ts";

type Paper = ProcedureRecord["documents"][number]["items"][number];
type Of<K extends Query["kind"]> = Extract<Query, { kind: K }>;
const SPOKEN_PAPERS = 3;
const MAX_NOTES = 3;
const MAX_FIELDS = 12;

const WORDS: ValueWords = {
  channels: { in_person: "In person", online: "Online", post: "By post" },
  noChannel: "The source does not say how",
  until: (day) => `until ${day}`,
  next: (day, value) => `from ${day}: ${value}`,
  notYet: (day, value) => `not yet in force, from ${day}: ${value}`,
  ended: (day) => `the former amount no longer applies from ${day}; please ask where you apply`,
  unsure: "Not certain; please ask where you apply.",
  unsureOf: (cases) => `Not certain: ${cases}; please ask where you apply.`,
  ground: (grounds) => `Ground: ${grounds}.`,
  portal: "as published on the National Public Service Portal",
};

export function procedure(query: Of<"procedure">, sheet: Sheet): void {
  const { procedure: record, cases } = caseOf(procedureByCode(sheet.context.knowledge, query.code), query);
  const asked = sheet.draft.procedures[0]!.aspects;
  const covered = sayFindings(query, record, sheet);
  sheet.say(`**${record.name}**${record.printedCode === null ? "" : ` (code ${record.code})`}`);
  sheet.speak(forName(record.name));
  if (!record.reviewed) sayUnchecked(record, sheet);
  if (query.assumed)
    sheet.say(
      "I take your question to be about this procedure. If it is not, please choose another of the suggestions.",
    );
  if (query.because)
    sheet.both(
      `From what you describe, this is the procedure to follow (in Vietnamese: ${withoutStop(query.because)}).`,
    );
  for (const aspect of asked.filter((row) => !covered.includes(row))) sayAspect(aspect, record, cases, sheet);
  if (query.aspects.length !== 1 || query.aspects[0] !== "legal") {
    const notes = byWords(record.notes, query.words ?? [])
      .filter((note) => sheet.draft.citations.some(({ quote }) => quote === note))
      .slice(0, MAX_NOTES);
    if (notes.length > 0) sheet.say(`**Note**\n${bullets(notes)}`);
  }
  const named = sheet.draft.computed.some(({ value }) => value === DISTRICT_ENDED_ON);
  if (named && !asked.every((aspect) => TITLES.has(aspect))) sheet.both(districtEnded(DISTRICT_ENDED_ON));
  if (asked.includes("fee") || asked.includes("time")) sheet.say(CHECK_AGAIN);
}

const VERDICTS: Readonly<Record<Verdict, string>> = {
  yes: "Yes",
  no: "No",
  partly: "Partly",
  only_if: "Only if",
  not_needed: "Not needed",
  in_time: "Still in time",
  late: "Past the deadline",
  depends: "It depends",
  told: "The record says",
  untold: "The record does not say so",
};

/** What was put to yes or no, with the record's words. */
function sayFindings(query: Of<"procedure">, procedure: ProcedureRecord, sheet: Sheet): Aspect[] {
  const { context, draft } = sheet;
  const findings = findingsOn({
    procedure,
    situation: query.situation ?? NO_SITUATION,
    query,
    day: dayOf(context),
    knowledge: context.knowledge,
  });
  const claimed = draft.computed.find(({ rule }) => rule.startsWith("con số nêu"))?.value;
  for (const { verdict, fact } of findings) {
    const of = claimed ? ` (${claimed})` : query.filedAt === undefined ? "" : ` (${query.filedAt})`;
    const words = verdict === "untold" ? `${VERDICTS.untold}${of}.` : `${VERDICTS[verdict]}${of}: “${fact}”.`;
    sheet.say(`**${words}**`);
    sheet.speak(words);
  }
  if (findings.length === 0 && draft.plan?.verdict === "untold")
    sheet.both("The record does not say this in so many words; please ask where you apply.");
  return findings.flatMap(({ covers, of }) => [
    ...covers,
    ...(of && !query.aspects.includes(of) ? [of] : []),
  ]);
}

const forName = (name: string): string => `${withoutStop(name)}.`;

function sayUnchecked(record: ProcedureRecord, sheet: Sheet): void {
  if (WITH_ISSUER.test(record.code) && record.issuer) sheet.say(`Version of: ${shown(record.issuer)}.`);
  const file = record.origin ? ` ${record.origin.file}` : "";
  const compiled = record.doubts.includes("compiled_page")
    ? " The page was compiled by a third party and is no publication of the agency."
    : "";
  sheet.say(`Not checked; figures as in the source${file}.${compiled}`);
}

function sayAspect(
  aspect: Aspect,
  record: ProcedureRecord,
  cases: readonly number[] | undefined,
  sheet: Sheet,
): void {
  const { name, unstated } = ASPECTS[aspect];
  if (aspect === "documents") {
    sayPapers(record, cases, sheet);
    return;
  }
  const day = dayOf(sheet.context);
  const rows = rowsOf(aspect, record, day).filter((row) => isProven(row, sheet));
  if (rows.length === 0) {
    const none = record.reviewed ? noneKnown(aspect, unstated) : `the source does not state ${unstated}`;
    sheet.say(`**${name}**: ${none}.`);
    sheet.speak(`${name}: ${none}.`);
  } else {
    const [first] = rows;
    sheet.say(rows.length === 1 ? `**${name}**: ${first}` : `**${name}**\n${bullets(rows)}`);
    sheet.speak(`${name}: ${forEarInEnglish(rows.join("; "))}`);
  }
  if (aspect === "methods" && !record.methods.some(({ channel }) => channel === "online"))
    sheet.say(
      record.reviewed
        ? "There is no way to apply online for this procedure yet."
        : "The source names no way to apply online for this procedure.",
    );
  if (aspect === "fee") {
    const exempt = exemptionsOn(record, day).filter((text) =>
      sheet.draft.citations.some(({ quote }) => quote === text),
    );
    if (exempt.length > 0) sheet.say(`**Exempt or reduced**: ${exempt.map(withoutStop).join("; ")}.`);
  }
  if (aspect === "time" || aspect === "fee")
    sheet.say(certaintyOn(aspect === "time" ? record.times : record.fees, day, WORDS));
  const isCited = sheet.draft.citations.some(({ locator }) => locator.startsWith("Hạn nộp"));
  if ((aspect === "time" || aspect === "conditions") && record.deadlines.length > 0 && isCited)
    sheet.say(`**Deadline to apply**\n${bullets(record.deadlines.map(({ text }) => shown(text)))}`);
  if (aspect === "place" && !record.reviewed && record.agency)
    sheet.say(`**Carried out by**: ${shown(record.agency)}`);
  for (const doubt of record.doubts)
    if (
      (aspect === "time" && doubt.startsWith("time_unit")) ||
      (aspect === "steps" && doubt === "steps_scrambled")
    )
      sheet.say("The source is not clear in places here; please ask where you apply.");
}

const REST = "và phần còn lại trong văn bản.";
/** Cut where the Vietnamese cut it. */
const forEarInEnglish = (text: string): string => forEar(text).replace(REST, "and the rest in writing.");

/** Of a reviewed record: not that a source is silent, but what is known. */
const noneKnown = (aspect: Aspect, unstated: string): string =>
  aspect === "conditions" || aspect === "forms"
    ? "there is none of its own"
    : `${unstated} is not known for certain; please ask where you apply`;

const SUM = /\d{1,3}(?:\.\d{3})+/g;
/** The sums of it are quoted: those that the Vietnamese left out are left out. */
const isProven = (row: string, { draft }: Sheet): boolean =>
  (row.match(SUM) ?? []).every((sum) => draft.citations.some(({ quote }) => quote.includes(sum)));

function rowsOf(aspect: Exclude<Aspect, "documents">, record: ProcedureRecord, day: string): string[] {
  switch (aspect) {
    case "time":
      return linesOn(record, record.times, day, WORDS).map(lineInWords);
    case "fee":
      return linesOn(record, record.fees, day, WORDS).map(lineInWords);
    case "place":
      return record.place === null ? [] : [shown(record.place)];
    case "methods":
      return [...new Set(record.methods.map(({ channel }) => channel))].map((channel) => {
        const name = channel === null ? WORDS.noChannel : WORDS.channels[channel];
        return [name, ownWaysOf(record, channel, day, WORDS).join(" · ")].filter(Boolean).join(": ");
      });
    case "steps":
      return record.steps.map(shown);
    case "result":
      return record.result.map(shown);
    case "legal":
      return basesOn(record, day, {
        from: (first) => `in force from ${first}`,
        until: (last) => `applies until ${last}`,
      });
    case "conditions":
      return record.conditions.map(shown);
    case "audience":
      return record.audience.map(shown);
    case "forms":
      return formsOf(record).map(shown);
  }
}

function sayPapers(record: ProcedureRecord, cases: readonly number[] | undefined, sheet: Sheet): void {
  const { name, unstated } = ASPECTS.documents;
  const all = [...record.documents.entries()];
  if (all.length === 0) return void sheet.both(`**${name}**: the source does not state ${unstated}.`);
  const always = record.reviewed ? all.filter(([, group]) => group.case === "") : [];
  const rest = all.filter((row) => !always.includes(row) && (!cases || cases.includes(row[0])));
  const isMany = !cases && isAskedFor(record);
  const cited = new Set(sheet.draft.citations.map(({ quote }) => quote));
  if (isMany) {
    const count = sheet.compute(all.length, "counted from the cases of papers in the source");
    sheet.both(`**${name}** depend on the case; the source names ${count} cases. Which one is yours?`);
    sheet.say(bullets(all.map(([, group]) => caseName(group.case))));
    sheet.say(
      `Here are the papers of the first ${sheet.compute(FIRST_CASES, "number of cases that are shown first")}.`,
    );
  }
  // Folded where the Vietnamese folds them: only what it told is cited.
  const isTold = ([, group]: (typeof rest)[number]) =>
    group.items.some(({ text }) => [...cited].some((quote) => quote.startsWith(text)));
  const told = rest.filter(isTold);
  const shownCases = isMany ? rest.slice(0, FIRST_CASES) : told;
  const folded = isMany ? [] : rest.filter((row) => !told.includes(row));
  const isOnTop = always.length > 0 && !cases;
  for (const [, group] of [...always, ...(isOnTop ? [] : shownCases)])
    sheet.say(
      `**${name}${group.case ? ` – ${shown(group.case)}` : ""}**\n${bullets(group.items.map(paperInWords))}`,
    );
  if (isOnTop && shownCases.length > 0) {
    const lines = shownCases.map(
      ([, group]) => `${shown(group.case)}: ${group.items.map(paperInWords).map(withoutStop).join("; ")}`,
    );
    sheet.say(`**More papers, depending on the case**\n${bullets(lines)}`);
  }
  if (folded.length > 0)
    sheet.say(
      `More papers depend on the case: ${folded.map(([, group]) => caseName(group.case)).join("; ")}.`,
    );
  const first = (always[0] ?? shownCases[0])?.[1].items ?? [];
  const papers = first.filter(({ manner }) => manner !== "note").map(({ text }) => text);
  const read = papers.slice(0, SPOKEN_PAPERS).map((text) => withoutStop(forEarInEnglish(text)));
  if (read.length > 0)
    sheet.speak(`${name}: ${read.join("; ")}${papers.length > SPOKEN_PAPERS ? "; and other papers" : ""}.`);
}

function paperInWords({ text, manner, form, original, copy }: Paper): string {
  const how = manner === "show" ? "To show: " : manner === "note" ? "Note: " : "";
  const copies = [original && counted(original, "original"), copy && counted(copy, "copy", "copies")];
  const held = copies.filter(Boolean).join(", ");
  const named = form && !text.includes(form) ? ` – form: ${form}` : "";
  return `${how}${withoutStop(shown(text))}${named}${held ? ` (${held})` : ""}`;
}

export function procedures({ codes }: Of<"procedures">, sheet: Sheet): void {
  const all = codes.map((code) => procedureByCode(sheet.context.knowledge, code));
  const reviewed = all.filter((row) => row.reviewed);
  const imported = all.filter((row) => !row.reviewed);
  const count = sheet.compute(reviewed.length, "counted from the procedures that are loaded");
  sheet.withoutSourceLine();
  sheet.both(
    `The assistant has **${count}** procedures that were checked against their source (names in Vietnamese):`,
  );
  for (const field of new Set(reviewed.map((row) => row.field)))
    sheet.say(
      `**${field}**\n${bullets(reviewed.filter((row) => row.field === field).map((row) => row.name))}`,
    );
  if (imported.length === 0) return;
  const others = sheet.compute(imported.length, "counted from the procedures that are loaded");
  sheet.both(
    `There are also **${others}** procedures from files of the office, not checked; please ask for them by name.`,
  );
  const fields = [...new Set(imported.flatMap((row) => row.field || []))].slice(0, MAX_FIELDS);
  const sizes = fields
    .map((field) => ({ field, count: imported.filter((row) => row.field === field).length }))
    .filter(({ field }) => sheet.draft.citations.some(({ quote }) => quote === field));
  sheet.say(bullets(sizes.map((row) => `${row.field}: ${sheet.compute(row.count, COUNTED)}`)));
}

export function lifeEvent({ roots }: Of<"lifeEvent">, sheet: Sheet): void {
  const names = sheet.draft.procedures.map(({ code, name }) => `**${shown(name)}** (code ${code})`);
  const first = procedureByCode(sheet.context.knowledge, roots[0]!);
  sheet.both(
    `What usually has to be done around “${withoutStop(shown(first.name))}”, in this order (names in Vietnamese):`,
  );
  sheet.say(bullets(names));
}

/** Both, each complete. */
export function procedureComparison({ codes, aspects }: Of<"procedureComparison">, sheet: Sheet): void {
  sheet.both("The two procedures side by side (their words in Vietnamese):");
  for (const code of codes) procedure({ kind: "procedure", code, aspects }, sheet);
}
