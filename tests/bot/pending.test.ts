import { describe, expect, test } from "vitest";
import type { Reply } from "../../bot/reply.ts";
import { openConversations } from "../support/conversations.ts";

const { talk } = openConversations("2024-06-15T08:00:00+07:00");
const last = async (...turns: string[]): Promise<Reply> => (await talk(...turns)).at(-1)!;

const all = (reply: Reply, is: (task: Reply["tasks"][number]) => boolean): boolean =>
  reply.tasks.length > 0 && reply.tasks.every(is);

describe("a question about the asker's own agency is answered once the agency is told", () => {
  test.each<[question: string, told: string, agency: string, isOfIt: (reply: Reply) => boolean]>([
    ["cơ quan tôi phải làm gì", "Sở Tài chính", "Sở Tài chính", ({ tasks }) => tasks.length === 58],
    [
      "cơ quan tôi chủ trì bao nhiêu nhiệm vụ",
      "à Sở Tài chính nhé",
      "Sở Tài chính",
      (reply) => reply.text.includes("chủ trì **0** nhiệm vụ") && all(reply, ({ role }) => role === "lead"),
    ],
    [
      "cơ quan tôi có những việc nào hạn 2024",
      "so tai chinh",
      "Sở Tài chính",
      (reply) => all(reply, ({ dueEnd }) => dueEnd === "2024-12-31"),
    ],
    [
      "cơ quan tôi phối hợp những gì",
      "bên tài chính",
      "Sở Tài chính",
      (reply) => all(reply, ({ role }) => role === "coordinating"),
    ],
    [
      "năm nay cơ quan tôi phải làm gì",
      "mình ở sở y tế",
      "Sở Y tế",
      (reply) => reply.text.includes("năm 2024") && all(reply, ({ period }) => period !== "2023"),
    ],
    ["đơn vị mình có trách nhiệm gì", "Sở Nội vụ ạ", "Sở Nội vụ", ({ kind }) => kind === "duty"],
    [
      "cơ quan em làm việc gì hàng năm",
      "sở tnmt",
      "Sở Tài nguyên và Môi trường",
      (reply) => all(reply, ({ recurrence }) => recurrence === "yearly"),
    ],
    [
      "quý 4 này cơ quan tôi phải xong việc gì",
      "cơ quan tôi là Sở Tài chính",
      "Sở Tài chính",
      ({ text }) => text.includes("quý 4/2024") && text.includes("Sở Tài chính"),
    ],
    ["cơ quan tôi có việc gì về dữ liệu", "Sở Y tế", "Sở Y tế", ({ tasks }) => tasks.length < 17],
    ["cơ quan tôi phải làm gì", "2", "Văn phòng UBND tỉnh", ({ tasks }) => tasks.length === 45],
    ["cơ quan tôi phải làm gì", "cái thứ hai", "Văn phòng UBND tỉnh", ({ tasks }) => tasks.length === 45],
  ])("«%s» «%s»", async (question, told, agency, isOfIt) => {
    const [asked, answer] = await talk(question, told);
    expect(asked!.status).toBe("clarification");
    expect(asked!.options.length).toBeGreaterThan(0);
    expect(asked!.options.every(({ kind }) => kind === "agency")).toBe(true);
    expect(isOfIt(answer!)).toBe(true);
    // As if it had been known from the start.
    expect(answer).toEqual((await talk({ text: question, agency }))[0]);
  });

  test("thanks in between don't end the waiting, and the agency stays known", async () => {
    const turns = ["cơ quan tôi phối hợp những gì", "cảm ơn em", "Sở Y tế", "cơ quan tôi chủ trì những gì"];
    const [, , answer, next] = await talk(...turns);
    expect(all(answer!, ({ role }) => role === "coordinating")).toBe(true);
    expect(all(next!, ({ role }) => role === "lead")).toBe(true);
  });

  test("a name that several agencies share is asked back in its turn", async () => {
    const [, which, answer] = await talk("cơ quan tôi chủ trì những gì", "CĐ", "Côn Đảo nhé");
    expect(which!.options.map(({ label }) => label)).toEqual(["UBND huyện Châu Đức", "UBND huyện Côn Đảo"]);
    expect(answer!.text).toContain("**UBND huyện Côn Đảo** chủ trì");
    expect(all(answer!, ({ role }) => role === "lead")).toBe(true);
  });

  test.each<[other: string, isOther: (reply: Reply) => boolean]>([
    ["đăng ký khai tử mất bao lâu", ({ procedures }) => procedures[0]?.code === "1.000656"],
    ["Sở Y tế phối hợp nhiệm vụ nào?", (reply) => all(reply, ({ role }) => role === "coordinating")],
    ["nhiệm vụ IV.1 hạn khi nào", ({ tasks }) => tasks.length === 1 && tasks[0]!.id === "IV.1"],
  ])("«%s» is another question", async (other, isOther) => {
    expect(isOther(await last("cơ quan tôi chủ trì bao nhiêu nhiệm vụ", other))).toBe(true);
  });
});

