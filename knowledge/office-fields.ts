/** Fields of the office's profile: lines of plain words, addresses of pages, lists. */
import { z } from "zod";

export const MAX_LINE = 300;

/** Marks that would be read as layout, and breaks of a line. */
const LAYOUT = /[*`<>[\]{}|\\\p{Cc}]/u;
export const text = (max = MAX_LINE) =>
  z
    .string("phải là chữ trong dấu nháy")
    .trim()
    .min(1, "không được để trống; không có thì bỏ hẳn mục này")
    .max(max, `dài nhất ${max} ký tự`)
    .refine(
      (value) => !LAYOUT.test(value),
      "phải là một dòng chữ thường, không có các dấu * ` < > [ ] { } | \\",
    );

export const webAddress = text().refine((value) => {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) && url.username === "" && !/\s/.test(value);
}, "phải là địa chỉ trang bắt đầu bằng https:// hoặc http://");

export const several = <Item extends z.ZodType>(item: Item) =>
  z.preprocess(
    (value) => (typeof value === "string" ? [value] : value),
    z
      .array(item, "phải là một danh sách trong dấu [ ]")
      .min(1, "phải có ít nhất một dòng")
      .max(20, "nhiều nhất 20 dòng"),
  );
