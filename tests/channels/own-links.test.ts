import { expect, test } from "vitest";
import { withPublicLinks } from "../../channels/own-links.ts";

test.each([
  ["[Bảng (Excel)](/api/tasks?format=xlsx)", "[Bảng (Excel)](https://tro-ly.vn/api/tasks?format=xlsx)"],
  ["a [b](/c) d [e](/f?g=h,i) k", "a [b](https://tro-ly.vn/c) d [e](https://tro-ly.vn/f?g=h,i) k"],
  ["[Cổng](https://dichvucong.gov.vn)", "[Cổng](https://dichvucong.gov.vn)"],
  ["không có [gì] (/cả)", "không có [gì] (/cả)"],
  ["[gì](//khac.vn/x)", "[gì](//khac.vn/x)"],
  ["", ""],
])("%s leads to the server that is known", (markdown, linked) => {
  expect(withPublicLinks(markdown, "https://tro-ly.vn")).toBe(linked);
});

test("where nobody has said where the server is, the file is named and no path is shown", () => {
  expect(withPublicLinks("Có [Bảng (Excel)](/api/tasks?format=xlsx).", "")).toBe(
    "Có Bảng (Excel): tải trên trang web của trợ lý.",
  );
});
