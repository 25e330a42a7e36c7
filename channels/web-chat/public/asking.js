/** The question that a chat has under way: kept until it is answered, taken back, or dropped with its conversation. */

/** @import { Kept, Problem, Question, Reply, Requests, TurnBody, TurnResponse, Wait } from "./types.d.ts" */
/** @typedef {{ question: Question, controller: AbortController, isDeleted: boolean }} UnderWay */

/** How long a reply waits for the record that its richer view needs. */
const RECORD_PATIENCE_MS = 1200;
/** Without a way to tell whether the tab of a question is still there. */
const LEFT_ALONE_MS = 2 * 60_000;
/** The server has the conversation no more. */
const GONE = new Set(["conversation_unknown", "conversation_deleted"]);

/** @param {{ kept: Kept, requests: Requests, about: { audience: string | null, agency: string | null }, view(): {
 *    started(question: Question): void, text(soFar: string): void, waiting(question: Question, wait: Wait): void, ended(): void,
 *    answered(): void, renewed(from: Question, to: Question): void, problem(question: Question, problem: Problem): void },
 *    onKept(): void, onGone(): void }} options the view is told `ended` before what it ended with; `onKept`: an answer is
 *    among what is kept; `onGone`: the conversation has been begun anew, because the server had it no more */
export function createAsking({ kept, requests, about, view, onKept, onGone }) {
  /** Undefined when no question is under way.
   *  @type {UnderWay | undefined} */
  let current;

  /** `waits` for the tab that has it in hand; otherwise it is left to that one.
   *  @param {Question} question */
  async function run(question, waits = true) {
    /** @type {UnderWay} */
    const mine = { question, controller: new AbortController(), isDeleted: false };
    const begin = () => {
      if (waits ? current !== mine : current) return undefined;
      // Answered or given up by the tab that had it.
      if (!kept.hasQuestion(question)) return end(mine);
      if (!waits) {
        current = mine;
        view().started(question);
      }
      return send(mine);
    };
    if (waits) {
      current = mine;
      view().started(question);
    }
    await holding(question.key, waits, begin);
  }

  /** @param {UnderWay} mine */
  async function send(mine) {
    const { question, controller } = mine;
    // Once sent, a key stands for all that was sent with it.
    question.about ??= { conversationId: kept.conversationId(), ...about };
    kept.saveQuestion(question);
    /** @type {TurnBody} */
    const turn = { text: question.text, channel: "web" };
    for (const name of /** @type {const} */ (["conversationId", "audience", "agency"])) {
      const value = question.about[name];
      if (value) turn[name] = value;
    }
    /** @type {TurnResponse} */
    let response;
    try {
      response = await requests.ask(turn, question.key, {
        signal: controller.signal,
        onText: (soFar) => isWanted(mine) && view().text(soFar),
        onWait: (wait) => isWanted(mine) && view().waiting(question, wait),
        onStart() {
          if (question.n !== undefined) return;
          // The server has answered it: later ones come after it, whenever the rest of this one arrives.
          question.n = kept.nextPlace();
          if (isWanted(mine)) kept.saveQuestion(question);
        },
      });
    } catch (problem) {
      return isWanted(mine) ? fail(mine, /** @type {Problem} */ (problem)) : undefined;
    }
    if (mine.isDeleted) return removeLate(response);
    const record = await recordOf(response.reply);
    if (!isWanted(mine)) return;
    end(mine);
    // With as much of the record as the view needs: it looks the same after a reload.
    const seen = record && { methods: record.methods, fees: record.fees, times: record.times };
    if (kept.answered(question, response, seen)) {
      view().answered();
      onKept();
    } else if (kept.thread().why === "removed") removeLate(response);
  }

  /** The answer to a question of a conversation that was deleted meanwhile. What can't be deleted now goes from the
   *  server when its time is over.
   *  @param {{ conversationId: string }} response */
  const removeLate = ({ conversationId }) => requests.remove(conversationId).catch(() => {});

  /** @param {UnderWay} mine @param {Problem} problem */
  function fail(mine, problem) {
    const { question } = mine;
    end(mine);
    if (GONE.has(problem.code) && question.about?.conversationId) {
      if (kept.isPresent(question)) kept.beginAfter(question);
      onGone();
      return renew(question, {});
    }
    // Nobody's answer stands under this key for us: once more under another one, and no more by itself.
    if (problem.code === "idempotency_key_used") {
      if (!question.isRenewed) return renew(question, { isRenewed: true });
      question.needsNewKey = true;
    }
    if (!problem.isPassing) kept.dropQuestion(question);
    view().problem(question, problem);
  }

  /** The same words as a new question of the present conversation.
   *  @param {Question} question @param {{ isRenewed?: boolean }} marks */
  function renew(question, marks) {
    kept.dropQuestion(question);
    const renewed = { ...kept.newQuestion(question.text), ...marks };
    kept.saveQuestion(renewed);
    view().renewed(question, renewed);
    return run(renewed);
  }

  /** @param {UnderWay} mine */
  function end(mine) {
    if (current !== mine) return;
    current = undefined;
    view().ended();
  }

  /** @param {UnderWay} mine */
  const isWanted = (mine) => current === mine && !mine.isDeleted;

  /** @param {Reply} reply */
  const recordOf = ({ kind, procedures }) =>
    kind === "procedure" && procedures.length === 1 && procedures[0]
      ? requests.procedure(procedures[0].code, RECORD_PATIENCE_MS)
      : undefined;

  return {
    isBusy: () => current !== undefined,
    current: () => current?.question,
    /** @param {string} text */
    ask(text) {
      const question = kept.newQuestion(text);
      kept.saveQuestion(question);
      return run(question);
    },
    /** @param {Question} question */
    again: (question) => (question.needsNewKey ? renew(question, { isRenewed: true }) : run(question)),
    /** Goes on with what was left without an answer: by this tab before it was loaded again, or by one that is gone. */
    async resume() {
      for (const question of kept.questions()) {
        if (current) return;
        if (question.tab === kept.tab) await run(question);
        else if (navigator.locks || Date.now() - question.at > LEFT_ALONE_MS) await run(question, false);
      }
    },
    /** The question of a conversation that was begun anew elsewhere, because the server had it no more. */
    moveOver() {
      if (!current) return;
      const { question, controller } = current;
      controller.abort();
      current = undefined;
      renew(question, {});
    },
    /** The text of the question that isn't asked any more. `deleted`: its answer is to go from the server as well. */
    drop({ deleted = false, keep = false } = {}) {
      if (!current) return undefined;
      const mine = current;
      const { question } = mine;
      end(mine);
      if (!keep) kept.dropQuestion(question);
      // Only the answer tells in which conversation the server has put a first question.
      if (deleted && question.about && !question.about.conversationId) mine.isDeleted = true;
      else mine.controller.abort();
      return question.text;
    },
  };
}

/** One tab at a time works on a question, where the browser can tell; elsewhere the key of the question has to do.
 *  @param {string} key @param {boolean} waits @param {() => Promise<unknown> | undefined | void} work */
async function holding(key, waits, work) {
  let isStarted = false;
  const start = (/** @type {Lock | null} */ lock) => {
    if (!lock) return undefined;
    isStarted = true;
    return work();
  };
  try {
    return await navigator.locks.request(`tro-ly-so/${key}`, waits ? {} : { ifAvailable: true }, start);
  } catch (problem) {
    // No locks here.
    if (isStarted) throw problem;
    return work();
  }
}
