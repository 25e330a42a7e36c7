/** What stands around the conversation: the bar with its menu, the dialogs that its entries open, and the welcome before
 *  the first question. */

import { ABOUT } from "../about.js";
import { button, element, icon } from "./dom.js";
import { isOffline } from "./requests.js";

/** @import { Found, Language, Mode, Problem, Words } from "./types.d.ts" */
/** @typedef {{ label: string, action(): void, lang?: string }} Entry */

/** @param {{ words: Words, base: URL, mode: Mode,
 *    entries: readonly Entry[], restart(): void, close?: (() => void) | undefined }} options */
export function createBar({ words, base, mode, entries, restart, close }) {
  const menu = element("ul", { class: "menu", id: "menu", hidden: true });
  const toggle = button("menu", words.menu, () => openMenu(Boolean(menu.hidden)), {
    class: "bar-button",
    "aria-expanded": "false",
    "aria-controls": "menu",
  });
  const openMenu = (/** @type {boolean} */ isOpen) => {
    menu.hidden = !isOpen;
    toggle.setAttribute("aria-expanded", String(isOpen));
  };
  const entry = (/** @type {Entry} */ { label, action, lang }) => {
    const choose = () => {
      openMenu(false);
      // Where the entry was nothing is left to stand on.
      toggle.focus();
      action();
    };
    return element("li", {}, button(null, label, choose, { lang }));
  };
  const page = (/** @type {string} */ path, /** @type {string} */ label) => {
    const outside = mode === "page" ? {} : { target: "_blank", rel: "noopener" };
    return element("li", {}, element("a", { href: new URL(path, base).href, ...outside, text: label }));
  };
  menu.append(
    ...entries.map(entry),
    page("/tasks", words.tasksPage),
    page("/documents", words.documentsPage),
    page("/privacy", words.privacy),
  );
  const bar = element(
    "header",
    { class: "bar" },
    element("span", { class: "logo", "aria-hidden": "true" }, icon("chat")),
    element(
      "div",
      { class: "names" },
      element(mode === "page" ? "h1" : "h2", { class: "name", text: words.name }),
      element("p", { class: "about", text: words.about }),
    ),
    button("restart", words.restart, restart, { class: "bar-button" }),
    toggle,
    ...(close ? [button("close", words.close, close, { class: "bar-button" })] : []),
    menu,
  );
  bar.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || menu.hidden) return;
    event.preventDefault();
    openMenu(false);
    toggle.focus();
  });
  bar.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !bar.contains(relatedTarget)) openMenu(false);
  });
  return bar;
}

/** @param {{ words: Words, language: Language, ask(text: string): void }} options */
export function createWelcome({ words, language, ask }) {
  const groups = ABOUT.examples.map(({ title, english, questions }) => {
    const items = questions.map((text) =>
      element(
        "li",
        {},
        button(null, text, () => ask(text), { class: "chip", lang: "vi" }),
      ),
    );
    const name = language === "en" ? english : title;
    return element(
      "section",
      { class: "group", "aria-label": name },
      element("h3", { text: name }),
      element("ul", { class: "chips" }, ...items),
    );
  });
  return element(
    "section",
    { class: "welcome", "aria-label": words.welcome },
    element("h2", { text: words.welcome }),
    element("p", { text: words.intro }),
    element("div", { class: "groups" }, ...groups),
    element("p", { class: "faint" }, words.notice),
  );
}

/** What is asked before a conversation is opened by its code, or deleted.
 *  @param {{ words: Words, find(code: string): Promise<Found>, onFound(conversation: Found): void, remove(): Promise<void> }}
 *    options `find` and `remove` reject with what is to be said */
export function createDialogs({ words, find, onFound, remove }) {
  /** @param {string} id @param {string} title @param {string} text
   *  @param {{ label: string, run(): Promise<void> }} action @param {HTMLElement[]} fields */
  function dialog(id, title, text, action, ...fields) {
    const problem = element("p", { class: "problem", role: "alert", hidden: true });
    /** @type {HTMLDialogElement} */
    const node = element(
      "dialog",
      { "aria-labelledby": `${id}-title` },
      element(
        "form",
        {
          on: {
            submit: async (event) => {
              event.preventDefault();
              problem.hidden = true;
              try {
                await action.run();
                node.close();
              } catch (error) {
                const failure = /** @type {Problem} */ (error);
                problem.textContent = words.problem(failure, isOffline(failure));
                problem.hidden = false;
              }
            },
          },
        },
        element("h2", { id: `${id}-title`, text: title }),
        element("p", { text }),
        ...fields,
        problem,
        element(
          "div",
          { class: "actions" },
          element("button", { type: "submit", class: "primary", text: action.label }),
          button(null, words.cancel, () => node.close()),
        ),
      ),
    );
    // Escape closes the dialog alone, not the chat around it.
    node.addEventListener("keydown", (event) => {
      if (event.key === "Escape") event.stopPropagation();
    });
    return node;
  }

  const code = element("input", {
    id: "resume-code",
    required: true,
    minlength: 6,
    maxlength: 6,
    autocomplete: "off",
    autocapitalize: "characters",
    spellcheck: "false",
  });
  const resume = dialog(
    "resume",
    words.resumeTitle,
    words.resumeText,
    {
      label: words.resumeDo,
      run: async () => onFound(await find(code.value.trim().toUpperCase())),
    },
    element("label", { for: "resume-code", text: words.code }),
    code,
  );
  const removal = dialog("remove", words.removeTitle, words.removeText, {
    label: words.removeDo,
    run: remove,
  });
  return {
    nodes: [resume, removal],
    openResume: () => resume.showModal(),
    openRemove: () => removal.showModal(),
  };
}
