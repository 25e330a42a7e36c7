/** What stands around the conversation: the bar with its menu above it, the welcome in its place before the first
 *  question. */
import { button, element, icon } from "./dom.js";
import { EXAMPLES } from "./examples.js";

/** @param {{ words: any, base: URL, mode: "page" | "inline" | "popup",
 *    entries: readonly { label: string, action(): void, lang?: string }[], restart(): void, close?: () => void }} options */
export function createBar({ words, base, mode, entries, restart, close }) {
  const menu = element("ul", { class: "menu", id: "menu", hidden: true });
  const toggle = button("menu", words.menu, () => openMenu(menu.hidden), {
    class: "bar-button",
    "aria-expanded": "false",
    "aria-controls": "menu",
  });
  const openMenu = (isOpen) => {
    menu.hidden = !isOpen;
    toggle.setAttribute("aria-expanded", String(isOpen));
  };
  const entry = ({ label, action, lang }) => {
    const choose = () => {
      openMenu(false);
      // Where the entry was nothing is left to stand on.
      toggle.focus();
      action();
    };
    return element("li", {}, button(null, label, choose, { lang }));
  };
  const page = (path, label) => {
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
    if (relatedTarget && !bar.contains(relatedTarget)) openMenu(false);
  });
  return bar;
}

/** @param {{ words: any, language: "vi" | "en", ask(text: string): void }} options */
export function createWelcome({ words, language, ask }) {
  const groups = EXAMPLES.map(({ title, english, questions }) => {
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
