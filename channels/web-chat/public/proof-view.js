/** What proves a reply: figures that open their source, and the nodes of a citation. */
import { button, element } from "./dom.js";
import { createProofs, positionIn, splitFigures } from "./figures.js";

/** @import { Child, Citation, Marks, Proof, Reply, View, Words } from "./types.d.ts" */
/** @typedef {ReturnType<typeof splitFigures>} Parts */

const KIND = /^(?:Quyết định|Kế hoạch|Nghị quyết|Nghị định|Thông tư|Luật|Chỉ thị|Công văn)(?![\p{L}\p{M}])/u;

/** @param {string} isoDay */
export const printDay = (isoDay) => isoDay.split("-").reverse().join("/");

/** Buttons of figures: one press opens what proves the figure below its line, another closes it.
 *  @param {Reply} reply @param {string} messageId @param {View} view @returns {Marks} */
export function createMarks(reply, messageId, view) {
  const { words } = view;
  const proofs = createProofs(reply);
  /** @type {{ mark: HTMLElement, card: HTMLElement } | undefined} */
  let open;

  const close = () => {
    open?.card.remove();
    open?.mark.setAttribute("aria-expanded", "false");
    open = undefined;
  };

  /** @param {HTMLElement} mark @param {string} figure @param {Proof} proof */
  function toggle(mark, figure, proof) {
    const isOpen = open?.mark === mark;
    close();
    if (isOpen) return;
    const shut = button(
      "close",
      words.closeCard,
      () => {
        close();
        mark.focus();
      },
      { class: "quiet" },
    );
    const content = proof.rules
      ? [
          element("p", {}, element("strong", { text: words.computed })),
          ...proof.rules.map((rule) => element("p", {}, element("strong", { text: figure }), `: ${rule}`)),
        ]
      : citationNodes(proof.citation, figure, messageId, view);
    const card = element(
      "div",
      { class: "proof", role: "group", "aria-label": words.seeSource(figure) },
      ...content,
      shut,
    );
    open = { mark, card: insertAfterLine(mark, card) };
    mark.setAttribute("aria-expanded", "true");
  }

  /** @type {Marks["proved"]} */
  const proved = (figure, line) => {
    const proof = proofs.find(figure, line);
    if (!proof) return element("span", { text: figure });
    const label = proof.rules ? words.seeRule(figure) : words.seeSource(figure);
    /** @type {HTMLButtonElement} */
    const mark = element("button", {
      type: "button",
      class: proof.rules ? "figure rule" : "figure",
      "aria-expanded": "false",
      "aria-label": label,
      text: figure,
      on: { click: () => toggle(mark, figure, proof) },
    });
    return mark;
  };

  return {
    /** A figure by itself. */
    proved,
    /** A text with its figures as buttons. */
    marked: (text, line) => {
      const parts = splitFigures(text);
      return parts.map((part, i) => {
        if (typeof part === "string") return trimmed(part, parts, i);
        const { before, after } = closed(parts, i);
        const mark = proved(part.figure, line);
        // A line never begins with the bracket or the stop that belongs to a figure.
        return before || after ? element("span", { class: "kept-together" }, before, mark, after) : mark;
      });
    },
  };
}

const OPENING = /[(“"]$/u;
const CLOSING = /^[)”".,;:!?]+/u;

/** @param {Parts[number] | undefined} part */
const textOf = (part) => (typeof part === "string" ? part : "");

/** The marks around the figure at `i`, which its neighbours give up.
 *  @param {Parts} parts @param {number} i */
const closed = (parts, i) => ({
  before: OPENING.exec(textOf(parts[i - 1]))?.[0] ?? "",
  after: CLOSING.exec(textOf(parts[i + 1]))?.[0] ?? "",
});

/** The text at `i` without what its neighbours have taken.
 *  @param {string} text @param {Parts} parts @param {number} i */
function trimmed(text, parts, i) {
  const start = i > 0 ? (CLOSING.exec(text)?.[0].length ?? 0) : 0;
  const rest = text.slice(start);
  return i + 1 < parts.length ? rest.replace(OPENING, "") : rest;
}

/** Below the line of the figure: a row of its own in a table, inside the item of a list, after a paragraph.
 *  @param {HTMLElement} mark @param {HTMLElement} card @returns {HTMLElement} */
function insertAfterLine(mark, card) {
  const row = mark.closest("tr");
  if (row) {
    const cell = element("td", { colspan: row.cells.length }, card);
    const added = element("tr", { class: "proof-row" }, cell);
    row.after(added);
    return added;
  }
  const item = mark.closest("li");
  if (item) item.append(card);
  else mark.closest("p, blockquote")?.after(card);
  return card;
}

/** @param {Citation} citation @param {string | undefined} figure @param {string} messageId @param {View} view
 *  @returns {Child[]} */
export function citationNodes(citation, figure, messageId, view) {
  const { words } = view;
  const { locator, quote, url, verifiedOn, id } = citation;
  const at = figure === undefined ? -1 : positionIn(quote, figure);
  const quoted =
    at < 0 || figure === undefined
      ? [quote]
      : [quote.slice(0, at), element("mark", { text: figure }), quote.slice(at + figure.length)];
  return [
    element("p", {}, element("strong", { text: locator })),
    element("blockquote", {}, ...quoted),
    element("p", { class: "faint", text: nameOf(citation, words) }),
    verifiedOn && element("p", { class: "verified", text: words.verified(printDay(verifiedOn)) }),
    isAdded(citation) && element("p", { class: "unverified", text: words.unverified }),
    element(
      "p",
      { class: "links" },
      link(`/citations/${encodeURIComponent(messageId)}/${encodeURIComponent(id)}`, words.inDocument, view),
      url?.startsWith("https://") && " ",
      url?.startsWith("https://") && link(url, words.sourcePage, view),
    ),
  ];
}

/** A document with a number goes by its kind, number and day; its title is as long as a paragraph.
 *  @param {Citation} citation @param {Words} words */
export const nameOf = ({ document: title, number, issuedOn }, words) =>
  issuedOn && number
    ? `${KIND.exec(title)?.[0] ?? words.document} ${number} ${words.issued(printDay(issuedOn))}`
    : title;

/** A file that an office has added and nobody has compared with its source.
 *  @param {Citation} citation */
export const isAdded = ({ document: title, verifiedOn }) => !verifiedOn && title.startsWith("Tệp ");

/** @param {string} path @param {string} text @param {Pick<View, "words" | "base">} view */
export function link(path, text, { words, base }) {
  return element(
    "a",
    { href: new URL(path, base).href, target: "_blank", rel: "noopener noreferrer" },
    text,
    element("span", { class: "unseen", text: ` ${words.newTab}` }),
  );
}
