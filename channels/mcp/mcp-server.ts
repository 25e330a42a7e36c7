/** The records for other assistants, over the Model Context Protocol: what a tool states carries the same citations as
 *  an answer and passes the same figure lock. Nothing is written and nobody's question is kept. */
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import { z } from "zod";
import { type About, aboutOf } from "../../bot/about.ts";
import { compose } from "../../bot/answers/compose.ts";
import { Draft, type DraftReply, procedureEvidence, quotesOnly } from "../../bot/draft.ts";
import { FigureLock } from "../../bot/figure-lock.ts";
import type { Query } from "../../bot/query.ts";
import { type Citation, OPTION_KINDS } from "../../bot/reply.ts";
import { AppError, RequestError } from "../../knowledge/errors.ts";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.ts";
import type { OfficeProfile } from "../../knowledge/office-profile.ts";
import { ASPECTS, type Chunk, type Evidence } from "../../knowledge/records.ts";
import { listTasks } from "../tasks-api.ts";

const PLAN_KINDS = ["task", "target", "duty", "passage", "fact"] as const;
const MAX_RESULTS = 20;
const DEFAULT_RESULTS = 5;
const instructions = ({ vi }: About): string =>
  `Kho tri thức chỉ đọc: ${vi.subjects}. Mỗi con số trong kết quả đều có trích dẫn; hãy dẫn lại nguồn (document, locator, quote, verifiedOn) khi trả lời. Nguồn không nêu thì nói là không nêu, không suy ra là không có hay miễn phí. Kế hoạch không ghi tiến độ.`;

const citation = z.object({
  id: z.string(),
  document: z.string(),
  number: z.string(),
  issuedOn: z.string().nullable(),
  locator: z.string(),
  quote: z.string(),
  url: z.string().optional(),
  verifiedOn: z.string().optional(),
});
const cited = { knowledgeVersion: z.string(), citations: z.array(citation) };
const answer = {
  ...cited,
  text: z.string(),
  /** What no source prints, with the rule it follows from. */
  computed: z.array(z.object({ value: z.string(), rule: z.string() })),
  /** What is asked back or offered beside it, such as the cases of its papers. */
  options: z.array(
    z.object({
      label: z.string(),
      kind: z.enum(OPTION_KINDS),
      id: z.string().optional(),
      code: z.string().optional(),
    }),
  ),
};
const task = z.object({
  id: z.string(),
  label: z.string(),
  document: z.string(),
  group: z.string(),
  title: z.string(),
  lead: z.array(z.string()),
  coordinating: z.array(z.string()),
  period: z.string(),
  dueEnd: z.string().nullable(),
  recurrence: z.enum(["none", "yearly", "periodic", "ongoing"]),
  role: z.enum(["lead", "coordinating"]),
  directness: z.enum(["named", "collective"]),
});

const question = z.string().trim().min(1).max(400);
const limit = z.number().int().min(1).max(MAX_RESULTS).default(DEFAULT_RESULTS);
const READ_ONLY = { readOnlyHint: true, idempotentHint: true, openWorldHint: false } as const;

export interface McpServerOptions {
  knowledge: KnowledgeBase;
  /** What the office states of itself. */
  office?: OfficeProfile | undefined;
  now?: () => Date;
  /** Told of every answer that failed the figure lock and was replaced by quotes. */
  onLockFailure?: () => void;
}

