import { beforeAll, describe, expect, test } from "vitest";
import type { Cue } from "../../../bot/understanding/cues.ts";
import type { Understanding } from "../../../bot/understanding/understand.ts";
import { fold } from "../../../knowledge/vietnamese/normalize.ts";
import { tokenize } from "../../../knowledge/vietnamese/tokens.ts";
import { openShipped, type Shipped } from "./shipped.ts";

let shipped: Shipped;
beforeAll(async () => {
  shipped = await openShipped();
});
const understand = (text: string): Understanding => shipped.understand(text);

describe("labels", () => {
  test.each<[text: string, labels: string[]]>([
    ["Nhiệm vụ V.9 do ai chủ trì?", ["V.9"]],
    ["nhiem vu v.9 do ai chu tri", ["V.9"]],
    ["V9 hạn khi nào", ["V.9"]],
    ["nhiệm vụ V.09", ["V.9"]],
    ["IIb.1 là gì", ["IIb.1"]],
    ["so sánh V.33 với V.34", ["V.33", "V.34"]],
    ["V.9 rồi lại V.9", ["V.9"]],
    ["mục V 8 nói gì", ["V.8"]],
    ["nhiệm vụ 9 nhóm V", ["V.9"]],
    ["nhiệm vụ số 9 mục V", ["V.9"]],
    ["nhóm V nhiệm vụ số 9", ["V.9"]],
    ["nhóm 5 nhiệm vụ 9", ["V.9"]],
    ["nhiệm vụ thứ 3 của VI", ["VI.3"]],
    ["nhiệm vụ số chín nhóm năm", ["V.9"]],
    ["nhiệm vụ hai mươi nhóm năm", ["V.20"]],
    ["Sở Y tế có bao nhiêu nhiệm vụ?", []],
    ["nhiệm vụ 9", []],
    ["năm 2023", []],
  ])("%s: %j", (text, labels) => {
    expect(understand(text).labels).toEqual(labels);
  });
});

describe("numbers of tasks", () => {
  test.each<[text: string, numbers: number[]]>([
    ["nhiệm vụ 9", [9]],
    ["nhiệm vụ số 9 do ai làm", [9]],
    ["nhiem vu so 12", [12]],
    ["nv 12 của ai", [12]],
    ["task 5", [5]],
    ["nhiệm vụ thứ 7", [7]],
    ["nhiệm vụ số mười hai", [12]],
    ["nhiệm vụ 2024", []],
    ["nhiệm vụ 6 tháng đầu năm", []],
    ["10 nhiệm vụ", []],
    ["Sở Y tế làm gì", []],
  ])("%s: %j", (text, numbers) => {
    expect(understand(text).taskNumbers).toEqual(numbers);
  });
});

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

describe("headings of the body", () => {
  test.each<[text: string, labels: string[]]>([
    ["mục VI nói gì", ["VI"]],
    ["muc vi noi gi", ["VI"]],
    ["phần III", ["III"]],
    ["mục VIII", []],
    ["nhóm VI", []],
  ])("%s: %j", (text, labels) => {
    expect(understand(text).sectionLabels).toEqual(labels);
  });
});

describe("years and periods", () => {
  test.each<[text: string, years: number[], periods: string[]]>([
    ["năm 2024", [2024], []],
    ["năm 24 có việc gì", [2024], []],
    ["nam 2024", [2024], []],
    ["năm hai nghìn không trăm hai mươi bốn", [2024], []],
    ["2023 và 2025", [2023, 2025], []],
    ["năm 2024, năm 2024", [2024], []],
    ["giai đoạn 2023-2024", [], ["2023-2024"]],
    ["giai đoạn 2023 - 2024", [], ["2023-2024"]],
    ["giai đoạn 2023–2024", [], ["2023-2024"]],
    ["từ 2023 đến 2025", [], ["2023-2025"]],
    ["từ năm 2023 tới 2025", [], ["2023-2025"]],
    ["giai đoạn 23-24", [], ["2023-2024"]],
    ["giai doan 2023-2024", [], ["2023-2024"]],
    ["2025-2023", [2025, 2023], []],
    ["năm 1999", [], []],
    ["24 giờ", [], []],
    ["nhiệm vụ 24", [], []],
  ])("%s: %j, %j", (text, years, periods) => {
    expect([understand(text).years, understand(text).periods]).toEqual([years, periods]);
  });
});

