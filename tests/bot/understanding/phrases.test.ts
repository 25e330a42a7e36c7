import { describe, expect, test } from "vitest";
import { expandPatterns } from "../../../bot/understanding/patterns.ts";
import {
  foldedWords,
  type IsForm,
  isExact,
  longestOnly,
  PhraseIndex,
  type PhraseMatch,
} from "../../../bot/understanding/phrases.ts";
import { fold } from "../../../knowledge/vietnamese/normalize.ts";
import { type Token, tokenize } from "../../../knowledge/vietnamese/tokens.ts";
import { createRandom } from "../../knowledge/vietnamese/random.ts";

function indexOf(...phrases: string[]): PhraseIndex<string> {
  const index = new PhraseIndex<string>();
  for (const phrase of phrases) index.add(phrase, phrase);
  return index;
}

/** Words that are written somewhere. */
const formsOf =
  (...forms: string[]): IsForm =>
  (word) =>
    forms.includes(word);

const found = (index: PhraseIndex<string>, text: string, isForm?: IsForm) =>
  index.find(tokenize(text), isForm).map((match) => match.phrase);

describe("a phrase is found", () => {
  const index = indexOf(
    "sở y tế",
    "chủ trì",
    "y tế",
    "cho",
    "Sở Giao thông vận tải",
    "nhiệm vụ số 9",
    "kỹ thuật",
    "hồ sơ",
  );

  test.each<[what: string, text: string, phrases: string[]]>([
    ["to the letter", "sở y tế chủ trì", ["sở y tế", "y tế", "chủ trì"]],
    ["in capitals", "SỞ Y TẾ", ["sở y tế", "y tế"]],
    ["in a text without diacritics", "so y te chu tri", ["sở y tế", "y tế", "chủ trì"]],
    ["with i for y", "kĩ thuật", ["kỹ thuật"]],
    ["with one of two tones wrong", "chũ trì", ["chủ trì"]],
    ["not with both tones wrong", "chũ trí", []],
    ["with one of three tones wrong", "sỡ y tế", ["sở y tế", "y tế"]],
    ["not with other marks, when it is short", "hồ sô", []],
    ["with one word of other marks, when it is long", "Sở Giao thông vặn tải", ["sở giao thông vận tải"]],
    ["alone only to the letter, in a text with diacritics", "chỗ này", []],
    ["alone to the letter", "cho này", ["cho"]],
    ["alone, in a text without diacritics, whatever was meant", "cho nay", ["cho"]],
    ["with a number in it", "nhiệm vụ số 9", ["nhiệm vụ số 9"]],
    ["not over a word between", "sở của y tế", ["y tế"]],
    ["not in half", "sở y", []],
    ["in nothing", "", []],
  ])("%s: “%s”", (_what, text, phrases) => {
    expect(found(index, text)).toEqual(phrases);
  });

  test.each<[what: string, text: string, forms: string[], phrases: string[]]>([
    ["bare words that are no words are forgiven", "so sanh hai việc", [], ["so sánh"]],
    ["a bare word that is one stands beside one that is none", "so sanh hai việc", ["so"], ["so sánh"]],
    ["bare words that are words are not", "so sanh hai việc", ["so", "sanh"], []],
    ["a lone bare word is not, be it a word or none", "han hai việc", [], []],
    [
      "of three, one bare word that is a word is forgiven",
      "thành phần hồ so việc",
      ["so"],
      ["thành phần hồ sơ"],
    ],
  ])("in a text with diacritics %s", (_what, text, forms, phrases) => {
    const table = indexOf("so sánh", "hạn", "thành phần hồ sơ");
    expect(found(table, text, formsOf(...forms))).toEqual(phrases);
  });

  test("by the values of all who hold it", () => {
    const table = new PhraseIndex<number>();
    table.add("chủ trì", 1);
    table.add("chủ trì", 2);
    table.add("Chủ Trì", 3);
    expect(table.find(tokenize("chủ trì")).map((match) => match.value)).toEqual([1, 2, 3]);
  });

  test("and an empty one can't be added", () => {
    for (const phrase of ["", " ", "?!"]) expect(() => indexOf(phrase)).toThrow(RangeError);
  });
});

