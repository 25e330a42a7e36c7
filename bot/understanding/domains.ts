/** Words that show what a question is about at all. */
import { PhraseIndex } from "./phrases.ts";

const words = (table: string): readonly string[] => table.split(",").map((word) => word.trim());

/** Words that show that a question is about papers that a citizen or a firm needs, though no record may hold them. */
export const PAPER_WORDS =
  words(`thủ tục, giấy phép, giấy chứng nhận, đăng ký, hồ sơ, lệ phí, hộ chiếu, passport, visa, thị thực, bằng lái, giấy phép lái xe, sổ đỏ, sổ hồng, đất đai,
quyền sử dụng đất, bảo hiểm, phường, công an, tạm trú, thường trú, hộ khẩu, căn cước, khai sinh, kết hôn, ly hôn, khai tử, chứng thực, công chứng, kinh doanh, doanh nghiệp, xây dựng, trợ cấp,
lý lịch tư pháp, xe máy, ô tô, biển số, đăng kiểm, học bạ, chuyển trường, nghĩa vụ quân sự, khiếu nại, tố cáo, con nuôi, di chúc, thừa kế, quy hoạch, tách thửa, một cửa, vneid, hộ nghèo,
khuyết tật, người có công, mã số thuế, hóa đơn, giấy, cấp phép, hưu, nhà ở xã hội, tiêm chủng, an toàn thực phẩm, phòng cháy, lao động, thất nghiệp, thuế, thẻ, chứng chỉ, chứng nhận, tờ khai,
công ty, quốc tịch, chuyển mục đích, đất ở, đất vườn, thai sản, lương hưu, chủ hộ, trợ cấp, nhập tịch, thi bằng, bằng b1, bằng b2, bằng a1`);

/** Words that show that a question is about government at all. */
export const GOVERNMENT_WORDS =
  words(`hồ sơ số, hồ sơ sức khỏe, hồ sơ công việc, ubnd, ủy ban, sở, công chức, cán bộ, hành chính, chuyển đổi số, chính quyền số, chính quyền điện tử, kế hoạch, quyết định, nghị quyết, nghị định, công văn,
dịch vụ công, phụ lục, nhiệm vụ, bảng tính, chỉ tiêu, mục tiêu, 1022, zalo, đề án 06, sáp nhập, tỉnh, lương cơ sở, luật, thông tư, nhà nước, chính phủ, bộ, huyện, xã, đại biểu, hội đồng nhân dân`);

export const DOMAIN_INDEX = new PhraseIndex<"papers" | "government">();
for (const [domain, table] of [
  ["papers", PAPER_WORDS],
  ["government", GOVERNMENT_WORDS],
] as const)
  for (const word of table) DOMAIN_INDEX.add(word, domain, `domains/${domain}: ${word}`);
