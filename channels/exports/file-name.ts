/** Names of files that are handed out. */
import { fold } from "../../knowledge/vietnamese/normalize.ts";

const LONGEST = 80;
const UNNAMED = "tep";

/** For Content-Disposition: "Lịch hạn – Sở Y tế.ics" by RFC 6266, with an ASCII name for clients that know no other. */
export function attachment(name: string, extension: string): string {
  const plain = fold(name)
    .replace(/[^a-z\d]+/g, "-")
    .slice(0, LONGEST)
    .replace(/^-|-$/g, "");
  // By whole characters: half of one can't be encoded.
  const shown = [...name.replace(/[\p{Cc}\p{Cf}\p{Cs}"*/:<>?\\|]+/gu, " ")].slice(0, LONGEST).join("").trim();
  const encoded = encodeURIComponent(`${shown || plain || UNNAMED}.${extension}`).replace(/['()*]/g, escaped);
  return `attachment; filename="${plain || UNNAMED}.${extension}"; filename*=UTF-8''${encoded}`;
}

const escaped = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
