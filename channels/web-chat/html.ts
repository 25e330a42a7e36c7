/** Pages that the server writes: text is escaped by the template, so markup only comes from the code. */
import type { HttpAnswer } from "../channel.ts";
import { ASSETS } from "./static-files.ts";

export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Value = Html | string | number | null | undefined | false | readonly Value[];

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (mark) => ESCAPES[mark]!);

function print(value: Value): string {
  if (value === null || value === undefined || value === false) return "";
  if (value instanceof Html) return value.text;
  if (typeof value === "object") return value.map(print).join("");
  return escapeHtml(String(value));
}

/** Whatever is put in becomes text, unless it is Html itself; null, undefined and false become nothing. */
export const html = (strings: TemplateStringsArray, ...values: readonly Value[]): Html =>
  new Html(strings.map((part, i) => part + (i < values.length ? print(values[i]) : "")).join(""));

export interface Page {
  title: string;
  /** Shown above the page's own heading. */
  main: Html;
  head?: Html;
  /** The chat itself has its own. */
  bare?: boolean;
}

/** How the office has it look. */
export interface Look {
  /** What the assistant is called. */
  name: string;
  /** Address of the style sheet with the office's colour; undefined without one. */
  theme?: string | undefined;
}

const USUAL: Look = { name: "Trợ lý số" };

export const pageText = ({ title, main, head, bare }: Page, { name, theme }: Look = USUAL): string =>
  html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title === name ? name : `${title} – ${name}`}</title>
<link rel="icon" href="${ASSETS}favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${ASSETS}page.css">
${
  theme !== undefined &&
  html`<link rel="stylesheet" href="${theme}">
`
}${head}
</head>
<body${bare ? html` class="bare"` : ""}>
${
  bare
    ? main
    : html`<a class="skip" href="#main">Đến nội dung chính</a>
<header class="top"><a class="brand" href="/"><img src="${ASSETS}favicon.svg" alt="" width="32" height="32"><span>${name}</span></a>
<nav aria-label="Trang"><a href="/">Hỏi trợ lý</a><a href="/tasks">Nhiệm vụ</a><a href="/documents">Văn bản</a><a href="/privacy">Quyền riêng tư</a></nav></header>
<main id="main" tabindex="-1">${main}</main>
<footer><p>Trợ lý AI, không phải người thật. Nội dung để tham khảo; khi nộp hồ sơ, kiểm tra lại tại Cổng Dịch vụ công quốc gia.</p></footer>`
}
</body>
</html>
`.text;

/** Answers with pages under the strict policy: own files only, no inline code or style, no sink for text as code. */
export type PageWriter = (page: Page, status?: number) => HttpAnswer;

/** `frameAncestors`: origins whose pages may show ours in a frame. */
export function createPageWriter(frameAncestors: readonly string[], look?: Look): PageWriter {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${frameAncestors.length > 0 ? frameAncestors.join(" ") : "'none'"}`,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
  return (page, status = 200) => ({
    status,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": policy,
      "Cache-Control": "no-store",
      "Permissions-Policy": "camera=(), geolocation=(), microphone=(self)",
    },
    body: pageText(page, look),
  });
}
