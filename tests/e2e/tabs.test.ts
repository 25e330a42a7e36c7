/** Several tabs on one conversation, and what becomes of questions and answers when something fails on the way. */
import { connect, createServer as createTcpServer, type Socket, type Server as TcpServer } from "node:net";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Assistant } from "../../bot/assistant.ts";
import type { ConversationStore } from "../../bot/state/store.ts";
import { RequestError } from "../../knowledge/errors.ts";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.ts";
import { replyWith } from "../channels/fakes.ts";
import { createMemoryStore } from "../support/memory-store.ts";
import { NO_RECORDS } from "../support/records.ts";
import {
  accessibilityProblems,
  ask,
  keptText,
  keptTurns,
  launchBrowser,
  questionField,
  replies,
  screenshot,
  shownText,
} from "../support/web-browser.ts";
import { startWebServer, type WebServer } from "../support/web-server.ts";
import { savingAssistant } from "../support/zalo/saving-assistant.ts";

const found = await launchBrowser();
const missing = "missing" in found ? found.missing : undefined;
const KNOWLEDGE = NO_RECORDS as unknown as KnowledgeBase;

/** However busy the machine is. */
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 20_000 });

/** Repeats the question; long enough to come in several pieces. */
const replyTo = (text: string) => ({
  ...replyWith({ tasks: [], suggestions: ["Còn gì nữa?"] }),
  text: `Đáp «${text}». ${"Một câu trả lời dài vừa phải để đi thành nhiều mảnh. ".repeat(8)}`,
});