/** One server for one connection. */
export function createMcpServer(options: McpServerOptions): McpServer {
  const { knowledge } = options;
  const now = options.now ?? (() => new Date());
  const about = aboutOf(knowledge, options.office);
  const lock = lockOf(knowledge);
  const server = new McpServer(
    { name: "tro-ly-so", title: about.name, version: knowledge.version },
    { instructions: instructions(about) },
  );

  /** The assistant's own answer to a query, under its lock. */
  function answerTo(query: Query): DraftReply {
    const settings = { retentionDays: 0, handoffContact: "" };
    const draft = compose(query, { knowledge, now: now(), settings });
    if (lock.check(draft).passed) return draft;
    options.onLockFailure?.();
    return quotesOnly(draft);
  }

  const answered = ({ text, citations, computed, options }: DraftReply): CallToolResult =>
    result(text, { text, citations, computed, options, knowledgeVersion: knowledge.version });

  server.registerTool(
    "search_procedures",
    {
      title: "Tìm thủ tục hành chính",
      description:
        "Tìm thủ tục theo tên hoặc theo cách người dân nói, gần nhất trước. Kết quả là mã và tên để chọn; nội dung lấy bằng get_procedure.",
      inputSchema: { query: question, limit },
      outputSchema: {
        ...cited,
        procedures: z.array(
          z.object({
            code: z.string(),
            name: z.string(),
            field: z.string(),
            /** False: nobody has compared it with its source. */
            reviewed: z.boolean(),
            citation: z.string(),
          }),
        ),
      },
      annotations: READ_ONLY,
    },
    tool(async ({ query, limit }) => {
      const draft = new Draft(knowledge);
      const found = knowledge.retriever
        .findProcedures(query, { limit })
        .map(({ id }) => knowledge.procedures.find((row) => row.code === id)!);
      for (const row of found) draft.cite(procedureEvidence(row, "/name", "Tên thủ tục", row.name));
      const procedures = found.map(({ code, name, field, reviewed }, i) => ({
        code,
        name,
        field,
        reviewed,
        citation: `c${i + 1}`,
      }));
      const lines = procedures.map((row) => `- ${row.code}: ${row.name}`);
      const { citations } = draft;
      return result(lines.join("\n") || "Không tìm thấy thủ tục nào.", {
        procedures,
        citations,
        knowledgeVersion: knowledge.version,
      });
    }),
  );

  server.registerTool(
    "get_procedure",
    {
      title: "Nội dung một thủ tục",
      description:
        "Hồ sơ, thời hạn, phí, nơi nộp… của một thủ tục theo mã; không nêu aspects thì trả lời tóm tắt.",
      inputSchema: { code: z.string().trim().min(1).max(40), aspects: z.array(z.enum(ASPECTS)).default([]) },
      outputSchema: answer,
      annotations: READ_ONLY,
    },
    tool(async ({ code, aspects }) => {
      if (!knowledge.procedures.some((row) => row.code === code))
        throw new RequestError("procedure_unknown", "Không có thủ tục nào mang mã này.", { field: "code" });
      return answered(answerTo({ kind: "procedure", code, aspects }));
    }),
  );

  server.registerTool(
    "list_tasks",
    {
      title: "Danh sách nhiệm vụ của Kế hoạch",
      description:
        "Lọc đủ các nhiệm vụ trong Phụ lục theo cơ quan, vai trò, cách giao, năm, thời gian, nhóm, chu kỳ, chữ trong nội dung; danh sách luôn đầy đủ.",
      inputSchema: {
        agency: z.string().optional().describe("tên hoặc tên tắt của cơ quan"),
        role: z.enum(["lead", "coordinating"]).optional(),
        directness: z.enum(["named", "collective"]).optional(),
        year: z.number().int().optional(),
        period: z.string().optional().describe("như in trong Phụ lục, ví dụ “2026-2027”"),
        document: z.string().optional().describe("mã, số hoặc tên của kế hoạch, khi có nhiều kế hoạch"),
        group: z.string().optional().describe("mã nhóm: I, II, IIb, …"),
        recurrence: z.enum(["none", "yearly", "periodic", "ongoing"]).optional(),
        text: z.string().optional(),
      },
      outputSchema: { ...cited, total: z.number().int(), tasks: z.array(task) },
      annotations: READ_ONLY,
    },
    tool(async (filters) => {
      const given = new URLSearchParams();
      for (const [name, value] of Object.entries(filters))
        if (value !== undefined) given.append(name, String(value));
      const { tasks } = listTasks(knowledge, given);
      const draft = new Draft(knowledge);
      for (const { id } of tasks) draft.cite(knowledge.tasks.find((row) => row.id === id)!.evidence);
      const lines = tasks.map(
        (row) => `- ${row.label}: ${row.title} (${row.lead.join("; ")}; ${row.period})`,
      );
      return result([`${tasks.length} nhiệm vụ`, ...lines].join("\n"), {
        total: tasks.length,
        tasks,
        citations: draft.citations,
        knowledgeVersion: knowledge.version,
      });
    }),
  );

  server.registerTool(
    "get_task",
    {
      title: "Một nhiệm vụ của Kế hoạch",
      description:
        "Nội dung, cơ quan chủ trì, phối hợp và thời gian của nhiệm vụ theo mã hoặc nhãn (V.9, IIb.1); nhãn trùng thì trả cả hai.",
      inputSchema: { id: z.string().trim().min(1).max(40) },
      outputSchema: { ...answer, tasks: z.array(task) },
      annotations: READ_ONLY,
    },
    tool(async ({ id }) => {
      const printed = (row: { groupNumeral: string; number: number }) => `${row.groupNumeral}.${row.number}`;
      const rows = knowledge.tasks.filter((row) => [row.id, printed(row), row.label].includes(id));
      if (rows.length === 0)
        throw new RequestError("task_unknown", "Không có nhiệm vụ nào mang nhãn này.", { field: "id" });
      const reply = answerTo({ kind: "task", ids: rows.map((row) => row.id), asks: [] });
      const { text, tasks, citations, computed, options } = reply;
      return result(text, { text, tasks, citations, computed, options, knowledgeVersion: knowledge.version });
    }),
  );

  server.registerTool(
    "search_plan",
    {
      title: "Tìm trong Kế hoạch và văn bản",
      description:
        "Tìm nhiệm vụ, mục tiêu, trách nhiệm, đoạn văn trong Kế hoạch và trong văn bản mà đơn vị bổ sung, gần nhất trước, trích nguyên văn.",
      inputSchema: { query: question, limit, kinds: z.array(z.enum(PLAN_KINDS)).min(1).optional() },
      outputSchema: {
        ...cited,
        results: z.array(z.object({ kind: z.enum(PLAN_KINDS), id: z.string(), citation: z.string() })),
      },
      annotations: READ_ONLY,
    },
    tool(async ({ query, limit, kinds }) => {
      const draft = new Draft(knowledge);
      const hits = await knowledge.retriever.search(query, { limit, kinds: kinds ?? PLAN_KINDS });
      const results = hits.map(({ chunk }) => {
        const evidence = evidenceOf(chunk, knowledge);
        draft.cite(evidence);
        const { id } = draft.citations.find(
          (row) => row.quote === evidence.quote && row.locator === evidence.locator,
        )!;
        return { kind: chunk.kind as (typeof PLAN_KINDS)[number], id: chunk.recordId, citation: id };
      });
      const { citations } = draft;
      const found = citations.length > 0 ? "Đoạn gần nhất với câu hỏi:" : "Không tìm thấy đoạn nào.";
      return result(found, { results, citations, knowledgeVersion: knowledge.version });
    }),
  );

  return server;
}

