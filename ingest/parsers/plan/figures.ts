/** Figures of a target, with what they count and the qualifier before them. */
import type { Target } from "../../../knowledge/records.ts";

const UNITS =
  "%|tỉnh, thành phố|(?:nghìn |triệu |tỷ )?đồng|lượt người|người dân|người|hộ gia đình|hộ|lớp|điểm|thôn|xã|phường|trường|cơ sở|doanh nghiệp|mô hình|máy tính|camera|buổi|cuộc|km|ha|tấn";
const FIGURE = new RegExp(
  String.raw`(?:(Phấn đấu trên|Phấn đấu|trên|dưới|tối thiểu|tối đa|ít nhất|không quá|giảm từ|đạt từ|đạt|nhóm|khoảng)\s+)?(?<![\d/.,])(\d+(?:[.,]\d+)*(?:\s*-\s*\d+(?:[.,]\d+)?)?)\s*(${UNITS})(?!\p{L})`,
  "giu",
);

export function figuresOf(words: string): Target["figures"] {
  return [...words.matchAll(FIGURE)].map(([, qualifier, value, unit]) => ({
    value: value!
      .split("-")
      .map((part) => part.trim())
      .join("-"),
    unit: unit!,
    qualifier: qualifier ?? null,
  }));
}
