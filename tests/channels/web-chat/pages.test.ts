import readWorkbook from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TurnResponse } from "../../../bot/reply.ts";
import type { KnowledgeBase } from "../../../knowledge/knowledge-base.ts";
import { createEvaluationAssistant, exampleOffice, type TestAssistant } from "../../support/assistant.ts";
import { BARE_PROCEDURE } from "../../support/records.ts";
import { startWebServer, type WebServer } from "../../support/web-server.ts";

const ATTACK = `<script>alert(1)</script><img src=x onerror="alert(1)">'"&`;
let bot: TestAssistant;
let web: WebServer;
beforeAll(async () => {
  bot = await createEvaluationAssistant({ now: new Date("2026-11-25T03:00:00Z") });
  web = await startWebServer(bot, bot.store);
});
afterAll(async () => {
  await web.close();
  await bot.close();
});

const get = (path: string) => fetch(web.base + path, { redirect: "manual" });
const pageOf = async (path: string) => (await get(path)).text();
const postForm = (path: string, form: Record<string, string>) =>
  fetch(web.base + path, { method: "POST", body: new URLSearchParams(form) });

async function ask(text: string): Promise<TurnResponse> {
  const response = await fetch(`${web.base}/api/chat`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ text }),
  });
  return (await response.json()) as TurnResponse;
}

