/** What this device keeps of the conversation until it is begun anew: turns, questions without an answer yet, the draft;
 *  and beyond it the papers that were ticked and the language. Any number of tabs share it. Everything is a record under
 *  a key of its own, written once and removed whole, so that no tab writes what another one has written. All records of
 *  a conversation carry the thread that they belong to; what is of another thread than the present one is removed by
 *  whoever sees it, so that nothing comes back after "delete" or "start over". */

import { attempt, createRecords } from "./records.js";

/** @import { Found, ProcedureMethods, Question, Thread, Ticks, Turn, TurnResponse, Why } from "./types.d.ts" */

const MAX_TURNS = 30;
const MAX_AGE_MS = 30 * 24 * 60 * 60 * 1000;
/** Until it is begun anew for the first time.
 *  @type {Thread} */
const FIRST_THREAD = { id: "0" };
const LISTS = /** @type {const} */ (["tasks", "procedures", "citations", "computed", "suggestions"]);

/** Other chats of the same page: the browser tells other pages alone. */
const neighbours = /** @type {Set<() => void>} */ (new Set());

/** @param {{ name: string, place: "device" | "tab", onRefused(): void }} options "tab" for machines that many people use;
 *    `onRefused` is called once, when the browser keeps nothing (more): the chat goes on without */
