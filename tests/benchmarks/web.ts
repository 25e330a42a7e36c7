/** npm run bench:web: the web chat in a browser on a slowed processor, its weight, and 500 people at once on streams.
 *  Figures for docs/evaluation.md; nothing is asserted here. */
import { mkdtemp, rm } from "node:fs/promises";
import { Agent, request } from "node:http";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "../support/web-browser.ts";
import { quantile, startProgram, stopProgram } from "./program.ts";

const PORT = 39_000 + (process.pid % 1000);
const BASE = `http://127.0.0.1:${PORT}`;
const VISITS = 7;
const SLOWER = 4;
const CLIENTS = 500;
/** Each of them asks so often, one question after the other. */
const QUESTIONS_EACH = 4;
const QUESTIONS = [
  "Sở Y tế chủ trì những nhiệm vụ nào?",
  "Đăng ký khai sinh cần giấy tờ gì?",
  "Nhiệm vụ CALLBOT do ai chủ trì, hạn khi nào?",
  "tách thửa đất cần giấy tờ gì, mất bao lâu, phí bao nhiêu",
  "Khi nào phải báo cáo kết quả thực hiện Kế hoạch?",
];

interface Sight {
  interactiveMs: number;
  contentMs: number;
  shift: number;
  bytes: number;
  requests: number;
}

async function see(page: Page): Promise<Sight> {
  await page.goto(BASE);
  return page.evaluate<Sight>(`(async () => {
    const chat = document.querySelector("tro-ly-so");
    while (!chat.shadowRoot?.querySelector(".composer textarea")?.offsetHeight)
      await new Promise((resolve) => requestAnimationFrame(resolve));
    const interactiveMs = performance.now();
    const entries = (type) =>
      new Promise((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries())).observe({ type, buffered: true });
        setTimeout(() => resolve([]), 300);
      });
    const painted = await entries("largest-contentful-paint");
    const shifts = await entries("layout-shift");
    const [navigation] = performance.getEntriesByType("navigation");
    const files = performance.getEntriesByType("resource");
    return {
      interactiveMs,
      contentMs: painted.at(-1)?.startTime ?? NaN,
      shift: shifts.reduce((sum, { value }) => sum + value, 0),
      bytes: files.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, navigation.encodedBodySize),
      requests: files.length + 1,
    };
  })()`);
}

/** From the press of Enter to the frame after the first words of the answer stand on the page. */
async function answerMs(page: Page, question: string): Promise<number> {
  const field = page.locator("tro-ly-so .composer textarea");
  await field.fill(question);
  const measured = page.evaluate<number>(`new Promise((resolve) => {
    const root = document.querySelector("tro-ly-so").shadowRoot;
    let pressedAt;
    root.querySelector(".composer textarea").addEventListener("keydown", () => { pressedAt = performance.now(); }, { once: true });
    const before = root.querySelectorAll("article.reply").length;
    const look = new MutationObserver(() => {
      const shown = root.querySelector(".preview.reply") || root.querySelectorAll("article.reply").length > before;
      if (!shown) return;
      look.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - pressedAt)));
    });
    look.observe(root, { childList: true, subtree: true, attributes: true });
  })`);
  await field.press("Enter");
  const time = await measured;
  await page.locator("tro-ly-so .composer .send:enabled").waitFor();
  return time;
}

async function measurePage(
  browser: Browser,
  slower: number,
): Promise<{ sights: Sight[]; answers: number[] }> {
  const sights: Sight[] = [];
  const answers: number[] = [];
  for (let i = 0; i < VISITS; i++) {
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      isMobile: true,
      hasTouch: true,
    });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
    sights.push(await see(page));
    for (const question of QUESTIONS) answers.push(await answerMs(page, question));
    await context.close();
  }
  return { sights, answers };
}

const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });

/** One streamed answer, read to its end; rejects unless it ends with "done". */
function stream(text: string): Promise<number> {
  const startedAt = performance.now();
  const key = `${process.pid}-${Math.random().toString(36).slice(2)}-${startedAt}`
    .replace(".", "-")
    .padEnd(20, "x");
  return new Promise((resolve, reject) => {
    const outgoing = request(
      `${BASE}/api/chat`,
      {
        method: "POST",
        agent,
        headers: { "Content-Type": "application/json", Accept: "text/event-stream", "Idempotency-Key": key },
      },
      (response) => {
        let end = "";
        response.setEncoding("utf8");
        response.on("data", (part: string) => (end = (end + part).slice(-200_000)));
        response.on("end", () =>
          response.statusCode === 200 && end.includes("event: done")
            ? resolve(performance.now() - startedAt)
            : reject(new Error(`status ${response.statusCode}`)),
        );
        response.on("error", reject);
      },
    );
    outgoing.on("error", reject);
    outgoing.end(JSON.stringify({ text }));
  });
}

async function measureCrowd(): Promise<{ times: number[]; errors: number; seconds: number }> {
  const times: number[] = [];
  let errors = 0;
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: CLIENTS }, async (_, client) => {
      for (let i = 0; i < QUESTIONS_EACH; i++)
        await stream(QUESTIONS[(client + i) % QUESTIONS.length]!).then(
          (time) => times.push(time),
          () => errors++,
        );
    }),
  );
  return { times, errors, seconds: (performance.now() - startedAt) / 1000 };
}

async function main(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), "tro-ly-so-web-"));
  const line = (name: string, value: string) => console.log(`| ${name} | ${value} |`);
  const ms = (value: number) => `${Math.round(value)} ms`;
  const { child } = await startProgram(PORT, dataDir);
  try {
    for (const question of QUESTIONS) await stream(question);
    const browser = await launchBrowser();
    console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}\n`);
    console.log("| measure | figure |\n|---|---|");
    if ("missing" in browser) console.error(browser.missing);
    else {
      const slow = await measurePage(browser, SLOWER);
      const quick = await measurePage(browser, 1);
      await browser.close();
      const { bytes, requests } = slow.sights[0]!;
      line("page with all its files, compressed", `${(bytes / 1024).toFixed(1)} KB in ${requests} requests`);
      const medianOf = (key: "interactiveMs" | "contentMs") =>
        quantile(
          slow.sights.map((row) => row[key]),
          0.5,
        );
      line(
        `largest content painted, processor slowed ${SLOWER} times, median of ${VISITS}`,
        ms(medianOf("contentMs")),
      );
      line(
        `ready to ask, processor slowed ${SLOWER} times, median of ${VISITS}`,
        ms(medianOf("interactiveMs")),
      );
      line("layout shift", Math.max(...slow.sights.map(({ shift }) => shift)).toFixed(3));
      for (const [name, { answers }] of [
        ["", quick],
        [`, processor slowed ${SLOWER} times`, slow],
      ] as const)
        line(
          `Enter to first words on the screen${name}, p50 / p95`,
          `${ms(quantile(answers, 0.5))} / ${ms(quantile(answers, 0.95))}`,
        );
    }
    const { times, errors, seconds } = await measureCrowd();
    line(`${CLIENTS} streams at once, ${times.length + errors} answers: errors`, String(errors));
    line(
      "answers a second / p50 / p95",
      `${Math.round(times.length / seconds)} / ${ms(quantile(times, 0.5))} / ${ms(quantile(times, 0.95))}`,
    );
  } finally {
    agent.destroy();
    await stopProgram(child);
    await rm(dataDir, { recursive: true, force: true });
  }
}

await main();
