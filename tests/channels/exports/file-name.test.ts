import { expect, test } from "vitest";
import { attachment } from "../../../channels/exports/file-name.ts";

test("a name has an ASCII form and its own, encoded", () => {
  expect(attachment("Hạn nhiệm vụ – Sở Y tế", "ics")).toBe(
    `attachment; filename="han-nhiem-vu-so-y-te.ics"; filename*=UTF-8''H%E1%BA%A1n%20nhi%E1%BB%87m%20v%E1%BB%A5%20%E2%80%93%20S%E1%BB%9F%20Y%20t%E1%BA%BF.ics`,
  );
});

test.each([
  ["quotes", 'a"; filename="evil.exe'],
  ["a line break", "a\r\nSet-Cookie: b=c"],
  ["a path", "../../etc/passwd"],
  ["half of a letter", "a\ud800b"],
  ["a mark that turns text around", "a\u202egnp.exe"],
  ["nothing", ""],
  ["marks alone", "***"],
  ["a long name", "ở".repeat(500)],
  ["a pair cut in two", `${"a".repeat(79)}😀`],
  ["brackets and an apostrophe", "Sở (cũ)'s"],
])("%s breaks nothing", (_what, name) => {
  const header = attachment(name, "xlsx");
  expect(header).toMatch(
    /^attachment; filename="[a-z\d]+(?:-[a-z\d]+)*\.xlsx"; filename\*=UTF-8''[\w.%~!-]+\.xlsx$/,
  );
  const decoded = decodeURIComponent(header.split("UTF-8''")[1]!);
  expect(decoded).not.toMatch(/[\p{Cc}\p{Cf}"/\\]/u);
  expect(header.length).toBeLessThan(1000);
});
