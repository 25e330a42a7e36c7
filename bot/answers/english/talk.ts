/** What is said in English about the assistant, the office and what is not answered. */
import { formatDay, vietnamDay } from "../../../knowledge/calendar.ts";
import { HELP_LINES } from "../../../knowledge/help-lines.ts";
import { OFFICE_ASKS, type OfficeAsk, officeLines } from "../../../knowledge/office-profile.ts";
import type { Query } from "../../query.ts";
import { aboutIn, bullets, capitalize, wholeOf } from "../context.ts";
import * as phrases from "./phrases.ts";
import { DOCUMENT_KINDS } from "./phrases.ts";
import { refusalInEnglish } from "./refusals.ts";
import { COUNTED, firstOf, kindOf, listed, type Sheet, suggestionInEnglish } from "./sheet.ts";

type Of<K extends Query["kind"]> = Extract<Query, { kind: K }>;

export function about({ topic }: Of<"about">, sheet: Sheet): void {
  const { settings } = sheet.context;
  const knowledge = wholeOf(sheet.context);
  const about = aboutIn(sheet.context);
  sheet.withoutSourceLine();
  switch (topic) {
    case "identity":
      sheet.both("I am a digital assistant, a program (AI), and not a human being.");
      sheet.say(
        "My answers rest on the documents and procedures that are loaded and always name their source; what the sources do not hold, I say so.",
      );
      break;
    case "abilities":
      sheet.both(
        `You can ask about ${[about.plans > 0 && `the tasks of ${about.en.plansShort}`, about.hasProcedures && "about administrative procedures"].filter(Boolean).join(" and ") || about.en.subjects}.`,
      );
      sheet.say(
        bullets([
          ...(about.plans > 0
            ? [
                `${capitalize(about.planName?.en ?? "plans")}: tasks, lead and coordinating agencies, periods, targets, duties, reports.`,
              ]
            : []),
          ...(about.hasProcedures
            ? ["Administrative procedures: papers, time limit, fee, where to apply, steps, legal basis."]
            : []),
          "What the sources do not hold (progress, exact budgets, anybody's own file) I do not answer.",
        ]),
      );
      break;
    case "retention": {
      const days = sheet.compute(settings.retentionDays, "setting of the operator");
      sheet.both(
        `Questions and answers are kept for **${days} days** after the last use and then deleted by themselves. Identity numbers, telephone numbers, e-mail addresses, number plates, accounts and file codes are masked before anything is stored.`,
      );
      sheet.say("Please do not send personal data here.");
      break;
    }
    case "sources": {
      const reviewed = knowledge.procedures.some((row) => row.reviewed);
      const plans = knowledge.documents
        .filter(({ kind }) => kind === "plan")
        .map(({ number, title }) =>
          number === "" ? title : `${DOCUMENT_KINDS[kindOf(number)] ?? "document"} ${number} (${title})`,
        );
      const checked = "the administrative procedures checked against the National Public Service Portal";
      const named = [...plans, ...(reviewed ? [checked] : [])];
      if (plans.length > 0) sheet.both(`The sources are ${named.join(plans.length > 1 ? "; " : " and ")}.`);
      const files = knowledge.documents.filter(({ kind }) => kind === "imported" || kind === "text").length;
      if (files > 0)
        sheet.say(`There are also ${sheet.compute(files, COUNTED)} files of the office, not checked.`);
      const count = sheet.compute(knowledge.procedures.length, "counted from the procedures that are loaded");
      sheet.both(`There are ${count} procedures. Every answer names the place that it quotes.`);
      break;
    }
    case "changes":
      sayChanges(sheet);
      break;
  }
}

function sayChanges(sheet: Sheet): void {
  const { builtAt, changes } = sheet.context.knowledge;
  const dayOf = (time: string | number | Date) =>
    sheet.compute(formatDay(vietnamDay(new Date(time))), "day on which the knowledge base was built");
  if (!changes || changes.records.length === 0) {
    sheet.both(
      `The knowledge base was built on ${dayOf(builtAt)}; there is no earlier version to compare it with.`,
    );
    return;
  }
  const count = (value: number) => sheet.compute(value, "two versions compared, record by record");
  const { added, removed, changed } = changes.counts;
  sheet.both(
    `Update of ${dayOf(changes.builtAt)}: ${count(added)} records added, ${count(removed)} removed, ${count(changed)} changed.`,
  );
  const kept = new Set(sheet.draft.computed.map(({ value }) => value));
  sheet.say(
    bullets(
      changes.records
        .map(({ name }) => name)
        .filter((name) => [...kept].some((value) => value.includes(name))),
    ),
  );
}

const SMALL_TALK: Readonly<Record<Exclude<Of<"smallTalk">["topic"], "greeting">, string>> = {
  thanks: "You are welcome. Just ask if you need anything else.",
  goodbye: "Goodbye!",
  acknowledgement: "All right. Just ask if you need anything else.",
  complaint:
    "I am sorry that you are not satisfied. Please say exactly what you need, so that I can look again, or type “talk to a person” to be put through.",
};

export function smallTalk({ topic }: Of<"smallTalk">, sheet: Sheet): void {
  const { en } = aboutIn(sheet.context);
  sheet
    .withoutSourceLine()
    .both(
      topic === "greeting"
        ? `Hello! I am a digital assistant (AI). I answer about ${en.subjects}, with sources. What would you like to ask?`
        : SMALL_TALK[topic],
    );
}

