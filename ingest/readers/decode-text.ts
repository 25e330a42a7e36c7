/** Bytes of a text file into a string: UTF-8, UTF-16, or one of the two encodings that Vietnamese offices used
 *  before Unicode. A legacy encoding is believed only when what comes out is Vietnamese; otherwise the file is
 *  refused rather than guessed. */
import iconv from "iconv-lite";
import { DocumentError, UnsupportedDocumentError } from "../../knowledge/errors.ts";
import { isVietnameseSyllable } from "../../knowledge/vietnamese/syllables.ts";
import { fromVni } from "./vni.ts";

/** TCVN 5712:1993 VN3 ("ABC", fonts .VnTime). */
const TCVN3 = "tcvn";
/** Share of the accented words that must be Vietnamese syllables. */
const ENOUGH = 0.8;
const SAMPLE_WORDS = 3000;
const SAMPLE_LENGTH = 200_000;

/** `declared` is the charset that the file names itself, as an HTML page does. Throws DocumentError. */
export function decodeText(file: string, bytes: Buffer, declared: string | null = null): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(file, bytes.subarray(2), "utf-16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(file, bytes.subarray(2), "utf-16be");
  const guess = zeroBytes(bytes);
  if (guess) return decodeUtf16(file, bytes, guess);
  try {
    return legacyRepaired(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return decodeLegacy(file, bytes, declared);
  }
}

/** Text whose letters are those of a TCVN3 or VNI font read as Latin-1 ("Céng hßa x· héi", "Coäng hoøa xaõ hoäi"), as
 *  Word and PDF files keep it; any other text unchanged. To be called before cleaning, which drops the soft hyphen that
 *  stands for "ư". */
export function legacyRepaired(text: string): string {
  const odd = text.slice(0, SAMPLE_LENGTH).match(/\P{ASCII}/gu);
  if (!odd || odd.length < 3) return text;
  const latin = odd.filter((letter) => letter <= "\u00ff").length;
  if (latin / odd.length < 0.9 || vietnameseShare(text) >= ENOUGH) return text;
  return bestOf([fromTcvn3(text), fromVni(text)]) ?? text;
}

/** The one that is Vietnamese; null for none. */
function bestOf(texts: readonly string[]): string | null {
  const rated = texts.map((text) => ({ text, share: vietnameseShare(text) }));
  const best = rated.reduce((a, b) => (b.share > a.share ? b : a));
  return best.share >= ENOUGH ? best.text : null;
}

function decodeUtf16(file: string, bytes: Buffer, encoding: "utf-16le" | "utf-16be"): string {
  if (bytes.length % 2 === 1)
    throw new DocumentError(file, null, "tệp bị cắt giữa chừng (UTF-16 lẻ một byte)");
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    throw new DocumentError(file, null, "không đọc được theo bảng mã UTF-16", error);
  }
}

/** UTF-16 without a byte order mark: most letters of markup, spaces and digits have a zero byte. */
function zeroBytes(bytes: Buffer): "utf-16le" | "utf-16be" | null {
  const sample = bytes.subarray(0, 2000);
  if (sample.length < 4 || !sample.includes(0)) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < sample.length; i++) {
    if (sample[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  const half = sample.length / 2;
  if (odd > half * 0.3 && even < half * 0.02) return "utf-16le";
  return even > half * 0.3 && odd < half * 0.02 ? "utf-16be" : null;
}

function decodeLegacy(file: string, bytes: Buffer, declared: string | null): string {
  if (isCutUtf8(bytes))
    throw new DocumentError(file, null, "tệp bị cắt giữa chừng (chữ cuối cùng không trọn vẹn)");
  if (bytes.includes(0)) throw new UnsupportedDocumentError(file, null, "tệp nhị phân, không phải văn bản");
  const best = bestOf([
    iconv.decode(bytes, "windows1258").normalize("NFC"),
    withCapitals(iconv.decode(bytes, TCVN3).normalize("NFC")),
    fromVni(iconv.decode(bytes, "windows1252")),
  ]);
  if (best !== null) return best;
  const named = declared ? ` (tệp tự khai ${declared})` : "";
  throw new DocumentError(
    file,
    badLine(bytes),
    `không nhận ra bảng mã${named}; chỉ đọc UTF-8, UTF-16, windows-1258, TCVN3 và VNI. Hãy lưu lại bằng UTF-8`,
  );
}

/** Sound UTF-8 up to a letter that the end of the file cuts. */
function isCutUtf8(bytes: Buffer): boolean {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return /\P{ASCII}/u.test(text);
  } catch {
    return false;
  }
}

function badLine(bytes: Buffer): string | null {
  const lines = bytes.toString("utf8").split("\n");
  const index = lines.findIndex((line) => line.includes("\ufffd"));
  return index < 0 ? null : `dòng ${index + 1}`;
}

/** Letters beyond Latin-1 stay: quotes and dashes that Word has put in. */
function fromTcvn3(text: string): string {
  return withCapitals(
    text
      .replace(/[\u0080-\u00ff]+/g, (letters) => iconv.decode(Buffer.from(letters, "latin1"), TCVN3))
      .normalize("NFC"),
  );
}

/** Between tags and line breaks. */
const SEGMENT = /[^<>\n]+/g;
const ENTITY = /&#?\w{1,10};/g;
/** "LụC", "PHụ", "ủY": no word is spelled so. */
const HALF_CAPITAL = /\p{Lu}{2}(?![A-Za-z])\p{Ll}|(?![A-Za-z])\p{Ll}\p{Lu}/u;

/** TCVN3 has no accented capitals but Â Ă Ê Ô Ơ Ư Đ; fonts of capitals show small letters as such, and print "PHụ LụC" as
 *  "PHỤ LỤC". A line whose plain letters are capitals is in such a font. */
const withCapitals = (text: string): string =>
  text.replace(SEGMENT, (segment) => {
    if (!HALF_CAPITAL.test(segment) || /[a-z]/.test(segment.replace(ENTITY, ""))) return segment;
    return segment
      .split(/(&#?\w{1,10};)/)
      .map((part, i) => (i % 2 === 1 ? part : part.toUpperCase()))
      .join("");
  });

/** Of the words with a letter outside ASCII, the share that are Vietnamese syllables; 0 when there is none. */
function vietnameseShare(text: string): number {
  const words = (
    text
      .slice(0, SAMPLE_LENGTH)
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? []
  )
    .filter((word) => /\P{ASCII}/u.test(word))
    .slice(0, SAMPLE_WORDS);
  if (words.length === 0) return 0;
  return words.filter((word) => isVietnameseSyllable(word.normalize("NFC"))).length / words.length;
}
