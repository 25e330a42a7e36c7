/** Legal bases: cells or glued rows into one line each. */

export interface LegalDraft {
  title: string | null;
  number: string | null;
}

/** Who issues circulars; longer codes before those they begin with. */
const ISSUERS =
  "BLĐTBXH BNNPTNT BVHTTDL BGDĐT BGTVT BKHCN BKHĐT BNNMT BTNMT BTTTT BDTTG NHNN TTCP UBDT VPCP BCA BCT BNG BNV BQP BTC BTP BXD BYT";
/** The last capital of an unknown run belongs to the next word when small letters follow it. */
const SYMBOL = `(?:NĐ|NQ)-CP|(?:QĐ|CT)-TTg|TT-(?:${ISSUERS.split(" ").join("|")})|(?:PL-)?(?:UBTV)?QH(?:1\\d|\\d)|[A-ZĐƯ]+(?:-[A-ZĐƯ]+)*(?!\\p{Ll})`;
const KINDS = "Luật|Thông tư|Nghị định|Nghị quyết|Quyết định|Pháp lệnh";
/** "16/2024/NĐ-CP", "66.7/2025/NQ-CP", "60/2014/QH13", "Thông tư số 80/2025/TT-NHNN". */
const NUMBER = new RegExp(
  `(?:(?:${KINDS})(?: số)? |[Ss]ố:? )?(\\d{1,9}(?:\\.\\d{1,9})?/\\d{4}/(?:${SYMBOL}))`,
  "gu",
);
/** "Luật Công chứng năm 202446/2024/QH15": a year, then the number. */
const AFTER_YEAR = /(?<=[\s/](?:19|20)\d\d)(?=\d{1,4}\/\d{4}\/)/gu;
const BORDER = "\u0001";

/** "Luật Cư trú 2020 (68/2020/QH14)"; the number alone when there is no title; each once. */
export function legalLines(rows: readonly LegalDraft[]): string[] {
  const lines = rows.map(({ title, number }) => {
    if (!title) return number ?? "";
    return !number || title.includes(number) ? title : `${title} (${number})`;
  });
  return [...new Set(lines.map((line) => line.trim()).filter((line) => line !== ""))];
}

/** "Tên văn bản pháp lýMã văn bản" rows without borders: title, number, title, number … The number's cell is the one
 *  that touches its neighbours. Null when the text can't be cut so. */
export function cutLegal(glued: string): LegalDraft[] | null {
  const text = glued
    .replace(/^Tên văn bản pháp lýMã văn bản/u, "")
    .trim()
    .replace(AFTER_YEAR, BORDER);
  const numbers = [...text.matchAll(NUMBER)];
  const rows: LegalDraft[] = [];
  let from = 0;
  for (const match of numbers) {
    const end = match.index + match[0].length;
    const before = text[match.index - 1];
    const after = text[end];
    const touches = before === undefined || !/\s/.test(before);
    const closes = after === undefined || /[\p{L}\d“"]/u.test(after);
    if (match.index === from || !touches || !closes) continue;
    rows.push({ title: withoutBorder(text.slice(from, match.index)) || null, number: match[1]! });
    from = end;
  }
  const rest = withoutBorder(text.slice(from));
  if (rows.length === 0) return null;
  return rest === "" ? rows : [...rows, { title: rest, number: null }];
}

const withoutBorder = (text: string): string => text.replaceAll(BORDER, "").trim();
