/** The conversation on the screen: turns in the server's order, below them the questions that have no answer yet and what
 *  is said of them. */
import { button, element } from "./dom.js";
import { createWelcome } from "./frame.js";
import { byPlace } from "./kept.js";
import { replyActions } from "./reply-actions.js";
import { offerNodes, previewNodes, replyNodes } from "./reply-view.js";
import { isOffline } from "./requests.js";
import { replyText } from "./transcript.js";

/** @import { Asking, Composer, HeadingTag, Kept, Language, Mode, Problem, Question, Requests, Turn, Wait, Words } from "./types.d.ts" */

/** Quicker answers need no word of waiting. */
const SEARCHING_AFTER_MS = 400;

/** @param {{ words: Words, language: Language, base: URL, mode: Mode, kept: Kept, requests: Requests,
 *    asking: Asking, composer: Composer, ask(text: string): void, announce(text: string): void, focused(): Element | null }} options
 *    `focused`: what has the focus in the chat */
export function createConversation(options) {
  const { words, language, base, mode, kept, requests, asking, composer, ask, announce, focused } = options;
  /** Below the name of the assistant, which is the heading of the page or of a part of one.
   *  @type {HeadingTag} */
  const headingTag = mode === "page" ? "h2" : "h3";
  const notice = element("p", { class: "notice", hidden: true });
  const welcome = createWelcome({ words, language, ask });
  const log = element("div", { class: "log", role: "log", "aria-live": "polite", "aria-label": words.log });
  const preview = element("div", { class: "preview", "aria-hidden": "true" });
  const offers = element("div", { class: "offers-place" });
  const scroll = element("div", { class: "scroll" }, notice, welcome, log, preview, offers);
  /** By id: a turn with its nodes.
   *  @type {Map<string, { turn: Turn, nodes: HTMLElement[] }>} */
  const shown = new Map();
  /** By key of its question: the bubble of one without an answer, and the card with what is said of it.
   *  @type {Map<string, { bubble: HTMLElement, card?: HTMLElement }>} */
  const waiting = new Map();
  /** Of a question that wasn't taken. */
  /** @type {HTMLElement | undefined} */
  let refusal;
  /** @type {number | undefined} */
  let searching;
  let settledAt = 0;

  const scroller = () => (mode === "page" && document.scrollingElement) || scroll;
  /** In the chat's own scroller alone: the page that embeds it stays where it is.
   *  @param {Element | undefined} node */
  function showAtTop(node) {
    if (!node) return;
    if (mode === "page") node.scrollIntoView({ block: "start" });
    else scroll.scrollTop += node.getBoundingClientRect().top - scroll.getBoundingClientRect().top - 8;
  }

  /** Does the rest, then shows the question, unless the reader has gone elsewhere meanwhile.
   *  @param {() => void} show */
  function keepingPlace(show) {
    const isThere = Math.abs(scroller().scrollTop - settledAt) < 2;
    show();
    if (!isThere) return;
    showAtTop(lastQuestion());
    settledAt = scroller().scrollTop;
  }

  const lastQuestion = () => [...log.querySelectorAll(".question")].at(-1);

  const questionNode = (/** @type {string} */ text) =>
    element(
      "article",
      { class: "question", tabindex: "-1", lang: "vi" },
      element(headingTag, { class: "unseen", text: words.question }),
      element("p", { text }),
    );

  /** Whole, so that it is announced once.
   *  @param {Turn} turn */
  function replyNode({ response, record }) {
    const actions = replyActions(response, { words, requests, announce, text: replyText(response, words) });
    const view = { words, base, headingTag, record, ticksOf: kept.ticksOf, actions };
    const article = element(
      "article",
      { class: "reply", lang: response.reply.language ?? "vi" },
      ...replyNodes(response, view),
    );
    article.dataset.status = response.reply.status;
    return article;
  }

  /** Brings in what is new, each turn in its place; what is shown stays, though older turns are kept no more. */
  function showTurns() {
    for (const turn of kept.turns().filter(({ id }) => !shown.has(id))) {
      const nodes = [takeWaiting(turn.id) ?? questionNode(turn.text), replyNode(turn)];
      shown.set(turn.id, { turn, nodes });
    }
    let next = log.firstElementChild;
    for (const node of inOrder().flatMap(({ nodes }) => nodes)) {
      if (node === next) next = next.nextElementSibling;
      else log.insertBefore(node, next);
    }
    welcome.hidden = log.childElementCount > 0;
  }

  const inOrder = () => [...shown.values()].sort((a, b) => byPlace(a.turn, b.turn));

  /** They go when the next question is asked, and stay while somebody stands on them. */
  function showOffers() {
    if (asking.isBusy() || offers.contains(focused())) return;
    const last = inOrder().at(-1);
    offers.replaceChildren(...(last ? offerNodes(last.turn.response, { words, ask }) : []));
  }

  /** The bubble, for the turn that it has become; what was said of it goes.
   *  @param {string} key */
  function takeWaiting(key) {
    const found = waiting.get(key);
    waiting.delete(key);
    found?.card?.remove();
    return found?.bubble;
  }

  /** @param {string} text @param {[label: string, action: () => void][]} actions */
  function card(text, ...actions) {
    const buttons = actions.map(([label, action]) => button(null, label, action));
    return element(
      "div",
      { class: "problem" },
      element("p", { text }),
      buttons.length > 0 && element("div", { class: "actions" }, ...buttons),
    );
  }

  /** Until the next question.
   *  @param {string} text */
  function refuse(text) {
    refusal?.remove();
    refusal = card(text);
    log.append(refusal);
    welcome.hidden = true;
  }

  /** The question goes back to where it can be changed, unless another is being typed there.
   *  @param {Question} question */
  function takeBack({ key, text }) {
    const bubble = takeWaiting(key);
    if (composer.giveBack(text)) bubble?.remove();
    welcome.hidden = log.childElementCount > 0;
  }

  /** @param {Question} question */
  function giveUp(question) {
    if (asking.current() === question) asking.drop();
    kept.dropQuestion(question);
    composer.focus();
    takeBack(question);
    showOffers();
  }

  /** A screen reader waits for the finished reply.
   *  @param {boolean} isBusy */
  function busy(isBusy) {
    log.setAttribute("aria-busy", String(isBusy));
    preview.setAttribute("aria-hidden", "true");
    composer.refresh();
  }

  return {
    scroll,
    refuse,
    /** In the server's order. */
    turns: () => inOrder().map(({ turn }) => turn),
    /** What is only shown again is not announced. */
    showKept() {
      log.setAttribute("aria-live", "off");
      showTurns();
      const current = asking.current();
      if (current) this.started(current);
      else showOffers();
      setTimeout(() => {
        log.setAttribute("aria-live", "polite");
        composer.refresh();
        const last = lastQuestion();
        if (last) showAtTop(last);
        // What was scrolled through is gone.
        else scroller().scrollTop = 0;
        settledAt = scroller().scrollTop;
      });
    },
    /** Another tab has asked something. */
    showNew() {
      showTurns();
      showOffers();
    },
    /** Why the conversation is another one now; until the next question.
     *  @param {string} text */
    setNotice(text) {
      notice.textContent = text;
      notice.hidden = text === "";
      if (text !== "") announce(text);
    },
    clearNotices() {
      this.setNotice("");
      refusal?.remove();
    },
    /** With the sources, which are folded on the screen. */
    print() {
      const folded = [
        .../** @type {NodeListOf<HTMLDetailsElement>} */ (log.querySelectorAll("details:not([open])")),
      ];
      for (const details of folded) details.open = true;
      window.print();
      for (const details of folded) details.open = false;
    },

    // What becomes of a question.
    /** @param {Question} question */
    started(question) {
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
      searching = window.setTimeout(() => {
        if (preview.childElementCount > 0) return;
        preview.replaceChildren(element("p", { class: "searching", text: words.searching }));
        announce(words.searching);
      }, SEARCHING_AFTER_MS);
    },
    /** @param {string} soFar */
    text(soFar) {
      preview.setAttribute("class", "preview reply");
      preview.setAttribute("aria-hidden", "true");
      preview.replaceChildren(...previewNodes(soFar));
    },
    /** @param {Question} question @param {Wait} wait */
    waiting(question, { problem, seconds, retryNow }) {
      const next = isOffline(problem) ? words.whenOnline : words.whenWaited(seconds);
      const text = `${words.problem(problem, isOffline(problem))} ${next}`;
      preview.setAttribute("class", "preview");
      // Something to press must not be hidden from anybody.
      preview.removeAttribute("aria-hidden");
      keepingPlace(() =>
        preview.replaceChildren(card(text, [words.retry, retryNow], [words.giveUp, () => giveUp(question)])),
      );
      announce(text);
    },
    ended() {
      clearTimeout(searching);
      preview.setAttribute("class", "preview");
      preview.replaceChildren();
      busy(false);
    },
    answered() {
      keepingPlace(() => {
        showTurns();
        showOffers();
      });
    },
    /** The same question under another key.
     *  @param {Question} from @param {Question} to */
    renewed(from, to) {
      const found = waiting.get(from.key);
      waiting.delete(from.key);
      if (found) waiting.set(to.key, found);
    },
    /** @param {Question} question @param {Problem} problem */
    problem(question, problem) {
      const text = words.problem(problem, isOffline(problem));
      const found = waiting.get(question.key);
      keepingPlace(() => {
        if (problem.isPassing) {
          const again = () => {
            composer.focus();
            asking.again(question);
          };
          const said = card(
            `${text} ${words.stillKept}`,
            [words.retry, again],
            [words.giveUp, () => giveUp(question)],
          );
          if (found) found.card = said;
          found?.bubble.after(said);
        } else {
          // Nobody has pressed anything: the focus stays where it is.
          takeBack(question);
          refuse(text);
        }
        showOffers();
      });
    },
  };
}
