/** What a share of right conversations hides: is the right procedure found, the asked aspect answered, a question put
 *  back only when it should be, and nothing answered that isn't there. By form of the question. */
import type { Reply } from "../../bot/reply.ts";
import { type Expectation, FORMS } from "./expectation.ts";

/** One turn: what was expected and what came. Codes: those answered, then those offered, in their order. */
export interface AnsweredTurn {
  form: (typeof FORMS)[number];
  expect: Expectation;
  reply: Pick<Reply, "status" | "procedures">;
  codes: string[];
}

export interface Measure {
  name: string;
  /** "all" and every form that has such turns: how many there are, and how many of them are right. */
  counts: Record<string, { n: number; right: number }>;
}

const NOTHING_THERE = /^(?:unanswerable_|guardrails_)/;

const listOf = <Item>(value: Item | Item[] | undefined): Item[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];
const isRight = (turn: AnsweredTurn, within: number): boolean =>
  turn.codes.slice(0, within).some((code) => listOf(turn.expect.procedure).includes(code));
const wantsProcedure = ({ expect }: AnsweredTurn) => expect.procedure !== undefined;
const wantsClarification = ({ expect }: AnsweredTurn) => listOf(expect.status).includes("clarification");

/** Name, the turns it speaks of, and when one of them is right. A false answer is counted as such: fewer are better. */
const MEASURES: readonly [
  name: string,
  applies: (turn: AnsweredTurn) => boolean,
  right: (turn: AnsweredTurn) => boolean,
][] = [
  ["procedure first", wantsProcedure, (turn) => isRight(turn, 1)],
  ["procedure in three", wantsProcedure, (turn) => isRight(turn, 3)],
  [
    "asked aspect, of those found",
    (turn) => turn.expect.aspects !== undefined && (!wantsProcedure(turn) || isRight(turn, 1)),
    ({ expect, reply }) => expect.aspects!.every((aspect) => reply.procedures[0]?.aspects.includes(aspect)),
  ],
  [
    "clarification precision",
    ({ reply, expect }) => reply.status === "clarification" && expect.status !== undefined,
    wantsClarification,
  ],
  [
    "clarification recall",
    ({ expect }) => listOf(expect.status).join() === "clarification",
    ({ reply }) => reply.status === "clarification",
  ],
  [
    "false answers (fewer are better)",
    ({ expect }) =>
      expect.status !== undefined && listOf(expect.status).every((status) => NOTHING_THERE.test(status)),
    ({ reply }) => reply.status === "answered",
  ],
];

export function measures(turns: readonly AnsweredTurn[]): Measure[] {
  return MEASURES.map(([name, applies, right]) => {
    const counted = turns.filter(applies);
    const groups: [string, AnsweredTurn[]][] = [
      ["all", counted],
      ...FORMS.map((form): [string, AnsweredTurn[]] => [form, counted.filter((turn) => turn.form === form)]),
    ];
    return {
      name,
      counts: Object.fromEntries(
        groups
          .filter(([, group]) => group.length > 0)
          .map(([form, group]) => [form, { n: group.length, right: group.filter(right).length }]),
      ),
    };
  });
}

/** For people: one line a measure, one column a form, in percent of how many. */
export function formatMeasures(rows: readonly Measure[]): string {
  const columns = ["all", ...FORMS];
  const line = (cells: readonly string[]) =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(34) : cell.padStart(14))).join("");
  return [
    line(["", ...columns]),
    ...rows.map(({ name, counts }) =>
      line([
        name,
        ...columns.map((column) => {
          const count = counts[column];
          return count ? `${((100 * count.right) / count.n).toFixed(1)} /${count.n}` : "-";
        }),
      ]),
    ),
  ].join("\n");
}
