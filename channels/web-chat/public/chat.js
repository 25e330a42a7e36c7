/** One chat: sends questions, shows replies as they arrive, keeps what this device should find again. */
import { createDialogs } from "./dialogs.js";
import { button, element, icon } from "./dom.js";
import { EXAMPLES } from "./examples.js";
import { createKept } from "./kept.js";
import { replyActions } from "./reply-actions.js";
import { offerNodes, previewNodes, replyNodes } from "./reply-view.js";
import { createRequests, newKey } from "./requests.js";
import { replyText, saveAsFile, transcriptText } from "./transcript.js";
import { canListen, listen, stopSpeaking } from "./voice.js";
import { wordsOf } from "./words.js";

const MAX_CHARACTERS = 2000;
const COUNT_FROM = 1800;
/** How long a reply waits for the record that its richer view needs. */
const RECORD_PATIENCE_MS = 1200;
/** Quicker answers need no word of waiting. */
const SEARCHING_AFTER_MS = 400;
/** Asked in the language that the assistant understands, whatever that of the interface. */
const PERSON = "Tôi muốn gặp cán bộ";
const TOAST_MS = 5000;
/** Typed to continue a conversation: "mã ABC234". */
const CODE = /^\s*m(?:ã|a)\s+([A-HJ-NP-Z2-9]{6})\s*$/iu;

/** @param {HTMLElement} place
 *  @param {{ base: URL, mode: "page" | "inline" | "popup", language: "vi" | "en", wishedLanguage: string | null, audience: string | null,
 *    agency: string | null, remember: "device" | "tab", onClose?: () => void }} options */
