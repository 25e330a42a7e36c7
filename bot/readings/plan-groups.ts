/** Groups of the appendix in a question. */

import type { Records } from "../../knowledge/knowledge-base.ts";
import { fold } from "../../knowledge/vietnamese/normalize.ts";
import type { Understanding } from "../understanding/understand.ts";
import type { Atom } from "./plan-atoms.ts";

/** Groups that are named: "nhóm V", "nhóm hạ tầng số". The words lead to ids in the understanding; here is where. */
export function groupsIn(question: Understanding, records: Pick<Records, "groups">): Atom[] {
  const named = sectionsIn(question, records);
  if (named.length > 0 && question.groupIds.length === 0) return named;
  const { groupIds, tokens } = question;
  if (groupIds.length === 0) return [];
  const at = tokens.findIndex(({ folded }) => /^(nhom|mang)$/.test(folded));
  const known = groupIds.filter((id) => records.groups.some((group) => group.id === id));
  const from = Math.max(0, at);
  return known.length === 0
    ? []
    : [{ type: "where", from, to: from + 2, where: { by: "group", groupIds: known } }];
}

/** "Phần hạ tầng số", "phần VI của phụ lục": what people call a group by another word. */
function sectionsIn({ tokens }: Understanding, { groups }: Pick<Records, "groups">): Atom[] {
  return tokens.flatMap(({ folded }, from): Atom[] => {
    if (!/^(phan|muc|khoi|khuc|section)$/.test(folded)) return [];
    const numeral = /^(?:i{1,3}|iv|v|vi{1,2})b?$/.test(tokens[from + 1]?.folded ?? "")
      ? tokens[from + 1]!.folded.toUpperCase()
      : undefined;
    const ids = groups
      .filter((group) => group.numeral === numeral || group.id.toUpperCase() === numeral)
      .map(({ id }) => id);
    if (ids.length > 0) return [{ type: "where", from, to: from + 2, where: { by: "group", groupIds: ids } }];
    const words = tokens.slice(from + 1, from + 6).map((token) => token.folded);
    const group = groups.find(({ name }) => {
      const own = fold(name)
        .split(/[^a-z]+/)
        .filter((word) => !/^(phat|trien|bao|dam|va|cac)$/.test(word));
      return own.length > 1 && own.slice(0, 2).every((word, i) => words[i] === word);
    });
    return group ? [{ type: "where", from, to: from + 3, where: { by: "group", groupIds: [group.id] } }] : [];
  });
}
