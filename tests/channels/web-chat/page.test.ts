import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compact } from "../../../channels/web-chat/compact.ts";
import { ASSETS } from "../../../channels/web-chat/static-files.ts";
import { createMemoryStore } from "../../support/memory-store.ts";
import { startWebServer, type WebServer } from "../../support/web-server.ts";

const PUBLIC = new URL("../../../channels/web-chat/public/", import.meta.url);
const files = readdirSync(PUBLIC).filter((file) => !file.endsWith(".d.ts"));
function contentOf(file: string): string {
  const text = readFileSync(new URL(file, PUBLIC), "utf8");
  return file.endsWith(".svg") ? text : compact(text);
}

let web: WebServer;
let html: string;
beforeAll(async () => {
  web = await startWebServer(undefined, createMemoryStore(), {
    settings: { EMBED_ORIGINS: ["https://cong.example.vn"] },
  });
  html = await (await fetch(web.base)).text();
});
afterAll(() => web.close());

const TYPES: Readonly<Record<string, string>> = {
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
};

describe("every file of the page", () => {
  test.each(files)(
    "%s is served without its comments, with its type, open to other origins",
    async (file) => {
      const response = await fetch(web.base + ASSETS + file);
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toBe(TYPES[file.split(".").at(-1)!]);
      expect(response.headers.get("access-control-allow-origin")).toBe("*");
      expect(response.headers.get("cache-control")).toContain("immutable");
      expect(response.headers.get("content-encoding")).toBe("gzip");
      expect(await response.text()).toBe(contentOf(file));
      const etag = response.headers.get("etag")!;
      const again = await fetch(web.base + ASSETS + file, { headers: { "If-None-Match": etag } });
      expect(again.status).toBe(304);
      const plain = await fetch(web.base + ASSETS + file, { headers: { "Accept-Encoding": "identity" } });
      expect(plain.headers.get("content-encoding")).toBeNull();
      expect(await plain.text()).toBe(contentOf(file));
    },
  );

  test("the address that portals name leads to today's version, and is asked again each time", async () => {
    const response = await fetch(`${web.base}/tro-ly-so.js`);
    expect(response.headers.get("cache-control")).toBe("no-cache");
    expect(await response.text()).toBe(`import ".${ASSETS}tro-ly-so.js";\n`);
  });

  test("types that only the server's code needs are not served", async () => {
    expect((await fetch(`${web.base}${ASSETS}markdown.d.ts`)).status).toBe(404);
  });

  test("what the page and its scripts refer to is among them", () => {
    const links = [...html.matchAll(/(?:href|src)="(\/[^"]*\/)([^"/]*\.(?:js|css|svg))"/g)].map((match) => {
      return { folder: match[1]!, name: match[2]! };
    });
    // What changes with the records is no file of the page.
    expect(links.filter(({ folder }) => folder !== ASSETS)).toEqual([
      { folder: "/assets/", name: "about.js" },
    ]);
    const imports = files
      .filter((file) => file.endsWith(".js"))
      .flatMap((file) => [...contentOf(file).matchAll(/from "\.\/([^"]+)"/g)].map((match) => match[1]!));
    expect(links.length).toBeGreaterThan(10);
    const own = links.flatMap(({ folder, name }) => (folder === ASSETS ? [name] : []));
    for (const name of [...own, ...imports]) expect(files).toContain(name);
    // Asked for ahead, so that a slow line doesn't wait for one import after the other.
    for (const name of imports) expect(html).toContain(`<link rel="modulepreload" href="${ASSETS}${name}">`);
  });

  test.each(files)(
    "%s works under a policy without inline code, and loads nothing from elsewhere",
    (file) => {
      const content = contentOf(file).replace("http://www.w3.org/2000/svg", "");
      expect(content).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|javascript:/i);
      expect(content).not.toMatch(
        /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/,
      );
      expect(content).not.toMatch(/(?:src|href|url\(|fetch\()\W{0,2}(?:https?:)?\/\//);
    },
  );

  test("all of them together stay small", () => {
    const bytes = files.reduce((sum, file) => sum + gzipSync(contentOf(file), { level: 9 }).length, 0);
    expect(bytes).toBeLessThan(45 * 1024);
  });
});

describe("the page", () => {
  test("says that it is a machine, what it knows, and what not to send", () => {
    expect(html).toContain('<html lang="vi">');
    expect(html).toMatch(/AI, không phải người thật/);
    // Nothing is loaded yet.
    expect(html).toMatch(/trả lời về <strong>các văn bản đã nạp/);
    expect(html).toMatch(/Đừng gửi số căn cước/);
    expect(html).toMatch(/name="viewport" content="width=device-width, initial-scale=1"/);
  });

  test("answers without scripts: its element holds a form", () => {
    expect(html).toMatch(/<tro-ly-so [^>]*>[\s\S]*<form [^>]*action="\/ask"[\s\S]*<\/tro-ly-so>/);
    expect(html).toMatch(/<label for="question"/);
  });

  test.each(["/", "/privacy"])(
    "%s allows its own files alone, and listed portals as its frame",
    async (path) => {
      const policy = (await fetch(web.base + path)).headers.get("content-security-policy")!;
      expect(policy.split("; ")).toEqual([
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors https://cong.example.vn",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
      ]);
    },
  );

  test("sets no cookie and is there before the knowledge base is loaded", async () => {
    const response = await fetch(web.base);
    expect(response.status).toBe(200);
    expect(response.headers.get("set-cookie")).toBeNull();
    const tasks = await fetch(`${web.base}/tasks`);
    expect(tasks.status).toBe(503);
    expect(tasks.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(await tasks.text()).toContain("Trợ lý đang nạp kho tri thức");
  });

  test("HEAD answers like GET without a body", async () => {
    const response = await fetch(web.base, { method: "HEAD" });
    expect(response.status).toBe(200);
    expect(Number(response.headers.get("content-length"))).toBeGreaterThan(500);
    expect(await response.text()).toBe("");
  });
});

describe("other origins", () => {
  const preflight = (origin: string, path = "/api/chat") =>
    fetch(web.base + path, {
      method: "OPTIONS",
      headers: { Origin: origin, "Access-Control-Request-Method": "POST" },
    });

  test("a listed one may ask, with the headers that the chat sends", async () => {
    const response = await preflight("https://cong.example.vn");
    expect(response.status).toBe(204);
    expect(response.headers.get("access-control-allow-origin")).toBe("https://cong.example.vn");
    expect(response.headers.get("access-control-allow-headers")).toMatch(/Idempotency-Key.*Last-Event-ID/);
    expect(response.headers.get("access-control-allow-credentials")).toBeNull();
  });

  test.each([
    "https://evil.example",
    "null",
    "https://cong.example.vn.evil.example",
    "http://cong.example.vn",
  ])("%s may not", async (origin) => {
    const response = await preflight(origin);
    expect(response.status).toBe(405);
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
  });

  test("metrics are no data of the chat", async () => {
    const response = await fetch(`${web.base}/metrics`, { headers: { Origin: "https://cong.example.vn" } });
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
  });
});
