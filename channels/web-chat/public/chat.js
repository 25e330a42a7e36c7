/** One chat: shows the conversation as this device has it, its own questions and those of other tabs, and what can be
 *  done with it. */
import { createAsking } from "./asking.js";
import { createComposer, MAX_CHARACTERS } from "./composer.js";
import { createDialogs } from "./dialogs.js";
import { button, element } from "./dom.js";
import { createBar, createWelcome } from "./frame.js";
import { byPlace, createKept } from "./kept.js";
import { replyActions } from "./reply-actions.js";
import { offerNodes, previewNodes, replyNodes } from "./reply-view.js";
import { createRequests, isOffline } from "./requests.js";
import { replyText, saveAsFile, transcriptText } from "./transcript.js";
import { stopSpeaking } from "./voice.js";
import { wordsOf } from "./words.js";

/** Quicker answers need no word of waiting. */
const SEARCHING_AFTER_MS = 400;
/** Asked in the language that the assistant understands, whatever that of the interface. */
const PERSON = "Tôi muốn gặp cán bộ";
/** For reading it. */
const TOAST_MS = 3000;
const TOAST_MS_PER_CHARACTER = 50;
/** Typed to continue a conversation: "mã ABC234". */
const CODE = /^\s*m(?:ã|a)\s+([A-HJ-NP-Z2-9]{6})\s*$/iu;

/** @param {HTMLElement} place
 *  @param {{ base: URL, mode: "page" | "inline" | "popup", language: "vi" | "en", wishedLanguage: string | null, audience: string | null,
 *    agency: string | null, remember: "device" | "tab", onClose?: () => void }} options */
