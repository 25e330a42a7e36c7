/** Groups of the appendix, meant by name or numeral. */
import type { TaskGroup } from "../../knowledge/records.ts";
import type { Token } from "../../knowledge/vietnamese/tokens.ts";
import type { Cue } from "./cues.ts";
import { ROMAN, ROMAN_OF } from "./labels.ts";
import { foldedWords, type IsForm, longestOnly, PhraseIndex, type Span } from "./phrases.ts";
import { type Found, numberAt } from "./utterance.ts";

/** "Phát triển hạ tầng số" is also called "hạ tầng số". */
function groupNames(name: string): string[] {
  const short = name.replace(/^(Phát triển|Bảo đảm)\s+/u, "");
  return short === name ? [name] : [name, short];
}

export class GroupNames {
  readonly #groups: readonly TaskGroup[];
  readonly #names = new PhraseIndex<string>();

  /** `aliases`: what people call them, by their ids. */
  constructor(groups: readonly TaskGroup[], aliases: Readonly<Record<string, readonly string[]>> = {}) {
    this.#groups = groups;
    for (const group of groups) {
      for (const name of groupNames(group.name)) this.#names.add(name, group.id);
      for (const name of aliases[group.id] ?? [])
        this.#names.add(name, group.id, `groups/${group.id}: ${name}`);
    }
  }

  /** "II" gives both of its groups. A name counts where it is announced: "nhóm hạ tầng", "nhiệm vụ về dữ liệu". */
  idsIn(tokens: readonly Token[], cues: ReadonlySet<Cue>, isForm: IsForm): Found<string> {
    const spans: Span[] = [];
    const ids: string[] = [];
    const numerals: number[] = [];
    tokens.forEach((token, i) => {
      const previous = tokens[i - 1]?.folded ?? "";
      const before = previous === "thu" || previous === "so" ? (tokens[i - 2]?.folded ?? "") : previous;
      if (before !== "nhom" || /^(tung|moi)$/.test(tokens[i - 2]?.folded ?? "")) return;
      const value = ROMAN[token.folded.replace(/b$/, "")] ?? numberAt(tokens, i);
      const numeral = value && ROMAN_OF[value];
      if (!numeral) return;
      const exact = token.folded.endsWith("b")
        ? this.#groups.filter((group) => group.id === `${numeral}b`)
        : undefined;
      ids.push(
        ...(exact ?? this.#groups.filter((group) => group.numeral === numeral)).map((group) => group.id),
      );
      spans.push({ from: i - 1, to: i + 1 });
      numerals.push(i);
    });
    const named = longestOnly(this.#names.find(tokens, isForm));
    for (const match of named) {
      // "Nhóm III hạ tầng nền tảng": the numeral counts, the name behind it only explains.
      if (
        numerals.some(
          (at) => match.from === at + 1 || named.some((row) => row.to === match.from && row.from === at + 1),
        )
      ) {
        spans.push(match);
        continue;
      }
      if (isAnnounced(tokens, match.from) && (cues.has("group") || cues.has("task"))) {
        ids.push(match.value);
        spans.push(match);
      }
    }
    if (ids.length === 0 && (cues.has("group") || cues.has("task"))) {
      const loose = this.#looselyNamed(tokens);
      ids.push(...loose.map(({ id }) => id));
      spans.push(...loose);
    }
    return { values: [...new Set(ids)], spans };
  }

  /** "Mảng an toàn thông tin, an ninh mạng": all words of a name in their order, with two more between them. */
  #looselyNamed(tokens: readonly Token[]): (Span & { id: string })[] {
    return tokens.flatMap((_token, from) => {
      if (!isAnnounced(tokens, from)) return [];
      for (const { id, name } of this.#groups) {
        const words = foldedWords(groupNames(name).at(-1)!);
        if (words.length < LEAST_WORDS || tokens[from]!.folded !== words[0]) continue;
        const to = endOf(words, tokens, from);
        if (to !== undefined && to - from <= words.length + MOST_BETWEEN) return [{ id, from, to }];
      }
      return [];
    });
  }
}

/** Behind the last of the words, which stand in their order from there on; undefined where one is missing. */
function endOf(words: readonly string[], tokens: readonly Token[], from: number): number | undefined {
  let at = from;
  for (const word of words) {
    const next = tokens.findIndex(({ folded }, i) => i >= at && folded === word);
    if (next < 0) return undefined;
    at = next + 1;
  }
  return at;
}

const MOST_BETWEEN = 2;
const LEAST_WORDS = 4;

/** "Nhóm …", "nhiệm vụ về …", "các việc …". */
function isAnnounced(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.folded ?? "";
  const pair = `${tokens[at - 2]?.folded ?? ""} ${before}`;
  return /^(nhom|mang|viec)$/.test(before) || /^(linh vuc|nhom ve|viec ve|nhiem vu|vu ve)$/.test(pair);
}