export function createChat(place, options) {
  const { base, mode } = options;
  /** Below the name of the assistant, which is the heading of the page or of a part of one. */
  const headingTag = mode === "page" ? "h2" : "h3";
  const requests = createRequests(base);
  const kept = createKept({ name: "tro-ly-so", place: options.remember });
  let language = (!options.wishedLanguage && kept.state.language) || options.language;
  let words = wordsOf(language);
  /** Aborts the question under way; undefined when none is. */
  let underWay;
  let stopListening;
  /** The parts that are built anew when the language changes. */
  let parts;

  function build() {
    // What had the focus goes away with the old parts: it stays in the chat.
    const hadFocus = place.contains(place.getRootNode().activeElement);
    parts = buildParts();
    place.replaceChildren(parts.panel);
    if (hadFocus) parts.question.focus({ preventScroll: true });
    place.setAttribute("lang", language);
    showKept();
    showLength();
  }

  function buildParts() {
    const log = element("div", { class: "log", role: "log", "aria-live": "polite", "aria-label": words.log });
    const status = element("p", { class: "unseen", role: "status" });
    const toast = element("p", { class: "toast", "aria-hidden": "true", hidden: true });
    const preview = element("div", { class: "preview", "aria-hidden": "true" });
    const offers = element("div", { class: "offers-place" });
    const welcome = buildWelcome();
    const composer = buildComposer();
    const dialogs = createDialogs({ words, requests, kept, onResumed: showResumed, onRemoved: removed });
    const scroll = element("div", { class: "scroll" }, welcome, log, preview, offers);
    const panel = element(
      "div",
      { class: `panel ${mode}` },
      buildHeader(dialogs),
      scroll,
      status,
      toast,
      composer.form,
      ...dialogs.nodes,
    );
    return { panel, log, status, toast, preview, offers, welcome, scroll, ...composer };
  }

  function buildHeader(dialogs) {
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
    const entry = (label, action, attributes) =>
      element(
        "li",
        {},
        button(
          null,
          label,
          () => {
            openMenu(false);
            // Where the entry was nothing is left to stand on.
            toggle.focus();
            action();
          },
          attributes,
        ),
      );
    const page = (path, label) => {
      const outside = mode === "page" ? {} : { target: "_blank", rel: "noopener" };
      return element("li", {}, element("a", { href: new URL(path, base).href, ...outside, text: label }));
    };
    menu.append(
      entry(words.person, () => ask(PERSON)),
      entry(words.resume, dialogs.openResume),
      entry(words.copyAll, copyAll),
      ...(mode === "page" ? [entry(words.print, print)] : []),
      entry(words.download, () => saveAsFile(transcriptText(kept.state.turns, words), "tro-ly-so.txt")),
      entry(words.remove, dialogs.openRemove),
      entry(words.language, changeLanguage, { lang: language === "en" ? "vi" : "en" }),
      page("/tasks", words.tasksPage),
      page("/documents", words.documentsPage),
      page("/privacy", words.privacy),
    );
    const header = element(
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
      ...(options.onClose ? [button("close", words.close, options.onClose, { class: "bar-button" })] : []),
      menu,
    );
    header.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || menu.hidden) return;
      event.preventDefault();
      openMenu(false);
      toggle.focus();
    });
    header.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget && !header.contains(relatedTarget)) openMenu(false);
    });
    return header;
  }

  function buildWelcome() {
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

  function buildComposer() {
    const question = element("textarea", {
      id: "question",
      rows: 1,
      enterkeyhint: "send",
      autocomplete: "off",
      placeholder: words.placeholder,
      "aria-describedby": "hint counter",
      on: {
        input: () => {
          kept.set({ draft: question.value });
          showLength();
        },
        keydown: (event) => {
          // While an input method is composing a Vietnamese word, Enter belongs to it.
          if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          form.requestSubmit();
        },
      },
    });
    const send = element(
      "button",
      { type: "submit", class: "send" },
      icon("send"),
      element("span", { text: words.send }),
    );
    const counter = element("p", { id: "counter", class: "counter" });
    const dictate = button("mic", words.dictate, toggleListening, {
      class: "dictate",
      "aria-pressed": "false",
      hidden: !canListen(),
    });
    const form = element(
      "form",
      {
        class: "composer",
        on: {
          submit: (event) => {
            event.preventDefault();
            submit();
          },
        },
      },
      element("label", { for: "question", class: "unseen", text: words.question }),
      question,
      dictate,
      send,
      element(
        "p",
        { id: "hint", class: "hint" },
        `${words.hint} `,
        element("span", { class: "keys", text: words.keys }),
      ),
      counter,
    );
    return { form, question, send, counter, dictate };
  }

  function submit() {
    const { question, send } = parts;
    if (question.value.trim() === "" || send.disabled) return question.focus();
    const text = question.value;
    const code = CODE.exec(text.normalize("NFC"))?.[1];
    setDraft("");
    if (code) resume(code.toUpperCase());
    else ask(text);
  }

  function ask(text) {
    const asked = text.normalize("NFC").trim();
    if (asked === "" || asked.length > MAX_CHARACTERS || underWay) return;
    kept.set({ pending: { key: newKey(), text: asked } });
    // The pressed button goes away with the offers: whoever stands on it is led to the question, now and not later.
    const active = place.getRootNode().activeElement;
    const leaves = parts.offers.contains(active) || parts.welcome.contains(active);
    const bubble = showQuestion(asked);
    if (leaves) bubble.focus({ preventScroll: true });
    parts.welcome.hidden = true;
    parts.offers.replaceChildren();
    showAtTop(bubble);
    answerPending();
  }

  async function answerPending() {
    const { pending, conversationId } = kept.state;
    const settledAt = scroller().scrollTop;
    const controller = new AbortController();
    underWay = controller;
    busy(true);
    const { preview } = parts;
    const searching = setTimeout(() => {
      if (preview.childElementCount > 0) return;
      preview.replaceChildren(element("p", { class: "searching", text: words.searching }));
      announce(words.searching);
    }, SEARCHING_AFTER_MS);
    const turn = {
      text: pending.text,
      channel: "web",
      ...(conversationId ? { conversationId } : {}),
      ...(options.audience ? { audience: options.audience } : {}),
      ...(options.agency ? { agency: options.agency } : {}),
    };
    try {
      const response = await requests.ask(turn, pending, {
        signal: controller.signal,
        onText: (soFar) => {
          preview.setAttribute("class", "preview reply");
          preview.replaceChildren(...previewNodes(soFar));
        },
        onWait: showWaiting,
      });
      const record = await recordOf(response.reply);
      // "Bắt đầu lại" has emptied the page meanwhile.
      if (underWay !== controller) return;
      // With as much of the record as the view needs: it looks the same after a reload.
      const seen = record && { methods: record.methods };
      const turns = [...kept.state.turns, { text: pending.text, response, record: seen }];
      kept.set({ conversationId: response.conversationId, turns, pending: undefined });
      finish();
      const { scrollTop: scrolled } = scroller();
      showReply(response, record);
      showOffers(response);
      // To the question, unless the reader has gone elsewhere meanwhile.
      if (Math.abs(scrolled - settledAt) < 2) showAtTop(lastQuestion());
    } catch (problem) {
      if (underWay !== controller) return;
      finish();
      if (problem.code === "conversation_unknown" && kept.state.conversationId) beginAnew();
      else showProblem(problem);
    } finally {
      clearTimeout(searching);
    }

    function finish() {
      underWay = undefined;
      preview.setAttribute("class", "preview");
      preview.replaceChildren();
      busy(false);
    }
  }

  /** The server no longer has the conversation: the same question begins another one, under a key of its own. */
  function beginAnew() {
    kept.set({ conversationId: undefined, pending: { ...kept.state.pending, key: newKey() } });
    parts.log.lastElementChild?.before(element("p", { class: "notice", text: words.begunAnew }));
    answerPending();
  }

  const recordOf = ({ kind, procedures }) =>
    kind === "procedure" && procedures.length === 1
      ? requests.procedure(procedures[0].code, RECORD_PATIENCE_MS)
      : undefined;

  const scroller = () => (mode === "page" ? document.scrollingElement : parts.scroll);
  /** In the chat's own scroller alone: the page that embeds it stays where it is. */
  function showAtTop(node) {
    if (!node) return;
    if (mode === "page") node.scrollIntoView({ block: "start" });
    else
      parts.scroll.scrollTop +=
        node.getBoundingClientRect().top - parts.scroll.getBoundingClientRect().top - 8;
  }

  const lastQuestion = () => [...parts.log.querySelectorAll(".question")].at(-1);

  function showQuestion(text) {
    const bubble = element(
      "article",
      { class: "question", tabindex: "-1", lang: "vi" },
      element(headingTag, { class: "unseen", text: words.question }),
      element("p", { text }),
    );
    parts.log.append(bubble);
    return bubble;
  }

  /** Put in whole, so that it is announced once. */
  function showReply(response, record) {
    const { log } = parts;
    const view = {
      words,
      base,
      headingTag,
      record,
      ticksOf,
      actions: replyActions(response, { words, requests, announce, text: replyText(response, words) }),
    };
    const article = element("article", { class: "reply", lang: "vi" }, ...replyNodes(response, view));
    article.dataset.status = response.reply.status;
    log.append(article);
  }

  function showOffers(response) {
    parts.offers.replaceChildren(...offerNodes(response, { words, ask }));
  }

  function ticksOf(code) {
    return {
      has: (text) => kept.state.ticks[code]?.includes(text) ?? false,
      set(text, isTicked) {
        const others = (kept.state.ticks[code] ?? []).filter((row) => row !== text);
        kept.set({ ticks: { ...kept.state.ticks, [code]: isTicked ? [...others, text] : others } });
      },
    };
  }

  function showWaiting({ seconds, retryNow }) {
    const text = navigator.onLine ? words.waiting(seconds) : words.offline;
    const { preview } = parts;
    preview.setAttribute("class", "preview");
    // Something to press must not be hidden from anybody.
    preview.removeAttribute("aria-hidden");
    preview.replaceChildren(
      element(
        "div",
        { class: "problem" },
        element("p", { text }),
        element(
          "div",
          { class: "actions" },
          button(null, words.retry, retryNow),
          button(null, words.giveUp, giveUp),
        ),
      ),
    );
    announce(text);
  }

  function showProblem({ code, message, attempts }) {
    const text = message || (code === "network" ? words.network : words.failed);
    const again = attempts > 1 || code === "too_many_requests";
    const problem = element(
      "div",
      { class: "problem" },
      element("p", { text }),
      again &&
        element(
          "div",
          { class: "actions" },
          button(null, words.retry, () => {
            problem.remove();
            parts.question.focus();
            answerPending();
          }),
          button(null, words.giveUp, giveUp),
        ),
    );
    parts.log.append(problem);
    // Nobody has pressed anything: the focus stays where it is.
    if (!again) takeBack();
  }

  function giveUp() {
    takeBack();
    parts.question.focus();
  }

  /** The question goes back to where it can be changed. */
  function takeBack() {
    underWay?.abort();
    underWay = undefined;
    const { text } = kept.state.pending ?? { text: "" };
    kept.set({ pending: undefined });
    parts.preview.replaceChildren();
    busy(false);
    if (parts.question.value === "") setDraft(text);
  }

  /** A screen reader waits for the finished reply. */
  function busy(isBusy) {
    parts.log.setAttribute("aria-busy", String(isBusy));
    parts.preview.setAttribute("aria-hidden", "true");
    showLength();
  }

  function announce(text) {
    parts.status.textContent = text;
  }

  /** For what leaves no other trace on the page. */
  function tell(text) {
    announce(text);
    const { toast } = parts;
    toast.textContent = text;
    toast.hidden = false;
    setTimeout(() => {
      if (toast.textContent === text) toast.hidden = true;
    }, TOAST_MS);
  }

  function showLength() {
    const { question, counter, send } = parts;
    const { length } = question.value.normalize("NFC").trim();
    const over = length - MAX_CHARACTERS;
    counter.textContent =
      length < COUNT_FROM ? "" : over > 0 ? words.tooLong(over) : `${length}/${MAX_CHARACTERS}`;
    counter.classList.toggle("over", over > 0);
    send.disabled = over > 0 || underWay !== undefined;
    question.style.height = "auto";
    if (question.scrollHeight > 0)
      question.style.height = `${question.scrollHeight + question.offsetHeight - question.clientHeight}px`;
  }

  function setDraft(text) {
    parts.question.value = text;
    kept.set({ draft: text });
    showLength();
  }

  function toggleListening() {
    if (stopListening) return stopListening();
    const { question, dictate } = parts;
    const before = question.value === "" ? "" : `${question.value.trimEnd()} `;
    stopListening = listen({
      onText: (heard) => setDraft(before + heard),
      onEnd(failed) {
        stopListening = undefined;
        dictate.setAttribute("aria-pressed", "false");
        announce(failed ? words.dictateFailed : "");
        question.placeholder = failed ? words.dictateFailed : words.placeholder;
      },
    });
    dictate.setAttribute("aria-pressed", "true");
    question.placeholder = words.listening;
  }

  function restart() {
    kept.forget();
    emptied();
  }

  function removed() {
    emptied();
    tell(words.removed);
  }

  function emptied() {
    underWay?.abort();
    underWay = undefined;
    stopSpeaking();
    build();
  }

  async function resume(code) {
    try {
      showResumed(await requests.resume(code));
    } catch (problem) {
      parts.log.append(element("p", { class: "problem", text: problem.message || words.network }));
      setDraft(`mã ${code}`);
    }
  }

  function showResumed({ conversationId, turns }) {
    kept.set({ conversationId, turns, pending: undefined });
    build();
    tell(words.resumed);
  }

  /** With the sources, which are folded on the screen. */
  function print() {
    const folded = [...parts.log.querySelectorAll("details:not([open])")];
    for (const details of folded) details.open = true;
    window.print();
    for (const details of folded) details.open = false;
  }

  async function copyAll() {
    const copied = await navigator.clipboard?.writeText(transcriptText(kept.state.turns, words)).then(
      () => true,
      () => false,
    );
    tell(copied ? words.copied : words.copyFailed);
  }

  function changeLanguage() {
    language = language === "en" ? "vi" : "en";
    kept.set({ language });
    words = wordsOf(language);
    build();
  }

  function showKept() {
    const { turns, pending, draft } = kept.state;
    const { log, welcome, question } = parts;
    // What is only shown again is not announced.
    log.setAttribute("aria-live", "off");
    for (const { text, response, record } of turns) {
      showQuestion(text);
      showReply(response, record);
    }
    if (turns.length > 0) showOffers(turns.at(-1).response);
    welcome.hidden = turns.length > 0 || pending !== undefined;
    question.value = draft;
    if (pending) {
      showQuestion(pending.text);
      parts.offers.replaceChildren();
    }
    setTimeout(() => {
      log.setAttribute("aria-live", "polite");
      showLength();
      showAtTop(lastQuestion());
    });
    if (pending && !underWay) answerPending();
  }

  build();
  return {
    focus: () => parts.question.focus(),
    leave() {
      underWay?.abort();
      stopSpeaking();
    },
  };
}
