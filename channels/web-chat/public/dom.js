/** Nodes are built, never parsed: text only ever becomes text nodes. */

const SVG = "http://www.w3.org/2000/svg";

/** @import { Attributes, Child } from "./types.d.ts" */

/** `text` is the content, `on` the listeners; null and false leave an attribute out, true sets an empty one.
 *  @template {keyof HTMLElementTagNameMap} Tag
 *  @param {Tag} tag
 *  @param {Attributes} [attributes]
 *  @param {Child[]} children
 *  @returns {HTMLElementTagNameMap[Tag]} */
export function element(tag, { text, on = {}, ...attributes } = {}, ...children) {
  const node = document.createElement(tag);
  setAttributes(node, attributes);
  if (text !== undefined) node.textContent = text;
  for (const [name, listener] of Object.entries(on))
    node.addEventListener(name, /** @type {EventListener} */ (listener));
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** The same for the elements of a picture.
 *  @template {keyof SVGElementTagNameMap} Tag
 *  @param {Tag} tag
 *  @param {Attributes} attributes
 *  @param {Node[]} children
 *  @returns {SVGElementTagNameMap[Tag]} */
export function shape(tag, attributes, ...children) {
  const node = document.createElementNS(SVG, tag);
  setAttributes(node, attributes);
  node.append(...children);
  return node;
}

/** @param {Element} node @param {Readonly<Record<string, unknown>>} attributes */
function setAttributes(node, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    node.setAttribute(name, value === true ? "" : String(value));
  }
}

const PATHS = {
  send: "M5 12h14M13 6l6 6-6 6",
  menu: "M4 7h16M4 12h16M4 17h16",
  close: "M6 6l12 12M18 6L6 18",
  restart: "M4 12a8 8 0 1 0 2.5-5.8M4 4v4h4",
  mic: "M12 4a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V7a3 3 0 0 1 3-3zM6 11a6 6 0 0 0 12 0M12 17v3",
  speak: "M5 10v4h3l4 4V6l-4 4zM16 9a4 4 0 0 1 0 6M18.5 6.5a8 8 0 0 1 0 11",
  stop: "M7 7h10v10H7z",
  copy: "M9 9h10v10H9zM5 15V5h10",
  useful: "M7 11v8M4 11h3v8H4zM7 12l4-8a2 2 0 0 1 2 2v4h5a2 2 0 0 1 2 2l-1 5a2 2 0 0 1-2 2H7",
  useless: "M17 13V5M20 13h-3V5h3zM17 12l-4 8a2 2 0 0 1-2-2v-4H6a2 2 0 0 1-2-2l1-5a2 2 0 0 1 2-2h10",
  chat: "M5 5h14a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-7l-5 4v-4H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2z",
};

/** Decoration beside words, which carry the meaning.
 *  @param {keyof typeof PATHS} name */
export const icon = (name) =>
  shape(
    "svg",
    { viewBox: "0 0 24 24", width: 20, height: 20, class: "icon", "aria-hidden": "true", focusable: "false" },
    shape("path", { d: PATHS[name] }),
  );

/** A button with a picture and words; `quiet` shows the picture alone where there is little room.
 *  @param {keyof typeof PATHS | null} name
 *  @param {string} label
 *  @param {() => unknown} onClick
 *  @param {Attributes} [attributes] */
export const button = (name, label, onClick, attributes = {}) =>
  element(
    "button",
    { type: "button", ...attributes, on: { click: onClick } },
    ...(name ? [icon(name)] : []),
    element("span", { text: label }),
  );
