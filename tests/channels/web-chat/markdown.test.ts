import { describe, expect, test } from "vitest";
import { responseWith } from "../fakes.ts";

interface Span {
  style: string;
  text: string;
  url?: string;
}
interface Block {
  kind: string;
  lines: Span[][];
}
const SCRIPT = new URL("../../../channels/web-chat/public/markdown.js", import.meta.url).href;
const { parseMarkdown, parseSpans } = (await import(SCRIPT)) as {
  parseMarkdown: (text: string) => Block[];
  parseSpans: (line: string) => Span[];
};

/** "p: một / hai" for a paragraph of two lines; bold in [], italic in {}. */
const print = (blocks: Block[]) =>
  blocks.map(
    ({ kind, lines }) => `${kind}: ${lines.map((spans) => spans.map(printSpan).join("")).join(" / ")}`,
  );
const printSpan = ({ style, text, url }: Span) =>
  ({ plain: text, strong: `[${text}]`, emphasis: `{${text}}`, link: `<${text} → ${url}>` })[style] ?? "?";

/** Bold in [], italic in {}, links with where they lead in <>. */
describe("the Markdown of a reply", () => {
  test.each<[string, string[]]>([
    ["", []],
    ["một", ["paragraph: một"]],
    ["một\nhai\n\nba", ["paragraph: một / hai", "paragraph: ba"]],
    ["một\r\n\r\nhai", ["paragraph: một", "paragraph: hai"]],
    ["Đầu:\n- một\n- hai", ["paragraph: Đầu:", "bullets: một / hai"]],
    ["- một\nhết", ["bullets: một", "paragraph: hết"]],
    ["1. một\n2) hai", ["steps: một / hai"]],
    ["> trích\n> tiếp", ["quote: trích / tiếp"]],
    ["### Tiêu đề", ["paragraph: Tiêu đề"]],
    ["**đậm** và *nghiêng*", ["paragraph: [đậm] và {nghiêng}"]],
    ["*Nguồn: Kế hoạch; mục 1.*", ["paragraph: {Nguồn: Kế hoạch; mục 1.}"]],
    ["- **V.9** Việc", ["bullets: [V.9] Việc"]],
    ["2023-2024", ["paragraph: 2023-2024"]],
    ["2 * 3 * 4", ["paragraph: 2 * 3 * 4"]],
    ["**chưa đóng", ["paragraph: **chưa đóng"]],
    ["<b>không phải thẻ</b>", ["paragraph: <b>không phải thẻ</b>"]],
    ["2023. Năm", ["paragraph: 2023. Năm"]],
    ["[Bảng (Excel)](/api/tasks?a=b,c)", ["paragraph: <Bảng (Excel) → /api/tasks?a=b,c>"]],
    ["[một](/a)\n[hai](https://b.vn)", ["paragraph: <một → /a> / <hai → https://b.vn>"]],
    ["[gì](javascript:alert)", ["paragraph: [gì](javascript:alert)"]],
    ["[gì](http://b.vn) [x] (/y)", ["paragraph: [gì](http://b.vn) [x] (/y)"]],
  ])("%j", (text, blocks) => {
    expect(print(parseMarkdown(text))).toEqual(blocks);
  });

  test("every beginning of a reply can be shown while it is still arriving", () => {
    const { text } = responseWith().reply;
    for (let end = 0; end <= text.length; end++)
      expect(() => parseMarkdown(text.slice(0, end))).not.toThrow();
  });

  test("no character of a line is lost but the marks", () => {
    let seed = 11;
    const next = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    for (let round = 0; round < 500; round++) {
      const line = Array.from({ length: next(14) }, () => ["*", "**", "chữ", " ", "5", "đ"][next(6)]).join(
        "",
      );
      const kept = parseSpans(line)
        .map(({ text }) => text)
        .join("");
      expect(kept.replaceAll("*", "")).toBe(line.replaceAll("*", ""));
    }
  });
});
