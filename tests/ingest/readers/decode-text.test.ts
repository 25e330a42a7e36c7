import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { decodeText, legacyRepaired } from "../../../ingest/readers/decode-text.ts";
import { readDocument } from "../../../ingest/readers/read-document.ts";
import { makeDoc, makeDocx, paragraph } from "./samples.ts";

const TEXT = "Cộng hòa xã hội chủ nghĩa Việt Nam, người yêu cầu nộp lệ phí đăng ký";
/** The same in TCVN3, as an editor without the font shows it. */
const TCVN3 = "Céng hßa x· héi chñ nghÜa ViÖt Nam, ng\u00adêi yªu cÇu nép lÖ phÝ ®¨ng ký";
/** Letters with their shape, the tone after them: the order of windows-1258. */
const WINDOWS_1258: Record<string, number> = {
  ă: 0xe3,
  â: 0xe2,
  ê: 0xea,
  ô: 0xf4,
  ơ: 0xf5,
  ư: 0xfd,
  đ: 0xf0,
  "\u0300": 0xcc,
  "\u0301": 0xec,
  "\u0303": 0xde,
  "\u0309": 0xd2,
  "\u0323": 0xf2,
};

function toWindows1258(text: string): Buffer {
  const bytes: number[] = [];
  for (const letter of text.normalize("NFC")) {
    const tones = letter.normalize("NFD").match(/[\u0300\u0301\u0303\u0309\u0323]/g) ?? [];
    const base = letter
      .normalize("NFD")
      .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, "")
      .normalize("NFC");
    bytes.push(WINDOWS_1258[base] ?? base.charCodeAt(0), ...tones.map((tone) => WINDOWS_1258[tone]!));
  }
  return Buffer.from(bytes);
}

describe("decodeText", () => {
  test.each<[string, Buffer]>([
    ["UTF-8", Buffer.from(TEXT)],
    ["UTF-8, decomposed", Buffer.from(TEXT.normalize("NFD"))],
    ["UTF-8 with a byte order mark", Buffer.from(`\ufeff${TEXT}`)],
    ["UTF-16, little end first", Buffer.from(`\ufeff${TEXT}`, "utf16le")],
    ["UTF-16, big end first", Buffer.from(`\ufeff${TEXT}`, "utf16le").swap16()],
    ["UTF-16 without a mark", Buffer.from(TEXT, "utf16le")],
    ["windows-1258", toWindows1258(TEXT)],
    ["TCVN3", Buffer.from(TCVN3, "latin1")],
    ["TCVN3 saved as UTF-8", Buffer.from(TCVN3)],
  ])("reads %s", (_name, bytes) => {
    expect(
      decodeText("a.txt", bytes)
        .normalize("NFC")
        .replace(/^\ufeff/, ""),
    ).toBe(TEXT);
  });

  test("VNI: a letter, then one for its mark, in small letters and capitals", () => {
    const vni = Buffer.from(
      "COÄNG HOØA XAÕ HOÄI\nÑôn vò chuû trì: UÛy ban nhaân daân xaõ, ngöôøi ñaõ kyù",
      "latin1",
    );
    expect(decodeText("vni.txt", vni)).toBe(
      "CỘNG HÒA XÃ HỘI\nĐơn vị chủ trì: Ủy ban nhân dân xã, người đã ký",
    );
  });

  test("TCVN3: small accented letters among capitals stand for capitals", () => {
    const text = "Kế HOạCH\nPHụ LụC\nủY BAN NHÂN DÂN\nSở KH&CN, Sở Y tế";
    const bytes = iconv.encode(text, "tcvn");
    expect(decodeText("a.txt", bytes)).toBe("KẾ HOẠCH\nPHỤ LỤC\nỦY BAN NHÂN DÂN\nSở KH&CN, Sở Y tế");
  });

  test("an encoding that gives no Vietnamese is refused, with its line and advice", () => {
    const polish = Buffer.from(
      "dong dau\nza\xbf\xf3\xb3\xe6 g\xea\xb6l\xb1 ja\xbc\xf1 \xb3\xf3d\xbc",
      "latin1",
    );
    expect(() => decodeText("vni.txt", polish)).toThrow(/vni\.txt \(dòng 2\): không nhận ra bảng mã.*UTF-8/);
    expect(() => decodeText("a.html", polish, "x-other")).toThrow("tệp tự khai x-other");
  });

  test("a file of half a letter is cut, not of another encoding", () => {
    expect(() => decodeText("a.txt", Buffer.from("Lệ phí đ").subarray(0, -1))).toThrow(/bị cắt giữa chừng/);
    expect(() => decodeText("a.txt", Buffer.from(`\ufeff${TEXT}`, "utf16le").subarray(0, -1))).toThrow(
      /bị cắt giữa chừng/,
    );
  });
});

test.each([
  ["a.docx", makeDocx(paragraph(TCVN3))],
  ["a.doc", makeDoc(TCVN3)],
])(
  "%s in a .VnTime font is read as Unicode, the soft hyphen that stands for ư included",
  async (file, bytes) => {
    const { content } = await readDocument(file, bytes);
    expect(
      content.kind === "blocks" && content.blocks[0]!.type === "paragraph" && content.blocks[0]!.text,
    ).toBe(TEXT);
  },
);

test("only text that is TCVN3 is repaired", () => {
  expect(legacyRepaired(TCVN3)).toBe(TEXT);
  for (const other of [TEXT, "Lê Mô là người ký", "Le café à côté de l'été", "plain", ""])
    expect(legacyRepaired(other)).toBe(other);
});
