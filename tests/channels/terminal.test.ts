import { PassThrough, Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { converse, formatReply } from "../../channels/terminal.ts";
import { RequestError } from "../../knowledge/errors.ts";
import { fakeAssistant, responseWith } from "./fakes.ts";

describe("a reply at a terminal", () => {
  test("reads as plain text, with citations, numbered suggestions and the code", () => {
    const text = "**Sở A** chủ trì.\n\n- Thời gian: 2023-2024\n\n> nguyên văn\n\n*Nguồn: Kế hoạch.*";
    const computed = [
      { value: "2", rule: "đếm" },
      { value: "3", rule: "đếm" },
    ];
    expect(formatReply(responseWith({ text, computed }))).toBe(
      [
        "Sở A chủ trì.\n\n- Thời gian: 2023-2024\n\n  nguyên văn\n\nNguồn: Kế hoạch.",
        "Trích dẫn:\n  [mục 1] Sở A",
        "Trợ lý tự tính:\n  2; 3: đếm",
        "Hỏi tiếp:\n  1. Hạn khi nào?\n  2. Ai phối hợp?",
        "Mã tra cứu: ABC234",
      ].join("\n\n"),
    );
  });

  test("leaves out what it has not", () => {
    const bare = responseWith({ text: "Xin chào!", citations: [], suggestions: [] });
    expect(formatReply(bare)).toBe("Xin chào!\n\nMã tra cứu: ABC234");
  });

  test("shortens long quotes and long lists of citations, and says so", () => {
    const citations = Array.from({ length: 8 }, (_, i) => ({
      id: `c${i}`,
      document: "Kế hoạch",
      number: "",
      issuedOn: null,
      locator: `mục ${i}`,
      quote: "chữ ".repeat(100),
    }));
    const printed = formatReply(responseWith({ citations }));
    expect(printed).toContain("và 3 trích dẫn khác");
    expect(printed).not.toContain("mục 5");
    expect(Math.max(...printed.split("\n").map((line) => line.length))).toBeLessThan(200);
  });

  test.each([
    ["2 * 3 * 4", "2 * 3 * 4"],
    ["**đậm** và *nghiêng*", "đậm và nghiêng"],
    ["*Nguồn: a; b.*", "Nguồn: a; b."],
    ["**chưa đóng", "**chưa đóng"],
  ])("%s is printed as %s", (text, printed) => {
    expect(formatReply(responseWith({ text })).split("\n")[0]).toBe(printed);
  });
});

describe("a conversation at a terminal", () => {
  async function talk(lines: string[], assistant = fakeAssistant()) {
    const output = new PassThrough({ encoding: "utf8" });
    let printed = "";
    output.on("data", (part: string) => {
      printed += part;
    });
    await converse(
      assistant,
      { channel: "cli", agency: "Sở Y tế" },
      Readable.from(lines.map((line) => `${line}\n`)),
      output,
    );
    return { asked: assistant.asked, printed };
  }

  test("keeps the conversation from turn to turn, and the agency with it", async () => {
    const { asked } = await talk(["một", "hai"]);
    expect(asked).toEqual([
      { channel: "cli", agency: "Sở Y tế", text: "một" },
      { channel: "cli", agency: "Sở Y tế", text: "hai", conversationId: "conversation-1" },
    ]);
  });

  test("a number asks the suggestion that was printed with it, any other number is a question", async () => {
    const { asked } = await talk(["một", "2", "7"]);
    expect(asked.map(({ text }) => text)).toEqual(["một", "Ai phối hợp?", "7"]);
  });

  test.each(["thoát", "Thoát", "exit", "EXIT", "tho\u0061\u0301t"])("%s leaves", async (word) => {
    const { asked } = await talk([word, "không được hỏi"]);
    expect(asked).toEqual([]);
  });

  test("an empty line asks nothing", async () => {
    expect((await talk(["", "   "])).asked).toEqual([]);
  });

  test("a refusal is printed and the conversation goes on", async () => {
    const assistant = fakeAssistant(({ text }) => {
      if (text === "dài") throw new RequestError("text_too_long", "Câu hỏi dài quá.", { field: "text" });
      return responseWith({ text: "được" });
    });
    const { asked, printed } = await talk(["dài", "ngắn"], assistant);
    expect(asked).toHaveLength(2);
    expect(printed).toMatch(/Câu hỏi dài quá\.[\s\S]*được/);
  });

  test("a fault of the program is not hidden", async () => {
    const assistant = fakeAssistant(() => {
      throw new TypeError("broken");
    });
    await expect(talk(["một"], assistant)).rejects.toThrow("broken");
  });
});
