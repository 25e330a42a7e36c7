import { beforeAll, describe, expect, test } from "vitest";
import { AgencyNames } from "../../../bot/agency-names.ts";
import { type AssistantOptions, createAssistant } from "../../../bot/assistant.ts";
import { ACTS, type Act } from "../../../bot/examples/act-classifier.ts";
import { exampleFiles, rowsOfFile, type SpokenRow } from "../../../bot/examples/bank.ts";
import { loadOfficeExamples } from "../../../bot/examples/office-examples.ts";
import { learnSpeech, SHIPPED_SPEECH, type Speech } from "../../../bot/examples/speech.ts";
import { openSqliteStore } from "../../../bot/state/sqlite-store.ts";
import type { KnowledgeBase } from "../../../knowledge/knowledge-base.ts";
import { understandText } from "../../../knowledge/vietnamese/understand-text.ts";
import { shippedKnowledge } from "../../support/assistant.ts";

const OFFICE = new URL("../../../deploy/office-examples.example.jsonl", import.meta.url).pathname;

let knowledge: KnowledgeBase;
let names: AgencyNames;
let rows: SpokenRow[];
let taught: Speech;
beforeAll(async () => {
  knowledge = await shippedKnowledge();
  names = new AgencyNames(knowledge.agencies);
  rows = await loadOfficeExamples(decodeURIComponent(OFFICE));
  taught = learned(rows);
});

function learned(examples: readonly SpokenRow[]): Speech {
  const learning = learnSpeech(examples, names);
  for (;;) {
    const { done, value } = learning.next();
    if (done) return value;
  }
}

const sharesOf = (text: string, speech: Speech) => {
  const { tokens } = understandText(text);
  return speech.of(tokens, names.find(tokens));
};
function best(text: string, speech: Speech): Act {
  const shares = sharesOf(text, speech);
  return ACTS.reduce((found, act) => (shares[act] > shares[found] ? act : found));
}

describe("the examples of an office", () => {
  test("a few are learned, each as the act that it names", () => {
    for (const { text, act } of rows) {
      expect([text, best(text, taught)]).toEqual([text, act]);
      expect(sharesOf(text, taught)[act]).toBeGreaterThan(0.8);
    }
    expect(rows.filter(({ text, act }) => sharesOf(text, SHIPPED_SPEECH)[act] < 0.5).length).toBeGreaterThan(
      2,
    );
  });

  test("what is said like them is understood like them", () => {
    const [before, after] = [SHIPPED_SPEECH, taught].map(
      (speech) => sharesOf("réo chú Tư ra coi", speech).person,
    );
    expect(after).toBeGreaterThan(2 * before!);
  });

  test("what all others say stays understood", () => {
    const shipped = exampleFiles().flatMap(({ content }) => rowsOfFile(content));
    const right = (speech: Speech) => shipped.filter(({ text, act }) => best(text, speech) === act).length;
    expect(right(taught)).toBeGreaterThan(0.995 * right(SHIPPED_SPEECH));
  });

  test("the same examples teach the same", () => {
    const text = "cho gặp mấy cô chú hỏi chuyện chút";
    expect(sharesOf(text, learned(rows))).toEqual(sharesOf(text, taught));
  });

  test("one that is said word by word is known, with or without diacritics, whichever agency it names", () => {
    const speech = learned([{ text: "réo Sở Y tế ra nói chuyện cái", act: "person" }]);
    const toldOf = (text: string) => {
      const { tokens } = understandText(text);
      return speech.told(tokens, names.find(tokens));
    };
    expect(toldOf("Réo Sở Y tế ra nói chuyện cái!")).toBe("person");
    expect(toldOf("reo so tai chinh ra noi chuyen cai")).toBe("person");
    expect(toldOf("réo Sở Y tế ra nói chuyện")).toBeUndefined();
    expect(toldOf("Sở Y tế chủ trì việc gì?")).toBeUndefined();
  });

  test("their words are no typing errors, those without diacritics aside", () => {
    expect(SHIPPED_SPEECH.words).not.toContain("réo");
    expect(taught.words).toEqual(expect.arrayContaining(["réo", ...SHIPPED_SPEECH.words]));
    expect(learned([{ text: "gap can bo di thoi nghen", act: "person" }]).words).toEqual(
      SHIPPED_SPEECH.words,
    );
  });
});

test("the shipped examples alone teach what is shipped", () => {
  const alone = learned([]);
  for (const text of ["dạ vâng", "cho tôi gặp người thật", "khó hiểu quá", "Sở Y tế chủ trì việc gì?"])
    expect(sharesOf(text, alone)).toEqual(sharesOf(text, SHIPPED_SPEECH));
});

describe("an assistant", () => {
  /** The replies of one talk. */
  async function talk(turns: readonly string[], examples?: AssistantOptions["examples"]) {
    const store = await openSqliteStore(":memory:");
    const assistant = createAssistant({
      knowledge,
      store,
      now: () => new Date("2026-11-25T09:00:00+07:00"),
      retentionDays: 30,
      handoffContact: "",
      ...(examples ? { examples } : {}),
    });
    const replies = [];
    let conversationId: string | undefined;
    for (const text of turns) {
      const response = await assistant.answer({ channel: "web", text, conversationId });
      conversationId = response.conversationId;
      replies.push(response.reply);
    }
    await store.close();
    return replies;
  }
  const QUESTION = "Sở Y tế chủ trì việc gì?";

  test("does what an office's own words ask for once it is told what they do", async () => {
    const said = ["réo chú Tư ra nói chuyện cái", "đàn gảy tai trâu"];
    const acts: Act[] = ["person", "notUnderstood"];
    const turns = [QUESTION, said[1]!, said[0]!];
    const before = await talk(turns);
    const after = await talk(
      turns,
      said.map((text, i) => ({ text, act: acts[i]! })),
    );
    expect(before.slice(1).map(({ status }) => status)).toEqual(Array(2).fill("unanswerable_out_of_scope"));
    expect(after[1]!.status).toBe("answered");
    expect(after[1]!.tasks.length).toBeGreaterThan(0);
    expect(after[2]!.status).toBe("handoff");
  });

  test("still helps in danger, whatever an example says of the words", async () => {
    const said = "cứu với, nhà tôi đang cháy";
    const [reply] = await talk([said], [{ text: said, act: "greet" }]);
    expect(reply!.text).toContain("114");
  });

  test("answers the same without examples and with none", async () => {
    expect(await talk([QUESTION], [])).toEqual(await talk([QUESTION]));
  });
});