describe.skipIf(missing !== undefined)("one conversation in several tabs", () => {
  const browser = found as Browser;
  let store: ConversationStore;
  let web: WebServer;
  let context: BrowserContext;
  let complaints: string[];
  /** What the answer core waits for, once it has been asked. */
  let gate: Promise<void> | undefined;
  let asked: string[];

  /** Like the real one: what is answered is saved, and a conversation that isn't there is said not to be. */
  function assistantOver(conversations: ConversationStore): Assistant {
    const saving = savingAssistant(conversations, ({ text }) => replyTo(text));
    return {
      async answer(request, identity) {
        asked.push(request.text);
        await gate;
        if (identity) return saving.answer(request, identity);
        throw new RequestError("conversation_unknown", "Không tìm thấy cuộc trò chuyện này.", {
          status: 404,
        });
      },
    };
  }
  const start = (port = 0) =>
    startWebServer({ assistant: assistantOver(store), knowledge: KNOWLEDGE }, store, { port });

  beforeEach(async () => {
    asked = [];
    complaints = [];
    gate = undefined;
    store = createMemoryStore();
    web = await start();
    context = await browser.newContext({ viewport: { width: 900, height: 700 } });
  });
  afterEach(async () => {
    await context.close();
    await web.close();
  });
  afterAll(() => browser.close());

  async function open(url = web.base): Promise<Page> {
    const page = await context.newPage();
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      // Refusals are part of these tests; the browser reports each.
      if (message.type() === "error" && !message.text().includes("Failed to load resource"))
        complaints.push(message.text());
    });
    await page.goto(url);
    await questionField(page).waitFor();
    return page;
  }
  const button = (page: Page, name: string | RegExp) =>
    page.locator("tro-ly-so").getByRole("button", { name });
  const questions = (page: Page) => page.locator("tro-ly-so article.question p").allTextContents();
  const notice = (page: Page) => page.locator("tro-ly-so .notice");
  const status = (page: Page) => page.locator("tro-ly-so [role=status]");
  const preview = (page: Page) => page.locator("tro-ly-so .preview .problem");
  const conversationOf = async (page: Page) => (await keptTurns(page))[0]!.response.conversationId;
  const stored = async (id: string) => (await store.turns(id)).map(({ question }) => question);

  async function send(page: Page, text: string): Promise<void> {
    await questionField(page).fill(text);
    await questionField(page).press("Enter");
  }
  /** The field takes no question while this tab waits for an answer, and a reply that shows may be another tab's. */
  async function askWhenFree(page: Page, text: string): Promise<void> {
    await questionField(page).fill(text);
    await page.locator("tro-ly-so .send:not([disabled])").waitFor();
    await questionField(page).press("Enter");
  }
  async function remove(page: Page): Promise<void> {
    await page.bringToFront();
    await button(page, "Mục khác").click();
    await button(page, "Xóa cuộc trò chuyện").click();
    await button(page, /^Xóa$/).click();
  }
  /** The page's questions don't reach the server. */
  async function cutOff(page: Page): Promise<void> {
    await page.route("**/api/chat", (route) => route.abort());
  }
  /** Collects what the page says for ears from here on. */
  const LISTEN = `
    window.told = [];
    const status = document.querySelector("tro-ly-so").shadowRoot.querySelector("[role=status]");
    new MutationObserver(() => status.textContent && told.push(status.textContent)).observe(status, { childList: true });`;
  const told = (page: Page) => page.evaluate<string[]>("told");

  describe.each([
    ["", ""],
    [" without locks", "Object.defineProperty(navigator, 'locks', { value: undefined });"],
  ])("turns%s", (_name, script) => {
    beforeEach(() => context.addInitScript(script));

    test("of all tabs are there after a reload, once each, in the order of the server", async () => {
      const a = await open();
      const b = await open();
      await ask(a, "A một");
      await ask(a, "A hai");
      await replies(b).nth(1).waitFor();
      await ask(b, "B một");
      await replies(a).nth(2).waitFor();
      await ask(a, "A ba");
      const all = ["A một", "A hai", "B một", "A ba"];
      await eventually(() => questions(b)).toEqual(all);
      await a.reload();
      await replies(a).nth(3).waitFor();
      expect(await questions(a)).toEqual(all);
      expect(await replies(a).count()).toBe(4);
      expect(await stored(await conversationOf(a))).toEqual(all);
      expect(complaints).toEqual([]);
    });

    test("that are asked at the same time are all kept", async () => {
      const a = await open();
      const b = await open();
      await ask(a, "mở đầu");
      await replies(b).first().waitFor();
      for (let round = 0; round < 4; round++)
        await Promise.all([askWhenFree(a, `A ${round}`), askWhenFree(b, `B ${round}`)]);
      await Promise.all([replies(a).nth(8).waitFor(), replies(b).nth(8).waitFor()]);
      const all = await stored(await conversationOf(a));
      expect(all).toHaveLength(9);
      for (const page of [a, b]) {
        expect([...(await questions(page))].sort()).toEqual([...all].sort());
        await page.reload();
        await replies(page).nth(8).waitFor();
        expect(await replies(page).count()).toBe(9);
      }
    });
  });

  test("an answer that was cut halfway stands before what another tab asked meanwhile", async () => {
    const a = await open();
    const b = await open();
    await ask(a, "mở đầu");
    await replies(b).first().waitFor();
    let cut: (() => void) | undefined;
    const isCut = new Promise<void>((resolve) => {
      cut = resolve;
    });
    let requests = 0;
    await a.route("**/api/chat", async (route) => {
      if (requests++ > 0) return route.abort();
      const response = await route.fetch();
      await route.fulfill({
        response,
        body: `${(await response.text()).split("\n\n").slice(0, 2).join("\n\n")}\n\n`,
      });
      cut?.();
    });
    await send(a, "A bị ngắt");
    await isCut;
    await ask(b, "B xen vào");
    await a.unroute("**/api/chat");
    await replies(a).nth(2).waitFor();
    const all = ["mở đầu", "A bị ngắt", "B xen vào"];
    expect(await questions(a)).toEqual(all);
    await eventually(() => questions(b)).toEqual(all);
    expect(await stored(await conversationOf(a))).toEqual(all);
  });

  test("a draft is its tab's own: neither the other's turns nor a reload take it, and a closed tab leaves it", async () => {
    const a = await open();
    const b = await open();
    await questionField(b).fill("đang gõ dở");
    await ask(a, "A một");
    await replies(b).first().waitFor();
    expect(await questionField(b).inputValue()).toBe("đang gõ dở");
    await b.reload();
    await replies(b).first().waitFor();
    expect(await questionField(b).inputValue()).toBe("đang gõ dở");
    expect(await questionField(a).inputValue()).toBe("");
    await b.close({ runBeforeUnload: true });
    await eventually(() => keptText(a)).toContain("đang gõ dở");
    const c = await open();
    expect(await questionField(c).inputValue()).toBe("đang gõ dở");
    const d = await open();
    expect(await questionField(d).inputValue()).toBe("");
  });

  test("begun anew in one, it is begun anew in all", async () => {
    const a = await open();
    const b = await open();
    await ask(a, "A một");
    await replies(b).first().waitFor();
    await button(b, "Bắt đầu lại").click();
    await eventually(() => replies(a).count()).toBe(0);
    expect(await shownText(notice(a))).toContain("bắt đầu lại ở một thẻ khác");
    await ask(a, "A hai");
    await eventually(() => questions(b)).toEqual(["A hai"]);
    expect(await notice(a).isVisible()).toBe(false);
  });

  test("two chats on the same page are two tabs as well", async () => {
    const a = await open();
    await a.evaluate(`(() => {
      const other = document.createElement("tro-ly-so");
      other.setAttribute("mode", "inline");
      document.body.append(other);
    })()`);
    const [first, second] = [a.locator("tro-ly-so").first(), a.locator("tro-ly-so").nth(1)];
    await first.locator(".composer textarea").fill("một");
    await first.locator(".composer textarea").press("Enter");
    await second.locator("article.reply").waitFor();
    await second.locator(".composer textarea").fill("hai");
    await second.locator(".composer textarea").press("Enter");
    await first.locator("article.reply").nth(1).waitFor();
    expect(await first.locator("article.question p").allTextContents()).toEqual(["một", "hai"]);
    await first.getByRole("button", { name: "Bắt đầu lại" }).click();
    await eventually(() => second.locator("article.reply").count()).toBe(0);
  });

  test("what an earlier version of the page kept is taken over, once", async () => {
    await context.addInitScript(`
      if (!sessionStorage.getItem("seen")) {
        sessionStorage.setItem("seen", "1");
        localStorage.setItem("tro-ly-so", JSON.stringify({
          conversationId: "c-1", draft: "còn dở", pending: undefined, ticks: {}, keptAt: Date.now(),
          turns: [{ text: "câu cũ", response: ${JSON.stringify({ conversationId: "c-1", messageId: "m-1", code: "ABC234", reply: replyTo("câu cũ") })} }],
        }));
      }`);
    const a = await open();
    await replies(a).first().waitFor();
    expect(await questions(a)).toEqual(["câu cũ"]);
    expect(await questionField(a).inputValue()).toBe("còn dở");
    expect(await a.evaluate(`localStorage.getItem("tro-ly-so")`)).toBeNull();
    await button(a, "Bắt đầu lại").click();
    await a.reload();
    await questionField(a).waitFor();
    expect(await replies(a).count()).toBe(0);
    expect(await keptText(a)).not.toContain("câu cũ");
  });

  describe("deleted", () => {
    test("in one tab, it is gone in all, and typing in another writes nothing back", async () => {
      const a = await open();
      const b = await open();
      await ask(a, "câu kín một");
      await ask(a, "câu kín hai");
      await replies(b).nth(1).waitFor();
      const id = await conversationOf(a);
      await questionField(b).pressSequentially("tôi ");
      await remove(a);
      await eventually(() => replies(b).count()).toBe(0);
      await questionField(b).pressSequentially("gõ tiếp");
      expect(await questionField(b).inputValue()).toBe("tôi gõ tiếp");
      expect(await shownText(notice(b))).toContain("đã được xóa ở một thẻ khác");
      // Below the bar, whatever had been scrolled through before.
      await eventually(async () => (await notice(b).boundingBox())!.y).toBeGreaterThan(50);
      await screenshot(b, "deleted-elsewhere");
      for (const page of [a, b]) {
        expect(await keptText(page)).not.toContain("câu kín");
        expect(await keptText(page)).not.toContain(id);
      }
      await b.reload();
      await questionField(b).waitFor();
      expect(await questions(b)).toEqual([]);
      expect(await store.find(id)).toBeUndefined();
      await ask(b, "câu mới");
      await eventually(() => questions(a)).toEqual(["câu mới"]);
      expect(await conversationOf(b)).not.toBe(id);
    });

    test("questions that wait in another tab go with their conversation", async () => {
      const a = await open();
      const b = await open();
      await ask(a, "mở đầu");
      await replies(b).first().waitFor();
      await cutOff(b);
      await send(b, "câu kín đang chờ");
      await preview(b).waitFor();
      await remove(a);
      await eventually(() => questions(b)).toEqual([]);
      expect(await preview(b).count()).toBe(0);
      expect(await keptText(b)).not.toContain("câu kín");
      await b.unroute("**/api/chat");
      await b.reload();
      await ask(b, "câu khác");
      expect(asked).toEqual(["mở đầu", "câu khác"]);
    });

    test("while its first question is in hand, the answer is deleted as it comes", async () => {
      const a = await open();
      let answer = () => {};
      gate = new Promise<void>((resolve) => {
        answer = resolve;
      });
      let removed = "";
      a.on("request", (request) => {
        if (request.method() === "DELETE") removed = request.url();
      });
      await send(a, "câu kín");
      await eventually(() => asked).toEqual(["câu kín"]);
      await remove(a);
      await eventually(() => questions(a)).toEqual([]);
      answer();
      await eventually(() => removed).not.toBe("");
      const id = removed.split("/").at(-1)!;
      await eventually(async () => (await store.find(id)) === undefined).toBe(true);
      expect(await replies(a).count()).toBe(0);
      expect(await keptText(a)).not.toContain("câu kín");
    });

    test("where each tab remembers for itself, it goes from the others too", async () => {
      await context.route(web.base, async (route) => {
        const response = await route.fetch();
        const body = (await response.text()).replace("<tro-ly-so ", `<tro-ly-so remember="tab" `);
        await route.fulfill({ response, body });
      });
      await context.route(`${web.base}/`, (route) => route.fallback());
      const a = await open();
      const b = await open();
      await ask(a, "câu kín");
      const code = await shownText(replies(a).first().locator(".code strong"));
      await send(b, `mã ${code}`);
      await replies(b).first().waitFor();
      expect(await b.evaluate("localStorage.length")).toBe(0);
      await questionField(b).pressSequentially("đang gõ");
      await remove(a);
      await eventually(() => replies(b).count()).toBe(0);
      expect(await keptText(b)).not.toContain("câu kín");
      await b.reload();
      await questionField(b).waitFor();
      expect(await questions(b)).toEqual([]);
      expect(await questionField(b).inputValue()).toBe("đang gõ");
    });

    test("from the server alone: the page says so and asks the question in a new conversation", async () => {
      const a = await open();
      const b = await open();
      await ask(a, "câu kín");
      await replies(b).first().waitFor();
      const id = await conversationOf(a);
      await store.deleteConversation(id);
      await questionField(b).fill("nháp của B");
      await send(a, "câu sau");
      await eventually(() => questions(a)).toEqual(["câu sau"]);
      await replies(a).first().waitFor();
      expect(await replies(a).count()).toBe(1);
      expect(await shownText(notice(a))).toContain("Máy chủ không còn cuộc trò chuyện trước");
      await screenshot(a, "begun-anew");
      expect(await accessibilityProblems(a)).toEqual([]);
      await eventually(() => questions(b)).toEqual(["câu sau"]);
      expect(await questionField(b).inputValue()).toBe("nháp của B");
      expect(await keptText(b)).not.toContain("câu kín");
      expect(await stored(await conversationOf(b))).toEqual(["câu sau"]);
      expect(await store.find(id)).toBeUndefined();
    });

    test("from the server while two tabs ask: both questions go on, none is lost", async () => {
      const a = await open();
      const b = await open();
      await ask(a, "câu kín");
      await replies(b).first().waitFor();
      await store.deleteConversation(await conversationOf(a));
      await Promise.all([send(a, "A sau"), send(b, "B sau")]);
      for (const page of [a, b])
        await eventually(async () => [...(await questions(page))].sort()).toEqual(["A sau", "B sau"]);
      await eventually(() => replies(a).count()).toBe(2);
    });
  });

  describe("on the way", () => {
    test("a question whose tab was closed is taken up by another, and answered once", async () => {
      const a = await open();
      const b = await open();
      await cutOff(a);
      await send(a, "bỏ lại");
      await preview(a).waitFor();
      // Its tab has it in hand: others leave it alone.
      const c = await open();
      expect(await questions(c)).toEqual([]);
      await c.close();
      await a.unroute("**/api/chat");
      await a.close();
      await b.reload();
      await replies(b).first().waitFor();
      expect(await questions(b)).toEqual(["bỏ lại"]);
      expect(asked).toEqual(["bỏ lại"]);
    });

    test("a server that is restarted in the middle of an answer goes on with it; it is answered once", async () => {
      const port = Number(new URL(web.base).port);
      const line = await cutLine(port);
      const a = await open(line.base);
      await ask(a, "mở đầu");
      await a.evaluate(LISTEN);
      const cut = line.cutAfter("event: delta");
      await send(a, "giữa chừng");
      await cut;
      await preview(a).waitFor();
      await screenshot(a, "cut-off");
      expect(await accessibilityProblems(a)).toEqual([]);
      await expect
        .poll(() => told(a))
        .toContainEqual(expect.stringMatching(/ngắt giữa chừng.*tự gửi lại sau \d+ giây/));
      await web.close();
      await eventually(() => told(a)).toContainEqual(expect.stringContaining("Không kết nối được"));
      web = await start(port);
      line.mend();
      await replies(a).nth(1).waitFor();
      expect(await questions(a)).toEqual(["mở đầu", "giữa chừng"]);
      expect(await stored((await keptTurns(a))[0]!.response.conversationId)).toEqual([
        "mở đầu",
        "giữa chừng",
      ]);
      await line.close();
    });

    const STORE_FULL = "Kho hội thoại đã đầy, chưa lưu được câu hỏi. Anh/chị thử lại sau ít phút.";
    test.each([
      ["503 with the time to wait", 503, STORE_FULL, "store-full"],
      ["429 with the time to wait", 429, "Anh/chị hỏi nhanh quá, vui lòng thử lại sau 1 giây.", "too-many"],
    ])(
      "%s: said in the server's words, sent again by itself, answered once",
      async (_name, code, message, shot) => {
        const a = await open();
        let refused = 0;
        const keys = new Set<string>();
        await a.route("**/api/chat", (route) => {
          keys.add(route.request().headers()["idempotency-key"]!);
          if (refused++ >= 2) return route.continue();
          const json = { code: "refused", message, field: null };
          return route.fulfill({ status: code, headers: { "Retry-After": "2" }, json });
        });
        await send(a, "có lúc đầy");
        await preview(a).waitFor();
        expect(await shownText(preview(a))).toContain(message);
        expect(await shownText(preview(a))).toContain("tự gửi lại sau 2 giây");
        await eventually(() => status(a).textContent()).toContain(message);
        await screenshot(a, shot);
        expect(await accessibilityProblems(a)).toEqual([]);
        await replies(a).first().waitFor();
        expect(refused).toBe(3);
        expect(keys.size).toBe(1);
        expect(asked).toEqual(["có lúc đầy"]);
      },
    );

    test("asked to wait for an hour, it leaves that to the asker, and keeps the question over a reload", async () => {
      const a = await open();
      let isFull = true;
      await a.route("**/api/chat", (route) =>
        isFull
          ? route.fulfill({
              status: 503,
              headers: { "Retry-After": "3600" },
              json: { code: "store_full", message: STORE_FULL, field: null },
            })
          : route.continue(),
      );
      await send(a, "để dành");
      const problem = a.locator("tro-ly-so .log .problem");
      await problem.waitFor();
      expect(await shownText(problem)).toContain("Câu hỏi vẫn được giữ lại");
      await screenshot(a, "store-full-long");
      isFull = false;
      await a.reload();
      await replies(a).first().waitFor();
      expect(await questions(a)).toEqual(["để dành"]);
    });

    test("what can't be sent is said and given back, and what is being typed stays", async () => {
      const a = await open();
      const page413 = { status: 413, contentType: "text/html", body: "<h1>413</h1>" };
      await a.route("**/api/chat", (route) => route.fulfill(page413));
      await send(a, "quá dài");
      const problem = a.locator("tro-ly-so .log .problem");
      await problem.waitFor();
      expect(await shownText(problem)).toContain("dài quá mức máy chủ nhận");
      expect(await questionField(a).inputValue()).toBe("quá dài");
      expect(await questions(a)).toEqual([]);
      await screenshot(a, "too-large");
      await a.unroute("**/api/chat");
      await questionField(a).press("Enter");
      await replies(a).first().waitFor();
      expect(await problem.count()).toBe(0);
    });

    test("a key that is taken is changed once, and then a person is asked", async () => {
      const a = await open();
      const keys: string[] = [];
      let isTaken = true;
      await a.route("**/api/chat", (route) => {
        keys.push(route.request().headers()["idempotency-key"]!);
        if (!isTaken) return route.continue();
        const json = { code: "idempotency_key_used", message: "Idempotency-Key này đã dùng.", field: null };
        return route.fulfill({ status: 409, json });
      });
      await send(a, "trùng khóa");
      const problem = a.locator("tro-ly-so .log .problem");
      await problem.waitFor();
      expect(new Set(keys).size).toBe(2);
      expect(keys).toHaveLength(2);
      expect(await questionField(a).inputValue()).toBe("trùng khóa");
      isTaken = false;
      await questionField(a).press("Enter");
      await replies(a).first().waitFor();
      expect(new Set(keys).size).toBe(3);
    });

    test("an answer that is no answer is tried again a few times at most, and the question is kept", async () => {
      const a = await open();
      await a.clock.install();
      let requests = 0;
      await a.route("**/api/chat", (route) => {
        requests++;
        return route.fulfill({ status: 200, contentType: "text/html", body: "<h1>Đăng nhập mạng</h1>" });
      });
      await send(a, "sau cổng mạng");
      const problem = a.locator("tro-ly-so .log .problem");
      for (let i = 0; i < 40 && (await problem.count()) === 0; i++) await a.clock.runFor(10_000);
      expect(await shownText(problem)).toContain("Câu hỏi vẫn được giữ lại");
      expect(requests).toBe(7);
      await a.unroute("**/api/chat");
      await problem.getByRole("button", { name: "Thử lại ngay" }).click();
      await replies(a).first().waitFor();
      expect(await questions(a)).toEqual(["sau cổng mạng"]);
      expect(await problem.count()).toBe(0);
    });
  });

  describe("a browser that keeps nothing", () => {
    const UNKEPT = "Trình duyệt không lưu thêm được";
    const saidUnkept = async (page: Page) => (await told(page)).filter((text) => text.startsWith(UNKEPT));

    test("because it is full: the chat goes on and says so once; other tabs and what is kept stay whole", async () => {
      const a = await open();
      const b = await open();
      await ask(a, "còn chỗ");
      await replies(b).first().waitFor();
      await a.evaluate(`(() => {
        for (let size = 1024 * 1024; size >= 1; size = Math.floor(size / 2))
          for (let i = 0; ; i++) {
            try {
              localStorage.setItem("other-" + size + "-" + i, "x".repeat(size));
            } catch {
              break;
            }
          }
      })()`);
      await a.evaluate(LISTEN);
      await ask(a, "hết chỗ một");
      await eventually(() => saidUnkept(a)).toHaveLength(1);
      await a.locator("tro-ly-so .toast").waitFor();
      await screenshot(a, "unkept");
      await ask(a, "hết chỗ hai");
      expect(await questions(a)).toEqual(["còn chỗ", "hết chỗ một", "hết chỗ hai"]);
      expect(await stored(await conversationOf(a))).toEqual(["còn chỗ", "hết chỗ một", "hết chỗ hai"]);
      expect(await saidUnkept(a)).toHaveLength(1);
      expect(await questions(b)).toEqual(["còn chỗ"]);
      await remove(a);
      await eventually(() => questions(a)).toEqual([]);
      // What the page shows is gone before what the browser keeps.
      await eventually(() => keptText(b)).not.toContain("chỗ");
      expect(complaints).toEqual([]);
    });

    test.each([
      [
        "refuses to write",
        `Storage.prototype.setItem = () => { throw new DOMException("", "QuotaExceededError"); };`,
      ],
      [
        "has storage switched off",
        `for (const name of ["localStorage", "sessionStorage"])
           Object.defineProperty(window, name, { get() { throw new DOMException("", "SecurityError"); } });`,
      ],
    ])("because it %s: asking, following up and deleting go on", async (_name, script) => {
      await context.addInitScript(script);
      const a = await open();
      await a.evaluate(LISTEN);
      await ask(a, "một");
      await ask(a, "hai");
      expect(await questions(a)).toEqual(["một", "hai"]);
      expect(await saidUnkept(a)).toHaveLength(1);
      // Both in one conversation: the second question has followed the first.
      const code = await shownText(replies(a).first().locator(".code strong"));
      const { conversationId } = (await store.findTurnByCode(code))!;
      expect(await stored(conversationId)).toEqual(["một", "hai"]);
      await remove(a);
      await eventually(() => questions(a)).toEqual([]);
      expect(await store.find(conversationId)).toBeUndefined();
      expect(complaints).toEqual([]);
    });
  });
});

