import { mkdtemp, rm } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { InMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js";
import type { Transport } from "@modelcontextprotocol/sdk/shared/transport.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Citation, ReplyTask } from "../../../bot/reply.ts";
import { serveHttp } from "../../../channels/mcp/http.ts";
import { createMcpServer } from "../../../channels/mcp/mcp-server.ts";
import type { KnowledgeBase } from "../../../knowledge/knowledge-base.ts";
import { shippedKnowledge } from "../../support/assistant.ts";

const TOOLS = ["search_procedures", "get_procedure", "list_tasks", "get_task", "search_plan"];

let knowledge: KnowledgeBase;
let client: Client;
let lockFailures = 0;
const create = () =>
  createMcpServer({
    knowledge,
    now: () => new Date("2024-06-15T08:00:00+07:00"),
    onLockFailure: () => lockFailures++,
  });

async function connect(transport: Transport): Promise<Client> {
  const connected = new Client({ name: "test", version: "1" });
  await connected.connect(transport);
  return connected;
}

beforeAll(async () => {
  knowledge = await shippedKnowledge();
  const [own, theirs] = InMemoryTransport.createLinkedPair();
  await create().connect(theirs);
  client = await connect(own);
});
afterAll(() => client.close());

interface Result {
  isError?: boolean;
  text: string;
  content: {
    knowledgeVersion: string;
    citations: Citation[];
    text?: string;
    total?: number;
    tasks?: ReplyTask[];
    procedures?: { code: string; name: string; reviewed: boolean; citation: string }[];
    results?: { kind: string; id: string; citation: string }[];
  };
}

async function call(name: string, input: Record<string, unknown>, by = client): Promise<Result> {
  const { isError, content, structuredContent } = await by.callTool({ name, arguments: input });
  const [first] = content as { text: string }[];
  return {
    ...(isError ? { isError: true } : {}),
    text: first!.text,
    content: structuredContent as Result["content"],
  };
}

test("every tool is listed as one that only reads, with schemas of input and output", async () => {
  const { tools } = await client.listTools();
  expect(tools.map((tool) => tool.name)).toEqual(TOOLS);
  for (const tool of tools) {
    expect(tool.annotations?.readOnlyHint).toBe(true);
    expect(tool.outputSchema?.properties).toHaveProperty("citations");
    expect(tool.description).toMatch(/[ạảãàáâậầấẩẫăắằặẳẵđ]/);
  }
  expect(client.getInstructions()).toContain("trích dẫn");
});

describe("search_procedures", () => {
  test.each([
    ["đăng ký khai sinh", "1.001193"],
    ["dang ky ket hon", "1.000894"],
  ])("%s finds %s first, and cites its name", async (query, code) => {
    const { content, text } = await call("search_procedures", { query, limit: 3 });
    const [first] = content.procedures!;
    expect(first?.code).toBe(code);
    expect(content.procedures).toHaveLength(3);
    const cited = content.citations.find((row) => row.id === first!.citation)!;
    expect(cited.quote).toBe(first!.name);
    expect(cited.verifiedOn).toMatch(/^\d{4}-/);
    expect(text).toContain(cited.quote);
  });
});

describe("get_procedure", () => {
  test("answers the aspects asked in the assistant's own words, every figure in a quote", async () => {
    const { content } = await call("get_procedure", { code: "2.000635", aspects: ["fee"] });
    expect(content.text).toContain("8.000 đồng");
    expect(content.citations.some((row) => row.quote.includes("8.000 đồng"))).toBe(true);
    expect(content.knowledgeVersion).toBe(knowledge.version);
  });

  test("of an unknown code is an error that names its code and no other", async () => {
    const { isError, text } = await call("get_procedure", { code: "9.999999" });
    expect(isError).toBe(true);
    expect(text).toMatch(/^procedure_unknown: /);
  });

  test("of an unknown aspect is refused by its schema", async () => {
    expect((await call("get_procedure", { code: "2.000635", aspects: ["price"] })).isError).toBe(true);
  });
});

describe("list_tasks", () => {
  test("without a filter gives all 67, each with its quote", async () => {
    const { content } = await call("list_tasks", {});
    expect(content.total).toBe(67);
    expect(content.tasks!.map((row) => row.id)).toEqual(knowledge.tasks.map((row) => row.id));
    expect(content.citations).toHaveLength(67);
  });

  test("by agency, role and year is the same record query as GET /api/tasks", async () => {
    const { content } = await call("list_tasks", { agency: "syt", role: "lead", directness: "named" });
    const leads = knowledge.tasks.filter((row) => row.leads.some((party) => party.agencyId === "so-y-te"));
    expect(content.tasks!.map((row) => row.id)).toEqual(leads.map((row) => row.id));
    expect((await call("list_tasks", { year: 1999, recurrence: "none" })).content.total).toBe(0);
  });

  test.each([
    [{ agency: "Sở Không Có" }, "agency_unknown"],
    [{ group: "XX" }, "group_unknown"],
    [{ year: 5 }, "filter_invalid"],
  ])("%j is an error with the code %s", async (filter, code) => {
    const { isError, text } = await call("list_tasks", filter);
    expect(isError).toBe(true);
    expect(text.startsWith(`${code}: `)).toBe(true);
  });
});

describe("get_task", () => {
  test("by label states lead, coordinating and period from the row", async () => {
    const { content } = await call("get_task", { id: "V.9" });
    const task = knowledge.tasks.find((row) => row.id === "V.9")!;
    expect(content.tasks!.map((row) => row.id)).toEqual(["V.9"]);
    expect(content.text).toContain(task.leadPrinted);
    expect(content.citations.map((row) => row.quote)).toContain(task.evidence.quote);
  });

  test("a label that the appendix prints twice gives both", async () => {
    expect((await call("get_task", { id: "II.1" })).content.tasks!.map((row) => row.id)).toEqual([
      "II.1",
      "IIb.1",
    ]);
    expect((await call("get_task", { id: "IIb.1" })).content.tasks!.map((row) => row.id)).toEqual(["IIb.1"]);
  });

  test("an unknown one is an error", async () => {
    expect((await call("get_task", { id: "XL.99" })).text).toMatch(/^task_unknown: /);
  });
});

describe("search_plan", () => {
  test("quotes what it finds, of the kinds asked for", async () => {
    const { content, text } = await call("search_plan", {
      query: "tổng đài CALLBOT",
      kinds: ["task"],
      limit: 2,
    });
    expect(content.results!.every((row) => row.kind === "task")).toBe(true);
    const first = content.citations.find((row) => row.id === content.results![0]!.citation)!;
    expect(first.quote).toMatch(/callbot/i);
    expect(text).toContain(first.quote);
    expect(first.number).toBe("2704/QĐ-UBND");
  });
});

test("nothing that a tool states fails the figure lock", async () => {
  for (const { code } of knowledge.procedures.slice(0, 20)) await call("get_procedure", { code });
  for (const { id } of knowledge.tasks) await call("get_task", { id });
  expect(lockFailures).toBe(0);
});

describe("over HTTP", () => {
  test("the same tools answer, and other hosts, methods and addresses are refused", async () => {
    const { url, close } = await serveHttp(create, 0);
    const remote = await connect(new StreamableHTTPClientTransport(new URL(url)));
    expect((await call("get_task", { id: "V.9" }, remote)).content.tasks).toHaveLength(1);
    expect((await fetch(url)).status).toBe(405);
    expect((await fetch(url.replace("/mcp", "/other"), { method: "POST", body: "{}" })).status).toBe(404);
    const headers = { "Content-Type": "application/json" };
    expect((await fetch(url, { method: "POST", headers, body: "{" })).status).toBe(400);
    expect((await fetch(url, { method: "POST", body: "{" })).status).toBe(415);
    expect(await statusFor(url, "evil.example")).toBe(403);
    await remote.close();
    await close();
  });
});

/** Of a request that a page sent through a name of its own. */
const statusFor = (url: string, host: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const headers = {
      host,
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
    };
    const sent = request(url, { method: "POST", headers }, (response) => resolve(response.statusCode));
    sent.on("error", reject).end(JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list" }));
  });

test("npm run mcp speaks the protocol on its standard output and nothing else", async () => {
  const directory = await mkdtemp(join(tmpdir(), "tro-ly-so-mcp-"));
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: ["--import", "tsx", "channels/mcp/cli.ts"],
    env: { ...(process.env as Record<string, string>), DATA_DIR: join(directory, "data") },
    stderr: "ignore",
  });
  const strange: string[] = [];
  const remote = new Client({ name: "test", version: "1" });
  // A line on standard output that is no message of the protocol.
  remote.onerror = (error) => strange.push(error.message);
  try {
    await remote.connect(transport, { timeout: 120_000 });
    expect((await call("list_tasks", { agency: "Sở Y tế" }, remote)).content.total).toBeGreaterThan(0);
    expect(strange).toEqual([]);
  } finally {
    await remote.close();
    await rm(directory, { recursive: true, force: true });
  }
});