function evidenceOf({ recordId, kind }: Chunk, knowledge: KnowledgeBase): Evidence {
  const { tasks, targets, duties, passages, facts } = knowledge;
  const tables: Partial<Record<Chunk["kind"], readonly { id: string; evidence: Evidence }[]>> = {
    task: tasks,
    target: targets,
    duty: duties,
    passage: passages,
    fact: facts,
  };
  return tables[kind]!.find((row) => row.id === recordId)!.evidence;
}

/** A client that knows no structured content reads the quotes from the text. */
function result(
  text: string,
  structured: { citations: readonly Citation[] } & Record<string, unknown>,
): CallToolResult {
  const quotes = structured.citations.map(
    ({ id, document, number, locator, quote }) =>
      `[${id}] ${[number, document, locator].filter(Boolean).join(", ")}: “${quote}”`,
  );
  return {
    content: [{ type: "text", text: [text, ...quotes].join("\n") }],
    structuredContent: structured,
  };
}

/** What can't be served is said with its code; of a fault only that there was one. */
function tool<Input>(serve: (input: Input) => Promise<CallToolResult>) {
  return async (input: Input): Promise<CallToolResult> => {
    try {
      return await serve(input);
    } catch (error) {
      const known = error instanceof AppError;
      const text = known ? `${error.code}: ${error.message}` : "error_internal: Trợ lý gặp lỗi.";
      return { isError: true, content: [{ type: "text", text }] };
    }
  };
}

/** One lock a knowledge base: it remembers what it has read. */
const locks = new WeakMap<KnowledgeBase, FigureLock>();
function lockOf(knowledge: KnowledgeBase): FigureLock {
  const lock = locks.get(knowledge) ?? new FigureLock(knowledge.agencies);
  locks.set(knowledge, lock);
  return lock;
}