describe("the plan as a page", () => {
  test("every printed line that holds words has its anchor, once, and nothing is left out", async () => {
    const page = await pageOf("/documents/qd-2704");
    const ids = [...page.matchAll(/ id="(L\d+)"/g)].map((match) => match[1]!);
    expect(new Set(ids).size).toBe(ids.length);
    const text = page.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
    const { tasks, passages, targets, duties, sections } = bot.knowledge;
    for (const { evidence } of [...passages, ...targets, ...duties, ...sections].filter(
      (row) => row.evidence.documentId === "qd-2704",
    )) {
      expect(ids).toContain(`L${evidence.lines![0]}`);
      expect(text).toContain(evidence.quote.replaceAll("&", "&amp;").replaceAll('"', "&quot;"));
    }
    for (const task of tasks) {
      expect(ids).toContain(`L${task.evidence.lines![0]}`);
      expect(text).toContain(task.title);
    }
    expect(page.match(/<tr id="L/g)).toHaveLength(67);
  });

  test("the lines that are asked for are marked, and no others", async () => {
    const page = await pageOf("/documents/qd-2704?lines=1030-1042");
    expect(page.match(/class="cited"/g)).toHaveLength(1);
    expect(page).toMatch(/<tr id="L1030" class="cited">.*CALLBOT/);
    const heading = await pageOf("/documents/qd-2704?lines=92-92");
    expect(heading).toContain('<mark id="L92">I. QUAN ĐIỂM </mark>');
    expect(await pageOf("/documents/qd-2704?lines=x")).not.toContain("<mark");
  });
});

describe("a citation", () => {
  test("of every answer about plan, agencies and procedures leads to the place of its quote", async () => {
    for (const question of [
      "Sở Y tế chủ trì những nhiệm vụ nào?",
      "Tỷ lệ dịch vụ công trực tuyến toàn trình đến năm 2025?",
      "Ai ký Quyết định 2704?",
      "Sở Y tế nay là cơ quan nào?",
      "Khi nào phải báo cáo kết quả thực hiện Kế hoạch?",
      "tách thửa đất cần giấy tờ gì, phí bao nhiêu, mất bao lâu, nộp ở đâu, căn cứ pháp lý",
    ]) {
      const { messageId, reply } = await ask(question);
      expect(reply.citations.length).toBeGreaterThan(0);
      for (const { id, quote } of reply.citations) {
        const response = await get(`/citations/${messageId}/${id}`);
        expect([question, quote, response.status]).toEqual([question, quote, 303]);
        const place = response.headers.get("location")!;
        const anchor = place.split("#")[1]!;
        expect(await pageOf(place.split("#")[0]!)).toContain(`id="${anchor}"`);
      }
    }
  });

  test("of an answer that is gone is told so, on a page", async () => {
    const response = await get("/citations/nobody/c1");
    expect(response.status).toBe(404);
    expect(await response.text()).toContain("Không tìm thấy trích dẫn này");
  });
});

describe("the list of tasks", () => {
  test.each([
    ["", 67],
    ["?agency=S%E1%BB%9F+Y+t%E1%BA%BF&role=lead&text=&year=", 14],
    ["?ids=V.9,V.24", 2],
    ["?text=CALLBOT", 1],
    ["?text=kh%C3%B4ngc%C3%B3", 0],
  ])("%s shows %i, and offers the same as files", async (query, count) => {
    const page = await pageOf(`/tasks${query}`);
    expect(page.match(/<tr><td data-name="Mã">/g) ?? []).toHaveLength(count);
    const files = [...page.matchAll(/href="(\/api\/[^"]*)" download>/g)].map(([, href]) =>
      href!.replaceAll("&amp;", "&"),
    );
    expect(files).toHaveLength(3);
    const [xlsx, csv, calendar] = await Promise.all(files.map(get));
    const rows = (await readWorkbook(Buffer.from(await xlsx!.arrayBuffer())))[0]!.data;
    expect(rows).toHaveLength(count + 1);
    expect((await csv!.text()).trimEnd().split("\r\n")).toHaveLength(count + 1);
    expect(calendar!.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  });

  test("is put in order by the words of people, not of machines", async () => {
    const titles = async (sort: string) =>
      [...(await pageOf(`/tasks?sort=${sort}`)).matchAll(/data-name="Nhiệm vụ">([^<]*)/g)].map(
        (row) => row[1]!,
      );
    const byTitle = await titles("title");
    expect(byTitle).toEqual([...byTitle].sort((a, b) => a.localeCompare(b, "vi")));
    expect(await titles("nonsense")).toEqual(await titles("printed"));
  });

  test("a filter that can't be is told on the page", async () => {
    expect(await pageOf("/tasks?agency=nobody")).toMatch(/role="alert">Không nhận ra cơ quan này/);
  });
});

describe("an answer without scripts", () => {
  test("has its files as links", async () => {
    const page = await (await postForm("/ask", { text: "cho tôi file lịch nhắc hạn của Sở Y tế" })).text();
    expect(page).toMatch(
      /<a href="\/api\/calendar\.ics\?agency=[^"]+">Tệp lịch nhắc hạn của cơ quan này \(\.ics\)<\/a>/,
    );
    expect(page).not.toContain("](/api");
  });
});

describe("procedures", () => {
  test("GET /api/procedures/{code} gives the typed record without what is only for finding", async () => {
    const record = (await (await get("/api/procedures/1.012784")).json()) as Record<string, unknown>;
    expect(record).toMatchObject({ code: "1.012784", verifiedOn: expect.stringMatching(/^\d{4}-/) });
    expect(record.methods).toHaveLength(3);
    expect(record).not.toHaveProperty("aliases");
    expect(record).not.toHaveProperty("keywords");
  });

  test("one that isn't there is 404: JSON for programs, a page for people", async () => {
    const data = await get("/api/procedures/9.999999");
    expect(await data.json()).toMatchObject({ code: "procedure_unknown", field: "code" });
    const page = await get("/procedures/9.999999");
    expect([page.status, page.headers.get("content-type")]).toEqual([404, "text/html; charset=utf-8"]);
  });

  test("all have a page that says when they were verified", async () => {
    for (const { code } of bot.knowledge.procedures.slice(0, 20)) {
      const response = await get(`/procedures/${code}`);
      expect(response.status).toBe(200);
      expect(await response.text()).toMatch(/Đã đối chiếu với nguồn ngày \d\d\/\d\d\/\d{4}/);
    }
  });
});

describe("without scripts", () => {
  test("a question is answered, followed up in its conversation, and kept as text", async () => {
    const first = await (await postForm("/ask", { text: "Nhiệm vụ V.9 trong Phụ lục là gì?" })).text();
    expect(first).toContain("CALLBOT");
    const conversationId = /name="conversationId" value="([^"]+)"/.exec(first)![1]!;
    expect(await (await postForm("/ask", { text: "ai phối hợp?", conversationId })).text()).toContain(
      "Văn phòng UBND tỉnh",
    );
    const purged = await postForm("/ask", { text: "Nhiệm vụ V.9 là gì?", conversationId: "đã xóa" });
    expect(purged.status).toBe(200);
    const hostile = await (await postForm("/ask", { text: ATTACK })).text();
    expect(hostile).not.toMatch(/<script>alert|<img src=x/);
    expect(hostile).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  });

  test.each([
    ["an empty question", { text: " " }],
    ["one that is too long", { text: "x".repeat(2001) }],
    ["none", {}],
  ])("%s is told on a page with the form", async (_name, form) => {
    const response = await postForm("/ask", form as Record<string, string>);
    expect(response.status).toBe(400);
    expect(await response.text()).toMatch(/Câu hỏi cần từ 1 đến 2000 ký tự[\s\S]*<form/);
  });

  test("a conversation is deleted by the code of one of its answers", async () => {
    const { conversationId, code } = await ask("Nhiệm vụ V.9 là gì?");
    expect(await (await postForm("/privacy/delete", { code })).text()).toContain("đã được xóa");
    expect(await bot.store.find(conversationId)).toBeUndefined();
    expect(await (await postForm("/privacy/delete", { code })).text()).toContain("Không tìm thấy");
  });
});

