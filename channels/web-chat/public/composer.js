/** Where a question is typed or spoken. */
import { button, element, icon } from "./dom.js";
import { canListen, listen } from "./voice.js";

export const MAX_CHARACTERS = 2000;
const COUNT_FROM = 1800;

/** @import { Words } from "./types.d.ts" */

/** @param {{ words: Words, draft: string, isBusy(): boolean, onDraft(text: string): void, onSubmit(text: string): void,
 *    announce(text: string): void }} options `onSubmit` gets what isn't blank, not too long and comes while not busy */
export function createComposer({ words, draft, isBusy, onDraft, onSubmit, announce }) {
  /** @type {(() => void) | undefined} */
  let stopListening;
  const question = element("textarea", {
    id: "question",
    rows: 1,
    enterkeyhint: "send",
    autocomplete: "off",
    placeholder: words.placeholder,
    "aria-describedby": "hint counter",
    on: {
      input: () => {
        onDraft(question.value);
        refresh();
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
  question.value = draft;

  function submit() {
    if (question.value.trim() === "" || send.disabled) return question.focus();
    const text = question.value;
    set("");
    onSubmit(text);
  }

  /** @param {string} text */
  function set(text) {
    question.value = text;
    onDraft(text);
    refresh();
  }

  /** The height of the field, the count of characters, whether it can be sent. */
  function refresh() {
    const { length } = question.value.normalize("NFC").trim();
    const over = length - MAX_CHARACTERS;
    counter.textContent =
      length < COUNT_FROM ? "" : over > 0 ? words.tooLong(over) : `${length}/${MAX_CHARACTERS}`;
    counter.classList.toggle("over", over > 0);
    send.disabled = over > 0 || isBusy();
    question.style.height = "auto";
    if (question.scrollHeight > 0)
      question.style.height = `${question.scrollHeight + question.offsetHeight - question.clientHeight}px`;
  }

  function toggleListening() {
    if (stopListening) return stopListening();
    const before = question.value === "" ? "" : `${question.value.trimEnd()} `;
    stopListening = listen({
      onText: (heard) => set(before + heard),
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

  return {
    form,
    refresh,
    set,
    /** What isn't asked after all; whatever is being typed comes first. False when it found no room.
     *  @param {string} text */
    giveBack(text) {
      if (question.value !== "" && question.value !== text) return false;
      set(text);
      return true;
    },
    /** @param {FocusOptions} [options] */
    focus: (options) => question.focus(options),
  };
}
