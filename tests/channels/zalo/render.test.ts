import { describe, expect, test } from "vitest";
import { toPlainText } from "../../../channels/zalo/plain-text.ts";
import {
  asksForMore,
  buttonsOf,
  chosen,
  MAX_TEXT,
  plainMessages,
  renderReply,
  withNumbers,
} from "../../../channels/zalo/render.ts";
import { responseWith } from "../fakes.ts";

describe("Markdown becomes plain text", () => {
  test.each([
    ["**Sở A** chủ trì", "Sở A chủ trì"],
    ["- một\n- **hai** ba\n  * bốn", "• một\n• hai ba\n  • bốn"],
    ["1. một\n2. hai", "1. một\n2. hai"],
    ["*Nguồn: 1/KH*", "Nguồn: 1/KH"],
    ["> Thực hiện đo lường.\n>\n> Giám sát", "“Thực hiện đo lường.”\n\n“Giám sát”"],
    ["# Đầu\n\n\n\nđuôi", "Đầu\n\nđuôi"],
    ["[cổng](https://a.vn/x) ở đây", "cổng (https://a.vn/x) ở đây"],
    ["5 * 3 = 15 và 2*3*4", "5 * 3 = 15 và 2*3*4"],
    ["phí 8.000 đồng/bản_sao", "phí 8.000 đồng/bản_sao"],
    ["[Bảng (Excel)](/api/tasks?a=b)", "Bảng (Excel): tải trên trang web của trợ lý"],
  ])("%j", (markdown, text) => {
    expect(toPlainText(markdown)).toBe(text);
  });
});

describe("a reply", () => {
  test("is one message with its source at the end and its suggestions beside it", () => {
    const response = responseWith({
      text: "**Sở A** chủ trì.\n\n- Thời gian: 2023-2024\n\n*Nguồn: Quyết định 1/KH ngày 25/10/2023 – mục 1.*",
    });
    expect(renderReply(response)).toEqual([
      [
        {
          text: "Sở A chủ trì.\n\n• Thời gian: 2023-2024\n\nNguồn: Quyết định 1/KH ngày 25/10/2023 – mục 1.",
          choices: ["Hạn khi nào?", "Ai phối hợp?"],
        },
      ],
    ]);
  });

  test("names documents that its source line leaves out, and links, once", () => {
    const [citation] = responseWith().reply.citations;
    const citations = ["2/KH", "1.000894", "1.000894"].map((number) => ({
      ...citation!,
      number,
      url: "https://dichvucong.gov.vn",
    }));
    const [message] = renderReply(responseWith({ text: "Có.\n\n*Nguồn: 2/KH.*", citations })).flat();
    expect(message!.text).toBe("Có.\n\nNguồn: 2/KH.\nVăn bản: 1.000894\nXem tại: https://dichvucong.gov.vn");
  });

  test("shows the code where it tells to read it out", () => {
    const text = "Đã ghi lại; khi liên hệ, đọc mã tra cứu của câu trả lời này.";
    const show = (changes: object) => renderReply(responseWith(changes)).flat()[0]!.text;
    expect(show({ text, status: "handoff", citations: [] })).toBe(`${text}\n\nMã tra cứu: ABC234`);
    expect(show({ text: "Sở A", citations: [] })).not.toContain("ABC234");
  });

  test("that is long comes in parts: three messages, how much is left, and the source under each part", () => {
    const items = Array.from(
      { length: 67 },
      (_, i) => `- **V.${i + 1}** ${"Triển khai hệ thống ".repeat(8)}`,
    );
    const text = `Có **67** nhiệm vụ.\n\n${items.join("\n")}\n\n*Nguồn: Quyết định 1/KH.*`;
    const parts = renderReply(responseWith({ text }), "Trợ lý là AI.");
    expect(parts.length).toBeGreaterThan(1);
    const shown = parts.flat().map((message) => message.text);
    for (const [i, part] of parts.entries()) {
      expect(part.length).toBeLessThanOrEqual(4);
      const last = part.at(-1)!;
      expect(part.map((message) => message.text).join("\n")).toContain("Nguồn: Quyết định 1/KH.");
      expect(last.choices).toEqual([
        ...(i < parts.length - 1 ? ["Xem tiếp"] : []),
        "Hạn khi nào?",
        "Ai phối hợp?",
      ]);
    }
    expect(shown.join("\n").match(/Trợ lý là AI/g)).toHaveLength(1);
    const all = shown.join("\n");
    for (let i = 1; i <= 67; i++) expect(all.match(new RegExp(`• V\\.${i} `, "g"))).toHaveLength(1);
    const first = parts[0]!.map((message) => message.text).join("\n");
    const left = 67 - first.match(/^• V/gm)!.length;
    expect(first).toContain(`Còn ${left} mục nữa, gõ “tiếp” để xem.`);
    for (const one of shown) expect(one.length).toBeLessThanOrEqual(MAX_TEXT);
  });

  test("that asks back numbers its choices in the text", () => {
    const reply = {
      text: "Anh/chị hỏi thủ tục nào?\n- Đăng ký kết hôn\n- Đăng ký lại kết hôn",
      citations: [],
    };
    const [message] = renderReply(
      responseWith({ ...reply, suggestions: ["Đăng ký kết hôn", "Đăng ký lại kết hôn"] }),
    ).flat();
    expect(message!.text).toBe("Anh/chị hỏi thủ tục nào?\n1. Đăng ký kết hôn\n2. Đăng ký lại kết hôn");
    expect(withNumbers(message!)).toBe(message!.text);
  });
});

