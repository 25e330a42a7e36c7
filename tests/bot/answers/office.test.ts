import { beforeAll, describe, expect, test } from "vitest";
import { compose } from "../../../bot/answers/compose.ts";
import type { AnswerContext } from "../../../bot/answers/context.ts";
import type { DraftReply } from "../../../bot/draft.ts";
import { FigureLock } from "../../../bot/figure-lock.ts";
import type { OfficeQuery, Query } from "../../../bot/query.ts";
import { OFFICE_ASKS, type OfficeProfile } from "../../../knowledge/office-profile.ts";
import { spellOut } from "../../../knowledge/vietnamese/spell-out.ts";
import { exampleOffice } from "../../support/assistant.ts";
import { openContext } from "./shared.ts";

let without: AnswerContext;
let example: OfficeProfile;
let lock: FigureLock;
beforeAll(async () => {
  without = await openContext();
  example = await exampleOffice();
  lock = new FigureLock(without.knowledge.agencies);
});

const withOffice = (office: OfficeProfile, handoffContact = ""): AnswerContext => ({
  ...without,
  settings: { ...without.settings, handoffContact, office },
});
function answer(query: Query, context: AnswerContext): DraftReply {
  const reply = compose(query, context);
  expect(lock.check(reply).unsupported).toEqual([]);
  return reply;
}
const ask = (...asks: OfficeQuery["asks"]): OfficeQuery => ({ kind: "office", asks });

describe("what the office has stated", () => {
  test.each([
    ["address", "Số 12 đường Lê Lợi"],
    ["telephone", "0254 3000 113 (đường dây nóng)"],
    ["hours", "Thứ Bảy: 07:30-11:30"],
    ["email", "phuonghoamai@example.gov.vn"],
    ["lookup", "https://dichvucong.example.gov.vn/tra-cuu"],
    ["filing", "https://dichvucong.example.gov.vn/nop-truc-tuyen"],
    ["zalo", "UBND phường Hoa Mai"],
    ["website", "https://phuonghoamai.example.gov.vn"],
  ] as const)("%s is said as stated, with whose it is, its quote and its day", (what, words) => {
    const { status, text, citations } = answer(ask(what), withOffice(example));
    expect(status).toBe("answered");
    expect(text).toContain(words);
    expect(text).toContain("UBND phường Hoa Mai");
    expect(text).toContain("(ngày 05/01/2026)");
    expect(citations.every(({ document }) => document.includes("UBND phường Hoa Mai công bố"))).toBe(true);
    expect(citations.some(({ quote }) => quote.includes(words))).toBe(true);
  });

  test("pages are links too", () => {
    const { links } = answer(ask("lookup", "filing"), withOffice(example));
    expect(links.map(({ url }) => url)).toEqual([example.lookupUrl, example.filingUrl]);
  });

  test("all of it is told when all is asked, without what is missing", () => {
    const { text } = answer(ask(), withOffice(example));
    for (const words of ["Địa chỉ", "Điện thoại", "Giờ làm việc", "Zalo", "Tra cứu hồ sơ"])
      expect(text).toContain(words);
    const { text: less } = answer(ask(), withOffice({ name: "Sở A", address: "Số 3" }));
    expect(less).not.toContain("chưa công bố");
  });

  test("callers hear its telephone digit by digit and its hours as hours", () => {
    const spoken = spellOut(answer(ask("telephone", "hours"), withOffice(example)).spoken);
    expect(spoken).toContain("không hai năm bốn, ba không không không, một không không");
    expect(spoken).toContain("bảy giờ ba mươi đến mười một giờ ba mươi");
  });

  test("of a day that its hours don't name it says so, and draws no conclusion", () => {
    const hours = { kind: "office", asks: ["hours"] } as const;
    const on = (day: NonNullable<OfficeQuery["day"]>, office = example) =>
      answer({ ...hours, asks: ["hours"], day }, withOffice(office)).text;
    expect(on("sunday")).toContain("không nhắc tới Chủ nhật");
    expect(on("sunday")).toContain("0254 3000 100");
    expect(on("holiday")).toContain("không nhắc tới ngày lễ, Tết");
    expect(on("saturday")).not.toContain("không nhắc tới");
    expect(on("sunday", { name: "A", openingHours: ["Hằng ngày: 07:00-17:00"] })).not.toContain("không nhắc");
  });

  test("behind an answer from the plan it says first that the plan prints no such thing", () => {
    const { text } = answer({ ...ask("telephone"), afterPlan: true }, withOffice(example));
    expect(text).toMatch(/^Kế hoạch không in số điện thoại[\s\S]*0254 3000 100/);
  });
});

