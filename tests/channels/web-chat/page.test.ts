import { readdirSync, readFileSync } from "node:fs";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createAnswering } from "../../../channels/answering.ts";
import { createMetrics } from "../../../channels/metrics.ts";
import { createRateLimit } from "../../../channels/rate-limit.ts";
import { createServer, type Server } from "../../../channels/server.ts";

const PUBLIC = new URL("../../../channels/web-chat/public/", import.meta.url);
const files = readdirSync(PUBLIC);
const contentOf = (file: string) => readFileSync(new URL(file, PUBLIC), "utf8");
const html = contentOf("index.html");

let server: Server;
let base: string;
beforeAll(async () => {
  const logger = pino({ level: "silent" });
  const metrics = createMetrics();
  server = createServer({
    answering: createAnswering({ core: () => undefined, logger, metrics }),
    logger,
    metrics,
    rateLimit: createRateLimit(0),
    trustProxy: false,
  });
  base = `http://127.0.0.1:${await server.listen(0, "127.0.0.1")}`;
});
afterAll(() => server.close());

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
};

describe("every file of the page", () => {
  test.each(files)("%s is served as it is, with its type", async (file) => {
    const response = await fetch(`${base}/${file === "index.html" ? "" : file}`);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe(TYPES[file.split(".").at(-1)!]);
    expect(await response.text()).toBe(contentOf(file));
  });

  test("what the page and its scripts refer to is among them", () => {
    const links = [...html.matchAll(/(?:href|src)="\/([^"]*)"/g)].map((match) => match[1]!);
    const imports = files
      .filter((file) => file.endsWith(".js"))
      .flatMap((file) => [...contentOf(file).matchAll(/from "\.\/([^"]+)"/g)].map((match) => match[1]!));
    expect(links.length).toBeGreaterThan(2);
    for (const name of [...links, ...imports]) expect(files).toContain(name);
  });

  test.each(files)(
    "%s works under a policy without inline code, and loads nothing from elsewhere",
    (file) => {
      const content = contentOf(file).replace("http://www.w3.org/2000/svg", "");
      expect(content).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|javascript:/i);
      expect(content).not.toMatch(
        /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/,
      );
      expect(content).not.toMatch(/(?:src|href|url\(|fetch\()\W{0,2}(?:https?:)?\/\//);
    },
  );
});

describe("the page", () => {
  test("says that it is a machine, what it knows, and what not to send", () => {
    expect(html).toContain('<html lang="vi">');
    expect(html).toMatch(/AI, không phải người thật/);
    expect(html).toMatch(/2704\/QĐ-UBND[\s\S]*thủ tục hành chính/);
    expect(html).toMatch(/Đừng gửi số CCCD/);
  });

  test("announces replies, labels its field and works on a narrow screen", () => {
    expect(html).toMatch(/role="log"[^>]*aria-live="polite"/);
    expect(html).toMatch(/<label for="question"/);
    expect(html).toMatch(/name="viewport" content="width=device-width, initial-scale=1"/);
  });

  test("every element that a script looks up by id is there once", () => {
    const ids = [...contentOf("chat.js").matchAll(/find\("([^"]+)"\)/g)].map((match) => match[1]!);
    expect(ids.length).toBeGreaterThan(5);
    for (const id of ids) expect(html.split(`id="${id}"`)).toHaveLength(2);
  });
});
