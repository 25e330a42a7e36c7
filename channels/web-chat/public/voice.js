/** Reading aloud and dictation, where the browser has them. Nothing is sent by this page. */

/** The part of the Web Speech API that is used; browsers have it under either name.
 *  @typedef {{ lang: string, interimResults: boolean, start(): void, stop(): void, onend: () => void,
 *    onresult: (event: { results: ArrayLike<ArrayLike<{ transcript: string }>> }) => void,
 *    onerror: (event: { error: string }) => void }} SpeechRecognition
 *  @typedef {{ SpeechRecognition?: new () => SpeechRecognition, webkitSpeechRecognition?: new () => SpeechRecognition }} Listening */

const LANGUAGE = "vi-VN";

export const canSpeak = () => "speechSynthesis" in window && "SpeechSynthesisUtterance" in window;

/** Reads the text; "no-voice" when the device has none for its language.
 *  @param {{ text: string, language?: "vi" | "en", onEnd(): void }} what */
export function speak({ text, language = "vi", onEnd }) {
  const voices = speechSynthesis.getVoices();
  const voice = voices.find(({ lang }) => lang.toLowerCase().split(/[-_]/)[0] === language);
  if (!voice && voices.length > 0) return "no-voice";
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.lang = voice?.lang ?? (language === "en" ? "en-US" : LANGUAGE);
  if (voice) utterance.voice = voice;
  utterance.onend = onEnd;
  utterance.onerror = onEnd;
  speechSynthesis.cancel();
  speechSynthesis.speak(utterance);
  return "speaking";
}

export const stopSpeaking = () => {
  if (canSpeak()) speechSynthesis.cancel();
};

function Recognition() {
  const { SpeechRecognition, webkitSpeechRecognition } = /** @type {Listening} */ (window);
  return SpeechRecognition ?? webkitSpeechRecognition;
}

export const canListen = () => Recognition() !== undefined;

/** Hands over what has been heard so far, again and again.
 *  @param {{ onText(text: string): void, onEnd(failed: boolean): void }} listener
 *  @returns {() => void} stops listening */
export function listen({ onText, onEnd }) {
  const Known = Recognition();
  // The button isn't shown then.
  if (!Known) return () => {};
  const recognition = new Known();
  recognition.lang = LANGUAGE;
  recognition.interimResults = true;
  let failed = false;
  recognition.onresult = ({ results }) =>
    onText(
      Array.from(results, (heard) => heard[0]?.transcript ?? "")
        .join(" ")
        .trim(),
    );
  recognition.onerror = ({ error }) => {
    failed = error !== "aborted" && error !== "no-speech";
  };
  recognition.onend = () => onEnd(failed);
  recognition.start();
  return () => recognition.stop();
}
