/** Answers about procedures in English: the labels are ours, the words of the record stay in Vietnamese. */
import type { Aspect, ProcedureRecord } from "../../../knowledge/records.ts";
import { DISTRICT_ENDED_ON } from "../../district.ts";
import type { Query } from "../../query.ts";
import { bullets, procedureByCode, shown, withoutStop } from "../context.ts";
import {
  byChannel,
  byWords,
  CHANNELS,
  FIRST_CASES,
  feesOf,
  forEar,
  NO_CHANNEL,
  TITLES,
  WITH_ISSUER,
} from "../procedure.ts";
import { caseName, MAX_CASES } from "../procedure-choices.ts";
import { printsPlace, whatIsStated } from "../procedure-facts.ts";
import { ASPECTS, CHECK_AGAIN, districtEnded } from "./phrases.ts";
import { COUNTED, counted, type Sheet } from "./sheet.ts";

type Of<K extends Query["kind"]> = Extract<Query, { kind: K }>;
const SPOKEN_PAPERS = 3;
const MAX_NOTES = 3;
const MAX_FIELDS = 12;

const CHANNEL_NAMES: Readonly<Record<string, string>> = {
  [CHANNELS.in_person]: "In person",
  [CHANNELS.online]: "Online",
  [CHANNELS.post]: "By post",
  [NO_CHANNEL]: "The source does not say how",
};
const channelsInEnglish = (names: string): string =>
  names
    .split(", ")
    .map((name) => CHANNEL_NAMES[name] ?? name)
    .join(", ");

export function procedure(query: Of<"procedure">, sheet: Sheet): void {
  const record = procedureByCode(sheet.context.knowledge, query.code);
  const asked = sheet.draft.procedures[0]!.aspects;
  sheet.say(`**${record.name}**${record.printedCode === null ? "" : ` (code ${record.code})`}`);
  sheet.speak(forName(record.name));
  if (!record.reviewed) sayUnchecked(record, sheet);
  if (query.assumed)
    sheet.say(
      "I take your question to be about this procedure. If it is not, please choose another of the suggestions.",
    );
  if (query.claim) {
    const said = sheet.draft.computed.find(({ rule }) => rule.startsWith("con số nêu"))?.value ?? "";
    const verdict = {
      none: `The source states no figure, so the assistant cannot confirm ${said}.`,
      stated: `${said} stands in the source; it applies as follows.`,
      other: `The source does not state ${said}; it says the following.`,
    }[whatIsStated(record, query.claim)];
    sheet.both(`**${verdict}**`);
  }
  if (query.filedAt !== undefined)
    sheet.both(
      printsPlace(record, query.filedAt)
        ? `**The source names ${query.filedAt}.**`
        : `**The source does not name ${query.filedAt} as the place to apply; it says the following.**`,
    );
  for (const aspect of asked) sayAspect(aspect, record, query.cases, sheet);
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
  const rows = rowsOf(aspect, record);
  if (rows.length === 0) {
    sheet.say(`**${name}**: the source does not state ${unstated}.`);
    sheet.speak(`The source does not state ${unstated}.`);
  } else {
    const [first] = rows;
    sheet.say(rows.length === 1 ? `**${name}**: ${first}` : `**${name}**\n${bullets(rows)}`);
    sheet.speak(`${name}: ${forEarInEnglish(rows.join("; "))}`);
  }
  if (aspect === "methods" && !record.methods.some(({ channel }) => channel === "online"))
    sheet.say("The source names no way to apply online for this procedure.");
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

function rowsOf(aspect: Exclude<Aspect, "documents">, record: ProcedureRecord): string[] {
  const byWay = (value: (method: ProcedureRecord["methods"][number]) => string): string[] => {
    const rows = byChannel(record, value);
    return rows.length === 1
      ? [rows[0]!.value]
      : rows.map(({ channels, value: own }) => `${channelsInEnglish(channels)}: ${own}`);
  };
  switch (aspect) {
    case "time":
      return byWay(({ time, note }) =>
        time.unit === "none" && time.value === null && note && !record.reviewed
          ? `${shown(time.text)} · ${shown(note)}`
          : shown(time.text),
      );
    case "fee":
      return byWay(feesOf);
    case "place":
      return record.place === null ? [] : [shown(record.place)];
    case "methods":
      return record.methods.map((method) => {
        const channel = method.channel === null ? NO_CHANNEL : CHANNELS[method.channel];
        const parts = [shown(method.time.text), feesOf(method), method.note && shown(method.note)];
        return `${channelsInEnglish(channel)}: ${parts.filter(Boolean).join(" · ")}`;
      });
    case "steps":
      return record.steps.map(shown);
    case "result":
      return record.result.map(shown);
    case "legal":
      return record.legalBases.map(shown);
    case "conditions":
      return record.conditions.map(shown);
    case "audience":
      return record.audience.map(shown);
    case "forms": {
      const ofPapers = record.documents.flatMap(({ items }) => items.flatMap((item) => item.form ?? []));
      return [...new Set([...ofPapers, ...record.forms])].map(shown);
    }
  }
}

function sayPapers(record: ProcedureRecord, cases: readonly number[] | undefined, sheet: Sheet): void {
  const { name, unstated } = ASPECTS.documents;
  const groups = record.documents.filter((_group, i) => !cases || cases.includes(i));
  if (groups.length === 0) return void sheet.both(`**${name}**: the source does not state ${unstated}.`);
  const isMany = !cases && groups.length > MAX_CASES;
  if (isMany) {
    const count = sheet.compute(groups.length, "counted from the cases of papers in the source");
    sheet.both(`**${name}** depend on the case; the source names ${count} cases. Which one is yours?`);
    sheet.say(bullets(groups.map((group) => caseName(group.case))));
    sheet.say(
      `Here are the papers of the first ${sheet.compute(FIRST_CASES, "number of cases that are shown first")}.`,
    );
  }
  for (const group of isMany ? groups.slice(0, FIRST_CASES) : groups) {
    const items = group.items.map(({ text, manner, form, original, copy }) => {
      const how = manner === "show" ? "To show: " : manner === "note" ? "Note: " : "";
      const copies = [original && counted(original, "original"), copy && counted(copy, "copy", "copies")];
      const held = copies.filter(Boolean).join(", ");
      const with_ = form && !text.includes(form) ? ` – form: ${form}` : "";
      return `${how}${withoutStop(shown(text))}${with_}${held ? ` (${held})` : ""}`;
    });
    sheet.say(`**${name}${group.case ? ` – ${shown(group.case)}` : ""}**\n${bullets(items)}`);
  }
  const papers = groups[0]!.items.filter(({ manner }) => manner !== "note").map(({ text }) => text);
  const read = papers.slice(0, SPOKEN_PAPERS).map((text) => withoutStop(forEarInEnglish(text)));
  if (read.length > 0)
    sheet.speak(`${name}: ${read.join("; ")}${papers.length > SPOKEN_PAPERS ? "; and other papers" : ""}.`);
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
