/** A browser on the web chat, and the few things that a person does there. */
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import axe from "axe-core";
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from "playwright-core";
import type { TurnResponse } from "../../bot/reply.ts";
import { CHROMIUM_FLAGS, findChromium } from "./chromium.ts";

/** Ignored by git: for eyes only. */
const SCREENSHOTS = fileURLToPath(new URL("../../var/screenshots/", import.meta.url));

export async function launchBrowser(): Promise<Browser | { missing: string }> {
  const found = findChromium();
  if ("missing" in found) return found;
  mkdirSync(SCREENSHOTS, { recursive: true });
  return chromium.launch({ executablePath: found.path, args: CHROMIUM_FLAGS });
}

export interface Visit {
  page: Page;
  /** What the browser complained about: errors, refused code, failed requests. */
  complaints: string[];
  /** Addresses of everything that was asked for. */
  requests: string[];
  close(): Promise<void>;
}

export async function visit(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1100, height: 800 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(url);
  return { page, complaints, requests, close: () => context.close() };
}

export const replies = (page: Page): Locator => page.locator("tro-ly-so article.reply");
export const questionField = (page: Page): Locator => page.locator("tro-ly-so .composer textarea");

/** As a person sees it: what is hidden is left out. */
// biome-ignore lint/performance/useDomNodeTextContent: what is shown is what is asked about
export const shownText = (locator: Locator): Promise<string> => locator.innerText();

/** Types the question, sends it and waits for its reply. */
export async function ask(page: Page, text: string): Promise<Locator> {
  const before = await replies(page).count();
  await questionField(page).fill(text);
  await questionField(page).press("Enter");
  const reply = replies(page).nth(before);
  await reply.waitFor();
  return reply;
}

/** A turn as the page keeps it. */
export interface KeptTurn {
  n: number;
  text: string;
  response: TurnResponse;
}

/** What the browser keeps of the conversation, in its order. */
export const keptTurns = (page: Page): Promise<KeptTurn[]> =>
  page.evaluate<KeptTurn[]>(`Object.keys(localStorage)
    .filter((key) => key.startsWith("tro-ly-so/turn/"))
    .map((key) => JSON.parse(localStorage.getItem(key)))
    .sort((a, b) => a.n - b.n)`);

/** Everything that the browser keeps for this page, as it stands there. */
export const keptText = (page: Page): Promise<string> =>
  page.evaluate<string>("JSON.stringify([localStorage, sessionStorage])");

export const screenshot = (page: Page, name: string, fullPage = false): Promise<Buffer> =>
  page.screenshot({ path: `${SCREENSHOTS}${name}.png`, fullPage });

/** Rules of WCAG 2.2 AA and good practice that the page breaks as it stands, with the elements. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  // Evaluated by the debugger: the page's own policy lets no script in.
  await page.evaluate(axe.source);
  return page.evaluate<string[]>(`(async () => {
    const runOnly = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const { violations } = await axe.run(document, { runOnly });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => id + ": " + target.flat().join(" ") + " " + failureSummary.replace(/\\s+/g, " ").slice(0, 200)),
    );
  })()`);
}