export function handoff(sheet: Sheet): void {
  const { handoffContact } = sheet.context.settings;
  sheet.withoutSourceLine();
  const contact = handoffContact || contactOf(sheet);
  if (!contact)
    sheet.both(
      "Your wish to talk to a person has been recorded, but this channel is not connected to an officer on duty. Please contact the one-stop counter of the commune-level People's Committee where you live, or the agency that handles your matter.",
    );
  else sheet.both(`Your wish to talk to a person has been recorded. Please contact: **${contact}**.`);
  sheet.say(phrases.READ_THE_CODE);
}

/** How to reach the office, as it states it itself. */
export function contactOf({ context }: Sheet): string | undefined {
  const { office } = context.settings;
  if (!office) return undefined;
  const parts = (["telephone", "address", "hours"] as const).flatMap((ask) => {
    const lines = officeLines(office, ask);
    return lines.length > 0 ? [`${phrases.OFFICE_NAMES[ask].toLowerCase()} ${lines.join(", ")}`] : [];
  });
  return parts.length > 0 ? `${office.name}: ${parts.join("; ")}` : undefined;
}

const MAIN: readonly OfficeAsk[] = ["address", "telephone", "hours"];

export function office(query: Of<"office">, sheet: Sheet): void {
  const { office: profile, handoffContact } = sheet.context.settings;
  const asks = query.asks.length > 0 ? query.asks : OFFICE_ASKS;
  const linesOf = (ask: OfficeAsk) => (profile ? officeLines(profile, ask) : []);
  const stated = asks.filter((ask) => linesOf(ask).length > 0);
  if (query.afterPlan)
    sheet.both("The plan prints no telephone number, address, e-mail or office hours of the agencies in it.");
  if (profile && stated.length > 0) {
    const rows = stated.map((ask) => `${phrases.OFFICE_NAMES[ask]}: ${linesOf(ask).join("; ")}`);
    sheet.say(`**${profile.name}**\n${bullets(rows)}`).speak(`${profile.name}. ${rows.join(". ")}.`);
    const says = sheet.draft.text.includes("không nhắc tới");
    if (query.day && says)
      sheet.both(`The hours that the office publishes do not mention ${phrases.DAYS[query.day]}.`);
  }
  const missing = (query.asks.length > 0 ? asks : stated.length === 0 ? MAIN : []).filter(
    (ask) => !stated.includes(ask),
  );
  if (missing.length === 0) return;
  const names = listed(missing.map((ask) => phrases.OFFICE_NAMES[ask].toLowerCase()));
  sheet.both(`${profile?.name ?? "The office"} has not published this here: ${names}.`);
  if (missing.includes("lookup"))
    sheet.both(
      `Look up your file by the code on your receipt at ${phrases.PORTAL}, or ask where you applied.`,
    );
  if (missing.includes("filing"))
    sheet.both(`Apply online at ${phrases.PORTAL}, or at the one-stop counter.`);
  if (missing.every((ask) => ask === "lookup" || ask === "filing")) return;
  if (handoffContact)
    sheet.both(`Contact: **${sheet.compute(handoffContact, "contact set by the operator")}**.`);
  else sheet.both("Please see the notice board of the one-stop counter, or type “talk to a person”.");
}

const ADVICE: Readonly<Record<Of<"emergency">["about"], string>> = {
  danger:
    "Call directly, do not wait here: the assistant cannot raise the alarm for you. If you can, leave the place of danger first; say where you are and how many people there are.",
  selfHarm:
    "You do not have to bear this alone. Talk right now to someone close or near you and ask them to stay with you; keep away from anything that may do harm; go to the nearest hospital or health station if need be. If somebody else is in danger, do not leave them alone.",
};

export function emergency({ about: kind, lines }: Of<"emergency">, sheet: Sheet): void {
  const named = (number: (typeof lines)[number]) => `${number} (${phrases.HELP_LINE_NAMES[number]})`;
  const [first, ...more] = lines;
  const also = more.length > 0 ? `; if need be, also ${listed(more.map(named))}` : "";
  sheet.both(`**Call ${first} now** (${phrases.HELP_LINE_NAMES[first!]})${also}.`);
  sheet.both(ADVICE[kind]);
  const others = Object.values(HELP_LINES).flatMap(({ number }) =>
    lines.includes(number) ? [] : [named(number)],
  );
  sheet.say(`Other numbers: ${others.join(", ")}.`);
}

export function clarification({ question, options }: Of<"clarification">, sheet: Sheet): void {
  const labels = options.map(({ label }) => suggestionInEnglish(label));
  const asked = firstOf(phrases.ASKED_BACK, question) ?? phrases.ASKED_BACK_OTHERWISE;
  sheet.withoutSourceLine();
  sheet.say(labels.length > 0 ? `${asked}\n${bullets(labels)}` : asked);
  sheet.speak([asked, labels.join("; or ")].filter(Boolean).join(" "));
  // As they are offered, so that the choice is known again.
  sheet.suggestOnly(...labels);
}

export function refusal({ reason, offers, guessed }: Of<"refusal">, sheet: Sheet): void {
  sheet.withoutSourceLine().both(refusalInEnglish(reason, aboutIn(sheet.context)));
  const { settings } = sheet.context;
  if (reason === "accusation") {
    const contact = settings.handoffContact || contactOf(sheet);
    if (contact) sheet.say(`Contact: **${contact}**.`);
  }
  const shown = offers
    .map(({ label }) => suggestionInEnglish(label))
    .filter((label) => sheet.draft.suggestions.some((other) => suggestionInEnglish(other) === label));
  if (shown.length === 0) return;
  const introduction = guessed
    ? "If you mean the following, please ask again with the right name:"
    : reason === "unlawful"
      ? "The lawful way:"
      : reason === "accusation"
        ? "Procedures that may serve:"
        : "Nearest to the question (and no answer to it):";
  sheet.say(`${introduction}\n${bullets(shown)}`);
}
