/** What speaks for a reading as a procedure: whether it is for the case that was told, and, after a procedure, whether the
 *  words go on with that one, turn to one that belongs to it, or to a stranger. */
import { findProcedure, procedureByCode } from "../answers/context.ts";
import type { ProcedureQuery } from "../query.ts";
import { comparableOf, nearestItem } from "../readings/askable-facts.ts";
import { has, type ReadingContext, refersBack } from "../readings/context.ts";
import { LIKELY_MEANT, mostOf } from "../readings/meant.ts";
import { belong, situationOf } from "../readings/told-case.ts";
import { TURN_MARKS, turnMarksOf } from "../readings/turn-marks.ts";
import { applies, settle } from "../situations/settle.ts";
import { isEmpty, metCount } from "../situations/situation.ts";
import { HeldWords } from "../understanding/held-words.ts";
import type { TopicMatch } from "../understanding/topic.ts";

const SHORT = 7;
/** More circumstances say no more. */
const MUCH = 3;
/** Kinds that fewer ask for who say so are chance. */
const ASKED = 0.1;
/** What comes right before a name that is needed for something else. */
const NEEDED =
  /^(can|phai|co|kem|bang|nho|mang|dem|nop|theo|tren|trong|tu|vi|do|chua|khong|hong|cai|to|giay)$/;
const NEEDED_REACH = 2;
/** Of people who say so. */
const NEVER = 0.01;
/** 0 where not one in 10,000 means it, 1 where everybody does: a tenth of them is much more than none. */
const LEAST = 1e-4;
const atAll = (share: number): number => 1 - Math.log(Math.max(share, LEAST)) / Math.log(LEAST);

