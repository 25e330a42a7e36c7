/** Text of VNI fonts read as Latin-1 ("Keá hoaïch"): a vowel and a letter that stands for its mark. Source: the code page
 *  VNI for Windows. */

/** Shape and tone by mark, as combining signs: â ă, then sắc huyền hỏi ngã nặng. */
const GRAVE = "\u0300";
const ACUTE = "\u0301";
const TILDE = "\u0303";
const HOOK = "\u0309";
const DOT = "\u0323";
const ROOF = "\u0302";
const BOWL = "\u0306";
const MARKS: Readonly<Record<string, string>> = {
  ù: ACUTE,
  ø: GRAVE,
  û: HOOK,
  õ: TILDE,
  ï: DOT,
  â: ROOF,
  á: ROOF + ACUTE,
  à: ROOF + GRAVE,
  å: ROOF + HOOK,
  ã: ROOF + TILDE,
  ä: ROOF + DOT,
  ê: BOWL,
  é: BOWL + ACUTE,
  è: BOWL + GRAVE,
  ú: BOWL + HOOK,
  ü: BOWL + TILDE,
  ë: BOWL + DOT,
};
/** Letters that are one sign. */
const LETTERS: Readonly<Record<string, string>> = {
  ñ: "đ",
  Ñ: "Đ",
  ô: "ơ",
  Ô: "Ơ",
  ö: "ư",
  Ö: "Ư",
  æ: "ỉ",
  Æ: "Ỉ",
  ó: "ĩ",
  Ó: "Ĩ",
  ò: "ị",
  Ò: "Ị",
  î: "ỵ",
  Î: "Ỵ",
};
const MARKED = /([aeouyôö])([ùøûõïâáàåãäêéèúüë])/giu;
const SINGLE = /[ñôöæóòî]/giu;

/** To be called only for text that is in this code page: any other is spoilt. */
export function fromVni(text: string): string {
  return text
    .replace(
      MARKED,
      (_all, letter: string, mark: string) => `${LETTERS[letter] ?? letter}${MARKS[mark.toLowerCase()]!}`,
    )
    .replace(SINGLE, (letter) => LETTERS[letter]!)
    .normalize("NFC");
}
