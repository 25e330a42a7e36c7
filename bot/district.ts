/** The district level ended on 1 July 2025, but sources still name it; whoever reads such words is told where to go. */
const WORDS = /(?:huyện|quận|thị xã)(?![\p{L}\p{M}])/u;
const WHOLE = /(?<![\p{L}\p{M}])(?:huyện|quận|thị xã)(?![\p{L}\p{M}])/u;

/** The first test is quick and settles nearly every text. */
export function mentionsDistrict(text: string): boolean {
  const lower = text.normalize("NFC").toLowerCase();
  return WORDS.test(lower) && WHOLE.test(lower);
}

export const DISTRICT_ENDED_ON = "01/7/2025";
export const DISTRICT_RULE =
  "ngày chính quyền địa phương hai cấp bắt đầu (Luật Tổ chức chính quyền địa phương năm 2025)";
export const DISTRICT_ENDED = `Cấp huyện đã kết thúc từ ${DISTRICT_ENDED_ON}: nộp tại UBND cấp xã hoặc Trung tâm Phục vụ hành chính công.`;