export function createChat(place, options) {
  const { base, mode, audience, agency } = options;
  /** Below the name of the assistant, which is the heading of the page or of a part of one. */
  const headingTag = mode === "page" ? "h2" : "h3";
  const requests = createRequests(base);
  const kept = createKept({
    name: "tro-ly-so",
    place: options.remember,
    onRefused: () => setTimeout(() => tell(words.unkept)),
  });
  const show = { started, text: showText, waiting: showWaiting, ended, answered, renewed, problem, gone };
  const asking = createAsking({ kept, requests, about: { audience, agency }, show });
  let language = (!options.wishedLanguage && kept.language()) || options.language;
  let words = wordsOf(language);
  /** The parts that are built anew when the language or the thread changes. */
  let parts;
  let shownThread;
  /** By id: a turn with its nodes. */
  let shown;
  /** By key of its question: the bubble of one without an answer, and what is said of it. */
  let waiting;
  let searching;
  let settledAt = 0;
  let watch;

  function build() {
    // What had the focus goes away with the old parts: it stays in the chat.
    const hadFocus = place.contains(place.getRootNode().activeElement);
    parts = buildParts();
    shownThread = kept.thread().id;
    shown = new Map();
    waiting = new Map();
    place.replaceChildren(parts.panel);
    if (hadFocus) parts.composer.focus({ preventScroll: true });
    place.setAttribute("lang", language);
    showKept();
    parts.composer.refresh();
  }

  function buildParts() {
    const log = element("div", { class: "log", role: "log", "aria-live": "polite", "aria-label": words.log });
    const status = element("p", { class: "unseen", role: "status" });
    const toast = element("p", { class: "toast", "aria-hidden": "true", hidden: true });
    const notice = element("p", { class: "notice", hidden: true });
    const preview = element("div", { class: "preview", "aria-hidden": "true" });
    const offers = element("div", { class: "offers-place" });
    const welcome = createWelcome({ words, language, ask });
    const composer = createComposer({
      words,
      announce,
      draft: kept.draft(),
      isBusy: asking.isBusy,
      onDraft: kept.setDraft,
      onSubmit: submit,
    });
    const dialogs = createDialogs({ words, find: requests.resume, onFound: resumed, remove });
    const bar = createBar({ words, base, mode, restart, close: options.onClose, entries: entries(dialogs) });
    const scroll = element("div", { class: "scroll" }, notice, welcome, log, preview, offers);
    const panel = element(
      "div",
      { class: `panel ${mode}` },
      bar,
      scroll,
      status,
      toast,
      composer.form,
      ...dialogs.nodes,
    );
    return { panel, log, status, toast, notice, preview, offers, welcome, scroll, composer };
  }

  const entries = (dialogs) => [
    { label: words.person, action: () => ask(PERSON) },
    { label: words.resume, action: dialogs.openResume },
    { label: words.copyAll, action: copyAll },
    ...(mode === "page" ? [{ label: words.print, action: print }] : []),
    { label: words.download, action: () => saveAsFile(transcript(), "tro-ly-so.txt") },
    { label: words.remove, action: dialogs.openRemove },
    { label: words.language, action: changeLanguage, lang: language === "en" ? "vi" : "en" },
  ];

  function submit(text) {
    const code = CODE.exec(text.normalize("NFC"))?.[1];
    if (code) resume(code.toUpperCase());
    else ask(text);
  }

  function ask(text) {
    const asked = text.normalize("NFC").trim();
    if (asked === "" || asked.length > MAX_CHARACTERS || asking.isBusy()) return;
    setNotice("");
    parts.refusal?.remove();
    asking.ask(asked);
  }

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
  const focused = () => place.getRootNode().activeElement;

  const questionNode = (text) =>
    element(
      "article",
      { class: "question", tabindex: "-1", lang: "vi" },
      element(headingTag, { class: "unseen", text: words.question }),
      element("p", { text }),
    );

  /** Whole, so that it is announced once. */
  function replyNode({ response, record }) {
    const view = {
      words,
      base,
      headingTag,
      record,
      ticksOf: kept.ticksOf,
      actions: replyActions(response, { words, requests, announce, text: replyText(response, words) }),
    };
    const article = element("article", { class: "reply", lang: "vi" }, ...replyNodes(response, view));
    article.dataset.status = response.reply.status;
    return article;
  }

  /** Brings in what is new, each turn in its place; what is shown stays, though older turns are kept no more. */
  function showTurns() {
    for (const turn of kept.turns().filter(({ id }) => !shown.has(id))) {
      const nodes = [takeWaiting(turn.id) ?? questionNode(turn.text), replyNode(turn)];
      shown.set(turn.id, { turn, nodes });
    }
    let next = parts.log.firstElementChild;
    for (const node of inOrder().flatMap(({ nodes }) => nodes)) {
      if (node === next) next = next.nextElementSibling;
      else parts.log.insertBefore(node, next);
    }
  }

  const inOrder = () => [...shown.values()].sort((a, b) => byPlace(a.turn, b.turn));

  function showOffers() {
    const last = inOrder().at(-1);
    // They go when the next question is asked, and stay while somebody stands on them.
    if (asking.isBusy() || parts.offers.contains(focused())) return;
    parts.offers.replaceChildren(...(last ? offerNodes(last.turn.response, { words, ask }) : []));
  }

  /** Its bubble, for the turn that it has become; what was said of it goes. */
  function takeWaiting(key) {
    const found = waiting.get(key);
    waiting.delete(key);
    found?.card?.remove();
    return found?.bubble;
  }

  function started(question) {
    const { log, welcome, offers } = parts;
    const known = waiting.get(question.key);
    known?.card?.remove();
    const bubble = known?.bubble ?? questionNode(question.text);
    waiting.set(question.key, { bubble });
    // The pressed button goes away with the offers: whoever stands on it is led to the question, now and not later.
    const leaves = offers.contains(focused()) || welcome.contains(focused());
    if (!known) log.append(bubble);
    if (leaves) bubble.focus({ preventScroll: true });
    welcome.hidden = true;
    offers.replaceChildren();
    if (!known) showAtTop(bubble);
    settledAt = scroller().scrollTop;
    busy(true);
    searching = setTimeout(() => {
      if (parts.preview.childElementCount > 0) return;
      parts.preview.replaceChildren(element("p", { class: "searching", text: words.searching }));
      announce(words.searching);
    }, SEARCHING_AFTER_MS);
  }

  function showText(soFar) {
    parts.preview.setAttribute("class", "preview reply");
    parts.preview.setAttribute("aria-hidden", "true");
    parts.preview.replaceChildren(...previewNodes(soFar));
  }

  function showWaiting({ problem, seconds, retryNow }) {
    const next = isOffline(problem) ? words.whenOnline : words.whenWaited(seconds);
    const text = `${words.problem(problem, isOffline(problem))} ${next}`;
    const { preview } = parts;
    preview.setAttribute("class", "preview");
    // Something to press must not be hidden from anybody.
    preview.removeAttribute("aria-hidden");
    preview.replaceChildren(problemCard(text, [words.retry, retryNow], [words.giveUp, giveUp]));
    announce(text);
  }

  function ended() {
    clearTimeout(searching);
    parts.preview.setAttribute("class", "preview");
    parts.preview.replaceChildren();
    busy(false);
  }

  function answered() {
    const { scrollTop: scrolled } = scroller();
    showTurns();
    showOffers();
    watch?.changed();
    // To the question, unless the reader has gone elsewhere meanwhile.
    if (Math.abs(scrolled - settledAt) < 2) showAtTop(lastQuestion());
  }

  /** The same question under another key. */
  function renewed(from, to) {
    const found = waiting.get(from.key);
    waiting.delete(from.key);
    if (found) waiting.set(to.key, found);
  }

  function problem(question, failure) {
    const text = words.problem(failure, isOffline(failure));
    const found = waiting.get(question.key);
    if (failure.isPassing) {
      const again = () => {
        parts.composer.focus();
        asking.again(question);
      };
      const leave = () => {
        kept.dropQuestion(question);
        parts.composer.focus();
        takeBack(question);
      };
      found.card = problemCard(`${text} ${words.stillKept}`, [words.retry, again], [words.giveUp, leave]);
      found.bubble.after(found.card);
    } else {
      // Nobody has pressed anything: the focus stays where it is.
      refuse(text, found.bubble);
      takeBack(question);
    }
    showOffers();
  }

  function problemCard(text, ...actions) {
    const buttons = actions.map(([label, action]) => button(null, label, action));
    return element(
      "div",
      { class: "problem" },
      element("p", { text }),
      buttons.length > 0 && element("div", { class: "actions" }, ...buttons),
    );
  }

  /** Until the next question. */
  function refuse(text, after = parts.log.lastElementChild) {
    parts.refusal?.remove();
    parts.refusal = problemCard(text);
    if (after) after.after(parts.refusal);
    else parts.log.append(parts.refusal);
  }

  function giveUp() {
    const question = asking.current();
    asking.drop();
    parts.composer.focus();
    if (question) takeBack(question);
    showOffers();
  }

  /** The question goes back to where it can be changed, unless another is being typed there. */
  function takeBack({ key, text }) {
    const { bubble, card } = waiting.get(key) ?? {};
    waiting.delete(key);
    card?.remove();
    if (parts.composer.giveBack(text)) bubble?.remove();
    parts.welcome.hidden = parts.log.childElementCount > 0;
  }

  /** A screen reader waits for the finished reply. */
  function busy(isBusy) {
    parts.log.setAttribute("aria-busy", String(isBusy));
    parts.preview.setAttribute("aria-hidden", "true");
    parts.composer.refresh();
  }

  function announce(text) {
    const { status } = parts;
    status.textContent = "";
    // A region that has only just come is not listened to yet.
    setTimeout(() => {
      status.textContent = text;
    });
  }

  /** For what leaves no other trace on the page. */
  function tell(text) {
    announce(text);
    const { toast } = parts;
    toast.textContent = text;
    toast.hidden = false;
    setTimeout(
      () => {
        if (toast.textContent === text) toast.hidden = true;
      },
      TOAST_MS + text.length * TOAST_MS_PER_CHARACTER,
    );
  }

  /** Why the conversation is another one now; until the next question. */
  function setNotice(text) {
    parts.notice.textContent = text;
    parts.notice.hidden = text === "";
    if (text !== "") announce(text);
  }

  function restart() {
    asking.drop();
    kept.setDraft("");
    kept.begin("restarted");
    emptied();
  }

  async function remove() {
    const removed = new Set();
    const rest = () => kept.conversationIds().filter((id) => !removed.has(id));
    for (let [id] = rest(); id !== undefined; [id] = rest()) {
      await requests.remove(id).catch(unlessUnknown);
      removed.add(id);
    }
    asking.drop({ deleted: true });
    kept.clear();
    watch?.removed([...removed]);
    emptied();
    tell(words.removed);
  }

  function emptied() {
    stopSpeaking();
    build();
    watch?.changed();
  }

  /** The server had the conversation no more. */
  function gone() {
    emptied();
    setNotice(words.begunAnew);
  }

  async function resume(code) {
    try {
      resumed(await requests.resume(code));
    } catch (failure) {
      refuse(words.problem(failure, isOffline(failure)));
      parts.composer.giveBack(`mã ${code}`);
    }
  }

  function resumed({ turns }) {
    const dropped = asking.drop();
    kept.resume(turns);
    emptied();
    if (dropped) parts.composer.giveBack(dropped);
    tell(words.resumed);
  }

  const transcript = () =>
    transcriptText(
      inOrder().map(({ turn }) => turn),
      words,
    );

  /** With the sources, which are folded on the screen. */
  function print() {
    const folded = [...parts.log.querySelectorAll("details:not([open])")];
    for (const details of folded) details.open = true;
    window.print();
    for (const details of folded) details.open = false;
  }

  async function copyAll() {
    const copied = await navigator.clipboard?.writeText(transcript()).then(
      () => true,
      () => false,
    );
    tell(copied ? words.copied : words.copyFailed);
  }

  function changeLanguage() {
    language = language === "en" ? "vi" : "en";
    kept.setLanguage(language);
    words = wordsOf(language);
    build();
  }

  function showKept() {
    const { log, welcome } = parts;
    // What is only shown again is not announced.
    log.setAttribute("aria-live", "off");
    showTurns();
    welcome.hidden = shown.size > 0;
    if (asking.isBusy()) started(asking.current());
    else showOffers();
    setTimeout(() => {
      log.setAttribute("aria-live", "polite");
      parts.composer.refresh();
      showAtTop(lastQuestion());
    });
  }

  /** Another tab has asked something, or begun anew. */
  function sync() {
    const { id, why } = kept.thread();
    if (id === shownThread) {
      showTurns();
      parts.welcome.hidden ||= shown.size > 0;
      return showOffers();
    }
    const isMoved = why === "gone";
    const dropped = isMoved ? undefined : asking.drop({ deleted: why === "removed" });
    stopSpeaking();
    build();
    if (isMoved) asking.moveOver();
    if (dropped && why === "resumed") parts.composer.giveBack(dropped);
    setNotice(words.elsewhere[why] ?? words.elsewhere.restarted);
  }

  function enter() {
    watch = kept.watch({ onChange: sync, onBack: asking.resume });
    sync();
    asking.resume();
  }

  build();
  enter();
  return {
    focus: () => parts.composer.focus(),
    enter,
    /** The element is taken off its page. */
    leave() {
      asking.drop({ keep: true });
      stopSpeaking();
      watch.stop();
    },
  };
}

/** One that the server no longer has is as good as deleted. */
function unlessUnknown(problem) {
  if (!/^conversation_(?:unknown|deleted)$/.test(problem.code)) throw problem;
}
