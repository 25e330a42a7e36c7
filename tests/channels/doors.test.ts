/** The same questions through every door: the same facts, in the same order, shaped for that door. */
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createEvaluationAssistant, type TestAssistant } from "../support/assistant.ts";
import { type Door, missing } from "../support/doors/door.ts";
import { DOORS } from "../support/doors/index.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const NOW = new Date("2026-11-25T09:00:00+07:00");
const QUESTIONS = [
  "Sở Y tế chủ trì những nhiệm vụ nào?",
  "Nhiệm vụ CALLBOT do ai chủ trì, hạn khi nào?",
  "Những nhiệm vụ nào phải hoàn thành trong năm 2023?",
  "Phụ lục có bao nhiêu nhiệm vụ, chia mấy nhóm?",
  "mục tiêu hồ sơ trực tuyến là bao nhiêu phần trăm",
  "Khi nào phải báo cáo kết quả thực hiện Kế hoạch?",
  "ai ký kế hoạch, ngày nào",
  "dang ky khai sinh can giay to gi",
  "Đăng ký kết hôn mất bao lâu, lệ phí bao nhiêu, nộp ở đâu?",
  "phí cấp bản sao trích lục hộ tịch 8 nghìn đúng không",
  "làm hộ chiếu bao nhiêu tiền",
  "căn cứ pháp lý của thủ tục đăng ký thường trú",
  "V.9 là gì",
  "CALLBOT đã xong chưa?",
  "giá vàng hôm nay",
  "cho tôi gặp cán bộ",
];

let bot: TestAssistant;
beforeAll(async () => {
  bot = await createEvaluationAssistant({ now: NOW });
});
afterAll(() => bot.close());

describe.each(DOORS)("through $name", (kind) => {
  let door: Door;
  beforeAll(async () => {
    door = await kind.open(bot);
  });
  afterAll(() => door.close());

  test.each(QUESTIONS)("%s", async (question) => {
    const { reply } = await bot.assistant.answer({ text: question, channel: "cli" });
    const got = await door.ask(question);
    expect(missing(got, reply, kind), got).toEqual([]);
  });
});