/** Every phrase held against every place, by the rules as the documentation of the module words them. */
function findNaively(phrases: readonly string[], tokens: Token[], isForm: IsForm): string[] {
  const isBare = (token: Token) => token.kind !== "word" || token.text === token.folded;
  const tonesOff = (word: string) => word.normalize("NFD").replace(/[\u0300\u0301\u0303\u0309\u0323]/g, "");
  const nothingTyped = tokens.filter((token) => !isBare(token)).length === 0;
  const rows: { from: number; to: number; phrase: string }[] = [];
  for (const phrase of phrases) {
    const words = tokenize(phrase);
    for (let from = 0; from + words.length <= tokens.length; from++) {
      const typed = tokens.slice(from, from + words.length);
      if (typed.some((token, i) => token.folded !== words[i]!.folded)) continue;
      const differing = typed
        .map((token, i) => [token, words[i]!] as const)
        .filter(([a, b]) => a.text !== b.text);
      const bare = differing.filter(([token]) => isBare(token));
      const real = bare.filter(([token]) => isForm(token.text)).length;
      const missing = bare.length - real;
      const wrong = differing.length - bare.length;
      const otherMarks = differing.some(
        ([token, word]) => !isBare(token) && tonesOff(token.text) !== tonesOff(word.text),
      );
      const half = words.length / 2;
      const forgiven =
        words.length === 1
          ? differing.length === 0
          : wrong <= half &&
            (!otherMarks || words.length >= 4) &&
            (real <= missing || real <= Math.floor((words.length - 1) / 2));
      if (nothingTyped || forgiven) rows.push({ from, to: from + words.length, phrase });
    }
  }
  return rows.map((row) => `${row.from}-${row.to} ${row.phrase}`).sort();
}

describe("on random phrases and texts", () => {
  const SYLLABLES = "cho chỗ chờ so sở số sơ y ý te tế tê lich lịch du dự dữ ke kế kể 9 đo đỏ".split(" ");
  const random = createRandom(23);
  const words = (most: number) =>
    Array.from({ length: 1 + random.below(most) }, () => random.pick(SYLLABLES));

  test("what is found is what holding every phrase against every place finds", () => {
    let matches = 0;
    for (let round = 0; round < 1500; round++) {
      const phrases = [...new Set(Array.from({ length: 12 }, () => words(5).join(" ")))];
      const forms = formsOf(...SYLLABLES.filter(() => random.below(2) === 0));
      // Half of the words are those of a phrase, perhaps with other tones.
      const text = Array.from({ length: 1 + random.below(3) }, () =>
        random.below(2) === 0 ? random.pick(phrases) : words(4).join(" "),
      )
        .join(" ")
        .split(" ")
        .map((word) =>
          random.below(4) === 0 ? random.pick(SYLLABLES.filter((other) => fold(other) === fold(word))) : word,
        )
        .join(" ");
      const tokens = tokenize(random.below(3) === 0 ? fold(text) : text);
      const actual = indexOf(...phrases).find(tokens, forms);
      matches += actual.length;
      expect(actual.map((row) => `${row.from}-${row.to} ${row.phrase}`).sort()).toEqual(
        findNaively(phrases, tokens, forms),
      );
      const places = actual.map(({ from, to }) => from * 100 - to);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }
    expect(matches).toBeGreaterThan(1500);
  });

  test("of overlapping matches the longest stay, and whatever is left out overlaps one as long", () => {
    for (let round = 0; round < 1500; round++) {
      const all: PhraseMatch<number>[] = Array.from({ length: random.below(9) }, (_row, value) => {
        const from = random.below(12);
        return { from, to: from + 1 + random.below(5), value, phrase: String(value) };
      });
      const before = structuredClone(all);
      const kept = longestOnly(all);
      expect(all).toEqual(before);
      kept.forEach((match, i) => {
        if (i > 0) expect(kept[i - 1]!.to).toBeLessThanOrEqual(match.from);
      });
      const length = (match: PhraseMatch<number>) => match.to - match.from;
      for (const match of all.filter((row) => !kept.includes(row))) {
        const winners = kept.filter((other) => other.from < match.to && match.from < other.to);
        expect(
          winners.some(
            (other) =>
              length(other) > length(match) || (length(other) === length(match) && other.from <= match.from),
          ),
        ).toBe(true);
      }
    }
  });
});

