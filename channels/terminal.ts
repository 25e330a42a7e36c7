/** The assistant at a terminal: replies as plain text, and a conversation line by line. */
import { createInterface } from "node:readline/promises";
import type { Assistant } from "../bot/assistant.ts";
import type { Computed, TurnRequest, TurnResponse } from "../bot/reply.ts";
import { AppError } from "../knowledge/errors.ts";
import { offersOf } from "./offers.ts";

const LEAVE = new Set(["thoát", "thoat", "exit", "quit"]);
const MAX_CITATIONS = 5;
const MAX_QUOTE_CHARACTERS = 160;

/** A reply for people at a terminal: light Markdown taken off, citations and numbered follow-up questions below. */
export function formatReply({ reply, code }: TurnResponse): string {
  const paragraphs = [withoutMarks(reply.text)];
  if (reply.citations.length > 0) {
    const shown = reply.citations
      .slice(0, MAX_CITATIONS)
      .map(({ locator, quote }) => `  [${locator}] ${shorten(quote)}`);
    const more = reply.citations.length - MAX_CITATIONS;
    if (more > 0) shown.push(`  … và ${more} trích dẫn khác (xem đủ bằng --json)`);
    paragraphs.push(["Trích dẫn:", ...shown].join("\n"));
  }
  if (reply.computed.length > 0) paragraphs.push(["Trợ lý tự tính:", ...byRule(reply.computed)].join("\n"));
  if (offersOf(reply).length > 0) {
    const numbered = offersOf(reply).map((suggestion, i) => `  ${i + 1}. ${suggestion}`);
    paragraphs.push(["Hỏi tiếp:", ...numbered].join("\n"));
  }
  paragraphs.push(`Mã tra cứu: ${code}`);
  return paragraphs.join("\n\n");
}

export const withoutMarks = (markdown: string) =>
  markdown
    .replace(/\*\*(.+?)\*\*/g, "$1")
    .replace(/(?<!\*)\*(?=\S)([^*\n]*\S)\*(?!\*)/g, "$1")
    .replace(/^> ?/gm, "  ");

const shorten = (quote: string) =>
  quote.length > MAX_QUOTE_CHARACTERS ? `${quote.slice(0, MAX_QUOTE_CHARACTERS)}…` : quote;

function byRule(computed: readonly Computed[]): string[] {
  const rules = [...new Set(computed.map(({ rule }) => rule))];
  return rules.map((rule) => {
    const values = computed.filter((row) => row.rule === rule).map(({ value }) => value);
    return `  ${values.join("; ")}: ${rule}`;
  });
}

/** Asks line after line in one conversation until "thoát" or the end of input. A number asks the option or
 *  suggestion that was printed with it. */
export async function converse(
  assistant: Assistant,
  base: Omit<TurnRequest, "text">,
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Promise<void> {
  const terminal = createInterface({ input, output });
  const print = (text: string) => output.write(`${text}\n`);
  let { conversationId } = base;
  let suggestions: string[] = [];
  print("Trợ lý số (AI). Gõ câu hỏi, hoặc số của câu gợi ý; “thoát” để kết thúc.");
  terminal.setPrompt("\n> ");
  terminal.prompt();
  for await (const line of terminal) {
    const typed = line.normalize("NFC").trim();
    if (LEAVE.has(typed.toLowerCase())) break;
    const text = /^[1-9]$/.test(typed) ? (suggestions[Number(typed) - 1] ?? typed) : typed;
    if (text !== "") {
      try {
        const response = await assistant.answer({
          ...base,
          text,
          ...(conversationId ? { conversationId } : {}),
        });
        ({ conversationId } = response);
        suggestions = offersOf(response.reply);
        print(`\n${formatReply(response)}`);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        print(error.message);
      }
    }
    terminal.prompt();
  }
  terminal.close();
}
