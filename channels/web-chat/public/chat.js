/** The web page: sends questions, shows replies as they arrive, keeps the conversation for this tab. */
import { readEvents } from "./event-stream.js";
import { forget, keep, readKept } from "./kept.js";
import { element, showReply, showText } from "./reply-view.js";

const MAX_CHARACTERS = 2000;
const COUNT_FROM = 1800;
const TIMEOUT_MS = 60_000;
const NETWORK_MESSAGE = "Không kết nối được với trợ lý. Anh/chị kiểm tra mạng rồi thử lại.";
const TIMEOUT_MESSAGE = "Trợ lý chưa trả lời kịp. Anh/chị vui lòng thử lại.";

const find = (id) => document.getElementById(id);
const log = find("log");
const welcome = find("welcome");
const composer = find("composer");
const question = find("question");
const send = find("send");
const counter = find("counter");

const kept = readKept();
/** Aborts the turn under way; undefined when none is. */
let underWay;

/** What failed, in words for the asker. */
class TurnError extends Error {
  constructor(message, { code = "", retryable = true } = {}) {
    super(message);
    this.code = code;
    this.retryable = retryable;
  }
}

async function ask(text) {
  const asked = text.normalize("NFC").trim();
  if (asked === "" || asked.length > MAX_CHARACTERS || underWay) return;
  welcome.hidden = true;
  removeOldOffers();
  const bubble = showQuestion(asked);
  bubble.scrollIntoView({ block: "start" });
  await answer(asked);
}

async function answer(text) {
  const controller = new AbortController();
  underWay = controller;
  const timer = setTimeout(() => controller.abort(), TIMEOUT_MS);
  const place = log.appendChild(
    element("article", { class: "reply waiting", text: "Đang tìm trong nguồn…" }),
  );
  busy(true);
  try {
    const response = await requestTurn(text, controller.signal, (soFar) => {
      place.className = "reply";
      showText(place, soFar);
    });
    if (underWay !== controller) return;
    kept.conversationId = response.conversationId;
    kept.turns.push({ text, response });
    keep(kept);
    place.className = "reply";
    showReply(place, response, ask);
  } catch (error) {
    // "Bắt đầu lại" has emptied the page meanwhile.
    if (underWay !== controller) return;
    showProblem(place, error, controller.signal.aborted, text);
  } finally {
    clearTimeout(timer);
    if (underWay === controller) {
      underWay = undefined;
      busy(false);
    }
  }
}

/** Resolves to the whole reply. A conversation that the server no longer has is begun anew, once. */
async function requestTurn(text, signal, onText) {
  const { conversationId } = kept;
  const body = JSON.stringify(
    conversationId ? { text, conversationId, channel: "web" } : { text, channel: "web" },
  );
  const headers = { "Content-Type": "application/json", Accept: "text/event-stream, application/json" };
  const response = await fetch("/api/chat", { method: "POST", headers, body, signal });
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    if (problem.code === "conversation_unknown" && conversationId) {
      kept.conversationId = undefined;
      log.insertBefore(
        element("p", {
          class: "notice",
          text: "Cuộc trò chuyện trước đã hết thời gian lưu; trợ lý bắt đầu cuộc mới.",
        }),
        log.lastChild,
      );
      return requestTurn(text, signal, onText);
    }
    const retryable = response.status === 429 || response.status >= 500;
    throw new TurnError(problem.message ?? "Trợ lý gặp lỗi. Anh/chị vui lòng thử lại.", {
      code: problem.code,
      retryable,
    });
  }
  const isStream = (response.headers.get("Content-Type") ?? "").startsWith("text/event-stream");
  if (!isStream || !response.body) return response.json();
  let soFar = "";
  for await (const { name, data } of readEvents(response.body)) {
    if (name === "delta") {
      soFar += data.text;
      onText(soFar);
    } else if (name === "error") throw new TurnError(data.message, { code: data.code });
    else if (name === "done") return data;
  }
  throw new TurnError(NETWORK_MESSAGE);
}

function showQuestion(text) {
  const bubble = element("article", { class: "question", tabindex: "-1" });
  bubble.append(element("h2", { class: "unseen", text: "Câu hỏi" }), element("p", { text }));
  return log.appendChild(bubble);
}

function showProblem(place, error, timedOut, text) {
  const known = error instanceof TurnError;
  const message = timedOut ? TIMEOUT_MESSAGE : known ? error.message : NETWORK_MESSAGE;
  place.className = "reply problem";
  place.replaceChildren(element("p", { text: message }));
  if (known && !error.retryable) {
    if (question.value === "") setDraft(text);
    return;
  }
  const retry = element("button", { type: "button", text: "Thử lại" });
  retry.addEventListener("click", () => {
    if (underWay) return;
    place.remove();
    answer(text);
  });
  place.append(retry);
}

/** Only the newest reply offers follow-up questions. */
function removeOldOffers() {
  for (const offers of log.querySelectorAll(".offers")) offers.remove();
}

/** A screen reader waits for the finished reply instead of reading every piece. */
function busy(isBusy) {
  log.setAttribute("aria-busy", String(isBusy));
  showLength();
}

function showLength() {
  const { length } = question.value.normalize("NFC").trim();
  const tooLong = length > MAX_CHARACTERS;
  counter.textContent =
    length < COUNT_FROM
      ? ""
      : tooLong
        ? `Dài quá ${length - MAX_CHARACTERS} ký tự`
        : `${length}/${MAX_CHARACTERS}`;
  counter.classList.toggle("over", tooLong);
  send.disabled = tooLong || underWay !== undefined;
  question.style.height = "auto";
  question.style.height = `${question.scrollHeight + question.offsetHeight - question.clientHeight}px`;
}

function setDraft(text) {
  question.value = text;
  kept.draft = text;
  keep(kept);
  showLength();
}

function restart() {
  underWay?.abort();
  underWay = undefined;
  Object.assign(kept, { conversationId: undefined, turns: [], draft: "" });
  forget();
  log.replaceChildren();
  welcome.hidden = false;
  setDraft("");
  busy(false);
  question.focus();
}

composer.addEventListener("submit", (event) => {
  event.preventDefault();
  const text = question.value;
  if (text.trim() === "" || send.disabled) return question.focus();
  setDraft("");
  ask(text);
});
question.addEventListener("keydown", (event) => {
  // While an input method is composing a Vietnamese word, Enter belongs to it.
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  composer.requestSubmit();
});
question.addEventListener("input", () => {
  kept.draft = question.value;
  keep(kept);
  showLength();
});
find("examples").addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (button) ask(button.textContent);
});
find("restart").addEventListener("click", restart);

for (const { text, response } of kept.turns) {
  welcome.hidden = true;
  removeOldOffers();
  showQuestion(text);
  showReply(log.appendChild(element("article", { class: "reply" })), response, ask);
}
log.lastElementChild?.scrollIntoView({ block: "start" });
setDraft(kept.draft);