describe("choices", () => {
  test("are buttons with short titles, a payload of our own, and at most five", () => {
    const long = `Đăng ký ${"giám hộ ".repeat(20)}được không?`;
    expect(buttonsOf(["Ai phối hợp?", long])).toEqual([
      { title: "1. Ai phối hợp?", type: "oa.query.hide", payload: "#hoi Ai phối hợp?" },
      {
        title: expect.stringMatching(/^2\. Đăng ký .{60,90}…$/),
        type: "oa.query.hide",
        payload: `#hoi ${long}`,
      },
    ]);
    for (const { title } of buttonsOf([long])) expect(title.length).toBeLessThanOrEqual(100);
    const many = Array.from({ length: 9 }, (_, i) => `Câu ${i}`);
    expect(renderReply(responseWith({ suggestions: many })).flat()[0]!.choices).toHaveLength(5);
  });

  test("are typed numbers where there are no buttons, in a message of their own when there is no room", () => {
    const [message] = plainMessages("Xin chào", ["Một?", "Hai?"]);
    expect(withNumbers(message!)).toBe("Xin chào\n\nGõ số để chọn:\n1. Một?\n2. Hai?");
    const messages = plainMessages("a".repeat(1990), ["Một?", "Hai?"]);
    expect(messages.map((row) => row.choices.length)).toEqual([0, 2]);
    expect(withNumbers(messages[1]!)).toBe("Anh/chị có thể hỏi tiếp:\n\nGõ số để chọn:\n1. Một?\n2. Hai?");
  });

  test.each([
    ["#hoi Ai phối hợp?", "Ai phối hợp?"],
    ["2", "Hai?"],
    [" số 2. ", "Hai?"],
    ["câu 1", "Một?"],
    ["3", "3"],
    ["0", "0"],
    ["2 năm", "2 năm"],
    ["Hạn là 2?", "Hạn là 2?"],
  ])("%j means %j", (typed, meant) => {
    expect(chosen(typed, ["Một?", "Hai?"])).toBe(meant);
  });

  test.each(["tiếp", "Tiep", "xem tiếp", "tiếp tục", "Xem thêm", "xem them nua", "tiếp đi!"])(
    "%j asks for more",
    (text) => {
      expect(asksForMore(text)).toBe(true);
    },
  );

  test.each(["tiếp nhận hồ sơ ở đâu", "thêm con dấu", "nộp tiếp"])("%j doesn't", (text) => {
    expect(asksForMore(text)).toBe(false);
  });
});

test("what is asked back is put to choice in its order, whatever else may be asked", () => {
  const options = ["Sở Y tế", "Sở Nội vụ"].map((label) => ({ label, kind: "agency" as const, id: label }));
  const reply = { status: "clarification" as const, text: "Cơ quan nào?", citations: [], options };
  const [message] = renderReply(responseWith({ ...reply, suggestions: ["Gặp cán bộ"] })).flat();
  expect(message!.choices).toEqual(["Sở Y tế", "Sở Nội vụ"]);
  expect(chosen("2", message!.choices)).toBe("Sở Nội vụ");
});