interface Line {
  base: string;
  /** The next answer that carries the words is cut behind them, and nothing gets through from then on; resolves then. */
  cutAfter(words: string): Promise<void>;
  mend(): void;
  close(): Promise<void>;
}

/** A line to the port that can be cut in the middle of an answer. */
async function cutLine(port: number): Promise<Line> {
  let awaited: { words: string; onCut(): void } | undefined;
  let isDown = false;
  const sockets = new Set<Socket>();
  const server: TcpServer = createTcpServer((client) => {
    if (isDown) return client.destroy();
    const upstream = connect(port, "127.0.0.1");
    const end = () => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on("error", end);
      socket.on("close", end);
    }
    client.on("data", (part) => {
      // In clear, so that an answer can be cut at a place.
      const clear = part.toString("latin1").replace(/accept-encoding:[^\r]*/i, "Accept-Encoding: identity");
      upstream.write(clear, "latin1");
    });
    upstream.on("data", (part) => {
      const at = awaited ? part.indexOf(awaited.words) : -1;
      if (!awaited || at === -1) return client.write(part);
      isDown = true;
      client.write(part.subarray(0, part.indexOf("\n\n", at) + 2), () => {
        for (const socket of sockets) socket.destroy();
      });
      awaited.onCut();
      awaited = undefined;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address() as { port: number };
  return {
    base: `http://127.0.0.1:${address.port}`,
    cutAfter: (words) =>
      new Promise((resolve) => {
        awaited = { words, onCut: resolve };
      }),
    mend() {
      isDown = false;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
