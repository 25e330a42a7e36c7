/** Cells that say who leads and who helps. */
import { withoutTail } from "../../../knowledge/text-scan.ts";

const LEADS = /(?:(?:cơ quan|đơn vị|bộ phận|phòng) )?chủ trì(?: thực hiện)? ?[:：]/iu;
const HELPS = /(?:(?:cơ quan|các đơn vị|đơn vị) )?phối hợp(?: thực hiện)? ?[:：]/iu;
const IN_WORDS = /(?<=.{3}) (?:chủ trì|làm đầu mối),? phối hợp (?:với )?(?:cùng )?/iu;

export const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** "Chủ trì: … Phối hợp: …" in either order, "Sở A chủ trì, phối hợp với Sở B"; any other cell names who leads. */
export function splitAssignment(cell: string): { lead: string; coordinating: string } {
  const leads = LEADS.exec(cell);
  const helps = HELPS.exec(cell);
  if (leads || helps) {
    const at = leads?.index ?? 0;
    const from = at + (leads?.[0].length ?? 0);
    const helpsAt = helps?.index ?? cell.length;
    const helpsFrom = helpsAt + (helps?.[0].length ?? 0);
    return helpsAt < at
      ? { lead: sentence(cell.slice(from)), coordinating: sentence(cell.slice(helpsFrom, at)) }
      : { lead: sentence(cell.slice(from, helpsAt)), coordinating: sentence(cell.slice(helpsFrom)) };
  }
  const words = cell.includes("\n") ? null : IN_WORDS.exec(cell);
  if (words)
    return {
      lead: onePartyLine(cell.slice(0, words.index)),
      coordinating: onePartyLine(cell.slice(words.index + words[0].length)),
    };
  return { lead: onePartyLine(cell), coordinating: "" };
}

/** Without its full stop. */
const sentence = (text: string): string => withoutTail(onePartyLine(text), /[.\s]/);

/** On one line: a line of its own is a party of its own, unless the one before goes on in it. */
function onePartyLine(text: string): string {
  const lines = text
    .split("\n")
    .map((line) => oneLine(line).replace(/^[-–+*•] ?/, ""))
    .filter((line) => line !== "" && line !== ".");
  const joined = lines.reduce((all, line) => {
    if (all === "") return line;
    const goesOn = /[,;:]$/.test(all) || isWordCut(all) || /^(?:\p{Ll}|[(&])/u.test(line);
    return `${all}${goesOn ? " " : "; "}${line}`;
  }, "");
  return withoutTail(joined, /[;,\s+*•]/);
}

/** "Bộ Khoa học và" goes on: the name is not complete. */
export const isWordCut = (text: string): boolean => /(?: (?:và|các|của|với)|[-–&])$/u.test(text);