describe("the privacy page", () => {
  test("tells how long conversations are kept, and what whoever has a code can do", async () => {
    const page = await pageOf("/privacy");
    expect(page).toContain("<strong>30 ngày</strong>");
    expect(page).toContain("Ai có mã tra cứu thì xem tiếp được và xóa được");
    expect(page).toContain("không gửi câu hỏi tới nơi nào khác.");
    expect(page).not.toContain("mô hình AI");
  });

  test.each([{ LLM_PROVIDER: "azure" }, { EMBEDDINGS: "openai" }])(
    "says that questions go to a model when one is set: %o",
    async (settings) => {
      const other = await startWebServer(bot, bot.store, { settings });
      const page = await (await fetch(`${other.base}/privacy`)).text();
      await other.close();
      expect(page).toContain("ngoài máy chủ mô hình AI do cơ quan chọn");
      expect(page).toContain("the AI model server that the office has chosen");
    },
  );
});

describe("how to reach the office", () => {
  test("is nowhere while the office has stated nothing", async () => {
    for (const path of ["/", "/privacy"]) expect(await pageOf(path)).not.toContain('id="office"');
  });

  test("stands on the first page and the page of privacy, and its citations lead there", async () => {
    const office = await exampleOffice();
    const own = await createEvaluationAssistant({ now: new Date("2026-11-25T03:00:00Z"), office });
    const other = await startWebServer(own, own.store, { office });
    try {
      for (const path of ["/", "/privacy"]) {
        const page = await (await fetch(other.base + path)).text();
        expect(page).toContain(office.address);
        expect(page).toContain("0254 3000 113 (đường dây nóng)");
        expect(page).toContain(`<a href="${office.lookupUrl}" rel="noopener">${office.lookupUrl}</a>`);
        expect(page).toContain("ngày 05/01/2026");
      }
      const { messageId, reply } = await own.assistant.answer({ text: "Cơ quan ở đâu?", channel: "web" });
      const { status, headers } = await fetch(
        `${other.base}/citations/${messageId}/${reply.citations[0]!.id}`,
        {
          redirect: "manual",
        },
      );
      expect([status, headers.get("location")]).toEqual([303, "/privacy#office"]);
    } finally {
      await other.close();
      await own.close();
    }
  });

  test("is text, whatever stands in the profile", async () => {
    const office = { name: 'Phòng "A" & B', website: 'https://a.example.vn/?"onclick=1&b' };
    const other = await startWebServer(bot, bot.store, { office });
    const page = await (await fetch(`${other.base}/privacy`)).text();
    await other.close();
    expect(page).toContain("Phòng &quot;A&quot; &amp; B");
    expect(page).toContain('href="https://a.example.vn/?&quot;onclick=1&amp;b"');
  });
});

describe("records of an office that hold markup", () => {
  test("stay text on every page and in the data", async () => {
    const procedure = {
      ...BARE_PROCEDURE,
      code: "X-hostile",
      name: ATTACK,
      steps: [ATTACK],
      notes: [ATTACK],
      place: ATTACK,
      documents: [
        {
          case: ATTACK,
          when: {},
          items: [{ text: ATTACK, manner: "submit" as const, original: 1, copy: 0, form: ATTACK }],
        },
      ],
      source: { ...BARE_PROCEDURE.source, title: ATTACK, url: "javascript:alert(1)" },
    };
    const document = {
      id: "tep:hostile.txt",
      file: "hostile.txt",
      kind: "text" as const,
      number: "",
      title: ATTACK,
      issuer: ATTACK,
      signer: null,
      issuedOn: null,
      effectiveFrom: null,
      status: "in_force" as const,
      statusNote: ATTACK,
    };
    const passage = {
      id: "p",
      documentId: document.id,
      sectionLabel: "",
      path: [ATTACK],
      text: ATTACK,
      evidence: { documentId: document.id, locator: ATTACK, quote: ATTACK },
    };
    const knowledge: KnowledgeBase = {
      ...bot.knowledge,
      documents: [...bot.knowledge.documents, document],
      passages: [...bot.knowledge.passages, passage],
      procedures: [procedure],
    };
    const hostile = await startWebServer({ assistant: bot.assistant, knowledge }, bot.store);
    try {
      for (const path of [
        "/procedures/X-hostile",
        `/documents/${encodeURIComponent(document.id)}`,
        "/documents",
        "/documents/tep%3Adanh-sach.csv",
      ]) {
        const response = await fetch(hostile.base + path);
        const page = await response.text();
        expect(page).not.toMatch(/<script>alert|<img src=x|href="javascript:/);
        if (response.status === 200) expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
      }
      const data = await fetch(`${hostile.base}/api/procedures/X-hostile`);
      expect(data.headers.get("content-type")).toBe("application/json; charset=utf-8");
      expect(data.headers.get("x-content-type-options")).toBe("nosniff");
    } finally {
      await hostile.close();
    }
  });
});
