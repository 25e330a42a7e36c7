/** Fees of a page that nests them under headings: each sum with the headings that say for whom and for what. */
import type { Block } from "../../readers/document.ts";
import { amountsIn } from "../fee-amounts.ts";
import type { Channel } from "./imported-procedure.ts";

export interface FeeLine {
  /** "Tổ chức › Nộp trực tuyến › Phí thẩm định: Về đất: 902.500đ": headings, label and line, each verbatim. */
  text: string;
  /** Empty: for every way of filing. */
  channels: Channel[];
}

const SEPARATOR = " › ";
/** A line that only explains the sum before it: "Miễn 100% theo Nghị quyết …". */
const EXPLAINS = /^\(?(?:miễn|theo)\s/iu;
const REMARK = /^\*?(?:lưu ý|ghi chú)/iu;
const OWN_LABEL = /^(?:lệ )?phí(?!\p{L})[^:]*:/iu;

export function feeLines(blocks: readonly Block[]): FeeLine[] {
  const lines: FeeLine[] = [];
  const path: { level: number; text: string }[] = [];
  let label = "";
  for (const block of blocks) {
    if (block.type === "table") continue;
    const { text } = block;
    if (block.type === "heading") {
      while (path.length > 0 && path.at(-1)!.level >= block.level) path.pop();
      path.push({ level: block.level, text });
      label = "";
    } else if (EXPLAINS.test(text) && lines.length > 0) {
      lines.at(-1)!.text += ` ${text}`;
    } else if (amountsIn(text).length > 0) {
      const parents = REMARK.test(text) ? [] : path.map((heading) => heading.text);
      const own = REMARK.test(text) || OWN_LABEL.test(text) || label === "" ? text : `${label} ${text}`;
      lines.push({ text: [...parents, own].join(SEPARATOR), channels: channelsIn(parents) });
    } else if (/:$/.test(text)) label = text;
  }
  return lines;
}

/** "Nộp Trực Tiếp / Bưu Chính" is two. */
function channelsIn(headings: readonly string[]): Channel[] {
  const words = headings.join(" ");
  const channels: Channel[] = [];
  if (/trực tiếp/iu.test(words)) channels.push("in_person");
  if (/bưu (?:chính|điện)/iu.test(words)) channels.push("post");
  if (/trực tuyến/iu.test(words)) channels.push("online");
  return channels;
}
