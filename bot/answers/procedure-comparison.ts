/** Two procedures side by side: where they differ first, then both sides complete. */
import { isAlways } from "../../knowledge/circumstances.ts";
import type { Aspect, DatedFee, DatedTime, ProcedureRecord } from "../../knowledge/records.ts";
import type { Draft, DraftReply } from "../draft.ts";
import type { ProcedureComparisonQuery } from "../query.ts";
import { type AnswerContext, bullets, newDraft, procedureByCode, shown, withoutStop } from "./context.ts";
import { whenInWords } from "./procedure-fit.ts";
import { SECTIONS } from "./procedure-sections.ts";
import { isOn, lineInWords, linesOn, VIETNAMESE_VALUES } from "./procedure-values.ts";
import { ASPECT_NAMES, basesOn, cite, dayOf, formsOf } from "./procedure-words.ts";

/** What people compare by when they don't say. */
const WHOLE: readonly Aspect[] = ["time", "fee", "place", "documents"];
/** Longer than this is told in the sections below. */
const LONGEST_VALUE = 160;

type Pair = readonly [ProcedureRecord, ProcedureRecord];

export function answerProcedureComparison(
  { codes, aspects, better }: Omit<ProcedureComparisonQuery, "kind">,
  context: AnswerContext,
): DraftReply {
  const draft = newDraft(context);
  draft.kind = "procedures";
  const pair = codes.map((code) => procedureByCode(context.knowledge, code)) as unknown as Pair;
  const asked = aspects.length > 0 ? aspects : WHOLE;
  const day = dayOf(context);
  draft.procedures = pair.map(({ code, name }) => ({ code, name, aspects: [...asked] }));
  for (const record of pair) cite(draft, record, "/name", "name", [record.name]);
  if (better) sayBetter(pair, better, day, draft);
  const whom = whomLines(pair, draft);
  const compared = asked.map((aspect) => ({
    aspect,
    values: pair.map((record) => shortOf(record, aspect, day)),
  }));
  const differing = compared.filter(({ values: [one, other] }) => one !== other);
  const lines = differing.map(({ aspect, values }) => {
    const isLong = values.some((value) => value.length > LONGEST_VALUE);
    return isLong
      ? `${ASPECT_NAMES[aspect]}: khác nhau, xem từng thủ tục dưới đây`
      : `${ASPECT_NAMES[aspect]}: ${pair.map(({ name }, i) => `${shown(name)}: ${values[i]}`).join("; còn ")}`;
  });
  draft.say(
    `**Khác nhau**\n${bullets([...whom, ...(lines.length > 0 ? lines : ["không khác ở điều được hỏi"])])}`,
  );
  const same = compared.filter(({ values: [one, other] }) => one === other);
  if (same.length > 0)
    draft.say(
      `**Giống nhau**\n${bullets(same.map(({ aspect, values }) => `${ASPECT_NAMES[aspect]}: ${values[0]}`))}`,
    );
  draft.speak(`Khác nhau: ${[...whom, ...lines].slice(0, 2).map(withoutStop).join(". ")}.`);
  // The ear hears where they differ; both sheets would be too long for it.
  draft.quietly(() => {
    for (const record of pair) {
      draft.say(`**${shown(record.name)}** (mã ${record.code})`);
      for (const aspect of asked) SECTIONS[aspect](record, draft, { cases: undefined, day });
    }
  });
  draft.suggest(...pair.map(({ name }) => `${name}: hồ sơ gồm những gì?`));
  return draft.finish();
}

/** Whom each is for: as the one says of the other, else by its own conditions. */
function whomLines(pair: Pair, draft: Draft): string[] {
  return pair.flatMap((record, i) => {
    const other = pair[1 - i]!;
    const said = other.relations.instead.find(({ code }) => code === record.code);
    const words = said
      ? withoutStop(shown(said.text))
      : isAlways(record.relations.appliesWhen)
        ? withoutStop(record.audience.map(shown).join("; "))
        : whenInWords(record.relations.appliesWhen);
    if (words === "") return [];
    cite(draft, said ? other : record, "/relations", "relations", [words]);
    return [`${shown(record.name)}: ${words}`];
  });
}

function shortOf(record: ProcedureRecord, aspect: Aspect, day: string): string {
  const lines = (rows: readonly (DatedFee | DatedTime)[]) =>
    linesOn(record, rows, day, VIETNAMESE_VALUES).map(lineInWords).map(withoutStop).join("; ") ||
    "chưa có con số chắc chắn";
  switch (aspect) {
    case "time":
      return lines(record.times);
    case "fee":
      return lines(record.fees);
    case "place":
      return withoutStop(shown(record.place ?? "nguồn không nêu"));
    case "methods":
      return [...new Set(record.methods.map(({ channel }) => channel))]
        .map((channel) =>
          channel === null ? VIETNAMESE_VALUES.noChannel : VIETNAMESE_VALUES.channels[channel],
        )
        .join(", ");
    case "documents":
      return record.documents
        .flatMap(({ items }) => items.map(({ text }) => withoutStop(shown(text))))
        .join("; ");
    case "conditions":
      return record.conditions.map(shown).map(withoutStop).join("; ") || "không có yêu cầu riêng";
    case "result":
      return record.result.map(shown).map(withoutStop).join("; ");
    case "legal":
      return basesOn(record, day).map(withoutStop).join("; ");
    case "forms":
      return formsOf(record).map(shown).map(withoutStop).join("; ") || "không có mẫu riêng";
    case "steps":
      return record.steps.map(shown).map(withoutStop).join("; ");
    default:
      return record.audience.map(shown).map(withoutStop).join("; ");
  }
}

/** Of a working day. */
const HOURS = { hour: 1, working_day: 8, day: (8 * 5) / 7, month: 8 * 21, same_day: 8 } as const;
const WORDS = { faster: "Nhanh hơn", cheaper: "Rẻ hơn" } as const;

/** Which one is better, where both state one figure for everybody. */
function sayBetter(pair: Pair, better: keyof typeof WORDS, day: string, draft: Draft): void {
  const figures = pair.map((record) => (better === "faster" ? hoursOf(record, day) : sumOf(record, day)));
  const [one, other] = figures;
  const said =
    one === undefined || other === undefined
      ? "Chưa so được bằng một con số, vì mức tùy trường hợp hoặc do tỉnh quy định; từng bên như sau."
      : one === other
        ? "Hai thủ tục như nhau ở điều này."
        : `**${WORDS[better]}**: ${shown(pair[one < other ? 0 : 1].name)}.`;
  draft.say(said).speak(said.replaceAll("**", ""));
}

const only = <T>(values: readonly (T | undefined)[]): T | undefined =>
  values.length > 0 && values.every((value) => value === values[0]) ? values[0] : undefined;

const hoursOf = ({ times }: ProcedureRecord, day: string): number | undefined =>
  only(
    times
      .filter((row) => isOn(row, day))
      .map(({ value, unit }) =>
        unit === "same_day"
          ? HOURS.same_day
          : value === null || unit === "none"
            ? undefined
            : value * HOURS[unit],
      ),
  );

const sumOf = ({ fees }: ProcedureRecord, day: string): number | undefined =>
  only(
    fees
      .filter((row) => isOn(row, day))
      .map(({ kind, amount }) =>
        kind === "free" ? 0 : kind === "stated" ? (amount ?? undefined) : undefined,
      ),
  );