describe("a name that several agencies share", () => {
  test.each<[question: string, told: string, said: string, isOfIt: (reply: Reply) => boolean]>([
    ["CĐ có nhiệm vụ gì", "1", "UBND huyện Châu Đức", ({ tasks }) => tasks.length === 44],
    ["CĐ có nhiệm vụ gì", "huyện Châu Đức nhé", "UBND huyện Châu Đức", ({ tasks }) => tasks.length === 44],
    [
      "CĐ chủ trì mấy nhiệm vụ",
      "cái thứ hai",
      "UBND huyện Côn Đảo",
      (reply) => reply.tasks.length === 9 && all(reply, ({ role }) => role === "lead"),
    ],
    [
      "CĐ hạn sớm nhất là việc nào",
      "chau duc",
      "",
      (reply) => all(reply, ({ dueEnd }) => dueEnd === "2023-12-31"),
    ],
  ])("«%s» «%s»", async (question, told, said, isOfIt) => {
    const [asked, answer] = await talk(question, told);
    expect(asked!.options).toEqual([
      { label: "UBND huyện Châu Đức", kind: "agency", id: "ubnd-huyen-chau-duc" },
      { label: "UBND huyện Côn Đảo", kind: "agency", id: "ubnd-huyen-con-dao" },
    ]);
    expect(answer!.text).toContain(said);
    expect(isOfIt(answer!)).toBe(true);
  });
});

describe("a procedure that was asked back for", () => {
  test.each<[question: string, told: string, procedure: { code: string; aspects: string[] }]>([
    ["lệ phí bao nhiêu", "khai sinh", { code: "1.001193", aspects: ["fee"] }],
    ["lệ phí bao nhiêu", "2", { code: "1.001193", aspects: ["fee"] }],
    ["cần giấy tờ gì", "kết hôn nhé", { code: "1.000894", aspects: ["documents"] }],
    ["thủ tục này mất bao lâu", "đăng ký kết hôn", { code: "1.000894", aspects: ["time"] }],
    ["thủ tục hộ tịch mất bao lâu", "dang ky khai tu", { code: "1.000656", aspects: ["time"] }],
    ["thủ tục hộ tịch mất bao lâu", "khai tử nộp ở đâu", { code: "1.000656", aspects: ["place"] }],
  ])("«%s» «%s»", async (question, told, procedure) => {
    const [asked, answer] = await talk(question, told);
    expect(asked!.status).toBe("clarification");
    expect(asked!.options.every(({ kind, code }) => kind === "procedure" && code)).toBe(true);
    expect(answer!.procedures.map(({ code, aspects }) => ({ code, aspects }))).toEqual([procedure]);
  });
});

describe("a task that was asked back for", () => {
  test.each<[question: string, told: string, id: string, says: string]>([
    ["nhiệm vụ số 1 hạn khi nào", "nhóm V", "V.1", "Thời gian in trong Phụ lục"],
    ["nhiệm vụ số 1 ai chủ trì", "IV.1", "IV.1", "chủ trì nhiệm vụ IV.1"],
    ["II.1 ai chủ trì", "2", "IIb.1", "**Sở Thông tin và Truyền thông** chủ trì nhiệm vụ II.1"],
    ["II.1 ai chủ trì", "phát triển hạ tầng số", "IIb.1", "chủ trì nhiệm vụ II.1"],
    ["II.1 hạn khi nào", "cái thứ hai", "IIb.1", "II.1 (Phát triển hạ tầng số)"],
  ])("«%s» «%s»", async (question, told, id, says) => {
    const [asked, answer] = await talk(question, told);
    expect(asked!.options.map((option) => option.id)).toContain(id);
    expect(answer!.tasks.map((task) => task.id)).toEqual([id]);
    expect(answer!.text).toContain(says);
  });
});

test("a number, a label and words of it choose the same, wherever choices are put", async () => {
  for (const question of [
    "CĐ chủ trì mấy nhiệm vụ",
    "thủ tục hộ tịch mất bao lâu",
    "nhiệm vụ số 1 ai chủ trì",
  ]) {
    const [asked] = await talk(question);
    const by = await Promise.all(
      ["2", "cái thứ hai", asked!.options[1]!.label].map((told) => last(question, told)),
    );
    expect(by[0]!.status).toBe("answered");
    expect(by[1]).toEqual(by[0]);
    expect(by[2]).toEqual(by[0]);
  }
});
