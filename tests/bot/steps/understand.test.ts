import { describe, expect, test } from "vitest";
import type { ModelTurn } from "../../../bot/language-model/model-steps.ts";
import type { Query } from "../../../bot/query.ts";
import type { ReadQuestion } from "../../../bot/steps/read-question.ts";
import { understand, understandBetter } from "../../../bot/steps/understand.ts";
import { createMemoryStore } from "../../support/memory-store.ts";
import { dialogueWith, heard, understood } from "./turns.ts";

const UNSURE: Query = { kind: "refusal", status: "answered", reason: "not_understood", offers: [] };
const ASKS_BACK: Query = { kind: "clarification", question: "Cơ quan nào?", options: [] };
const TASK: Query = { kind: "task", ids: ["V.9"], asks: [] };

/** Reads each question as told; the dialogue counts the readings. */
function reader(queries: Record<string, Query>) {
  const asked: string[] = [];
  const read: ReadQuestion = async (_turn, text, dialogue) => {
    asked.push(text);
    const query = queries[text.trim()] ?? UNSURE;
    return {
      query,
      read: { text },
      agencyIds: [text],
      dialogue: { ...dialogue, failures: dialogue.failures + 1 },
    };
  };
  return { read, asked };
}

describe("a question with personal data", () => {
  const WITH = "Số căn cước của tôi là [số giấy tờ tùy thân], làm mất thẻ rồi";

  test("is read without what introduced them, and as a whole only where that leaves it unsure", async () => {
    const sure = reader({ "làm mất thẻ rồi": TASK, ", làm mất thẻ rồi": TASK });
    const turn = heard(WITH, { hadPersonalData: true });
    expect((await understand(turn, sure.read)).query).toEqual(TASK);
    expect(sure.asked).toHaveLength(1);
    expect(sure.asked[0]).not.toContain("[");
  });

  test("that is unsure is what the second reading makes of it, when that is surer", async () => {
    const whole = "Số căn cước của tôi là  , làm mất thẻ rồi";
    const { read, asked } = reader({ [whole]: TASK });
    const result = await understand(heard(WITH, { hadPersonalData: true }), read);
    expect(asked).toHaveLength(2);
    expect(result).toMatchObject({ query: TASK, dialogue: { failures: 2 } });
  });

  test("stays what it was first read as when neither is sure; without such data it is read once", async () => {
    const { read, asked } = reader({ "Số căn cước của tôi là  , làm mất thẻ rồi": ASKS_BACK });
    expect((await understand(heard(WITH, { hadPersonalData: true }), read)).query).toEqual(UNSURE);
    expect(asked).toHaveLength(2);
    const once = reader({});
    await understand(heard("làm mất thẻ rồi"), once.read);
    expect(once.asked).toEqual(["làm mất thẻ rồi"]);
  });
});

test("insults are taken out of what is read; where nothing else is understood they are what was said", async () => {
  const { read, asked } = reader({ "CALLBOT do ai làm": TASK });
  expect((await understand(heard("CALLBOT do ai làm đồ ngu"), read)).query).toEqual(TASK);
  expect(asked[0]).not.toContain("ngu");
  expect((await understand(heard("đồ ngu"), read)).query).toMatchObject({ kind: "refusal", reason: "abuse" });
});

describe("a language model", () => {
  const model = (understandBy: ModelTurn["understand"]): ModelTurn => ({
    use: { name: "m", version: null, purposes: [] },
    understand: understandBy,
    phrase: async () => undefined,
    end: () => {},
  });
  const first = understood({
    query: UNSURE,
    read: { text: "hạn khi nào" },
    question: "hạn khi nào",
    dialogue: dialogueWith({ last: TASK }),
  });

  test("that there is not changes nothing", async () => {
    expect(await understandBetter(first, undefined, reader({}).read, createMemoryStore())).toBe(first);
  });

  test("is told of the turn before, and what it rewrote is what was read", async () => {
    const store = createMemoryStore();
    await store.saveTurn(
      {
        messageId: "m0",
        conversationId: "c1",
        code: "AAA222",
        channel: "web",
        question: "Nhiệm vụ CALLBOT?",
        response: {} as never,
        knowledgeVersion: "1",
        createdAt: 0,
      },
      "{}",
    );
    const { read } = reader({ "CALLBOT hạn khi nào": TASK });
    const told: unknown[] = [];
    const helped = await understandBetter(
      first,
      model(async (text, query, before, readAgain) => {
        told.push(text, query, before);
        return readAgain("CALLBOT hạn khi nào");
      }),
      read,
      store,
    );
    expect(told).toEqual(["hạn khi nào", UNSURE, { question: "Nhiệm vụ CALLBOT?", query: TASK }]);
    expect(helped).toMatchObject({
      query: TASK,
      read: { text: "CALLBOT hạn khi nào" },
      agencyIds: ["CALLBOT hạn khi nào"],
    });
  });

  test("that helps with nothing leaves the query and the question as they were read", async () => {
    const helped = await understandBetter(
      first,
      model(async (_text, _query, _before, readAgain) => {
        await readAgain("một câu khác");
        await readAgain("một câu nữa");
        return undefined;
      }),
      reader({}).read,
      createMemoryStore(),
    );
    expect(helped).toMatchObject({ query: UNSURE, read: { text: "hạn khi nào" }, dialogue: { failures: 2 } });
  });
});
