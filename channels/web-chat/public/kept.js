/** What this device keeps of the conversation until it is begun anew: turns, questions without an answer yet, the draft;
 *  and beyond it the papers that were ticked and the language. Any number of tabs share it. Everything is a record under
 *  a key of its own, written once and removed whole, so that no tab writes what another one has written. All records of
 *  a conversation carry the thread that they belong to; what is of another thread than the present one is removed by
 *  whoever sees it, so that nothing comes back after "delete" or "start over". */

const MAX_TURNS = 30;
const MAX_AGE_MS = 30 * 24 * 60 * 60 * 1000;
/** Until it is begun anew for the first time. */
const FIRST_THREAD = { id: "0" };
const LISTS = ["tasks", "procedures", "citations", "computed", "suggestions"];

/** Other chats of the same page: the browser tells other pages alone. */
const neighbours = new Set();

/** @param {{ name: string, place: "device" | "tab", onRefused(): void }} options "tab" for machines that many people use;
 *    `onRefused` is called once, when the browser keeps nothing (more): the chat goes on without */
export function createKept({ name, place, onRefused }) {
  const storage = place === "tab" ? "sessionStorage" : "localStorage";
  const records = createRecords(storage, `${name}/`, once(onRefused));
  /** Of this tab alone. */
  const own = createRecords("sessionStorage", `${name}-tab/`, () => {});
  const tab = own.get("id") ?? newKey();
  own.set("id", tab);

  const thread = () => records.get("thread") ?? FIRST_THREAD;
  const turnKey = (id) => `turn/${thread().id}/${id}`;
  const questionKey = (question) => `asked/${question.thread}/${question.key}`;
  const turns = () => records.list(`turn/${thread().id}/`).filter(isTurn).sort(byPlace);
  const questions = () => records.list(`asked/${thread().id}/`).filter(isQuestion);
  const isPresent = (question) => question.thread === thread().id;
  const nextPlace = () => 1 + Math.max(0, ...[...turns(), ...questions()].map(({ n }) => n ?? 0));

  function begin(why, id = newKey()) {
    // First room is made: a full storage must not keep the old thread.
    removeOthers(id);
    records.set("thread", { id, why });
  }

  function removeOthers(id) {
    for (const key of records.keys())
      if (/^(?:turn|asked)\//.test(key) && key.split("/")[1] !== id) records.remove(key);
  }

  /** Removes what is of another thread or too old. */
  function sweep() {
    removeOthers(thread().id);
    for (const key of records.keys()) if (Date.now() - records.get(key)?.at > MAX_AGE_MS) records.remove(key);
  }

  function addTurn(id, turn) {
    records.set(turnKey(id), { id, at: Date.now(), ...turn });
    for (const old of turns().slice(0, -MAX_TURNS)) records.remove(turnKey(old.id));
  }

  /** A single record held everything once. */
  function takeOver() {
    const old = records.get("");
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

  const newQuestion = (text) => ({ key: newKey(), thread: thread().id, tab, text, at: Date.now() });
  function saveQuestion(question) {
    if (isPresent(question)) records.set(questionKey(question), question);
  }

  attempt(takeOver);
  sweep();
  // What a tab that was closed has left; a tab that is only loaded again has its own.
  const left = records.get("left");
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
    dropQuestion: (question) => records.remove(questionKey(question)),
    hasQuestion: (question) => records.get(questionKey(question)) !== undefined,
    /** False when the conversation has been begun anew meanwhile: then nothing is kept of the answer. */
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
    /** The server has it no more. Tabs that learn it at the same time go on in the same thread. */
    beginAfter({ thread }) {
      const [first, times = 0] = thread.split(".");
      begin("gone", `${first}.${Number(times) + 1}`);
    },
    /** One that was found by its code, or elsewhere. */
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

    draft: () => own.get("draft") ?? "",
    setDraft: (text) => (text === "" ? own.remove("draft") : own.set("draft", text)),
    language: () => records.get("language"),
    setLanguage: (language) => records.set("language", language),
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
        if (records.get("left")?.tab === tab) records.remove("left");
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

/** Values as JSON under keys that begin with the prefix. What the browser refuses to keep lives as long as the page. */
function createRecords(storageName, prefix, onRefused) {
  const storage = attempt(() => window[storageName]);
  /** Undefined as a value: the browser still has what was removed. */
  const unkept = new Map();
  /** By key, what was read: answers are large. */
  const parsed = new Map();

  function get(key) {
    if (unkept.has(key)) return unkept.get(key);
    // The name alone was the key of a single record once.
    const raw = attempt(() => storage.getItem(key === "" ? prefix.slice(0, -1) : prefix + key));
    if (raw === undefined || raw === null) return undefined;
    const known = parsed.get(key);
    if (known?.raw === raw) return known.value;
    const value = attempt(() => JSON.parse(raw)) ?? undefined;
    parsed.set(key, { raw, value });
    return value;
  }

  function keys() {
    const found = (attempt(() => Object.keys(storage)) ?? [])
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length));
    return [...new Set([...found, ...unkept.keys()])].filter((key) => get(key) !== undefined);
  }

  return {
    get,
    keys,
    list: (start) => keys().flatMap((key) => (key.startsWith(start) ? [get(key)] : [])),
    set(key, value) {
      try {
        storage.setItem(prefix + key, JSON.stringify(value));
        unkept.delete(key);
      } catch {
        unkept.set(key, value);
        onRefused();
      }
    },
    remove(key) {
      parsed.delete(key);
      unkept.delete(key);
      try {
        storage.removeItem(key === "" ? prefix.slice(0, -1) : prefix + key);
      } catch {
        unkept.set(key, undefined);
      }
    },
    listen(onChange, signal) {
      window.addEventListener(
        "storage",
        ({ storageArea, key }) => {
          if (storageArea !== storage || !(key === null || key.startsWith(prefix))) return;
          if (key === null) parsed.clear();
          else parsed.delete(key.slice(prefix.length));
          onChange();
        },
        { signal },
      );
    },
  };
}

const tickKey = (code, text) => `tick/${code}/${text}`;

/** Another version of the program may have written it. */
const isTurn = (value) =>
  typeof value?.text === "string" &&
  typeof value.response?.reply?.text === "string" &&
  LISTS.every((list) => Array.isArray(value.response.reply[list]));
const isQuestion = (value) => typeof value?.text === "string" && typeof value.key === "string";

/** In the server's order. */
export const byPlace = (a, b) => a.n - b.n || a.at - b.at || (a.id < b.id ? -1 : 1);

/** Nobody guesses it. randomUUID is missing on pages without https. */
function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function once(action) {
  let left = action;
  return () => {
    left?.();
    left = undefined;
  };
}

function attempt(action) {
  try {
    return action();
  } catch {
    return undefined;
  }
}
