/** A code of letters and digits so that it can be written down from a telephone. */

/** Over a telephone, and in the South, dê, giê and vê are one sound, and so are bê and pê, em and en: a common word
 *  tells them apart. Digits are announced. */
const SIGNS: Readonly<Record<string, string>> = {
  A: "a trong chữ anh",
  B: "bê trong chữ bà",
  C: "xê trong chữ cá",
  D: "dê trong chữ dừa",
  E: "e trong chữ em",
  F: "ép",
  G: "gờ trong chữ gà",
  H: "hát trong chữ hoa",
  I: "i ngắn",
  J: "chữ gi",
  K: "ca trong chữ kẹo",
  L: "lờ trong chữ lá",
  M: "mờ trong chữ mẹ",
  N: "nờ trong chữ nón",
  O: "o tròn",
  P: "pê trong chữ phở",
  Q: "quy trong chữ quê",
  R: "rờ trong chữ rùa",
  S: "ét trong chữ sông",
  T: "tê trong chữ tôm",
  U: "u trong chữ út",
  V: "vê trong chữ voi",
  W: "vê kép",
  X: "ích trong chữ xe",
  Y: "y dài",
  Z: "dét",
  "0": "số không",
  "1": "số một",
  "2": "số hai",
  "3": "số ba",
  "4": "số bốn",
  "5": "số năm",
  "6": "số sáu",
  "7": "số bảy",
  "8": "số tám",
  "9": "số chín",
};

/** "A7B" → "a trong chữ anh; số bảy; bê trong chữ bà". Signs beside A-Z and 0-9 are left out. */
export const spellCode = (code: string): string =>
  [...code.toUpperCase()]
    .map((sign) => SIGNS[sign])
    .filter((said) => said !== undefined)
    .join("; ");

const DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

/** The last three digits of a telephone number, which is never said in full. */
export const lastDigits = (number: string): string =>
  [...number.replace(/\D/g, "").slice(-3)].map((digit) => DIGITS[Number(digit)]).join(" ");
