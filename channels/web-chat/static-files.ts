/** The files that browsers load: read once, sent small, and open to every portal, since they are public code. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { Route } from "../route.ts";

const PUBLIC = fileURLToPath(new URL("./public/", import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
};
const COMMON = {
  // Asked again each time, answered 304: a page never runs with scripts of two versions.
  "Cache-Control": "no-cache",
  Vary: "Accept-Encoding",
  "Access-Control-Allow-Origin": "*",
  "Cross-Origin-Resource-Policy": "cross-origin",
};

export const publicFiles = (): string[] =>
  readdirSync(PUBLIC).filter((name) => name.split(".").length === 2 && name.split(".")[1]! in TYPES);

export function staticFiles(): Route[] {
  return publicFiles().map((file) => {
    const plain = readFileSync(PUBLIC + file);
    const zipped = gzipSync(plain, { level: 9 });
    const etag = `"${createHash("sha256").update(plain).digest("base64url").slice(0, 22)}"`;
    const headers = { ...COMMON, "Content-Type": TYPES[file.split(".")[1]!]!, ETag: etag };
    return {
      method: "GET",
      path: `/${file}`,
      handle({ headers: asked }) {
        if (asked["if-none-match"] === etag) return { status: 304, headers };
        const takesGzip = /\bgzip\b/.test(asked["accept-encoding"] ?? "");
        return takesGzip
          ? { status: 200, headers: { ...headers, "Content-Encoding": "gzip" }, body: zipped }
          : { status: 200, headers, body: plain };
      },
    };
  });
}