describe("what it has not stated", () => {
  test.each(OFFICE_ASKS)("%s is said to be missing, and no figure is made up", (what) => {
    const { status, text } = answer(ask(what), without);
    expect(text).toContain("chưa công bố");
    expect(text.replaceAll(/[^\d]/g, "")).toBe("");
    expect(status).toBe(["lookup", "filing"].includes(what) ? "answered" : "unanswerable_not_in_sources");
  });

  test("is looked up and filed at the national portal, with a link", () => {
    for (const what of ["lookup", "filing"] as const) {
      const { text, links } = answer(ask(what), withOffice({ name: "Sở A" }));
      expect(text).toContain("Sở A chưa công bố");
      expect(text).toContain("Cổng Dịch vụ công quốc gia");
      expect(links.map(({ url }) => url)).toEqual(["https://dichvucong.gov.vn"]);
    }
  });

  test("leads to the operator's contact, else to its telephone, else to the desk", () => {
    const bare = { name: "Sở A", telephones: [{ number: "0254 3000 200" }] };
    expect(answer(ask("hours"), withOffice(bare, "Phòng 1, máy 12")).text).toContain("Phòng 1, máy 12");
    expect(answer(ask("hours"), withOffice(bare)).text).toContain("0254 3000 200");
    expect(answer(ask("hours"), without).text).toContain("gặp cán bộ");
  });

  test("stands beside what it has stated", () => {
    const { status, text } = answer(ask("address", "email"), withOffice({ name: "Sở A", address: "Số 3" }));
    expect(status).toBe("answered");
    expect(text).toContain("Số 3");
    expect(text).toContain("chưa công bố thư điện tử");
  });
});

describe("other answers name the office's own ways", () => {
  const action = (what: "register" | "lookup" | "call"): Query => ({
    kind: "action",
    action: what,
    about: {},
  });

  test("filing and looking up: its pages, else the national portal", () => {
    expect(answer(action("register"), withOffice(example)).text).toContain(example.filingUrl);
    expect(answer(action("lookup"), withOffice(example)).text).toContain(example.lookupUrl);
    expect(answer(action("register"), without).text).toContain("dichvucong.gov.vn");
    expect(answer(action("lookup"), without).text).toContain("dichvucong.gov.vn");
  });

  test("a call: its telephone", () => {
    expect(answer(action("call"), withOffice(example)).text).toContain("0254 3000 100");
    expect(answer(action("call"), without).text).toContain("gặp cán bộ");
  });

  test("a person: the operator's contact first, else how to reach the office", () => {
    const handoff: Query = { kind: "handoff" };
    expect(answer(handoff, withOffice(example)).text).toContain("0254 3000 100");
    const both = answer(handoff, withOffice(example, "Chị Lan, máy 12")).text;
    expect(both).toContain("Chị Lan, máy 12");
    expect(both).not.toContain("0254 3000 100");
    expect(answer(handoff, without).text).toContain("chưa được nối với cán bộ trực");
  });

  test("another agency's number stays unknown", () => {
    const refusal: Query = {
      kind: "refusal",
      status: "unanswerable_not_in_sources",
      reason: "no_contact",
      offers: [],
    };
    const { text, status } = answer(refusal, withOffice(example));
    expect(text).toContain("Nguồn không nêu số điện thoại");
    expect(text).not.toContain("0254");
    expect(status).toBe("unanswerable_not_in_sources");
  });
});
