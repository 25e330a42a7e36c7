import { expect, test } from "vitest";
import type { Reply } from "../../bot/reply.ts";
import { openConversations } from "../support/conversations.ts";

const { talk } = openConversations("2024-06-15T08:00:00+07:00");

/** What a turn is about: its tasks or procedures, else the kind or status. */
const about = ({ kind, status, tasks, procedures }: Reply): string =>
  [...tasks.map((task) => task.id), ...procedures.map((row) => `${row.code} ${row.aspects.join("+")}`)].join(
    ", ",
  ) || (status === "answered" ? kind : status);

test.each<[what: string, turns: [text: string, about: string][]]>([
  [
    "one procedure, aspect by aspect",
    [
      ["Tách hộ cần giấy tờ gì?", "1.010038 documents"],
      ["phải chờ mấy ngày?", "1.010038 time"],
      ["vậy lệ phí thì sao", "1.010038 fee"],
      ["nop o dau vay", "1.010038 place"],
      ["làm online được không", "1.010038 methods"],
    ],
  ],
  [
    "groups that were counted, and then tasks, of which none was shown",
    [
      ["nhóm nào có ít việc nhất và nhóm nào nhiều nhất", "tasks"],
      ["nhiệm vụ nào có hai đơn vị cùng chủ trì", "V.4"],
    ],
  ],
  [
    "a procedure, and then what no office answers for",
    [
      ["Đăng ký kết hôn cần giấy tờ gì?", "1.000894 documents"],
      ["thời tiết ngày mai thế nào?", "unanswerable_out_of_scope"],
      ["giá vàng hôm nay bao nhiêu?", "unanswerable_out_of_scope"],
      ["vậy hồ sơ kết hôn nộp ở đâu", "1.000894 place"],
    ],
  ],
  [
    "bare words of a follow-up are not those of what was offered beside the answer",
    [
      ["Đăng ký khai sinh mất bao lâu?", "1.001193 time"],
      ["hồ sơ thế nào", "1.001193 documents"],
    ],
  ],
  [
    "from the plain procedure to its variants and back",
    [
      ["Đăng ký kết hôn cần gì?", "1.000894 documents"],
      ["nếu lấy chồng Đài Loan thì sao?", "2.000806 documents"],
      ["còn khai sinh?", "2.000528 documents"],
    ],
  ],
  [
    "one task, question by question",
    [
      ["Phần mềm quản lý hộ nghèo do ai làm?", "V.21"],
      ["ai phối hợp?", "V.21"],
      ["đến khi nào?", "V.21"],
      ["Sở Y tế có tham gia không?", "V.21"],
    ],
  ],
  [
    "a list, one of it, and who it belongs to",
    [
      ["Sở Y tế chủ trì những nhiệm vụ nào, chỉ tính đích danh?", "V.24, V.25, V.26, V.34"],
      ["cái nào hạn sớm nhất?", "V.34"],
      ["còn Sở Công Thương?", "IV.5, V.17, V.18"],
    ],
  ],
  [
    "a list by its numbers",
    [
      ["Các nhiệm vụ ghi đích danh Sở Công Thương chủ trì", "IV.5, V.17, V.18"],
      ["nhiệm vụ thứ hai hạn khi nào?", "V.17"],
      ["cái đầu tiên thì sao", "IV.5"],
    ],
  ],
  [
    "thanks and greetings don't lose the thread",
    [
      ["Xin chào", "greeting"],
      ["Camera bảo vệ rừng do ai làm?", "V.19"],
      ["cảm ơn em", "greeting"],
      ["hạn khi nào?", "V.19"],
    ],
  ],
  [
    "talk behind a procedure is answered as talk",
    [
      ["Tách hộ cần giấy tờ gì?", "1.010038 documents"],
      ["dạ vâng", "greeting"],
      ["mấy ngày có", "1.010038 time"],
      ["ok em", "greeting"],
      ["nói lại", "1.010038 time"],
      ["cảm ơn nhiều nha", "greeting"],
    ],
  ],
  [
    "nor does a question that is refused",
    [
      ["Gia hạn tạm trú cần gì?", "1.002755 documents"],
      ["Cho tôi xem một bài thơ tình", "unanswerable_out_of_scope"],
      ["lệ phí bao nhiêu?", "1.002755 fee"],
    ],
  ],
  [
    "the act of the procedure before goes with another paper",
    [
      ["cấp lại bằng lái mất mấy ngày", "3.000348 time"],
      ["còn căn cước?", "1.014064 time"],
      ["phí bao nhiêu", "1.014064 fee"],
    ],
  ],
  [
    "a case of its papers by number, and a circumstance that calls no procedure",
    [
      ["Đăng ký thường trú cần giấy tờ gì?", "1.004222 documents"],
      ["trường hợp thứ 3", "1.004222 documents"],
      ["trường hợp 2 thì cần gì", "1.004222 documents"],
      ["nhà thuê không có hợp đồng thì sao", "1.004222 conditions"],
      ["còn khai tử thì sao", "1.000656 documents"],
    ],
  ],
  [
    "a ranking and its other end",
    [
      ["việc nào nhiều đơn vị phối hợp nhất", "V.8, V.19, V.20"],
      ["còn ít nhất?", "I.1, I.2, II.1, V.15, V.31, VI.1"],
      ["việc thứ hai hạn khi nào?", "I.2"],
    ],
  ],
  [
    "one's own agency, said once",
    [
      ["Cơ quan tôi chủ trì những nhiệm vụ nào?", "clarification"],
      ["Tôi ở Sở Công Thương", "IV.5, V.17, V.18, I.1, I.2, II.1, II.2, IV.7, V.8, V.15, V.31, VI.1, IV.4"],
      ["Cơ quan tôi được ghi đích danh chủ trì nhiệm vụ nào?", "IV.5, V.17, V.18"],
    ],
  ],
  [
    "a clarification, answered by number",
    [
      ["Nhiệm vụ số 8", "clarification"],
      ["số 2", "V.8"],
    ],
  ],
  [
    "of several questions the first is meant next",
    [
      ["làm hộ chiếu và đăng ký tạm trú cần gì", "1.001456 documents, 1.004194 documents"],
      ["lệ phí bao nhiêu?", "1.001456 fee"],
    ],
  ],
])("%s", async (_what, turns) => {
  const replies = await talk(...turns.map(([text]) => text));
  expect(turns.map(([text], i) => [text, about(replies[i]!)])).toEqual(turns);
});
