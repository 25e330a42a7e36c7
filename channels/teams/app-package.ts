/** What an administrator uploads to Teams: a manifest and two icons in a ZIP.
 *  Source: https://learn.microsoft.com/microsoft-365/extensibility/schema/ */
import { readFileSync } from "node:fs";
import { zipSync } from "fflate";
import { EXAMPLES } from "./words.ts";

/** Clouds of single countries lag behind the newest. */
export const MANIFEST_VERSION = "1.22";
const SCOPES = ["personal", "team", "groupChat"] as const;

export interface AppPackageSettings {
  TEAMS_APP_ID: string;
  /** https, without a path at the end. */
  TEAMS_PUBLIC_URL: string;
}

export function appManifest({ TEAMS_APP_ID, TEAMS_PUBLIC_URL }: AppPackageSettings, version: string): object {
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${MANIFEST_VERSION}/MicrosoftTeams.schema.json`,
    manifestVersion: MANIFEST_VERSION,
    version,
    id: TEAMS_APP_ID,
    developer: {
      name: "Trợ lý số",
      websiteUrl: TEAMS_PUBLIC_URL,
      privacyUrl: TEAMS_PUBLIC_URL,
      termsOfUseUrl: TEAMS_PUBLIC_URL,
    },
    name: { short: "Trợ lý số", full: "Trợ lý số: Kế hoạch chính quyền số và thủ tục hành chính" },
    description: {
      short: "Hỏi đáp về Kế hoạch chính quyền số và thủ tục hành chính, có dẫn nguồn",
      full: "Trợ lý số là chương trình trí tuệ nhân tạo trả lời về Kế hoạch chính quyền số của tỉnh (Quyết định 2704/QĐ-UBND) và về thủ tục hành chính. Mỗi con số trong câu trả lời đều kèm nguồn để đối chiếu; điều nguồn không nêu thì trợ lý nói là không có. Cán bộ cho biết cơ quan mình (“tôi ở Sở Y tế”) rồi hỏi về “cơ quan tôi”. Câu trả lời để tham khảo, không phải quyết định của cơ quan.",
    },
    icons: { color: "color.png", outline: "outline.png" },
    accentColor: "#0B5C8A",
    localizationInfo: { defaultLanguageTag: "vi" },
    bots: [
      {
        botId: TEAMS_APP_ID,
        scopes: SCOPES,
        supportsFiles: false,
        isNotificationOnly: false,
        commandLists: [{ scopes: SCOPES, commands: COMMANDS }],
      },
    ],
    validDomains: [new URL(TEAMS_PUBLIC_URL).host],
  };
}

const COMMANDS = [
  { title: "Cơ quan tôi chủ trì việc gì?", description: "Nhiệm vụ của cơ quan đã cho biết" },
  { title: "Đăng ký khai sinh", description: EXAMPLES[3] },
  { title: "Bạn làm được gì?", description: "Phạm vi trả lời của trợ lý" },
  { title: "Gặp cán bộ", description: "Ghi lại yêu cầu và cho mã tra cứu" },
];

/** The web page's icon as Teams wants it: 192 × 192 filling the square, and 32 × 32 in white on nothing. */
const icon = (name: string): Buffer => readFileSync(new URL(`app-icons/${name}`, import.meta.url));

/** The earliest there is in a ZIP, by the clock of the place: the same settings give the same archive everywhere. */
const MODIFIED = new Date(1980, 0, 1);

export const appPackage = (settings: AppPackageSettings, version: string): Uint8Array =>
  zipSync(
    {
      "manifest.json": Buffer.from(`${JSON.stringify(appManifest(settings, version), null, 2)}\n`),
      "color.png": icon("color.png"),
      "outline.png": icon("outline.png"),
    },
    { mtime: MODIFIED },
  );