/** Features of procedures in one question: computed once for the question, and by reading. `procedures`: best first. */
export function procedureFeaturesOf(context: ReadingContext, procedures: readonly TopicMatch[]) {
  const { question, dialogue, knowledge, topics, acts } = context;
  const last = dialogue.last?.kind === "procedure" ? dialogue.last : undefined;
  const isShort = question.tokens.length <= SHORT ? 1 : 0;
  const marks = turnMarksOf(context);
  const find = (code: string) => findProcedure(knowledge, code);
  const lastRecord = last && find(last.code);
  const spans = topics.procedureSpans(question.tokens, context.understander.isForm);
  const words = question.procedureTopics[0]!;
  const tellsNow = !isEmpty(context.situation);
  const meant = context.meant.procedures;
  const meantSoFar = context.meantSoFar.procedures;
  const [best] = procedures;
  const comparable = () => comparableOf(question, context.understander.isForm);
  /** Kinds of facts that are asked for behind a procedure. */
  const asked = last ? [...comparable().kinds].filter(([, share]) => share >= ASKED) : [];
  const lastHeld = last ? heldBy(last.code) : 0;

  /** Numbers of the tokens that are left as the question's subject. */
  const starts = new Set(words.map(({ start }) => start));
  const said = [...question.tokens.keys()].filter((i) => starts.has(question.tokens[i]!.start));
  const strange = words.filter(({ kind, folded }) => kind === "word" && !topics.knows(folded)).length;
  /** Codes whose names hold every word of the subject. */
  const namesAll = new Set(
    spans
      .map(({ code }) => code)
      .filter(
        (code) =>
          said.length > 0 &&
          said.every((i) => spans.some((span) => span.code === code && i >= span.from && i < span.to)),
      ),
  );

  /** In the order of their features. */
  const marksOf = (how: string): Record<string, number> => {
    const row: Record<string, number> = {};
    for (const mark of TURN_MARKS) if (marks.has(mark)) row[`${how} × ${mark}`] = 1;
    return row;
  };
  const asksOf = (how: string): Record<string, number> =>
    Object.fromEntries(asked.map(([kind, share]) => [`${how} × asks ${kind}`, share]));
  const ofHow = new Map<string, Record<string, number>>();
  const known = (how: string) => {
    const row = ofHow.get(how) ?? {
      [`${how} × short`]: isShort,
      [`${how} × refers back`]: refersBack(context) ? 1 : 0,
      [`${how} × asks whether`]: has(context, "askYesNo") ? 1 : 0,
      [`${how} × best called`]: (best?.called ?? 0) > 0 ? 1 : 0,
      [`${how} × best fits`]: best?.coverage ?? 0,
      [`${how} × held by the last`]: lastHeld,
      [`${how} × tells of the case`]: tellsNow ? 1 : 0,
      [`${how} × tells a group`]: context.situation.told.group ? 1 : 0,
      ...asksOf(how),
      ...marksOf(how),
    };
    ofHow.set(how, row);
    return row;
  };

  return ({ code, aspects }: ProcedureQuery): Record<string, number> => {
    const record = procedureByCode(knowledge, code);
    const row: Record<string, number> = {};
    const situation = situationOf(context, code);
    const isFor = applies(record, situation);
    if (isFor !== undefined) row[isFor ? "for the case" : "against the case"] = 1;
    row["circumstances met"] = Math.min(1, metCount(situation, record.relations.appliesWhen) / MUCH);
    if (isFor === undefined && Object.keys(record.relations.appliesWhen).length > 0) row["case untold"] = 1;
    if (!isEmpty(situation) && settle(code, situation, find).code !== code) row["the case leads away"] = 1;
    if (tellsNow) {
      const now = applies(record, context.situation);
      if (now !== undefined) row[now ? "for what is told now" : "against what is told now"] = 1;
    }
    const taught = taughtOf(code);
    Object.assign(row, taught.alone);
    const named = spans.filter((span) => span.code === code);
    if (namesAll.has(code)) row["names all that is said"] = 1;
    const isApart = ({ from, to }: { from: number; to: number }) =>
      named.every((span) => to <= span.from || from >= span.to) && !isNeeded(from);
    if (named.length > 0 && spans.some((span) => span.code !== code && isApart(span)))
      row["passes a named one over"] = 1;
    const near = nearestItem(record, comparable().vector);
    row["an item is near"] = near;
    if (!last) return row;
    const isSame = code === last.code;
    if (isSame) {
      row["stays × strange words"] = words.length === 0 ? 0 : strange / words.length;
      if (namesAll.size > 0 && !namesAll.has(code)) row["stays × another names all that is said"] = 1;
    }
    const how = isSame ? "stays" : belong(lastRecord, record) ? "goes to a relative" : "goes to a stranger";
    row[how] = 1;
    Object.assign(row, known(how));
    row[`${how} × an item is near`] = near;
    if (!isSame && lastRecord)
      row[`${how} × an item is nearer`] = near - nearestItem(lastRecord, comparable().vector);
    row[`${how} × asks an aspect`] = aspects.length > 0 ? 1 : 0;
    for (const [name, value] of Object.entries(taught.byHow)) row[`${how} × ${name}`] = value;
    if (isSame) return row;
    if (named.length > 0) {
      row[`${how} × named`] = 1;
      if (named.every(({ from }) => isNeeded(from))) row[`${how} × named as needed`] = 1;
    }
    const held = heldBy(code);
    row[`${how} × words held`] = held;
    row[`${how} × holds more than the last`] = held > lastHeld ? 1 : 0;
    row[`${how} × of its field`] = record.field === lastRecord?.field ? 1 : 0;
    if (question.acts.size > 0)
      row[`${how} × does what is said`] =
        acts.does(code, question.acts) && !acts.does(last.code, question.acts) ? 1 : 0;
    return row;
  };

  /** What people mean who say so: by itself, and by how the talk goes on. */
  function taughtOf(code: string): { alone: Record<string, number>; byHow: Record<string, number> } {
    const share = meant.get(code) ?? 0;
    const others = mostOf(meant, code);
    const soFar = meantSoFar.get(code) ?? 0;
    const othersSoFar = mostOf(meantSoFar, code);
    const [shareAtAll, soFarAtAll] = [atAll(share), atAll(soFar)];
    return {
      alone: {
        meant: share,
        "meant at all": shareAtAll,
        "meant so far at all": soFarAtAll,
        "meant most": share > others && share >= LIKELY_MEANT ? 1 : 0,
        "another is meant": others,
        "never meant": share < NEVER ? 1 : 0,
        "meant so far": soFar,
        "meant most so far": soFar > othersSoFar ? 1 : 0,
      },
      byHow: {
        meant: share,
        "meant at all": shareAtAll,
        "meant so far at all": soFarAtAll,
        "another is meant": others,
        "meant so far": soFar,
        "another is meant so far": othersSoFar,
      },
    };
  }

  function isNeeded(from: number): boolean {
    return question.tokens
      .slice(Math.max(0, from - NEEDED_REACH), from)
      .some(({ folded }) => NEEDED.test(folded));
  }
  function heldBy(code: string): number {
    if (words.length === 0) return 0;
    const { name, aliases } = procedureByCode(knowledge, code);
    return HeldWords.of([name, ...aliases].join(" . ")).share(words);
  }
}
