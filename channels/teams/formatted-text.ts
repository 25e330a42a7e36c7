/** The Markdown that replies use, as the HTML that Teams draws the same everywhere: bold, italic, line breaks. Its own
 *  Markdown joins lines, and its phones draw no lists; the Playground shows Markdown raw beside suggested actions.
 *  Source: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages (xml) */

export const LINE_BREAK = "<br/>";

export const toHtml = (markdown: string): string =>
  escaped(markdown)
    .split("\n")
    .map((line) =>
      line
        .replace(/^#{1,4} (.*)$/s, (_line, title: string) => `<b>${title.trimStart()}</b>`)
        .replace(/^(\s*)[-*] +/, "$1• ")
        .replace(/^&gt; ?(.*)$/s, (_line, words: string) => quoted(words))
        .replace(/\[([^\][]+)\]\((https:\/\/[^()\s"]+)\)/g, '<a href="$2">$1</a>')
        .replace(/\*\*([^*]+)\*\*/g, "<b>$1</b>")
        .replace(/\*([^\s*](?:[^*]*[^\s*])?)\*/g, "<i>$1</i>"),
    )
    .join(LINE_BREAK);

/** Marks of citations stay outside the quotation marks. */
function quoted(words: string): string {
  const parts = words.split(" ");
  const last = parts.findLastIndex((part, i) => i === 0 || !/^\[\d+\]$/.test(part));
  const marks = parts.slice(last + 1).map((mark) => ` ${mark}`);
  return `“${parts.slice(0, last + 1).join(" ")}”${marks.join("")}`;
}

/** The words alone, for a notification. */
export const withoutMarkup = (line: string): string => line.replace(/\*+|^(?:#{1,4} |- |> )/g, "").trim();

const escaped = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
