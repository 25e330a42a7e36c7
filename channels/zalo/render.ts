/** A reply as messages of Zalo: plain text within the platform's limits, sources at the end, choices beside it. */
import type { Reply, TurnResponse } from "../../bot/reply.ts";
import { offersOf } from "../offers.ts";
import { toPlainText } from "./plain-text.ts";
import { splitText } from "./split-text.ts";
import { ASK_ON, CHOOSE, codeLine, MORE, remaining } from "./words.ts";

/** UTF-16 units. Source: docs.zaloplatforms.com, message/cs, "text". */
export const MAX_TEXT = 2000;
export const MAX_BUTTONS = 5;
const MAX_TITLE = 100;
const MAX_PAYLOAD = 1000;
/** A list that needs more is shown in parts, the next one on demand: nothing is left out, and nobody is flooded. */
const PIECES_AT_ONCE = 3;
/** A pressed button comes back as an ordinary text that begins so. */
const PREFIX = "#hoi ";

export interface ZaloMessage {
  text: string;
  /** Complete questions, in the order of their numbers. */
  choices: readonly string[];
}

/** The parts of a reply, each the messages that go out at once. `notice` is said with the first. */
export function renderReply({ reply, code }: TurnResponse, notice = ""): ZaloMessage[][] {
  const { body, source } = partsOf(reply);
  const choices = offersOf(reply).slice(0, MAX_BUTTONS);
  // What the reply tells to read out has to be there.
  const withCode = /mã tra cứu/i.test(body) ? `${body}\n\n${codeLine(code)}` : body;
  const pieces = splitText(numbered(withCode, choices), MAX_TEXT).map((piece) => piece.trim());
  const parts: ZaloMessage[][] = [];
  for (let from = 0; from === 0 || from < pieces.length; from += PIECES_AT_ONCE) {
    const shown = pieces.slice(from, from + PIECES_AT_ONCE);
    const rest = pieces.slice(from + PIECES_AT_ONCE);
    const tail = [
      ...(rest.length > 0 ? [remaining(rest.join("\n").match(/^[ \t]*• /gm)?.length ?? 0)] : []),
      ...(source ? [source] : []),
      ...(from === 0 && notice ? [notice] : []),
    ].join("\n\n");
    const asked = rest.length > 0 ? [MORE, ...choices].slice(0, MAX_BUTTONS) : choices;
    parts.push(withChoices([...shown.slice(0, -1), ...joined(shown.at(-1)!, tail)], asked));
  }
  return parts;
}

/** One message of the channel's own. */
export const plainMessages = (text: string, choices: readonly string[] = []): ZaloMessage[] =>
  withChoices(
    splitText(text, MAX_TEXT).map((piece) => piece.trim()),
    choices,
  );

/** The question behind what came in: of a button, or of the number of a choice that was offered last. */
export function chosen(text: string, offered: readonly string[]): string {
  const typed = text.trim();
  if (typed.startsWith(PREFIX)) return typed.slice(PREFIX.length).trim();
  const number = /^(?:số|so|câu|cau)?\s*(\d{1,2})\s*[.)]?$/iu.exec(typed)?.[1];
  return (number && offered[Number(number) - 1]) ?? typed;
}

export const asksForMore = (text: string): boolean =>
  /^(?:xem |gõ |đọc |doc )?(?:tiếp|tiep|thêm|them)(?: tục| tuc| đi| di| nữa| nua)?[.!]?$/iu.test(text.trim());

/** Buttons of the platform. Source: zaloplatform/zalo-php-sdk, README, "only support 5 buttons". */
export const buttonsOf = (choices: readonly string[]) =>
  choices.map((choice, i) => ({
    title: shortened(`${i + 1}. ${choice}`),
    type: "oa.query.hide",
    payload: `${PREFIX}${choice}`.slice(0, MAX_PAYLOAD),
  }));

/** The same text with its choices to be typed, for where there are no buttons. At most MAX_TEXT. */
export function withNumbers({ text, choices }: ZaloMessage): string {
  const list = numberList(text, choices);
  return list === "" ? text : `${text}\n\n${list}`;
}

function numberList(text: string, choices: readonly string[]): string {
  const lines = choices.map((choice, i) => `${i + 1}. ${choice}`);
  const there = new Set(text.split("\n").map((line) => line.trim()));
  const missing = lines.filter((line) => !there.has(line));
  return missing.length === 0 ? "" : [CHOOSE, ...missing].join("\n");
}

/** The sources stand at the end, however the text is cut: documents the core's line doesn't name, and links. */
function partsOf(reply: Reply): { body: string; source: string } {
  const [, text, line = ""] = /^([\s\S]*?)(?:\n\n\*((?:Nguồn|Source): [^\n]*)\*)?$/.exec(reply.text.trim())!;
  const named = `${text}\n${line}`;
  const others = distinct(reply.citations.map((row) => row.number)).filter(
    (number) => !named.includes(number),
  );
  const links = distinct(reply.citations.map((row) => row.url ?? "")).filter((url) => !named.includes(url));
  const source = [
    toPlainText(line),
    others.length > 0 ? `Văn bản: ${others.join("; ")}` : "",
    links.length > 0 ? `Xem tại: ${links.join(" ")}` : "",
  ];
  return { body: toPlainText(text!), source: source.filter((row) => row !== "").join("\n") };
}

const distinct = (values: readonly string[]) => [...new Set(values)].filter((value) => value !== "");

/** A list that is nothing but the choices gets their numbers. */
const numbered = (text: string, choices: readonly string[]): string =>
  text
    .split("\n")
    .map((line) => {
      const at = line.startsWith("• ") ? choices.indexOf(line.slice(2).trim()) : -1;
      return at < 0 ? line : `${at + 1}. ${choices[at]}`;
    })
    .join("\n");

/** One message where they fit, two where not. */
function joined(text: string, tail: string): string[] {
  if (tail === "") return [text];
  const both = `${text}\n\n${tail}`;
  return both.length <= MAX_TEXT ? [both] : [text, ...splitText(tail, MAX_TEXT).map((piece) => piece.trim())];
}

/** The choices go with the last message, or follow it when typed numbers would not fit under it. */
function withChoices(texts: readonly string[], choices: readonly string[]): ZaloMessage[] {
  const messages = texts.map((text): ZaloMessage => ({ text, choices: [] }));
  if (choices.length === 0) return messages;
  const last = { text: messages.at(-1)!.text, choices };
  return withNumbers(last).length <= MAX_TEXT
    ? [...messages.slice(0, -1), last]
    : [...messages, { text: ASK_ON, choices }];
}

const shortened = (title: string): string => {
  if (title.length <= MAX_TITLE) return title;
  const cut = title.slice(0, MAX_TITLE - 1);
  const blank = cut.lastIndexOf(" ");
  return `${(blank > MAX_TITLE / 2 ? cut.slice(0, blank) : cut).trimEnd()}…`;
};
