/** What this device keeps until the conversation is begun anew: the turns shown, the unsent draft, a question that has
 *  no answer yet; and beyond it the papers that were ticked and the language of the interface. */

const MAX_TURNS = 30;
const MAX_AGE_MS = 30 * 24 * 60 * 60 * 1000;
const NOTHING = { conversationId: undefined, turns: [], draft: "", pending: undefined };
const LASTING = { ticks: {}, language: undefined };

/** @param {{ name: string, place: "device" | "tab" }} options "tab" for machines that many people use */
export function createKept({ name, place }) {
  // A browser that refuses storage only loses the conversation on reload.
  const storage = attempt(() => (place === "tab" ? window.sessionStorage : window.localStorage));
  const state = { ...NOTHING, ...LASTING, ...read() };

  function read() {
    const { keptAt, ...found } = attempt(() => JSON.parse(storage.getItem(name))) ?? {};
    if (!(Date.now() - keptAt < MAX_AGE_MS)) return {};
    return {
      conversationId: found.conversationId,
      turns: Array.isArray(found.turns) ? found.turns : [],
      draft: typeof found.draft === "string" ? found.draft : "",
      pending: typeof found.pending?.key === "string" ? found.pending : undefined,
      ticks: found.ticks ?? {},
      language: found.language,
    };
  }

  function save() {
    const { turns, ...rest } = state;
    attempt(() =>
      storage.setItem(name, JSON.stringify({ ...rest, turns: turns.slice(-MAX_TURNS), keptAt: Date.now() })),
    );
  }

  return {
    state,
    set(changes) {
      Object.assign(state, changes);
      save();
    },
    /** The conversation. */
    forget() {
      Object.assign(state, { ...NOTHING, turns: [] });
      save();
    },
    /** Everything. */
    clear() {
      Object.assign(state, { ...NOTHING, ...LASTING, turns: [], ticks: {} });
      attempt(() => storage.removeItem(name));
    },
  };
}

function attempt(action) {
  try {
    return action();
  } catch {
    return undefined;
  }
}
