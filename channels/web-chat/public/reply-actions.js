/** What can be done with a reply: hear it, copy it, say whether it helped. */
import { button, element } from "./dom.js";
import { canSpeak, speak, stopSpeaking } from "./voice.js";

/** @import { Reply, Requests, TurnResponse, Words } from "./types.d.ts" */
/** @typedef {(message: string) => void} Say */

const MAX_COMMENT = 1000;

/** @param {TurnResponse} response
 *  @param {{ words: Words, requests: Requests, announce(text: string): void, text: string }} options */
export function replyActions({ messageId, reply }, { words, requests, announce, text }) {
  // Said to eyes here and to ears by the status of the page.
  const said = element("span", { class: "said", "aria-hidden": "true" });
  /** @type {Say} */
  const say = (message) => {
    said.textContent = message;
    announce(message);
  };
  return [
    ...(canSpeak() ? [speakButton(reply, words, say)] : []),
    ...(navigator.clipboard ? [copyButton(text, words, say)] : []),
    ...rating(messageId, words, requests, say),
    said,
  ];
}

/** @param {Reply} reply @param {Words} words @param {Say} say */
function speakButton({ spoken, language }, words, say) {
  const show = (/** @type {boolean} */ isSpeaking) => {
    node.setAttribute("aria-pressed", String(isSpeaking));
    if (node.lastChild) node.lastChild.textContent = isSpeaking ? words.stopSpeaking : words.speak;
  };
  const node = button(
    "speak",
    words.speak,
    () => {
      const isSpeaking = node.getAttribute("aria-pressed") === "true";
      if (isSpeaking) stopSpeaking();
      else if (speak({ text: spoken, language, onEnd: () => show(false) }) === "no-voice")
        return say(words.noVoice);
      show(!isSpeaking);
    },
    { class: "quiet", "aria-pressed": "false" },
  );
  return node;
}

/** @param {string} text @param {Words} words @param {Say} say */
const copyButton = (text, words, say) =>
  button(
    "copy",
    words.copyReply,
    async () => {
      const copied = await navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      );
      say(copied ? words.copied : words.copyFailed);
    },
    { class: "quiet" },
  );

/** @param {string} messageId @param {Words} words @param {Requests} requests @param {Say} say */
function rating(messageId, words, requests, say) {
  const choice = (/** @type {boolean} */ isUseful) =>
    button(isUseful ? "useful" : "useless", isUseful ? words.useful : words.useless, () => rate(isUseful), {
      class: "quiet",
      "aria-pressed": "false",
    });
  const [useful, useless] = [choice(true), choice(false)];
  const comment = element("textarea", { rows: 2, maxlength: MAX_COMMENT, "aria-label": words.why });
  const why = element(
    "form",
    {
      class: "why",
      hidden: true,
      on: {
        submit: (event) => {
          event.preventDefault();
          useless.focus();
          why.hidden = true;
          send(false, comment.value.trim());
        },
      },
    },
    element("p", { text: words.why }),
    comment,
    element("button", { type: "submit", text: words.sendWhy }),
  );

  /** @param {boolean} isUseful */
  function rate(isUseful) {
    useful.setAttribute("aria-pressed", String(isUseful));
    useless.setAttribute("aria-pressed", String(!isUseful));
    why.hidden = isUseful;
    send(isUseful);
  }

  /** @param {boolean} isUseful @param {string} [reason] */
  const send = (isUseful, reason) =>
    requests.rate(messageId, isUseful, reason || undefined).then(
      () => say(words.thanks),
      ({ message }) => say(message || words.feedbackFailed),
    );

  return [useful, useless, why];
}
