/** Web and mail addresses in text, and whether they belong to an office. */

/** Domains of the state; the setting OFFICIAL_DOMAINS adds the office's own. A domain covers those below it. */
export const STATE_DOMAINS = ["gov.vn", "chinhphu.vn"] as const;

/** "https://a.b/c", "//a.b", "javascript:…". */
const WITH_SCHEME =
  /(?:[a-z][a-z0-9+.-]{1,20}:\/\/|(?<![\d:/])\/\/(?=\p{L}))[^\s<>“”"']+|(?:javascript|vbscript|data):[^\s<>“”"']+/giu;
const ENDINGS =
  "vn|com|net|org|info|biz|xyz|top|site|online|club|shop|app|dev|io|me|cc|co|tk|ml|ga|cf|link|click|live|pro|asia|int|edu|gov|example|test|page|web|website|store|vip|icu|ru|cn|us|eu";
/** "www.a.b", "a.b.vn/c", "ten@a.vn". */
const BARE = new RegExp(
  String.raw`(?<![\p{L}\d@./-])(?:[\w.+-]{1,64}@)?(?:[\p{L}\d-]{1,63}\.){0,5}[\p{L}\d-]{0,62}\p{L}[\p{L}\d-]{0,62}\.(?:${ENDINGS})(?![\p{L}\d-])(?:[/?#][^\s<>“”"']{0,2000})?`,
  "giu",
);
const CLUE = new RegExp(String.raw`//|(?:javascript|vbscript|data):|[a-z0-9-]\.(?:${ENDINGS})(?![a-z0-9-])`);
const TAIL = /[.,;:!?)\]}'"”»]{1,20}$/u;

export interface Address {
  /** As printed. */
  text: string;
  index: number;
  isOfficial: boolean;
}

/** May there be any? Much faster than to look for them. `folded` is the text without diacritics, in small letters. */
export const mayHaveAddress = (folded: string): boolean => CLUE.test(folded);

export function addressesIn(text: string, official: readonly string[]): Address[] {
  const found: Address[] = [];
  const blank = (part: string, index: number): string => {
    const printed = part.replace(TAIL, "");
    found.push({ text: printed, index, isOfficial: isOfficial(printed, official) });
    return " ".repeat(part.length);
  };
  text.replace(WITH_SCHEME, blank).replace(BARE, blank);
  return found.sort((a, b) => a.index - b.index);
}

/** By the host that a browser would open: what stands before "@" and after the domain deceives only people. */
function isOfficial(printed: string, official: readonly string[]): boolean {
  const host = hostOf(printed);
  return (
    host !== null &&
    [...STATE_DOMAINS, ...official].some((domain) => host === domain || host.endsWith(`.${domain}`))
  );
}

function hostOf(printed: string): string | null {
  const url = /^[a-z][a-z0-9+.-]*:/iu.test(printed) ? printed : `https://${printed.replace(/^\/\//, "")}`;
  try {
    const { protocol, hostname } = new URL(url);
    return ["http:", "https:"].includes(protocol) ? hostname.replace(/\.$/, "") : null;
  } catch {
    return null;
  }
}

/** An address of an office that may be given as a link; null otherwise. */
export function officialLink(url: string | null, official: readonly string[]): string | null {
  return url !== null && /^https?:\/\//iu.test(url) && isOfficial(url, official) ? url : null;
}
