/** What one browser tab keeps until it is closed or begun anew: conversation, turns shown, unsent draft. */

const KEY = "tro-ly-so";
const MAX_TURNS = 30;

/** @returns {{ conversationId: string | undefined, turns: { text: string, response: any }[], draft: string }} */
export function readKept() {
  try {
    const { conversationId, turns, draft } = JSON.parse(sessionStorage.getItem(KEY) ?? "{}");
    return {
      conversationId,
      turns: Array.isArray(turns) ? turns : [],
      draft: typeof draft === "string" ? draft : "",
    };
  } catch {
    return { conversationId: undefined, turns: [], draft: "" };
  }
}

/** A browser that refuses storage only loses the conversation on reload. */
export function keep({ conversationId, turns, draft }) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ conversationId, turns: turns.slice(-MAX_TURNS), draft }));
  } catch {
    forget();
  }
}

export function forget() {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Nothing was stored.
  }
}
