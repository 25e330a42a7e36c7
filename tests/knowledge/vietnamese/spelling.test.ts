import { describe, expect, test } from "vitest";
import { createSpeller, editDistance } from "../../../knowledge/vietnamese/spelling.ts";
import { isVietnameseSyllable } from "../../../knowledge/vietnamese/syllables.ts";
import { createRandom } from "./random.ts";

function vocabularyOf(...sentences: string[]) {
  const unigrams = new Map<string, number>();
  const bigrams = new Map<string, number>();
  for (const sentence of sentences) {
    const words = sentence.split(" ");
    words.forEach((word, i) => {
      unigrams.set(word, (unigrams.get(word) ?? 0) + 1);
      const pair = `${word} ${words[i + 1]}`;
      if (i + 1 < words.length) bigrams.set(pair, (bigrams.get(pair) ?? 0) + 1);
    });
  }
  return { unigrams, bigrams };
}

describe("createSpeller", () => {
  const speller = createSpeller(
    vocabularyOf(
      "cap ban sao trich luc khai sinh",
      "dang ky ket hon",
      "don vi chu tri nhiem vu chuyen doi so",
      "tong dai callbot",
      "thu tuc hanh chinh",
      "giay phep xay dung",
    ),
  );

  test.each([
    ["a letter left out", "chuyn", "tri", "doi", "chuyen"],
    ["two letters swapped", "hnah", "tuc", "chinh", "hanh"],
    ["a doubled letter", "nhieem", "tri", "vu", "nhiem"],
    ["ch heard for tr, where a neighbour confirms it", "chich", "sao", "luc", "trich"],
    ["d heard for gi", "diay", "", "phep", "giay"],
    ["two edits in a long word", "calbott", "dai", "", "callbot"],
  ])("corrects %s", (_title, word, before, after, expected) => {
    expect(speller.correct(word, before, after)).toBe(expected);
  });

  test.each([
    ["a known word, even beside strange ones", "sao", "trich", "luc"],
    ["a Vietnamese word that no neighbour confirms", "chich", "mui", "thuoc"],
    ["a short word that no neighbour confirms", "xxy", "", ""],
    ["a word with digits", "ct01", "", ""],
    ["a word near to nothing", "python", "", ""],
    ["nothing", "", "", ""],
  ])("leaves %s", (_title, word, before, after) => {
    expect(speller.correct(word, before, after)).toBe(word);
  });
});

test("a word that joins others gives way to none where its neighbours are written out, though it has no diacritics itself", () => {
  const words = (text: string) => text.split(" ");
  const speller = createSpeller({
    ...vocabularyOf("chong han quoc", "con chong", "lay chong han"),
    forms: new Set(words("chồng hàn quốc con lấy trong còn hạn")),
    pairs: new Map([
      ["chồng hàn", 3],
      ["con chồng", 2],
    ]),
    joining: new Set(["trong"]),
  });
  const word = { text: "trong", folded: "trong" };
  const [written, plain] = [
    { text: "hạn", folded: "han" },
    { text: "han", folded: "han" },
  ];
  expect(speller.asWritten(word, { text: "còn", folded: "con" }, written)).toBeUndefined();
  expect(speller.asWritten(word, { text: "con", folded: "con" }, plain)).toBe("chồng");
});

/** Smallest number of edits by plain recursion; a swap of neighbours is one edit. */
function naiveDistance(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length;
  const costs = [
    naiveDistance(a.slice(1), b) + 1,
    naiveDistance(a, b.slice(1)) + 1,
    naiveDistance(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1),
  ];
  if (a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0]) {
    costs.push(naiveDistance(a.slice(2), b.slice(2)) + 1);
  }
  return Math.min(...costs);
}

test("editDistance agrees with plain recursion up to the limit", () => {
  const random = createRandom(5);
  const word = () => Array.from({ length: random.below(6) }, () => random.pick([..."abc"])).join("");
  for (let round = 0; round < 1500; round++) {
    const [a, b, limit] = [word(), word(), 1 + random.below(3)];
    expect(`${a} ${b} ${editDistance(a, b, limit)}`).toBe(
      `${a} ${b} ${Math.min(naiveDistance(a, b), limit + 1)}`,
    );
  }
});

test("what is chosen is what a search of the whole vocabulary would choose", () => {
  const random = createRandom(6);
  const word = (letters: string, least: number) =>
    Array.from({ length: least + random.below(4) }, () => random.pick([...letters])).join("");
  for (let round = 0; round < 60; round++) {
    // Letters without confusions: every distance is a plain edit distance.
    const unigrams = new Map(
      Array.from({ length: 40 }, () => [word("abemo", 3), 1 + random.below(20)] as const),
    );
    const words = [...unigrams.keys()];
    const bigrams = new Map<string, number>(
      Array.from({ length: 40 }, () => [`${random.pick(words)} ${random.pick(words)}`, 1] as const),
    );
    const speller = createSpeller({ unigrams, bigrams });
    for (let query = 0; query < 20; query++) {
      const [typed, before, after] = [word("abemo", 3), random.pick(words), random.pick(words)];
      const chosen = speller.correct(typed, before, after);
      if (unigrams.has(typed)) {
        expect(chosen).toBe(typed);
        continue;
      }
      const limit = typed.length >= 7 ? 2 : 1;
      const scores = words
        .map((candidate) => {
          const pairs = [`${before} ${candidate}`, `${candidate} ${after}`].filter((pair) =>
            bigrams.has(pair),
          ).length;
          const distance = naiveDistance(typed, candidate);
          const allowed =
            distance <= limit && (pairs > 0 || (typed.length > 4 && !isVietnameseSyllable(typed)));
          return {
            candidate,
            score: allowed ? (Math.log(1 + unigrams.get(candidate)!) + pairs * 50) / distance : 0,
          };
        })
        .filter(({ score }) => score > 0);
      const best = Math.max(0, ...scores.map(({ score }) => score));
      const expected = scores.filter(({ score }) => score === best).map(({ candidate }) => candidate);
      if (expected.length === 0) expect(chosen).toBe(typed);
      else expect(expected).toContain(chosen);
    }
  }
});
