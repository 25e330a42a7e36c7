/** The chat on the page of another origin, as a portal embeds it; and a standard Direct Line client. */
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Assistant } from "../../bot/assistant.ts";
import type { TurnRequest } from "../../bot/reply.ts";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.ts";
import { replyWith, TASK } from "../channels/fakes.ts";
import { createMemoryStore } from "../support/memory-store.ts";
import { NO_RECORDS } from "../support/records.ts";
import {
  accessibilityProblems,
  ask,
  launchBrowser,
  questionField,
  replies,
  screenshot,
  shownText,
  type Visit,
  visit,
} from "../support/web-browser.ts";
import { startWebServer, type WebServer } from "../support/web-server.ts";
import { savingAssistant } from "../support/zalo/saving-assistant.ts";

const found = await launchBrowser();
const missing = "missing" in found ? found.missing : undefined;
const CLIENT = new URL("../../node_modules/botframework-directlinejs/dist/directline.js", import.meta.url);
const KNOWLEDGE = NO_RECORDS as unknown as KnowledgeBase;

const ATTACK = `<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>`;

const hostileReply = (): ReturnType<typeof replyWith> => ({
  ...replyWith(),
  kind: "tasks",
  text: `${ATTACK} **${ATTACK}** 5\n\n- **${ATTACK}** việc\n- **${ATTACK}** việc\n\n> ${ATTACK}\n\n[x](javascript:window.hacked=1)`,
  tasks: [TASK, TASK].map((task) => ({
    ...task,
    label: ATTACK,
    title: ATTACK,
    lead: [ATTACK],
    period: ATTACK,
  })),
  citations: [
    {
      id: '"><script>',
      document: ATTACK,
      number: ATTACK,
      issuedOn: "2023-10-25",
      locator: ATTACK,
      quote: `${ATTACK} 5`,
      url: "javascript:window.hacked=1",
      verifiedOn: "2026-01-01",
    },
  ],
  computed: [{ value: ATTACK, rule: ATTACK }],
  suggestions: [ATTACK],
});

/** A portal with its own styles and its own strict policy: only what docs/channels/web.md says is let in. */
const portal = (chat: string, head = "") => `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>Cổng tỉnh</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src ${chat}; style-src ${chat}; connect-src ${chat}; frame-src ${chat}">
${head}</head><body><main><h1>Cổng thông tin</h1><p>Nội dung của cổng.</p></main></body></html>`;

