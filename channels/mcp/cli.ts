/** npm run mcp [-- --port N]
 *  Offers the records to other assistants: over standard input and output, which then belong to the protocol, or over
 *  HTTP on this machine. Everything for people goes to standard error. */
import "../../knowledge/node-version.cjs";
import { parseArgs } from "node:util";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { loadConfig } from "../../config.ts";
import { progressBar } from "../../ingest/progress-bar.ts";
import { loadEnvFile } from "../../knowledge/env-file.ts";
import { AppError } from "../../knowledge/errors.ts";
import { failureInWords } from "../../knowledge/failure-in-words.ts";
import { loadOfficeProfile } from "../../knowledge/office-profile.ts";
import { openKnowledge } from "../open-assistant.ts";
import { createMcpServer } from "./mcp-server.ts";

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: "string" } } });
  if (values.port !== undefined && !/^\d{1,5}$/.test(values.port))
    throw new AppError("usage", "--port cần một số cổng.");
  loadEnvFile(process.env);
  const config = loadConfig(process.env);
  const bar = progressBar(process.stderr);
  const knowledge = await openKnowledge(config, {
    onProgress: bar.show,
    onProblem: (error) => console.error(`Chưa cập nhật được kho tri thức, dùng bản cũ: ${error.message}`),
  }).finally(bar.end);
  const office = await loadOfficeProfile(config.OFFICE_PROFILE);
  const create = () =>
    createMcpServer({
      knowledge,
      office,
      onLockFailure: () => console.error("Khóa số liệu: một câu trả lời được thay bằng trích dẫn."),
    });
  if (values.port === undefined) {
    await create().connect(new StdioServerTransport());
    return;
  }
  const { serveHttp } = await import("./http.ts");
  const { url } = await serveHttp(create, Number(values.port));
  console.error(`Máy chủ MCP đang phục vụ tại ${url}`);
}

main().catch((error: unknown) => {
  console.error(failureInWords(error) ?? error);
  process.exit(1);
});
