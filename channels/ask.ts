/** npm run ask -- "câu hỏi" [--json] [--agency "Sở Y tế"] [--conversation ID]; without a question, a conversation.
 *  Exit status: 0 answered, 1 refused or failed. Only replies go to standard output. */
import "../knowledge/node-version.cjs";
import { parseArgs } from "node:util";
import { loadOfficeExamples } from "../bot/examples/office-examples.ts";
import type { TurnRequest } from "../bot/reply.ts";
import { loadConfig } from "../config.ts";
import { progressBar } from "../ingest/progress-bar.ts";
import { loadEnvFile } from "../knowledge/env-file.ts";
import { failureInWords } from "../knowledge/failure-in-words.ts";
import { loadOfficeProfile } from "../knowledge/office-profile.ts";
import { openAssistant } from "./open-assistant.ts";
import { openLanguageModel } from "./open-language-model.ts";
import { converse, formatReply } from "./terminal.ts";

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: "boolean", default: false },
      agency: { type: "string" },
      conversation: { type: "string" },
    },
  });
  loadEnvFile(process.env);
  const bar = progressBar(process.stderr);
  const config = loadConfig(process.env);
  const opened = await openAssistant(config, {
    model: await openLanguageModel(config),
    office: await loadOfficeProfile(config.OFFICE_PROFILE),
    examples: await loadOfficeExamples(config.OFFICE_EXAMPLES),
    onProgress: bar.show,
    onProblem: (error) => console.error(`Chưa cập nhật được kho tri thức, dùng bản cũ: ${error.message}`),
  }).finally(bar.end);
  const base: Omit<TurnRequest, "text"> = {
    channel: "cli",
    ...(values.agency ? { agency: values.agency } : {}),
    ...(values.conversation ? { conversationId: values.conversation } : {}),
  };
  try {
    if (positionals.length === 0 && !values.json) {
      await converse(opened.assistant, base, process.stdin, process.stdout);
      return;
    }
    const response = await opened.assistant.answer({ ...base, text: positionals.join(" ") });
    console.log(values.json ? JSON.stringify(response, null, 2) : formatReply(response));
  } finally {
    await opened.close();
  }
}

main().catch((error: unknown) => {
  console.error(failureInWords(error) ?? error);
  process.exitCode = 1;
});
