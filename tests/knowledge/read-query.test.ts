import { expect, test } from "vitest";
import { readQuery } from "../../knowledge/read-query.ts";
import { codesOf, queryTermsOf } from "../../knowledge/terms.ts";

/** Counts what is asked of it. */
const restorer = () => {
  const asked: string[] = [];
  return {
    asked,
    restore(text: string) {
      asked.push(text);
      return text.replaceAll("so y te", "sở y tế");
    },
  };
};

test("a query is restored and split once, however often it is asked", () => {
  const own = restorer();
  const read = readQuery("so y te 2704/QĐ-UBND", own, false);
  expect(read.text).toBe("sở y tế 2704/QĐ-UBND");
  expect(read.terms).toEqual(queryTermsOf(read.text));
  expect(read.codes).toEqual(codesOf(read.text));
  expect(readQuery("so y te 2704/QĐ-UBND", own, false)).toBe(read);
  expect(own.asked).toEqual(["so y te 2704/QĐ-UBND"]);
});

test("what was restored before stays as it is", () => {
  const own = restorer();
  expect(readQuery("so y te", own, true).text).toBe("so y te");
  expect(readQuery("so y te", own, false).text).toBe("sở y tế");
  expect(own.asked).toEqual(["so y te"]);
});

test("each index scores a query once", () => {
  const read = readQuery("sở y tế", restorer(), false);
  const index = (score: number) => {
    let asked = 0;
    return {
      scoreAll: () => {
        asked++;
        return Float64Array.of(score);
      },
      times: () => asked,
    };
  };
  const [first, second] = [index(1), index(2)];
  expect([read.scores(first), read.scores(second), read.scores(first)].map(([score]) => score)).toEqual([
    1, 2, 1,
  ]);
  expect([first.times(), second.times()]).toEqual([1, 1]);
});

test("few queries are kept: long ago ones are read anew", () => {
  const own = restorer();
  const first = readQuery("câu 0", own, false);
  for (let i = 1; i < 20; i++) readQuery(`câu ${i}`, own, false);
  expect(readQuery("câu 0", own, false)).not.toBe(first);
  expect(own.asked.filter((text) => text === "câu 0")).toHaveLength(2);
});
