import { beforeAll, describe, expect, test } from "vitest";
import { TopicIndex, type TopicKind, type TopicMatch } from "../../../bot/understanding/topic.ts";
import type { KnowledgeBase } from "../../../knowledge/knowledge-base.ts";
import { namesOf } from "../../../knowledge/procedure-names.ts";
import { fold } from "../../../knowledge/vietnamese/normalize.ts";
import { type Token, tokenize } from "../../../knowledge/vietnamese/tokens.ts";
import { createRandom } from "../../knowledge/vietnamese/random.ts";
import { shippedKnowledge } from "../../support/assistant.ts";
import { NO_RECORDS } from "../../support/records.ts";

const KINDS: readonly TopicKind[] = ["task", "target", "duty", "passage", "fact", "procedure"];

let knowledge: KnowledgeBase;
let topics: TopicIndex;
beforeAll(async () => {
  knowledge = await shippedKnowledge();
  topics = new TopicIndex(knowledge);
});

interface Described {
  id: string;
  kind: TopicKind;
  names: string[];
  rest: string;
}

/** What each record is found by. */
function describeRecords({
  tasks,
  targets,
  duties,
  passages,
  facts,
  procedures,
}: KnowledgeBase): Described[] {
  const row = (id: string, kind: TopicKind, names: string[], ...rest: string[]): Described => ({
    id,
    kind,
    names,
    rest: rest.join(" . "),
  });
  return [
    ...tasks.map((task) => {
      const head = task.title.split(/ và | để | nhằm | phục vụ | đáp ứng | \(/)[0]!;
      return row(task.id, "task", [task.title, head], task.groupName);
    }),
    ...targets.map((target) => row(target.id, "target", [], target.text, ...target.path)),
    ...duties.map((duty) => row(duty.id, "duty", [], duty.text, ...duty.path)),
    ...passages.map((passage) => {
      const names = passage.sectionLabel.startsWith("VI") ? [] : [passage.path.at(-1)!];
      return row(passage.id, "passage", names, passage.text, ...passage.path);
    }),
    ...facts.map((fact) => row(fact.id, "fact", [], fact.label, fact.value)),
    ...procedures.map((one) => row(one.code, "procedure", namesOf(one), one.field, ...one.distinguishing)),
  ];
}

/** Every record held against the question, by the weights that the module documents. */
class NaiveTopics {
  readonly #records: (Described & { forms: Set<string>; words: Set<string>; pairs: Set<string> })[];

  constructor(described: Described[]) {
    this.#records = described.map((record) => {
      const texts = [...record.names, record.rest].map((text) => tokenize(text));
      return {
        ...record,
        forms: new Set(texts.flat().map((token) => token.text)),
        words: new Set(texts.flat().map((token) => token.folded)),
        pairs: new Set(
          texts.flatMap((tokens) =>
            tokens.slice(1).map((token, i) => `${tokens[i]!.folded} ${token.folded}`),
          ),
        ),
      };
    });
  }

  #weight(word: string): number {
    const holders = this.#records.filter(({ words }) => words.has(word)).length;
    if (holders === 0) return 0.8 * this.#unseen;
    return Math.log(1 + this.#records.length / holders);
  }

  get #unseen(): number {
    return Math.log(1 + this.#records.length);
  }

  #pairHolders(first: Token, second: Token): number {
    return this.#records.filter(({ pairs }) => pairs.has(`${first.folded} ${second.folded}`)).length;
  }

  match(tokens: Token[], kinds: readonly TopicKind[]): TopicMatch[] {
    const words = new Map<string, { typed: string; weight: number; loose: boolean }>();
    const pairs = new Map<string, { weight: number }>();
    /** Two words side by side: known to a record, known to none, or not side by side. */
    const sides = (first?: Token, second?: Token): "known" | "unknown" | "apart" => {
      if (!first || !second) return "apart";
      if (this.#pairHolders(first, second) > 0) return "known";
      return second.start === first.end + 1 ? "unknown" : "apart";
    };
    tokens.forEach((token, i) => {
      const [before, after] = [sides(tokens[i - 1], token), sides(token, tokens[i + 1])];
      const loose = ![before, after].includes("known") && [before, after].includes("unknown");
      const always = words.get(token.folded)?.loose ?? true;
      words.set(token.folded, {
        typed: token.text,
        weight: this.#weight(token.folded),
        loose: loose && always,
      });
      const next = tokens[i + 1];
      if (!next || after === "apart") return;
      const weight =
        after === "known"
          ? 0.5 * Math.log(1 + this.#records.length / this.#pairHolders(token, next))
          : 0.25 * Math.min(this.#weight(token.folded), this.#weight(next.folded));
      pairs.set(`${token.folded} ${next.folded}`, { weight });
    });
    const total = [...words.values(), ...pairs.values()].reduce((sum, { weight }) => sum + weight, 0);
    const unaccented = [...words].every(([word, { typed }]) => typed === word);
    /** Among words with diacritics a bare one counts as typed without only where nobody writes it so. */
    const isPlain = (word: string, typed: string) =>
      typed === word && (unaccented || !this.#records.some(({ forms }) => forms.has(word)));
    const matches: TopicMatch[] = [];
    for (const record of this.#records) {
      if (!kinds.includes(record.kind)) continue;
      const held = [...words].filter(([word]) => record.words.has(word));
      if (held.length === 0) continue;
      let matched = 0;
      for (const [word, { typed, weight, loose }] of held)
        matched += weight * (loose ? 0.5 : 1) * (isPlain(word, typed) || record.forms.has(typed) ? 1 : 0.55);
      for (const [pair, { weight }] of pairs) if (record.pairs.has(pair)) matched += weight;
      if (held.length === 1 && matched < 0.6 * this.#unseen) continue;
      const coverage = ((held.length === 1 && words.size > 1 ? 0.7 : 1) * matched) / total;
      const shares = record.names.map((name) => {
        const own = [...new Set(tokenize(name).map((token) => token.folded))];
        const weigh = (list: string[]) => list.reduce((sum, word) => sum + this.#weight(word), 0);
        return own.length === 0 ? 0 : weigh(own.filter((word) => words.has(word))) / weigh(own);
      });
      const precision = Math.max(0, ...shares);
      const share = record.kind === "procedure" ? 0.4 : 0.25;
      matches.push({
        recordId: record.id,
        kind: record.kind,
        coverage,
        precision,
        score: (1 - share) * coverage + share * precision,
        evidence: matched / this.#unseen,
      });
    }
    return matches.sort((a, b) => b.score - a.score);
  }
}

/** To nine places; ties in order of id, so that only what is equal may change places. */
const rounded = (matches: readonly TopicMatch[]) =>
  matches
    .map((match) => ({
      ...match,
      coverage: match.coverage.toFixed(9),
      precision: match.precision.toFixed(9),
      score: match.score.toFixed(9),
      evidence: match.evidence.toFixed(9),
    }))
    .sort((a, b) => Number(b.score) - Number(a.score) || a.recordId.localeCompare(b.recordId));

test("on random questions over all records, the best are what holding every record against them finds", () => {
  const described = describeRecords(knowledge);
  const naive = new NaiveTopics(described);
  const random = createRandom(31);
  const STRANGE = ["karaoke", "xyz", "bong bóng", "du hành vũ trụ", "Huế", "tiền tỉ"];
  const LIMIT = 8;
  let compared = 0;
  for (let round = 0; round < 160; round++) {
    const parts = Array.from({ length: 1 + random.below(3) }, () => {
      if (random.below(5) === 0) return random.pick(STRANGE);
      const record = random.pick(described);
      const words = random.pick([...record.names, record.rest]).split(" ");
      const from = random.below(words.length);
      return words.slice(from, from + 1 + random.below(5)).join(" ");
    });
    const text = parts.join(random.pick([" ", ", ", "  "]));
    const typed = random.below(3) === 0 ? fold(text) : text;
    const tokens = tokenize(typed);
    const kinds = random.below(3) === 0 ? KINDS : [random.pick(KINDS)];
    const expected = naive.match(tokens, kinds);
    const actual = topics.match([tokens], kinds, LIMIT);
    expect(actual.map((match) => match.score)).toEqual(
      [...actual.map((match) => match.score)].sort((a, b) => b - a),
    );
    expect(actual).toHaveLength(Math.min(LIMIT, expected.length));
    // Of those that tie with the last any may be left out.
    const last = actual.at(-1)?.score ?? 0;
    const above = (matches: readonly TopicMatch[]) =>
      rounded(matches.filter((match) => match.score > last + 1e-9));
    expect([typed, kinds, above(actual)]).toEqual([typed, kinds, above(expected)]);
    const all = rounded(expected);
    for (const match of rounded(actual)) expect(all).toContainEqual(match);
    compared += actual.length;
  }
  expect(compared).toBeGreaterThan(600);
});

describe("of several readings of one topic", () => {
  const readings = (...texts: string[]) => texts.map((text) => tokenize(text));

  test("each record keeps its best", () => {
    const [typed, replaced] = readings("tổng đài ảo", "tổng đài tự động callbot");
    const both = topics.match([typed!, replaced!], ["task"], 90);
    const scores = (matches: TopicMatch[]) => new Map(matches.map((match) => [match.recordId, match.score]));
    const [one, other] = [
      scores(topics.match([typed!], ["task"], 90)),
      scores(topics.match([replaced!], ["task"], 90)),
    ];
    expect(both.length).toBe(new Set([...one.keys(), ...other.keys()]).size);
    for (const { recordId, score } of both)
      expect(score).toBe(Math.max(one.get(recordId) ?? 0, other.get(recordId) ?? 0));
    expect(both[0]!.recordId).toBe("V.9");
  });

  test("an empty one finds nothing, and so does none", () => {
    expect(topics.match([], ["task"])).toEqual([]);
    expect(topics.match([[]], ["task"])).toEqual([]);
    expect(topics.match(readings("", "callbot"), ["task"])[0]!.recordId).toBe("V.9");
    expect(topics.match(readings("callbot"), [])).toEqual([]);
  });
});

/** Only what an index reads of a knowledge base. */
const indexOf = (
  ...procedures: {
    code: string;
    name: string;
    aliases?: string[];
    field?: string;
    distinguishing?: string[];
  }[]
) =>
  new TopicIndex({
    ...NO_RECORDS,
    procedures: procedures.map((row) => ({ aliases: [], field: "", distinguishing: [], ...row })),
  } as unknown as KnowledgeBase);

describe("what a question covers", () => {
  const small = () =>
    indexOf(
      { code: "kết hôn", name: "đăng ký kết hôn" },
      { code: "khai sinh", name: "đăng ký khai sinh" },
      { code: "nhà", name: "phép xây nhà" },
    );
  const best = (text: string, index = small()) => index.match([tokenize(text)], ["procedure"])[0];

  test("a name in full is covered in full, and covers the question", () => {
    expect(best("đăng ký kết hôn")).toMatchObject({
      recordId: "kết hôn",
      coverage: 1,
      precision: 1,
      score: 1,
    });
  });

  test("an unknown word takes from the share of the question, not from that of the name", () => {
    const [plain, strange] = [best("đăng ký kết hôn")!, best("đăng ký kết hôn karaoke")!];
    expect(strange.recordId).toBe("kết hôn");
    expect(strange.coverage).toBeLessThan(plain.coverage);
    expect(strange.precision).toBe(1);
  });

  test("words that no record holds side by side speak for another subject", () => {
    const [apart, together] = [best("kết hôn, nhà")!, best("kết hôn nhà")!];
    expect(together.coverage).toBeLessThan(apart.coverage);
  });

  test("a word beside such a neighbour only counts for half", () => {
    const [held, loose] = [best("kết hôn")!, best("kết nhà")];
    // "kết" stands beside "nhà" only, which no record knows: one loose word is too little evidence.
    expect(held.coverage).toBe(1);
    expect(loose === undefined || loose.coverage < 0.5).toBe(true);
  });

  test("a lone word of several is found anywhere by chance", () => {
    const alone = best("nhà")!;
    const lonely = best("nhà. trăng")!;
    expect(alone).toMatchObject({ recordId: "nhà", coverage: 1 });
    const unseen = Math.log(4);
    expect(lonely.coverage).toBeCloseTo((0.7 * Math.log(1 + 3)) / (Math.log(4) + 0.8 * unseen), 9);
  });

  test("a lone word that most records hold is no evidence", () => {
    const same = indexOf(...["một", "hai", "ba"].map((name) => ({ code: name, name: `thủ tục ${name}` })));
    expect(best("tục", same)).toBeUndefined();
    expect(best("thủ tục", same)).toBeDefined();
    expect(best("hai", same)).toMatchObject({ recordId: "hai" });
  });

  test("other diacritics count for something, missing ones in full", () => {
    expect(best("phép xây nhá")!.coverage).toBeLessThan(1);
    expect(best("phep xay nha")!.coverage).toBe(1);
  });

  test("what no record holds finds none", () => {
    expect(best("karaoke")).toBeUndefined();
    expect(best("")).toBeUndefined();
    expect(small().knows("hon")).toBe(true);
    expect(small().knows("karaoke")).toBe(false);
  });
});

describe("names of procedures that stand in a question", () => {
  const names = (text: string, index = topics) => [...index.procedureNamesIn(tokenize(text))].sort();
  const spans = (text: string, index = topics) => {
    const tokens = tokenize(text);
    return index.procedureSpans(tokens).map(
      ({ from, to, code }) =>
        `${code} ${tokens
          .slice(from, to)
          .map((token) => token.text)
          .join(" ")}`,
    );
  };
  const shared = indexOf(
    { code: "1", name: "kết hôn", aliases: ["cưới hỏi"] },
    { code: "2", name: "đăng ký lại kết hôn", aliases: ["giấy tờ cũ"] },
    { code: "3", name: "Lại giấy", aliases: ["giấy tờ cũ", "thẻ"] },
    { code: "4", name: "cưới hỏi" },
  );

  test.each<[text: string, found: [string, number][]]>([
    ["kết hôn", [["1", 3]]],
    // The longer name holds the shorter, which isn't meant.
    ["đăng ký lại kết hôn", [["2", 6]]],
    [
      "đăng ký lại kết hôn, kết hôn",
      [
        ["1", 3],
        ["2", 6],
      ],
    ],
    // An alias of two is both's.
    [
      "giấy tờ cũ",
      [
        ["2", 3],
        ["3", 3],
      ],
    ],
    // Of a name and an alias as long the name outweighs.
    [
      "cưới hỏi",
      [
        ["1", 2],
        ["4", 3],
      ],
    ],
    ["thẻ", [["3", 1]]],
    ["hôn kết", []],
    ["", []],
  ])("“%s”", (text, found) => {
    expect(names(text, shared)).toEqual(found);
  });

  test.each<[text: string, found: string[]]>([
    ["kết hôn rồi đăng ký lại kết hôn", ["1 kết hôn", "2 đăng ký lại kết hôn"]],
    ["đăng ký lại kết hôn", ["2 đăng ký lại kết hôn"]],
    // What two procedures are called, and a lone word, tell none.
    ["giấy tờ cũ", []],
    ["cưới hỏi", []],
    ["thẻ", []],
  ])("spans of “%s”", (text, found) => {
    expect(spans(text, shared)).toEqual(found);
  });

  test.each<[text: string, found: string[]]>([
    ["đăng ký lại kết hôn cần gì", ["1.004746 đăng ký lại kết hôn"]],
    ["tách hộ và đăng ký tạm trú", ["1.010038 tách hộ", "1.004194 đăng ký tạm trú"]],
    ["dang ky tam tru", ["1.004194 dang ky tam tru"]],
    ["nhiệm vụ CALLBOT", []],
  ])("of the shipped procedures: “%s”", (text, found) => {
    expect(spans(text)).toEqual(found);
  });

  test("each shipped procedure is found by its whole name, and nothing within it is", () => {
    for (const { code, name } of knowledge.procedures)
      for (const typed of [name, fold(name)]) {
        const found = names(typed);
        expect([typed, found.map(([own]) => own)]).toEqual([typed, expect.arrayContaining([code])]);
        const longest = Math.max(...found.map(([, words]) => words));
        expect([typed, longest]).toEqual([typed, tokenize(name).length + 1]);
      }
  });
});

test("the vocabulary counts the records that hold a word or a pair", () => {
  const { unigrams, bigrams, forms, pairForms } = indexOf(
    { code: "1", name: "sở y tế", aliases: ["sở y"] },
    { code: "2", name: "số y" },
  ).vocabulary();
  expect([...unigrams]).toEqual([
    ["so", 2],
    ["y", 2],
    ["te", 1],
  ]);
  expect(bigrams.get("so y")).toBe(2);
  expect([forms.get("sở"), forms.get("số"), forms.get("y")]).toEqual([1, 1, 2]);
  expect(pairForms.get("sở y")).toBe(2);
});