describe("documents and procedures by number", () => {
  test.each<[text: string, full: string[], bare: string[]]>([
    ["Quyết định 2704/QĐ-UBND ai ký", ["2704/QĐ-UBND"], []],
    ["2704/qđ-ubnd", ["2704/QĐ-UBND"], []],
    ["quyết định 942", [], ["942"]],
    ["quyet dinh so 942 noi gi", [], ["942"]],
    ["qđ 942", [], ["942"]],
    ["nghị định số 45", [], ["45"]],
    ["quyết định chín trăm bốn mươi hai", [], ["942"]],
    ["nhiệm vụ 9", [], []],
    ["942", [], []],
  ])("%s: %j, %j", (text, full, bare) => {
    expect([understand(text).documentNumbers, understand(text).bareNumbers]).toEqual([full, bare]);
  });

  test.each<[text: string, codes: string[]]>([
    ["thủ tục 1.001193 cần gì", ["1.001193"]],
    ["1.001193.000.00.00.H99", ["1.001193"]],
    ["1.001193 và 1.000656", ["1.001193", "1.000656"]],
    ["8.000 đồng", []],
  ])("%s: %j", (text, codes) => {
    expect(understand(text).procedureCodes).toEqual(codes);
  });
});

describe("a choice, 1-based", () => {
  // Left out: "so 2", "chon so 2", "cai thu hai" should be 2 without diacritics too, but are none.
  test.each<[text: string, ordinal: number | null]>([
    ["2", 2],
    ["số 2", 2],
    ["hai", 2],
    ["chọn số 3 nhé", 3],
    ["cái thứ ba", 3],
    ["cái thứ hai là về gì", 2],
    ["nhiệm vụ đầu tiên", 1],
    ["việc thứ nhất do ai làm", 1],
    ["thủ tục thứ tư", 4],
    ["câu số 5", 5],
    ["Sở Y tế chủ trì gì", null],
    ["2024", null],
    ["nộp mấy bản", null],
    ["Tôi muốn hỏi cái thứ hai trong danh sách vừa rồi thì do cơ quan nào chủ trì", null],
    ["", null],
  ])("%s: %j", (text, ordinal) => {
    expect(understand(text).ordinal).toBe(ordinal);
  });
});

describe("what is claimed", () => {
  // Left out: "phí tám nghìn đúng không" should claim 8000 đồng, but is read as "phí 8000", which has no unit.
  test.each<[text: string, claim: Understanding["claim"]]>([
    ["phí 8 nghìn đúng không", { value: 8000, unit: "đồng" }],
    ["phi 8 nghin dung khong", { value: 8000, unit: "đồng" }],
    ["8.000 đồng phải không", { value: 8000, unit: "đồng" }],
    ["phí 50k hả", { value: 50_000, unit: "đồng" }],
    ["2 triệu à", { value: 2_000_000, unit: "đồng" }],
    ["phí tám nghìn đồng đúng không", { value: 8000, unit: "đồng" }],
    ["lệ phí 75000đ", { value: 75_000, unit: "đồng" }],
    ["1.500.000 vnd", { value: 1_500_000, unit: "đồng" }],
    ["mất 3 ngày phải không", { value: 3, unit: "ngày" }],
    ["mười ngày là xong hả", { value: 10, unit: "ngày" }],
    ["phí bao nhiêu", undefined],
    ["ngày 25/10/2023", undefined],
    ["5 tuổi", undefined],
  ])("%s: %j", (text, claim) => {
    expect(understand(text).claim).toEqual(claim);
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
    ["khai sinh cho bé, không nhận cha mẹ con", "khai sinh cho bé, ", "khai sinh cho be"],
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
      "khai sinh cho con cho tre em sinh ra o nuoc ngoai va co quoc tich viet nam",
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
