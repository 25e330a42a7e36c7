import { describe, expect, test } from "vitest";
import { decodeWord, placeTone, undoKeyboard } from "../../../knowledge/vietnamese/keyboard.ts";
import { isVietnameseSyllable } from "../../../knowledge/vietnamese/syllables.ts";
import { createRandom } from "./random.ts";

describe("Telex", () => {
  test.each([
    ["nhieemj vuj", "nhiệm vụ"],
    ["nhieejm nhiemej", "nhiệm nhiệm"],
    ["dduwowcj dduowcj ddwowcj", "được được được"],
    ["thur tucj hoof sow", "thủ tục hồ sơ"],
    ["uyr ban sowr thoong tin", "ủy ban sở thông tin"],
    ["bao giowf", "bao giờ"],
    ["tieesng vieejt", "tiếng việt"],
    ["quyeets ddinhj", "quyết định"],
    ["nguwowif ngwoif nước nwowcs", "người người nước nước"],
    ["truowngf hoanf thanhf", "trường hoàn thành"],
    ["Ddangw kys", "Đăng ký"],
    ["khai sinhh", "khai sinh"],
  ])("%s", (typed, expected) => {
    expect(undoKeyboard(typed)).toBe(expected);
  });
});

describe("VNI", () => {
  test.each([
    ["nhie6m5 vu5", "nhiệm vụ"],
    ["d9u7o7c5 d9uo7c5", "được được"],
    ["ha2nh chi1nh ho62 so7", "hành chính hồ sơ"],
    ["dda8ng ky1", "đăng ký"],
    ["thu3 tu5c", "thủ tục"],
  ])("%s", (typed, expected) => {
    expect(undoKeyboard(typed)).toBe(expected);
  });

  test.each(["phi1", "nhom5 muc3", "so1", "ct01", "v9", "h06", "mẫu ct07"])(
    "leaves %s, which nothing shows to be VNI",
    (typed) => {
      expect(undoKeyboard(typed)).toBe(typed);
    },
  );
});

test.each([
  "zalo wifi data callbot chatbot task deadline online offline google facebook server token",
  "was bus class these there best list post must core host test support loans docs password report",
  "SOC QR AI IOC LRIS LGSP IPv6 VNeID ICT",
  "tthc dvc cntt cccd gks hs ko dc",
  "dang ky khai sinh ho so gom nhung gi",
  "đăng ký khai sinh, hồ sơ gồm những gì",
])("leaves alone: %s", (text) => {
  expect(undoKeyboard(text)).toBe(text);
});

test.each([
  ["hoa", "hòa"],
  ["thuy", "thùy"],
  ["quy", "quỳ"],
  ["gia", "già"],
  ["toan", "toàn"],
  ["khuyu", "khuỳu"],
  ["tiêng", "tiềng"],
])("placeTone sets the tone of %s in the old style", (letters, expected) => {
  expect(placeTone(letters, "\u0300")).toBe(expected);
});

test("typing a syllable in Telex or VNI and decoding it gives the syllable back", () => {
  const telex: Readonly<Record<string, string>> = {
    "\u0301": "s",
    "\u0300": "f",
    "\u0309": "r",
    "\u0303": "x",
    "\u0323": "j",
  };
  const vni: Readonly<Record<string, string>> = {
    "\u0301": "1",
    "\u0300": "2",
    "\u0309": "3",
    "\u0303": "4",
    "\u0323": "5",
  };
  const letters: readonly (readonly [string, string, string])[] = [
    ["â", "aa", "a6"],
    ["ê", "ee", "e6"],
    ["ô", "oo", "o6"],
    ["ă", "aw", "a8"],
    ["ơ", "ow", "o7"],
    ["ư", "uw", "u7"],
    ["đ", "dd", "d9"],
  ];
  const random = createRandom(3);
  const onsets = " b c ch d đ g h kh l m n nh ph t th tr v x".split(" ");
  const rimes = "iê m|iê n|ươ ng|ươ c|ư|ô ng|ơ|â n|ă ng|ê nh|uyê n|uyê t|uâ n".split("|");
  let decoded = 0;
  for (let round = 0; round < 3000; round++) {
    const bare = random.pick(onsets) + random.pick(rimes).replace(" ", "");
    const tone = random.pick(/[ct]$/.test(bare) ? ["\u0301", "\u0323"] : Object.keys(telex));
    const syllable = placeTone(bare, tone)!;
    if (!isVietnameseSyllable(syllable)) continue;
    const keys = (column: 1 | 2) => letters.reduce((text, row) => text.replaceAll(row[0], row[column]), bare);
    for (const typed of [keys(1) + telex[tone], keys(2) + vni[tone]]) {
      expect(`${typed} ${decodeWord(typed)}`).toBe(`${typed} ${syllable}`);
      decoded++;
    }
  }
  expect(decoded).toBeGreaterThan(1000);
});