describe.skipIf(missing !== undefined)("on another origin", () => {
  const browser = found as Browser;
  const store = createMemoryStore();
  const saving = savingAssistant(store, ({ text }) =>
    text === "hostile" ? hostileReply() : replyWith({ tasks: [] }),
  );
  const asked: TurnRequest[] = [];
  const assistant: Assistant = {
    answer(request, identity) {
      asked.push(request);
      return saving.answer(request, identity);
    },
  };
  let host: Server;
  let origin: string;
  let web: WebServer;
  let stranger: WebServer;
  let page: Page;
  let one: Visit | undefined;

  beforeAll(async () => {
    host = createServer((request, response) => {
      const chat = request.url === "/refused" ? stranger.base : web.base;
      const head =
        request.url === "/frame"
          ? ""
          : `<script type="module" src="${chat}/tro-ly-so.js" crossorigin></script>`;
      const body =
        request.url === "/inline"
          ? `<div class="place"><tro-ly-so mode="inline"></tro-ly-so></div><div class="tall"></div>`
          : request.url === "/frame"
            ? `<iframe title="Trợ lý số" src="${chat}/" width="360" height="600"></iframe>`
            : `<tro-ly-so lang="vi" audience="citizen"></tro-ly-so>`;
      response.setHeader("Content-Type", "text/html; charset=utf-8");
      response.end(portal(chat, head).replace("</body>", `${body}</body>`));
    });
    await new Promise<void>((resolve) => host.listen(0, resolve));
    origin = `http://localhost:${(host.address() as AddressInfo).port}`;
    const bot = { assistant, knowledge: KNOWLEDGE };
    web = await startWebServer(bot, store, {
      settings: { EMBED_ORIGINS: [origin], DIRECTLINE: true },
    });
    stranger = await startWebServer(bot, createMemoryStore());
  });
  afterEach(() => one?.close());
  afterAll(async () => {
    await browser.close();
    await Promise.all([web.close(), stranger.close()]);
    host.close();
  });

  async function open(path: string, width = 1000): Promise<Visit> {
    one = await visit(browser, origin + path, { viewport: { width, height: 720 } });
    page = one.page;
    return one;
  }
  const launcher = () => page.getByRole("button", { name: "Hỏi trợ lý số" });

  test("one script tag puts a button on the page; it opens the chat, which answers and closes again", async () => {
    const { complaints, requests } = await open("/");
    await launcher().waitFor();
    // Until somebody opens it, the portal pays for the button alone.
    expect(requests.filter((url) => url.includes("/api/"))).toEqual([]);
    await launcher().click();
    expect(
      await questionField(page).evaluate((node) =>
        (node as unknown as { matches(selector: string): boolean }).matches(":focus"),
      ),
    ).toBe(true);
    const reply = await ask(page, "ai chủ trì?");
    expect(await shownText(reply)).toContain("Sở A chủ trì.");
    expect(asked.at(-1)).toEqual({ text: "ai chủ trì?", channel: "web", audience: "citizen" });
    expect(complaints).toEqual([]);
    expect(await accessibilityProblems(page)).toEqual([]);
    await screenshot(page, "embed");
    await page.keyboard.press("Escape");
    await launcher().waitFor();
    expect(await questionField(page).isVisible()).toBe(false);
    await launcher().click();
    expect(await replies(page).count()).toBe(1);
  });

  test("a reply whose every word is hostile stays text", async () => {
    const { complaints } = await open("/");
    await launcher().click();
    const reply = await ask(page, "hostile");
    await reply.locator("button.figure").first().click();
    for (const summary of await reply.locator("summary").all()) await summary.click();
    expect(await shownText(reply)).toContain(ATTACK);
    expect(await page.evaluate(`"hacked" in window`)).toBe(false);
    const chat = page.locator("tro-ly-so .panel");
    expect(await chat.locator("script, img, iframe, object, [onerror], [onload]").count()).toBe(0);
    for (const link of await chat.locator("a").all())
      expect(await link.getAttribute("href")).toMatch(/^https?:\/\/(?:127\.0\.0\.1|localhost)/);
    await page.reload();
    await launcher().click();
    await replies(page).first().waitFor();
    expect(await page.evaluate(`"hacked" in window`)).toBe(false);
    expect(complaints).toEqual([]);
  });

  test("on a phone it takes the whole screen", async () => {
    await open("/", 360);
    await launcher().click();
    const box = await page.locator("tro-ly-so .popup[role=dialog]").boundingBox();
    expect(box).toMatchObject({ x: 0, y: 0, width: 360, height: 720 });
    await screenshot(page, "embed-phone");
  });

  test("a page that isn't listed gets no answer", async () => {
    await open("/refused");
    await launcher().click();
    await questionField(page).fill("ai chủ trì?");
    await questionField(page).press("Enter");
    await page.locator("tro-ly-so .preview .problem").waitFor();
    expect(await replies(page).count()).toBe(0);
  });

  test("inline it fills its place, and what it scrolls is itself", async () => {
    await open("/inline");
    await page.evaluate(`(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(":root { font-size: 62.5% } .tall { height: 900px } .place { height: 480px; width: 600px }");
      document.adoptedStyleSheets = [sheet];
    })()`);
    for (let i = 0; i < 3; i++) await ask(page, "ai chủ trì?");
    const box = await page.locator("tro-ly-so").boundingBox();
    expect(box).toMatchObject({ width: 600, height: 480 });
    expect(await page.evaluate("scrollY")).toBe(0);
    const question = (await page.locator("tro-ly-so article.question").last().boundingBox())!;
    expect(question.y).toBeGreaterThan(box!.y);
    expect(question.y).toBeLessThan(box!.y + box!.height / 2);
    await screenshot(page, "embed-inline");
  });

  test("a listed page may show the whole chat in a frame", async () => {
    await open("/frame");
    const field = page.frameLocator("iframe").locator("tro-ly-so .composer textarea");
    await field.fill("ai chủ trì?");
    await field.press("Enter");
    await page.frameLocator("iframe").locator("tro-ly-so article.reply").waitFor();
  });

  test("botframework-directlinejs talks with the assistant by polling, and takes its conversation up again", async () => {
    await open("/");
    await page.evaluate(readFileSync(CLIENT, "utf8"));
    const talk = (options: object, text: string, activities: number) =>
      page.evaluate(
        `new Promise((resolve, reject) => {
          const client = new DirectLine.DirectLine({
            domain: "${web.base}/directline/v3/directline", webSocket: false, pollingInterval: 200,
            ...${JSON.stringify(options)},
          });
          const got = [];
          setTimeout(() => reject(new Error("got " + JSON.stringify(got))), 15000);
          client.activity$.subscribe((activity) => {
            got.push(activity);
            if (got.length < ${activities}) return;
            client.end();
            resolve({ got, conversationId: client.conversationId, token: client.token });
          }, reject);
          client
            .postActivity({ type: "message", from: { id: "user-1" }, text: "${text}", channelData: { clientActivityID: "c-1" } })
            .subscribe(() => {}, reject);
        })`,
      ) as Promise<{ got: Record<string, unknown>[]; conversationId: string; token: string }>;

    const token = (await page.evaluate(
      `fetch("${web.base}/directline/v3/directline/tokens/generate", { method: "POST" }).then((r) => r.json())`,
    )) as { token: string };
    const first = await talk({ token: token.token }, "ai chủ trì?", 2);
    expect(first.got).toMatchObject([
      {
        type: "message",
        text: "ai chủ trì?",
        from: { id: "user-1" },
        channelData: { clientActivityID: "c-1" },
      },
      {
        type: "message",
        text: "**Sở A** chủ trì.\n\n- Thời gian: 2023-2024",
        textFormat: "markdown",
        from: { id: "tro-ly-so", role: "bot" },
        suggestedActions: { actions: [{ type: "imBack", value: "Hạn khi nào?" }, { value: "Ai phối hợp?" }] },
        channelData: { code: expect.stringMatching(/^[A-Z2-9]{6}$/) },
      },
    ]);
    const { conversationId } = first;
    const again = await talk({ token: first.token, conversationId, watermark: "2" }, "còn gì nữa?", 2);
    expect(again.got.map(({ text }) => text)).toEqual(["còn gì nữa?", first.got[1]!.text]);
  });
});
