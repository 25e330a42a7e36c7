import { expect, test } from "vitest";
import type { Aspect } from "../../knowledge/records.ts";
import type { Expectation } from "./expectation.ts";
import { type AnsweredTurn, formatMeasures, measures } from "./measures.ts";

const turn = (
  expect: Expectation,
  status: AnsweredTurn["reply"]["status"],
  codes: string[] = [],
  aspects: Aspect[] = [],
  form: AnsweredTurn["form"] = "clean",
): AnsweredTurn => ({
  form,
  expect,
  reply: { status, procedures: codes.slice(0, 1).map((code) => ({ code, name: "", aspects })) },
  codes,
});

const TURNS = [
  turn({ procedure: "1.000001", aspects: ["fee"] }, "answered", ["1.000001"], ["fee", "place"]),
  turn({ procedure: "1.000001", aspects: ["fee", "time"] }, "answered", ["1.000001"], ["fee"]),
  turn(
    { procedure: ["1.000002", "1.000001"] },
    "answered",
    ["1.000009", "1.000008", "1.000001"],
    [],
    "spoken",
  ),
  turn({ procedure: "1.000001", aspects: ["fee"] }, "clarification", ["9", "8", "7", "1.000001"], ["fee"]),
  turn({ status: "clarification" }, "clarification"),
  turn({ status: "clarification" }, "answered"),
  turn({ status: "answered" }, "clarification"),
  turn({ status: ["clarification", "answered"] }, "answered"),
  turn({ status: "unanswerable_out_of_scope" }, "answered"),
  turn({ status: ["unanswerable_out_of_scope", "guardrails_abuse"] }, "guardrails_abuse", [], [], "spoken"),
  turn({ status: ["unanswerable_out_of_scope", "answered"] }, "answered"),
];

test("each measure counts the turns that it speaks of", () => {
  const all = Object.fromEntries(measures(TURNS).map(({ name, counts }) => [name, counts.all]));
  expect(all).toEqual({
    "procedure first": { n: 4, right: 2 },
    "procedure in three": { n: 4, right: 3 },
    "asked aspect, of those found": { n: 2, right: 1 },
    "clarification precision": { n: 2, right: 1 },
    "clarification recall": { n: 2, right: 1 },
    "false answers (fewer are better)": { n: 2, right: 1 },
  });
});

test("forms are counted apart, and a form without such turns is left out", () => {
  const [first] = measures(TURNS);
  expect(first!.counts).toEqual({
    all: { n: 4, right: 2 },
    clean: { n: 3, right: 2 },
    spoken: { n: 1, right: 0 },
  });
  expect(formatMeasures([first!]).split("\n")[1]).toMatch(
    /^procedure first +50\.0 \/4 +66\.7 \/3 +- +- +- +0\.0 \/1$/,
  );
});
