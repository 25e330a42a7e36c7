import { beforeAll, describe, expect, test } from "vitest";
import type { Cue } from "../../../bot/understanding/cues.ts";
import type { Understanding } from "../../../bot/understanding/understand.ts";
import { fold } from "../../../knowledge/vietnamese/normalize.ts";
import { openShipped, type Shipped } from "./shipped.ts";

let shipped: Shipped;
beforeAll(async () => {
  shipped = await openShipped();
});
const understand = (text: string): Understanding => shipped.understand(text);

describe("cues", () => {
  test.each<[text: string, cues: Cue[]]>([
    ["Nhiệm vụ CALLBOT do ai chủ trì?", ["lead", "task", "askWho"]],
    ["đơn vị nào lo vụ callbot", ["lead"]],
    ["ai phối hợp", ["coordinating"]],
    ["sở nào cùng làm", ["coordinating"]],
    ["hạn đến khi nào", ["askWhen", "due"]],
    ["deadline là khi nào", ["askWhen"]],
    ["làm tới năm nào", ["askWhen"]],
    ["có những nhiệm vụ nào", ["askList", "task"]],
    ["có bao nhiêu nhiệm vụ", ["askCount"]],
    ["xong chưa", ["completion"]],
    ["đã vận hành chưa", ["completion"]],
    ["tiến độ tới đâu", ["completion"]],
    ["việc đó người ta đã làm xong hết cả chưa vậy em", ["completion"]],
    ["quá hạn chưa", ["overdue"]],
    ["trong phụ lục", ["appendix"]],
    ["chỉ tiêu bao nhiêu phần trăm", ["target"]],
    ["có trách nhiệm gì", ["duty"]],
    ["khi nào báo cáo", ["report", "askWhen"]],
    ["ban hành kế hoạch riêng", ["ownPlan"]],
    ["ai ký", ["signer"]],
    ["gửi cho những ai", ["recipients"]],
    ["có hiệu lực từ khi nào", ["effect"]],
    ["so sánh hai cái", ["compare"]],
    ["sở nào nhiều việc nhất", ["most"]],
    ["hàng năm", ["yearly"]],
    ["giao chung", ["collective"]],
    ["ghi đích danh", ["named"]],
    ["cơ quan tôi", ["ownAgency"]],
    ["tôi ở", ["iAm"]],
    ["sáp nhập vào đâu", ["successor"]],
    ["cần giấy tờ gì", ["aspectDocuments"]],
    ["hồ sơ", ["papers"]],
    ["mất bao lâu", ["aspectTime"]],
    ["khi nào có kết quả", ["aspectTime"]],
    ["lệ phí bao nhiêu", ["aspectFee"]],
    ["nộp ở đâu", ["aspectPlace"]],
    ["nộp trực tuyến được không", ["aspectMethods"]],
    ["các bước thế nào", ["aspectSteps"]],
    ["nhận được giấy gì", ["aspectResult"]],
    ["căn cứ luật nào", ["aspectLegal"]],
    ["điều kiện gì", ["aspectConditions"]],
    ["ai được làm", ["aspectAudience"]],
    ["dùng mẫu nào", ["aspectForms"]],
    ["làm trước khi hết hạn bao nhiêu ngày", ["aspectConditions"]],
    ["xin chào", ["greeting"]],
    ["cảm ơn", ["thanks"]],
    ["tạm biệt", ["goodbye"]],
    ["bạn là ai", ["about"]],
    ["bạn làm được gì", ["abilities"]],
    ["gặp cán bộ", ["handoff"]],
    ["bị phạt bao nhiêu", ["penalty"]],
    ["bao nhiêu tiền", ["money", "aspectFee"]],
    ["còn cái này thì sao", ["followUp", "pronoun"]],
  ])("“%s” signals %j, with diacritics and without", (text, cues) => {
    for (const typed of [text, text.toUpperCase(), fold(text)])
      expect([typed, [...understand(typed).cues]]).toEqual([typed, expect.arrayContaining(cues)]);
  });

  test.each<[text: string, cue: Cue]>([
    ["kho dữ liệu dùng chung", "collective"],
    ["AI là gì", "askWho"],
    ["làm trước khi hết hạn bao nhiêu ngày", "aspectTime"],
    ["chỗ này", "aspectFee"],
    ["đăng ký khai sinh", "lead"],
  ])("“%s” does not signal %s", (text, cue) => {
    expect(understand(text).cues.has(cue)).toBe(false);
  });

  test.each<[form: string, text: string]>([
    ["clean", "Sở Thông tin và Truyền thông chủ trì mấy nhiệm vụ năm 2024?"],
    ["unaccented", "so thong tin va truyen thong chu tri may nhiem vu nam 2024"],
    ["abbreviated", "Sở TTTT ctrì mấy nv năm 2024"],
    ["shouted", "SỞ THÔNG TIN VÀ TRUYỀN THÔNG CHỦ TRÌ MẤY NHIỆM VỤ NĂM 2024"],
    ["spoken", "sở thông tin và truyền thông chủ chì mấy nhiệm vụ năm hai nghìn không trăm hai mươi bốn"],
  ])("in the %s form the same is understood", (_form, text) => {
    const understood = understand(text);
    expect(understood.mentions.flatMap((row) => row.agencies.map((agency) => agency.id))).toEqual([
      "so-thong-tin-va-truyen-thong",
    ]);
    expect([...understood.cues]).toEqual(expect.arrayContaining(["lead", "askCount", "task"]));
    expect(understood.years).toEqual([2024]);
    expect(understood.planTopics[0]).toEqual([]);
  });
});
