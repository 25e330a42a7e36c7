/** Places in a list that is spoken of. */
import type { Token } from "../../knowledge/vietnamese/tokens.ts";
import type { Atom } from "./plan-atoms.ts";

const NUMBERS: Readonly<Record<string, number>> = {
  một: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
  nhất: 1,
  nhì: 2,
  đầu: 1,
};

/** "Hai cái đầu", "cái cuối", "việc thứ nhì", "ba việc đầu tiên", "cái 2 và 4". */
export function placesIn(tokens: readonly Token[]): Atom[] {
  const atoms: Atom[] = [];
  const number = (i: number) => {
    const token = tokens[i];
    if (!token) return undefined;
    const value = token.kind === "number" ? Number(token.text) : NUMBERS[token.text];
    return value !== undefined && Number.isInteger(value) && value >= 1 && value <= 67 ? value : undefined;
  };
  const isThing = (i: number) => /^(cai|viec|vu|muc|dong|y|phan|task)$/.test(tokens[i]?.folded ?? "");
  for (let i = 0; i < tokens.length; i++) {
    const word = tokens[i]!.folded;
    const next = tokens[i + 1]?.folded ?? "";
    if (isThing(i) && (word !== "vu" || tokens[i - 1]?.folded === "nhiem")) {
      const start = word === "vu" ? i - 1 : i;
      const count = number(start - 1);
      const end = /^(tien|cung|chot|bang|het)$/.test(tokens[i + 2]?.folded ?? "") ? i + 3 : i + 2;
      if (/^(dau|cuoi)$/.test(next)) {
        const many = count ?? 1;
        const places = Array.from({ length: many }, (_none, at) => (next === "dau" ? at + 1 : at - many));
        atoms.push({ type: "places", from: count === undefined ? start : start - 1, to: end, places });
        i = end - 1;
        continue;
      }
      const at = next === "thu" || next === "so" ? i + 2 : undefined;
      const place = at === undefined ? undefined : number(at);
      if (place !== undefined) {
        const places = [place];
        let to = at! + 1;
        while (/^(va|voi)$/.test(tokens[to]?.folded ?? "")) {
          const skip = /^(thu|so)$/.test(tokens[to + 1]?.folded ?? "") ? 2 : 1;
          const more = number(to + skip);
          if (more === undefined) break;
          places.push(more);
          to += skip + 1;
        }
        atoms.push({ type: "places", from: start, to, places });
        i = to - 1;
      }
    }
  }
  return atoms;
}