export function createKept({ name, place, onRefused }) {
  const storage = place === "tab" ? "sessionStorage" : "localStorage";
  const records = createRecords(storage, `${name}/`, once(onRefused));
  /** Of this tab alone. */
  const own = createRecords("sessionStorage", `${name}-tab/`, () => {});
  const tab = /** @type {string | undefined} */ (own.get("id")) ?? newKey();
  own.set("id", tab);

  const thread = () => /** @type {Thread | undefined} */ (records.get("thread")) ?? FIRST_THREAD;
  const turnKey = (/** @type {string} */ id) => `turn/${thread().id}/${id}`;
  const questionKey = (/** @type {Pick<Question, "thread" | "key">} */ question) =>
    `asked/${question.thread}/${question.key}`;
  const turns = () => records.list(`turn/${thread().id}/`).filter(isTurn).sort(byPlace);
  const questions = () => records.list(`asked/${thread().id}/`).filter(isQuestion);
  const isPresent = (/** @type {Pick<Question, "thread">} */ question) => question.thread === thread().id;
  const nextPlace = () => 1 + Math.max(0, ...[...turns(), ...questions()].map(({ n }) => n ?? 0));

  /** @param {Why} why */
  function begin(why, id = newKey()) {
    // First room is made: a full storage must not keep the old thread.
    removeOthers(id);
    records.set("thread", { id, why });
  }

  /** @param {string} id */
  function removeOthers(id) {
    for (const key of records.keys())
      if (/^(?:turn|asked)\//.test(key) && key.split("/")[1] !== id) records.remove(key);
  }

  /** Removes what is of another thread or too old. */
  function sweep() {
    removeOthers(thread().id);
    for (const key of records.keys()) if (isOld(records.get(key))) records.remove(key);
  }

  /** @param {string} id @param {{ n: number, text: string, response: TurnResponse, record?: ProcedureMethods | undefined }} turn */
  function addTurn(id, turn) {
    records.set(turnKey(id), { id, at: Date.now(), ...turn });
    for (const old of turns().slice(0, -MAX_TURNS)) records.remove(turnKey(old.id));
  }

  /** A single record held everything once. */
  function takeOver() {
    const old = /** @type {SingleRecord | undefined} */ (records.get(""));
    if (!old) return;
    records.remove("");
    if (!(Date.now() - old.keptAt < MAX_AGE_MS)) return;
    for (const [i, { text, response, record }] of (old.turns ?? []).entries())
      addTurn(response.messageId, { n: i + 1, text, response, record });
    if (old.draft) own.set("draft", old.draft);
    if (old.pending) saveQuestion({ ...newQuestion(old.pending.text), key: old.pending.key });
    if (old.language) records.set("language", old.language);
    for (const [code, texts] of Object.entries(old.ticks ?? {}))
      for (const text of texts) records.set(tickKey(code, text), { at: Date.now() });
  }

  /** @param {string} text @returns {Question} */
  const newQuestion = (text) => ({ key: newKey(), thread: thread().id, tab, text, at: Date.now() });
  /** @param {Question} question */
  function saveQuestion(question) {
    if (isPresent(question)) records.set(questionKey(question), question);
  }

  attempt(takeOver);
  sweep();
  // What a tab that was closed has left; a tab that is only loaded again has its own.
  const left = /** @type {{ tab?: string, text?: string } | undefined} */ (records.get("left"));
  const isWanted = left && own.get("draft") === undefined;
  if (isWanted) own.set("draft", left.text);
  if (isWanted || left?.tab === tab) records.remove("left");

  return {
    tab,
    thread,
    /** In the server's order. */
    turns,
    /** Those without an answer, of all tabs; `tab` says whose. */
    questions,
    isPresent,
    nextPlace,
    /** The one that the next question belongs to. */
    conversationId: () => turns().at(-1)?.response.conversationId,
    /** More than one when two tabs began at the same time. */
    conversationIds: () => [...new Set(turns().map(({ response }) => response.conversationId))],

    newQuestion,
    saveQuestion,
    /** @param {Question} question */
    dropQuestion: (question) => records.remove(questionKey(question)),
    /** @param {Question} question */
    hasQuestion: (question) => records.get(questionKey(question)) !== undefined,
    /** False when the conversation has been begun anew meanwhile: then nothing is kept of the answer.
     *  @param {Question} question @param {TurnResponse} response @param {ProcedureMethods | undefined} record */
    answered(question, response, record) {
      const wanted = isPresent(question);
      const { key, text, n = nextPlace() } = question;
      // The key gives the same answer however often it is asked with: the turn is there once.
      if (wanted) addTurn(key, { n, text, response, record });
      records.remove(questionKey(question));
      return wanted;
    },

    /** The conversation is gone from this device, in all its tabs. `why` is for the others to say. */
    begin,
    /** The server has it no more. Tabs that learn it at the same time go on in the same thread.
     *  @param {Pick<Question, "thread">} question */
    beginAfter({ thread }) {
      const [first, times = 0] = thread.split(".");
      begin("gone", `${first}.${Number(times) + 1}`);
    },
    /** One that was found by its code, or elsewhere.
     *  @param {Found["turns"]} found */
    resume(found) {
      begin("resumed");
      for (const [i, { text, response }] of found.slice(-MAX_TURNS).entries())
        addTurn(response.messageId, { n: i + 1, text, response });
    },
    /** Everything. */
    clear() {
      for (const key of records.keys().filter((key) => key !== "thread")) records.remove(key);
      own.remove("draft");
      begin("removed");
    },

    draft: () => /** @type {string | undefined} */ (own.get("draft")) ?? "",
    /** @param {string} text */
    setDraft: (text) => (text === "" ? own.remove("draft") : own.set("draft", text)),
    language: () => /** @type {"vi" | "en" | undefined} */ (records.get("language")),
    /** @param {"vi" | "en"} language */
    setLanguage: (language) => records.set("language", language),
    /** @param {string} code @returns {Ticks} */
    ticksOf: (code) => ({
      has: (text) => records.get(tickKey(code, text)) !== undefined,
      set: (text, isTicked) =>
        isTicked ? records.set(tickKey(code, text), { at: Date.now() }) : records.remove(tickKey(code, text)),
    }),

    /** `onChange`: another chat of this device has changed something; `onBack`: this page is looked at again. The
     *  returned `removed` tells tabs that share nothing but the conversation that it was deleted.
     *  @param {{ onChange(): void, onBack(): void }} listener
     *  @returns {{ removed(conversationIds: string[]): void, changed(): void, stop(): void }} */
    watch({ onChange, onBack }) {
      const ears = new AbortController();
      const { signal } = ears;
      const changed = () => {
        sweep();
        onChange();
      };
      const back = () => {
        if (document.visibilityState !== "visible") return;
        // It is in this tab's hands again.
        if (/** @type {{ tab?: string } | undefined} */ (records.get("left"))?.tab === tab)
          records.remove("left");
        changed();
        onBack();
      };
      records.listen(changed, signal);
      neighbours.add(changed);
      // A page that was put aside has missed what happened.
      window.addEventListener("pageshow", back, { signal });
      document.addEventListener("visibilitychange", back, { signal });
      window.addEventListener(
        "pagehide",
        () => {
          const text = own.get("draft");
          if (place === "device" && text) records.set("left", { at: Date.now(), tab, text });
        },
        { signal },
      );
      const channel = attempt(() => new BroadcastChannel(name));
      channel?.addEventListener(
        "message",
        ({ data }) => {
          // Tabs with a storage in common learn it from there.
          if (
            place !== "tab" ||
            !turns().some(({ response }) => data?.removed?.includes(response.conversationId))
          )
            return;
          begin("removed");
          changed();
        },
        { signal },
      );
      return {
        removed: (conversationIds) => channel?.postMessage({ removed: conversationIds }),
        changed() {
          for (const neighbour of neighbours) if (neighbour !== changed) neighbour();
        },
        stop() {
          ears.abort();
          neighbours.delete(changed);
          channel?.close();
        },
      };
    },
  };
}

/** @typedef {{ keptAt: number, turns?: { text: string, response: TurnResponse, record?: ProcedureMethods }[], draft?: string,
 *    pending?: { text: string, key: string }, language?: "vi" | "en", ticks?: Record<string, string[]> }} SingleRecord */

/** @param {string} code @param {string} text */
const tickKey = (code, text) => `tick/${code}/${text}`;

/** Another version of the program may have written it.
 *  @param {unknown} value @returns {value is Turn} */
function isTurn(value) {
  const turn = /** @type {Partial<Turn> | null | undefined} */ (value);
  const reply = turn?.response?.reply;
  return (
    typeof turn?.text === "string" &&
    typeof reply?.text === "string" &&
    LISTS.every((list) => Array.isArray(reply[list]))
  );
}
/** @param {unknown} value @returns {value is Question} */
function isQuestion(value) {
  const question = /** @type {Partial<Question> | null | undefined} */ (value);
  return typeof question?.text === "string" && typeof question.key === "string";
}
/** @param {unknown} value */
const isOld = (value) => {
  const { at = Number.NaN } = /** @type {{ at?: number } | null | undefined} */ (value) ?? {};
  return Date.now() - at > MAX_AGE_MS;
};

/** In the server's order.
 *  @param {Turn} a @param {Turn} b */
export const byPlace = (a, b) => a.n - b.n || a.at - b.at || (a.id < b.id ? -1 : 1);

/** Nobody guesses it. randomUUID is missing on pages without https. */
function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @param {() => void} action */
function once(action) {
  /** @type {(() => void) | undefined} */
  let left = action;
  return () => {
    left?.();
    left = undefined;
  };
}
