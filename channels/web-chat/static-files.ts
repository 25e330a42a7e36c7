/** The files that browsers load: read once, sent small, open to every portal, since they are public code. They live under
 *  a path that changes with them: what a browser has is never asked for again, and never mixed with a newer version. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { hasAlready, takesGzip } from "../http/negotiation.ts";
import type { Route } from "../route.ts";
import { compact } from "./compact.ts";

const PUBLIC = fileURLToPath(new URL("./public/", import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
};
const FOREVER = "public, max-age=31536000, immutable";

const files = readdirSync(PUBLIC)
  .filter((name) => name.split(".").length === 2 && name.split(".")[1]! in TYPES)
  .sort()
  .map((name) => ({ name, content: contentOf(name) }));

function contentOf(name: string): Buffer {
  const content = readFileSync(PUBLIC + name);
  return name.endsWith(".svg") ? content : Buffer.from(compact(content.toString("utf8")));
}

const version = files
  .reduce(
    (hash, { name, content }) => hash.update(`${name}\0${content.length}\0`).update(content),
    createHash("sha256"),
  )
  .digest("hex")
  .slice(0, 12);

export const ASSETS = `/assets/${version}/`;
export const SCRIPTS = files.map(({ name }) => name).filter((name) => name.endsWith(".js"));

/** What the script tag of a portal names: always the same address, a line that leads to the version of today. */
const ENTRY = Buffer.from(`import ".${ASSETS}tro-ly-so.js";\n`);

export function staticFiles(): Route[] {
  return [
    ...files.map(({ name, content }) => fileRoute(ASSETS + name, content, FOREVER)),
    fileRoute("/tro-ly-so.js", ENTRY, "no-cache"),
    // Browsers ask for it by themselves.
    fileRoute("/favicon.svg", files.find(({ name }) => name === "favicon.svg")!.content, "no-cache"),
  ];
}

function fileRoute(path: string, plain: Buffer, caching: string): Route {
  const zipped = gzipSync(plain, { level: 9 });
  const headers = {
    "Cache-Control": caching,
    "Content-Type": TYPES[path.split(".").at(-1)!]!,
    ETag: `"${createHash("sha256").update(plain).digest("base64url").slice(0, 22)}"`,
    Vary: "Accept-Encoding",
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
  };
  return {
    method: "GET",
    path,
    handle({ headers: asked }) {
      if (hasAlready(asked, headers.ETag)) return { status: 304, headers };
      return takesGzip(asked)
        ? { status: 200, headers: { ...headers, "Content-Encoding": "gzip" }, body: zipped }
        : { status: 200, headers, body: plain };
    },
  };
}