test("of overlapping matches as long as one another the earlier stays", () => {
  const matches = indexOf("a b", "b c", "c d").find(tokenize("a b c d"));
  expect(longestOnly(matches).map((match) => match.phrase)).toEqual(["a b", "c d"]);
});

describe("a match is exact", () => {
  test.each([
    ["Sở Lao động", "sở lao động", true],
    ["SỞ LAO ĐỘNG", "sở lao động", true],
    ["hồ sơ lao động", "sở lao động", false],
    ["so lao dong", "sở lao động", false],
    ["sỡ lao động", "sở lao động", false],
    ["Sở KH&CN", "sở kh&cn", true],
  ])("“%s” as “%s”: %s", (text, phrase, expected) => {
    const tokens = tokenize(text);
    const exact = indexOf(phrase)
      .find(tokens)
      .some((match) => isExact(match, tokens));
    expect(exact).toBe(expected);
  });
});

test("the words of a text without diacritics, signs left out", () => {
  expect(foldedWords("Sở Y tế, chủ trì?")).toEqual(["so", "y", "te", "chu", "tri"]);
});

describe("rows of a table", () => {
  const index = new PhraseIndex<string>();
  index.addPatterns("when", "hạn (chót|cuối); hạn chót", "when");

  test("are its patterns, by name", () => {
    expect(index.rows).toEqual(["when: hạn (chót|cuối)", "when: hạn chót"]);
  });

  test("are asked about where they match, and a phrase stands as long as one of its rows does", () => {
    const foundWithout = (...rows: string[]) => {
      const asked: string[] = [];
      const isForm = Object.assign(() => false, {
        allows: (row: string) => asked.push(row) > 0 && !rows.includes(row),
      });
      return { asked, found: index.find(tokenize("hạn chót"), isForm).length };
    };
    expect(foundWithout()).toEqual({ asked: index.rows, found: 1 });
    expect(foundWithout("when: hạn chót").found).toBe(1);
    expect(foundWithout(...index.rows).found).toBe(0);
    expect(index.find(tokenize("hạn chót"))).toHaveLength(1);
  });
});

describe("a pattern", () => {
  const random = createRandom(11);
  const word = () => random.pick(["mất", "thẻ", "căn", "cước", "của", "ba"]);
  const some = <T>(most: number, one: () => T) => Array.from({ length: 1 + random.below(most) }, one);
  const words = () => some(2, word).join(" ");
  const alternatives = () =>
    some(3, () => (random.below(5) === 0 ? `${word()} (${word()}|${word()})` : words()));
  const part = () =>
    random.pick([
      words,
      () => `(${alternatives().join("|")})`,
      () => `(${alternatives().join("|")}|)`,
      () =>
        `(${alternatives()
          .map((alternative) => `${alternative} |`)
          .join("")})${word()}`,
    ])();

  test("finds just what its phrases, each written out, find", () => {
    for (let i = 0; i < 300; i++) {
      const pattern = [word(), ...some(3, part)].join(" ");
      const compiled = new PhraseIndex<number>();
      compiled.addPatterns("test", pattern, 1);
      const written = new PhraseIndex<number>();
      for (const phrase of expandPatterns(pattern)) written.add(phrase, 1);
      const text = Array.from({ length: 8 }, word).join(" ");
      const spans = (index: PhraseIndex<number>) =>
        index.find(tokenize(text), () => true).map(({ from, to, phrase }) => `${from}-${to} ${phrase}`);
      expect([pattern, text, spans(compiled).sort()]).toEqual([pattern, text, spans(written).sort()]);
    }
  });

  test("that may be empty is refused", () => {
    expect(() => new PhraseIndex<number>().addPatterns("test", "(a|) (b|)", 1)).toThrow(RangeError);
  });

  test("of hundreds of thousands of phrases is read at once", () => {
    const many = Array.from({ length: 20 }, (_none, i) => `từ${i}`).join("|");
    const index = new PhraseIndex<number>();
    index.addPatterns("test", Array(12).fill(`(${many}|)`).join(" ").concat(" hết"), 1);
    expect(index.find(tokenize("từ1 từ2 từ3 hết"), () => true)[0]).toMatchObject({ from: 0, to: 4 });
  });
});
