/** The element <tro-ly-so>: one script tag puts the assistant on a page.
 *
 *  mode      "launcher" (default): a button in the corner that opens the chat; "inline": fills its place; "page": is the
 *            page
 *  lang      "vi" (default) or "en", of the interface
 *  audience  "citizen" or "officer"
 *  agency    the asker's own agency, "cơ quan tôi"
 *  remember  "device" (default), or "tab" for machines that many people use */
import { ABOUT } from "../about.js";
import { createChat } from "./chat.js";
import { button, element } from "./dom.js";
import { wordsOf } from "./words.js";

const SERVER = new URL("/", import.meta.url);

/** @import { Mode } from "./types.d.ts" */
/** @typedef {ReturnType<typeof createChat>} Chat */

class TroLySo extends HTMLElement {
  /** @type {Chat | undefined} */
  #chat;
  #started = false;

  connectedCallback() {
    if (this.#started) return this.#chat?.enter();
    this.#started = true;
    const root = this.attachShadow({ mode: "open" });
    const style = element("link", {
      rel: "stylesheet",
      href: new URL("chat.css", import.meta.url).href,
      crossorigin: "anonymous",
    });
    // Shown once it has its looks, so that nothing jumps.
    const shown = element("div", { class: "host", hidden: true });
    if (ABOUT.accents) {
      const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
      this.style.setProperty("--accent", isDark ? ABOUT.accents.dark : ABOUT.accents.light);
      this.style.setProperty("--on-accent", isDark ? "#101820" : "#ffffff");
    }
    style.addEventListener("load", () => {
      shown.hidden = false;
    });
    root.append(style, shown);
    const mode = this.getAttribute("mode") ?? "launcher";
    if (mode === "launcher") this.#launch(shown);
    else this.#chat = this.#create(shown, mode === "page" ? "page" : "inline");
  }

  disconnectedCallback() {
    this.#chat?.leave();
  }

  /** @param {HTMLElement} place @param {Mode} mode @param {() => void} [onClose] */
  #create(place, mode, onClose) {
    return createChat(place, {
      base: SERVER,
      mode,
      language: this.#language(),
      wishedLanguage: this.#wishedLanguage(),
      audience: this.getAttribute("audience"),
      agency: this.getAttribute("agency"),
      remember: this.getAttribute("remember") === "tab" ? "tab" : "device",
      onClose,
    });
  }

  #language() {
    return (this.#wishedLanguage() ?? this.getAttribute("lang")) === "en" ? "en" : "vi";
  }

  /** ?lang= is the wish of whoever opens the page itself; on other pages it is none of ours. */
  #wishedLanguage() {
    return this.getAttribute("mode") === "page" ? new URLSearchParams(location.search).get("lang") : null;
  }

  /** @param {HTMLElement} place */
  #launch(place) {
    const words = wordsOf(this.#language());
    const panel = element("div", { class: "popup", role: "dialog", "aria-label": words.name, hidden: true });
    const launcher = button("chat", words.open, () => open(Boolean(panel.hidden)), {
      class: "launcher",
      "aria-expanded": "false",
    });
    const open = (/** @type {boolean} */ isOpen) => {
      // Built on the first opening: a page that nobody asks on pays for the button alone.
      this.#chat ??= this.#create(panel, "popup", () => open(false));
      panel.hidden = !isOpen;
      launcher.hidden = isOpen;
      launcher.setAttribute("aria-expanded", String(isOpen));
      if (isOpen) this.#chat.focus();
      else launcher.focus();
    };
    panel.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.defaultPrevented) open(false);
    });
    place.append(panel, launcher);
  }
}

customElements.define("tro-ly-so", TroLySo);
