import { describe, expect, test } from "vitest";
import { FigureLock } from "../../../bot/figure-lock.ts";
import {
  lockFigures,
  noticePersonalData,
  offerPerson,
  phraseBetter,
  spell,
} from "../../../bot/steps/word-answer.ts";
import { dialogueWith, draftOf, offered } from "./turns.ts";

const UNANSWERED = { kind: "refusal", status: "answered", reason: "not_understood", offers: [] } as const;
const lock = new FigureLock([]);

describe("a person is offered", () => {
  const unansweredAfter = (failures: number, language: "vi" | "en" = "vi") =>
    offerPerson(
      offered({ query: { ...UNANSWERED, offers: [] }, dialogue: dialogueWith({ failures }), language }),
    );

  test("after the third question in a row without an answer, to the eye with the code and to the ear", () => {
    expect(unansweredAfter(1)).toMatchObject({ opens: undefined, draft: draftOf("Chào anh/chị.") });
    const third = unansweredAfter(2);
    expect(third.opens).toBe("failures");
    expect(third.draft.text).toMatch(/^Chào anh\/chị\.\n\n.*cán bộ xem\. .*mã tra cứu/);
    expect(third.draft.spoken).toMatch(/cán bộ xem\.$/);
    expect(unansweredAfter(2, "en").draft.text).not.toContain("cán bộ");
  });

  test("to who wishes for one, whose answer says so itself", () => {
    const asked = offerPerson(offered({ query: { kind: "handoff" } }));
    expect(asked).toMatchObject({ opens: "asked", draft: draftOf("Chào anh/chị.") });
  });
});

describe("figures that nothing supports", () => {
  const quoted = [
    { id: "c1", document: "Kế hoạch", number: "", issuedOn: null, locator: "I", quote: "hạn năm 2024" },
  ];

  test("are told, and the quotes are sent instead", () => {
    const told: string[][] = [];
    const turn = offered({ draft: draftOf("Hạn năm 2099.", { citations: quoted }) });
    const locked = lockFigures(turn, lock, (unsupported) => told.push([...unsupported]));
    expect(told).toHaveLength(1);
    expect(told[0]!.join()).toContain("2099");
    expect(JSON.stringify(locked.draft)).not.toContain("2099");
    expect(locked.draft.text).toContain("> hạn năm 2024");
    const english = lockFigures({ ...turn, language: "en" }, lock, undefined);
    expect(english.draft.text).toContain("> hạn năm 2024");
    expect(english.draft.text).not.toBe(locked.draft.text);
  });

  test("are none in a sound draft, which stays as it is", () => {
    const turn = offered({ draft: draftOf("Hạn năm 2024.", { citations: quoted }) });
    expect(lockFigures(turn, lock, () => expect.unreachable())).toBe(turn);
  });
});

test("who sent personal data is told not to, in the language of the answer, and nobody else is", () => {
  expect(noticePersonalData(offered())).toEqual(offered());
  const told = noticePersonalData(offered({ hadPersonalData: true }));
  expect(told.draft.text).toContain("vui lòng không gửi số giấy tờ");
  expect(told.draft.spoken).toBe("Chào anh/chị.");
  const english = noticePersonalData(offered({ hadPersonalData: true, language: "en" }));
  expect(english.draft.text).not.toContain("vui lòng");
  expect(english.draft.text.length).toBeGreaterThan("Chào anh/chị.".length);
});

test("what is heard is spelled out, and says its language unless it is Vietnamese", () => {
  const { reply } = spell(offered({ draft: draftOf("Hạn 31/12/2024.") }));
  expect(reply.text).toBe("Hạn 31/12/2024.");
  expect(reply.spoken).toMatch(/^\D+$/);
  expect(reply.language).toBeUndefined();
  expect(spell(offered({ language: "en" })).reply.language).toBe("en");
});

test("a model words Vietnamese answers alone", async () => {
  const better = draftOf("Hay hơn.");
  const model = {
    use: { name: "m", version: null, purposes: [] },
    understand: async () => undefined,
    phrase: async () => better,
    end: () => {},
  };
  expect((await phraseBetter(offered(), model)).draft).toBe(better);
  const english = offered({ language: "en" });
  expect(await phraseBetter(english, model)).toBe(english);
  const turn = offered();
  expect(await phraseBetter(turn, { ...model, phrase: async () => undefined })).toBe(turn);
  expect(await phraseBetter(turn, undefined)).toBe(turn);
});
