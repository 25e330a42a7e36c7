import { describe, expect, test } from "vitest";
import { SUGGESTIONS } from "../../bot/answers/english/phrases.ts";
import { exampleOffice } from "../support/assistant.ts";
import { openConversations } from "../support/conversations.ts";

const { talk } = openConversations("2026-11-25T09:00:00+07:00", exampleOffice);

describe("the language of an answer", () => {
  test("is that of the question", async () => {
    const [english, vietnamese] = await talk("Who leads the CALLBOT task?", "Ai phối hợp nhiệm vụ V.24?");
    expect(english!.language).toBe("en");
    expect(english!.text).toContain("leads task V.9");
    expect(vietnamese!.language).toBeUndefined();
    expect(vietnamese!.text).toContain("Phối hợp thực hiện");
  });

  test("is the one that the request names, with the same records", async () => {
    const question = "Ai chủ trì nhiệm vụ CALLBOT?";
    const [vietnamese] = await talk(question);
    const [english] = await talk({ text: question, language: "en" });
    expect(english!.text).toContain("leads task V.9");
    expect(english!.tasks).toEqual(vietnamese!.tasks);
    expect(english!.citations).toEqual(vietnamese!.citations);
    const [translated] = await talk({ text: "Who leads the CALLBOT task?", language: "vi" });
    expect(translated!.text).toBe(vietnamese!.text);
  });

  test("goes on where a question says nothing of it", async () => {
    const replies = await talk("Who leads the CALLBOT task?", "V.24", "thanks");
    expect(replies.map(({ language }) => language)).toEqual(["en", "en", "en"]);
    const [, other] = await talk("Ai chủ trì nhiệm vụ CALLBOT?", "V.24");
    expect(other!.language).toBeUndefined();
  });

  test("is Vietnamese for a Vietnamese question with English words", async () => {
    const [reply] = await talk("deadline task CALLBOT của Sở TTTT là khi nào");
    expect(reply!.language).toBeUndefined();
  });
});

test("who is in danger is helped in English too", async () => {
  const [fire] = await talk("Help, my house is on fire!");
  expect(fire!.text).toMatch(/^\*\*Call 114 now/);
  const [life] = await talk("I want to kill myself");
  expect(life!.text).toContain("You do not have to bear this alone.");
});

test("personal data is masked, and that is said in English", async () => {
  const [reply] = await talk("My phone number is 0912345678, how do I register a birth?");
  expect(reply!.text).toContain("please do not send");
  expect(reply!.text).not.toContain("0912345678");
});

test("after three failures a person is offered in English", async () => {
  const ask = "What is the procedure for a licence to keep zebras?";
  const replies = await talk(ask, ask, ask);
  expect(replies[2]!.text).toContain("three times in a row");
});

describe("each suggestion in English is answered in English", () => {
  const fills: Readonly<Record<string, string>> = {
    "Which tasks are in the group {}?": "Nhân lực số",
    "Who coordinates task {} in the appendix?": "V.9",
    "Who coordinates task {}?": "V.9",
    "Compare tasks {}": "V.9 and V.10",
    "Which tasks end in {}?": "2025",
    "What does section {} of the body of the plan say?": "V.7",
    "“{}”: which papers are needed?": "Đăng ký khai sinh",
    "Task {}": "V.9",
  };
  const asked = [
    ...new Set(SUGGESTIONS.map(([, english]) => english.replace("{}", fills[english] ?? "Sở Y tế"))),
  ];

  test.each(asked)("%s", async (text) => {
    const replies = await talk(
      { text: "Which papers are needed to register a birth?" },
      { text, agency: "Sở Y tế" },
    );
    const { status, language } = replies[1]!;
    expect([status, language]).toEqual([expect.stringMatching(/^(answered|handoff)$/), "en"]);
  });
});
