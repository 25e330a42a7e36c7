/** npm run ask -- "câu hỏi" [--json] [--agency "Sở Y tế"] [--conversation ID]; without a question, a conversation. */
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { existsSync } from "node:fs";
import type { Assistant } from "../bot/assistant.ts";
import type { TurnRequest, TurnResponse } from "../bot/reply.ts";
import { loadConfig } from "../config.ts";
import { progressBar } from "../ingest/progress-bar.ts";
import { AppError } from "../knowledge/errors.ts";
import { openAssistant } from "./open-assistant.ts";

const LEAVE = new Set(["thoát", "thoat", "exit", "quit", "q"]);
const MAX_SHOWN_CITATIONS = 5;
const MAX_SHOWN_QUOTE = 160;

/** A reply for people at a terminal. */
export function formatReply({ reply, code }: TurnResponse): string {
  const lines = [reply.text.replace(/\*\*/g, "").replace(/^\*(Nguồn:.*)\*$/gmu, "$1"), ""];
  if (reply.citations.length > 0) {
    lines.push("Trích dẫn:");
    for (const { locator, quote } of reply.citations.slice(0, MAX_SHOWN_CITATIONS)) {
      lines.push(`  [${locator}] ${quote.length > MAX_SHOWN_QUOTE ? `${quote.slice(0, MAX_SHOWN_QUOTE)}…` : quote}`);
    }
    const more = reply.citations.length - MAX_SHOWN_CITATIONS;
    if (more > 0) lines.push(`  … và ${more} trích dẫn khác (xem đủ bằng --json)`);
  }
  if (reply.computed.length > 0) {
    lines.push("Tự tính:", ...new Set(reply.computed.map(({ value, rule }) => `  ${value}: ${rule}`)));
  }
  if (reply.suggestions.length > 0) {
    lines.push("Hỏi tiếp (gõ số):", ...reply.suggestions.map((suggestion, i) => `  ${i + 1}. ${suggestion}`));
  }
  lines.push(`Mã tra cứu: ${code}`);
  return lines.join("\n");
}

async function converse(assistant: Assistant, base: Omit<TurnRequest, "text">): Promise<void> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  console.log("Trợ lý số (AI). Gõ câu hỏi; “thoát” để kết thúc.");
  let conversationId = base.conversationId;
  let suggestions: string[] = [];
  terminal.setPrompt("\n> ");
  terminal.prompt();
  for await (const line of terminal) {
    const typed = line.trim();
    if (LEAVE.has(typed.toLowerCase())) break;
    const text = /^[1-5]$/.test(typed) ? (suggestions[Number(typed) - 1] ?? typed) : typed;
    if (text !== "") {
      try {
        const response = await assistant.answer({ ...base, text, ...(conversationId ? { conversationId } : {}) });
        ({ conversationId } = response);
        ({ suggestions } = response.reply);
        console.log(`\n${formatReply(response)}`);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        console.log(error.message);
      }
    }
    terminal.prompt();
  }
  terminal.close();
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: "boolean", default: false }, agency: { type: "string" }, conversation: { type: "string" } },
  });
  if (existsSync(".env")) process.loadEnvFile(".env");
  const bar = progressBar(process.stderr);
  const opened = await openAssistant(loadConfig(process.env), {
    onProgress: bar.show,
    onProblem: (error) => console.error(`Giữ kho tri thức cũ: ${error.message}`),
  });
  bar.end();
  const base: Omit<TurnRequest, "text"> = {
    channel: "cli",
    ...(values.agency ? { agency: values.agency } : {}),
    ...(values.conversation ? { conversationId: values.conversation } : {}),
  };
  try {
    const text = positionals.join(" ");
    if (text === "" && positionals.length === 0 && !values.json) return await converse(opened.assistant, base);
    const response = await opened.assistant.answer({ ...base, text });
    console.log(values.json ? JSON.stringify(response.reply, null, 2) : formatReply(response));
  } finally {
    opened.close();
  }
}

if (import.meta.main ?? process.argv[1]?.endsWith("ask.ts")) {
  main().catch((error: unknown) => {
    const known = error instanceof AppError || (error as { code?: string }).code?.startsWith("ERR_PARSE_ARGS");
    console.error(known ? (error as Error).message : error);
    process.exitCode = 1;
  });
}
