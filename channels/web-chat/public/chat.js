/** One chat: its parts, and what can be done with the conversation besides asking. */
import { createAsking } from "./asking.js";
import { createComposer, MAX_CHARACTERS } from "./composer.js";
import { createConversation } from "./conversation.js";
import { element } from "./dom.js";
import { createBar, createDialogs } from "./frame.js";
import { createKept } from "./kept.js";
import { createRequests, isOffline } from "./requests.js";
import { saveAsFile, transcriptText } from "./transcript.js";
import { stopSpeaking } from "./voice.js";
import { wordsOf } from "./words.js";

/** @import { Found, Language, Mode, Problem } from "./types.d.ts" */

/** Asked in the language of the interface, and answered in it. */
const PERSON = { vi: "Tôi muốn gặp cán bộ", en: "I would like to talk to a person" };
/** For reading it. */
const TOAST_MS = 3000;
const TOAST_MS_PER_CHARACTER = 50;
/** Typed to continue a conversation: "mã ABC234". */
const CODE = /^\s*m(?:ã|a)\s+([A-HJ-NP-Z2-9]{6})\s*$/iu;

/** @param {HTMLElement} place
 *  @param {{ base: URL, mode: Mode, language: Language, wishedLanguage: string | null, audience: string | null,
 *    agency: string | null, remember: "device" | "tab", onClose?: (() => void) | undefined }} options */
export function createChat(place, options) {
  const { base, mode, audience, agency } = options;
  const requests = createRequests(base);
  const kept = createKept({
    name: "tro-ly-so",
    place: options.remember,
    onRefused: () => setTimeout(() => tell(words.unkept)),
  });
  const asking = createAsking({
    kept,
    requests,
    about: { audience, agency },
    view: () => parts.conversation,
    onKept: () => watch?.changed(),
    onGone: gone,
  });
  /** @type {Language} */
  let language = (!options.wishedLanguage && kept.language()) || options.language;
  let words = wordsOf(language);
  /** Built anew when the language or the thread changes. */
  /** @type {ReturnType<typeof buildParts>} */
  let parts;
  /** @type {string} */
  let shownThread;
  /** @type {ReturnType<typeof kept.watch> | undefined} */
  let watch;

  function build() {
    // What had the focus goes away with the old parts: it stays in the chat.
    const hadFocus = place.contains(focused());
    parts = buildParts();
    shownThread = kept.thread().id;
    place.replaceChildren(parts.panel);
    if (hadFocus) parts.composer.focus({ preventScroll: true });
    place.setAttribute("lang", language);
    parts.conversation.showKept();
    parts.composer.refresh();
  }

  function buildParts() {
    const status = element("p", { class: "unseen", role: "status" });
    const toast = element("p", { class: "toast", "aria-hidden": "true", hidden: true });
    const composer = createComposer({
      words,
      announce,
      draft: kept.draft(),
      isBusy: asking.isBusy,
      onDraft: kept.setDraft,
      onSubmit: submit,
    });
    const common = { words, language, base, mode };
    const conversation = createConversation({
      ...common,
      kept,
      requests,
      asking,
      composer,
      ask,
      announce,
      focused,
    });
    const dialogs = createDialogs({ words, find: requests.resume, onFound: resumed, remove });
    const bar = createBar({ ...common, restart, close: options.onClose, entries: entries(dialogs) });
    const panel = element(
      "div",
      { class: `panel ${mode}` },
      bar,
      conversation.scroll,
      status,
      toast,
      composer.form,
      ...dialogs.nodes,
    );
    return { panel, status, toast, composer, conversation };
  }

  const focused = () => /** @type {Document | ShadowRoot} */ (place.getRootNode()).activeElement;

  /** @param {ReturnType<typeof createDialogs>} dialogs */
  const entries = (dialogs) => [
    { label: words.person, action: () => ask(PERSON[language]) },
    { label: words.resume, action: dialogs.openResume },
    { label: words.copyAll, action: copyAll },
    ...(mode === "page" ? [{ label: words.print, action: () => parts.conversation.print() }] : []),
    { label: words.download, action: () => saveAsFile(transcript(), "tro-ly-so.txt") },
    { label: words.remove, action: dialogs.openRemove },
    { label: words.language, action: changeLanguage, lang: language === "en" ? "vi" : "en" },
  ];

  /** @param {string} text */
  function submit(text) {
    const code = CODE.exec(text.normalize("NFC"))?.[1];
    if (code) resume(code.toUpperCase());
    else ask(text);
  }

  /** @param {string} text */
  function ask(text) {
    const asked = text.normalize("NFC").trim();
    if (asked === "" || asked.length > MAX_CHARACTERS || asking.isBusy()) return;
    parts.conversation.clearNotices();
    asking.ask(asked);
  }

  /** @param {string} text */
  function announce(text) {
    const { status } = parts;
    status.textContent = "";
    // A region that has only just come is not listened to yet.
    setTimeout(() => {
      status.textContent = text;
    });
  }

  /** For what leaves no other trace on the page.
   *  @param {string} text */
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

  function restart() {
    asking.drop();
    kept.setDraft("");
    kept.begin("restarted");
    emptied();
  }

  async function remove() {
    const removed = /** @type {Set<string>} */ (new Set());
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
    parts.conversation.setNotice(words.begunAnew);
  }

  /** @param {string} code */
  async function resume(code) {
    try {
      resumed(await requests.resume(code));
    } catch (caught) {
      const failure = /** @type {Problem} */ (caught);
      parts.conversation.refuse(words.problem(failure, isOffline(failure)));
      parts.composer.giveBack(`mã ${code}`);
    }
  }

  /** @param {Found} conversation */
  function resumed({ turns }) {
    const dropped = asking.drop();
    kept.resume(turns);
    emptied();
    if (dropped) parts.composer.giveBack(dropped);
    tell(words.resumed);
  }

  const transcript = () => transcriptText(parts.conversation.turns(), words);

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

  /** Another tab has asked something, or begun anew. */
  function sync() {
    const { id, why } = kept.thread();
    if (id === shownThread) return parts.conversation.showNew();
    const isMoved = why === "gone";
    const dropped = isMoved ? undefined : asking.drop({ deleted: why === "removed" });
    stopSpeaking();
    build();
    if (isMoved) asking.moveOver();
    if (dropped && why === "resumed") parts.composer.giveBack(dropped);
    parts.conversation.setNotice(words.elsewhere[why ?? "restarted"] ?? words.elsewhere.restarted);
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
      watch?.stop();
    },
  };
}

/** One that the server no longer has is as good as deleted.
 *  @param {Problem} problem */
function unlessUnknown(problem) {
  if (!/^conversation_(?:unknown|deleted)$/.test(problem.code)) throw problem;
}
