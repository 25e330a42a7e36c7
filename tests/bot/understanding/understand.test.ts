import { beforeAll, describe, expect, test } from "vitest";
import type { Understanding } from "../../../bot/understanding/understand.ts";
import { tokenize } from "../../../knowledge/vietnamese/tokens.ts";
import { openShipped, type Shipped } from "./shipped.ts";

let shipped: Shipped;
beforeAll(async () => {
  shipped = await openShipped();
});
const understand = (text: string): Understanding => shipped.understand(text);

describe("groups of the appendix", () => {
  test.each<[text: string, ids: string[]]>([
    ["nhóm IV có gì", ["IV"]],
    ["nhom iv co gi", ["IV"]],
    ["nhóm 4", ["IV"]],
    ["nhóm thứ tư", []],
    ["nhóm số 4", ["IV"]],
    ["nhóm II", ["II", "IIb"]],
    ["nhóm hai", ["II", "IIb"]],
    ["nhóm IIb", ["IIb"]],
    ["nhóm hạ tầng có mấy nhiệm vụ", ["IIb"]],
    ["nhóm Phát triển hạ tầng số", ["IIb"]],
    ["nhóm hạ tầng số", ["IIb"]],
    ["nhóm nhân lực số", ["VII"]],
    ["nhiệm vụ về dữ liệu", ["IV"]],
    ["lĩnh vực dữ liệu có những nhiệm vụ nào", ["IV"]],
    ["nhóm bảo mật có việc gì", ["VI"]],
    ["nhóm IV và nhóm VI", ["IV", "VI"]],
    ["dữ liệu dùng chung", []],
    ["nhóm Zalo", []],
  ])("%s: %j", (text, ids) => {
    expect(understand(text).groupIds).toEqual(ids);
  });
});

describe("agencies", () => {
  const mentioned = (text: string) =>
    understand(text).mentions.map(
      ({ weak, agencies }) => `${weak ? "?" : ""}${agencies.map((row) => row.id).join("|")}`,
    );

  test.each<[form: string, text: string, ids: string[]]>([
    ["clean", "Sở Y tế chủ trì gì?", ["so-y-te"]],
    ["unaccented", "so y te chu tri gi", ["so-y-te"]],
    ["abbreviated", "SYT chủ trì gì", ["so-y-te"]],
    ["half abbreviated", "Sở TT&TT làm gì", ["so-thong-tin-va-truyen-thong"]],
    ["two", "Sở Nội vụ với Sở Tư pháp", ["so-noi-vu", "so-tu-phap"]],
    ["ambiguous", "CĐ làm gì", ["ubnd-huyen-chau-duc|ubnd-huyen-con-dao"]],
    ["weak", "ngành y tế làm gì", ["?so-y-te"]],
    ["its field only", "ngành GDĐT làm gì", ["?so-giao-duc-va-dao-tao"]],
    ["misspelt", "Sở Giao thông vặn tải", ["so-giao-thong-van-tai"]],
    ["none", "đăng ký khai sinh", []],
  ])("%s: %s", (_form, text, ids) => {
    expect(mentioned(text)).toEqual(ids);
  });

  test("in a text, wherever they stand", () => {
    expect(shipped.understander.agenciesIn("Do Sở Y tế và Công an tỉnh").map((row) => row.id)).toEqual([
      "so-y-te",
      "cong-an-tinh",
    ]);
  });
});

describe("what remains is the topic", () => {
  const topics = (readings: Understanding["planTopics"]) =>
    readings.map((words) => words.map((token) => token.folded).join(" "));

  test.each<[text: string, plan: string[]]>([
    ["Nhiệm vụ CALLBOT do ai chủ trì?", ["callbot"]],
    ["Sở Y tế chủ trì những nhiệm vụ nào?", [""]],
    ["V.9 hạn khi nào", [""]],
    ["nhiệm vụ nào về camera giám sát rừng năm 2024", ["camera giam sat rung"]],
    ["tổng đài ảo do ai làm", ["tong dai ao", "tong dai tu dong callbot"]],
    ["mail công vụ hạn khi nào", ["mail cong vu", "thu dien tu cong vu"]],
  ])("of the plan: %s → %j", (text, plan) => {
    expect(topics(understand(text).planTopics)).toEqual(plan);
  });

  test.each<[text: string, procedure: string[]]>([
    ["Đăng ký khai sinh cần giấy tờ gì?", ["dang ky khai sinh"]],
    ["lệ phí khai tử bao nhiêu", ["khai tu"]],
    ["cưới thì cần giấy tờ gì", ["cuoi", "ket hon"]],
    ["làm căn cước cho bé 5 tuổi", ["can cuoc be 5", "can cuoc be duoi 6 tuoi duoi 14 tuoi"]],
    ["làm căn cước cho bé 10 tuổi", ["can cuoc be 10", "can cuoc be tu du 6 tuoi duoi 14 tuoi"]],
    ["người dưới 14 tuổi", ["nguoi duoi 14 tuoi"]],
  ])("of a procedure: %s → %j", (text, procedure) => {
    expect(topics(understand(text).procedureTopics)).toEqual(procedure);
  });

  test.each<[text: string, affirmed: string, procedure: string]>([
    ["khai sinh cho bé, không nhận cha mẹ con", "khai sinh cho bé, ", "khai sinh be"],
    ["khai sinh thôi, không liên thông, nộp ở đâu", "khai sinh thôi, , nộp ở đâu", "khai sinh"],
    // Asks what to do without them.
    [
      "không có giấy chứng sinh thì khai sinh",
      "không có giấy chứng sinh thì khai sinh",
      "giay chung sinh khai sinh",
    ],
    ["khai sinh, không phải về quê?", "khai sinh, không phải về quê?", "khai sinh que"],
  ])("what is not asked for is left out: %s", (text, affirmed, procedure) => {
    const understood = understand(text);
    expect(understood.affirmed).toBe(affirmed);
    expect(topics(understood.procedureTopics)[0]).toBe(procedure);
  });

  test("circumstances are also read in the words of official names", () => {
    expect(topics(understand("khai sinh cho con sinh ở Nhật").officialTopics)).toEqual([
      "khai sinh con cho tre em sinh ra o nuoc ngoai va co quoc tich viet nam",
    ]);
    expect(understand("đăng ký khai sinh").officialTopics).toEqual([]);
  });

  test("synonyms are replaced whole, the longest first", () => {
    const replaced = shipped.understander.withSynonyms(tokenize("họp trực tuyến với chatbot"));
    expect(replaced.map((token) => token.text).join(" ")).toBe(
      "hội nghị truyền hình trực tuyến với trợ lý ảo",
    );
  });

  test.each<[text: string, domain: Understanding["domain"]]>([
    ["xin hộ chiếu", "papers"],
    ["kế hoạch của tỉnh", "government"],
    ["thủ tục của sở", "papers"],
    ["thời tiết mai thế nào", null],
  ])("“%s” speaks of %s", (text, domain) => {
    expect(understand(text).domain).toBe(domain);
  });
});
