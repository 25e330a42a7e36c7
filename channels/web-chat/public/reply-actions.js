/** What can be done with a reply: hear it, copy it, say whether it helped. */
import { button, element } from "./dom.js";
import { canSpeak, speak, stopSpeaking } from "./voice.js";

const MAX_COMMENT = 1000;

/** @param {any} response
 *  @param {{ words: any, requests: any, announce(text: string): void, text: string }} options */
export function replyActions({ messageId, reply }, { words, requests, announce, text }) {
  // Said to eyes here and to ears by the status of the page.
  const said = element("span", { class: "said", "aria-hidden": "true" });
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

function speakButton({ spoken, language }, words, say) {
  const show = (isSpeaking) => {
    node.setAttribute("aria-pressed", String(isSpeaking));
    node.lastChild.textContent = isSpeaking ? words.stopSpeaking : words.speak;
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

function rating(messageId, words, requests, say) {
  const buttons = [true, false].map((useful) =>
    button(useful ? "useful" : "useless", useful ? words.useful : words.useless, () => rate(useful), {
      class: "quiet",
      "aria-pressed": "false",
    }),
  );
  const comment = element("textarea", { rows: 2, maxlength: MAX_COMMENT, "aria-label": words.why });
  const why = element(
    "form",
    {
      class: "why",
      hidden: true,
      on: {
        submit: (event) => {
          event.preventDefault();
          buttons[1].focus();
          why.hidden = true;
          send(false, comment.value.trim());
        },
      },
    },
    element("p", { text: words.why }),
    comment,
    element("button", { type: "submit", text: words.sendWhy }),
  );

  function rate(useful) {
    buttons[0].setAttribute("aria-pressed", String(useful));
    buttons[1].setAttribute("aria-pressed", String(!useful));
    why.hidden = useful;
    send(useful);
  }

  const send = (useful, reason) =>
    requests.rate(messageId, useful, reason || undefined).then(
      () => say(words.thanks),
      ({ message }) => say(message || words.feedbackFailed),
    );

  return [...buttons, why];
}
