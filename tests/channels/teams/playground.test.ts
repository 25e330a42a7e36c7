/** What a person sees and presses, in Microsoft's own test client. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { assistantOver, shippedKnowledge } from "../../support/assistant.ts";
import { CHROMIUM_FLAGS, findChromium } from "../../support/chromium.ts";
import { startTeamsApp, type TeamsApp } from "../../support/teams/app.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const PLAYGROUND = fileURLToPath(
  new URL("../../../node_modules/@microsoft/m365agentsplayground/cli.js", import.meta.url),
);
/** A folder to keep screenshots in, to be looked at by a person; none by default. */
const SHOTS = process.env.SCREENSHOTS;

const found = findChromium();
const why = "missing" in found ? ` (skipped: ${found.missing})` : "";

describe.skipIf(why !== "")(`in the Microsoft 365 Agents Playground${why}`, () => {
  let app: TeamsApp;
  let playground: ChildProcess;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const knowledge = await shippedKnowledge();
    app = await startTeamsApp({
      knowledge,
      assistant: (store) => assistantOver(knowledge, store),
    });
    const port = await freePort();
    playground = spawn(
      process.execPath,
      [PLAYGROUND, "-e", app.url, "-c", "msteams", "-p", String(port), "--disable-telemetry"],
      { stdio: "ignore" },
    );
    const address = `http://localhost:${port}/`;
    while (
      !(await fetch(address).then(
        () => true,
        () => false,
      ))
    )
      await wait(100);
    browser = await chromium.launch({
      executablePath: (found as { path: string }).path,
      args: [...CHROMIUM_FLAGS],
    });
    page = await browser.newPage({ viewport: { width: 1200, height: 1400 } });
    await page.goto(address);
  });
  afterAll(async () => {
    await browser?.close();
    playground.kill();
    await once(playground, "exit");
    await app.close();
  });

  async function say(text: string): Promise<void> {
    await page.locator("[contenteditable=true][role=textbox]").click();
    await page.keyboard.insertText(text);
    await page.keyboard.press("Enter");
  }
  const sees = (text: string | RegExp) => page.getByText(text).last().waitFor();
  const press = (name: string) => page.getByRole("button", { name, exact: true }).last().click();
  const shot = async (name: string) => {
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png` });
  };
  const mock = async (item: string) => {
    await press("Mock an Activity");
    await page.getByRole("menuitem").filter({ hasText: item }).click();
    await press("Send activity");
  };
  const failures = async () => (await app.store.mailbox.givenUp()).map(({ reason }) => reason);

  test("whoever installs it is welcomed with questions to try", async () => {
    await sees("Xin chào! Tôi là");
    await page.getByRole("button", { name: "Đăng ký khai sinh cần giấy tờ gì?" }).waitFor();
    await shot("welcome");
  });

  test("a question is answered, labelled as AI, with suggestions to press", async () => {
    await say("V.10 là gì?");
    await sees("Phụ lục, nhiệm vụ V.10");
    await page.getByText("AI generated").last().waitFor();
    await shot("question");
    await press("Ai phối hợp nhiệm vụ V.10 trong Phụ lục?");
    await sees(/Phối hợp/);
  });

  test("a list of tasks comes as a card that opens, and a row asks on", async () => {
    await say("Sở Y tế chủ trì những nhiệm vụ nào?");
    await sees("Danh sách nhiệm vụ");
    await shot("tasks");
    const later = page
      .locator(".ac-adaptiveCard")
      .last()
      .getByText("Xây dựng, hoàn thiện cơ sở dữ liệu ngành");
    expect(await later.isVisible()).toBe(false);
    await press("Hiện tất cả / Thu gọn");
    await later.waitFor();
    await shot("tasks-open");
    await later.click();
    await sees("Anh/chị hỏi: Nhiệm vụ IV.4 trong Phụ lục do ai chủ trì, hạn khi nào?");
    expect(await failures()).toEqual([]);
  });

  test("papers come as a list to tick with numbered sources, and a button asks on", async () => {
    await say("dang ky khai sinh can giay to gi");
    await sees("Hồ sơ: Đăng ký khai sinh");
    await page
      .getByRole("checkbox", { name: /^Giấy chứng sinh/ })
      .last()
      .check();
    await shot("papers");
    await press("Mất bao lâu?");
    await sees("Anh/chị hỏi: Mất bao lâu?");
    await shot("pressed");
  });

  test("a clarification has its choices as buttons", async () => {
    await say("hộ tịch");
    await sees("Chọn một ý");
    await shot("clarification");
    await press("Đăng ký giám hộ");
    await sees("Anh/chị hỏi: Đăng ký giám hộ");
  });

  test("whoever asks for a person gets the code of the case", async () => {
    await say("cho tôi gặp cán bộ");
    await sees("Yêu cầu gặp cán bộ đã được ghi lại");
    const [open] = await app.store.cases("open");
    await sees(`Mã tra cứu: ${open!.code}`);
    await shot("handoff");
  });

  test("feedback reaches the answer, without personal data", async () => {
    await press("Like");
    await page.getByRole("dialog").locator("textarea").fill("Rất rõ, gọi 0912345678");
    await page.getByRole("dialog").getByRole("button", { name: "Submit" }).click();
    while ((await app.store.feedback()).length === 0) await wait(20);
    const [open] = await app.store.cases("open");
    expect(await app.store.feedback()).toMatchObject([
      {
        messageId: (await app.store.findTurnByCode(open!.code))!.messageId,
        useful: true,
        comment: "Rất rõ, gọi [số điện thoại]",
      },
    ]);
    await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  });

  test("an update that isn't about the bot is taken in silence", async () => {
    const before = await page.getByText("AI generated").count();
    await mock("Add user");
    await say("xin chào");
    await sees("Anh/chị cần hỏi gì?");
    expect(await page.getByText("AI generated").count()).toBe(before + 1);
    expect(app.log()).not.toContain("webhook_refused");
  });

  test("uninstalled, it forgets where the person was", async () => {
    await mock("Uninstall application");
    while (!app.log().includes('"event":"removed"')) await wait(20);
    expect(app.log()).not.toContain("0912345678");
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "localhost");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}
