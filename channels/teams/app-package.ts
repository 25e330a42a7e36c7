/** What an administrator uploads to Teams: a manifest and two icons in a ZIP.
 *  Source: https://learn.microsoft.com/microsoft-365/extensibility/schema/ */
import { readFileSync } from "node:fs";
import { zipSync } from "fflate";
import { type About, inShort } from "../../bot/about.ts";

/** Clouds of single countries lag behind the newest. */
export const MANIFEST_VERSION = "1.22";
const SCOPES = ["personal", "team", "groupChat"] as const;

export interface AppPackageSettings {
  TEAMS_APP_ID: string;
  /** https, without a path at the end. */
  TEAMS_PUBLIC_URL: string;
}

const MAX_FULL_NAME = 100;
const MAX_SHORT = 80;

/** As long as Teams takes it; the shorter form where it is too long. */
const fitting = (texts: readonly string[], most: number): string =>
  texts.find((text) => text.length <= most) ?? texts.at(-1)!.slice(0, most);

export function appManifest(
  { TEAMS_APP_ID, TEAMS_PUBLIC_URL }: AppPackageSettings,
  version: string,
  about: About,
): object {
  const subjects = inShort(about, " và ", { plansFirst: true });
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${MANIFEST_VERSION}/MicrosoftTeams.schema.json`,
    manifestVersion: MANIFEST_VERSION,
    version,
    id: TEAMS_APP_ID,
    developer: {
      name: about.name.slice(0, 32),
      websiteUrl: TEAMS_PUBLIC_URL,
      privacyUrl: TEAMS_PUBLIC_URL,
      termsOfUseUrl: TEAMS_PUBLIC_URL,
    },
    name: {
      short: about.name.slice(0, 30),
      full: fitting([`${about.name}: ${subjects}`, about.name], MAX_FULL_NAME),
    },
    description: {
      short: fitting([`Hỏi đáp về ${subjects}, có dẫn nguồn`, "Hỏi đáp có dẫn nguồn"], MAX_SHORT),
      full: `${about.name} là chương trình trí tuệ nhân tạo trả lời về ${about.vi.subjects}. Mỗi con số trong câu trả lời đều kèm nguồn để đối chiếu; điều nguồn không nêu thì trợ lý nói là không có. ${about.agency === undefined ? "" : `Cán bộ cho biết cơ quan mình (“tôi ở ${about.agency}”) rồi hỏi về “cơ quan tôi”. `}Câu trả lời để tham khảo, không phải quyết định của cơ quan.`,
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
        commandLists: [{ scopes: SCOPES, commands: commandsOf(about) }],
      },
    ],
    validDomains: [new URL(TEAMS_PUBLIC_URL).host],
  };
}

const commandsOf = ({ plans, examples: { procedures } }: About) => [
  ...(plans > 0
    ? [{ title: "Cơ quan tôi chủ trì việc gì?", description: "Nhiệm vụ của cơ quan đã cho biết" }]
    : []),
  ...(procedures[0] === undefined
    ? []
    : [
        {
          title: procedures[0].replace(/ cần giấy tờ gì\?$/u, "").slice(0, 32),
          description: procedures[0].slice(0, 128),
        },
      ]),
  { title: "Bạn làm được gì?", description: "Phạm vi trả lời của trợ lý" },
  { title: "Gặp cán bộ", description: "Ghi lại yêu cầu và cho mã tra cứu" },
];

/** The web page's icon as Teams wants it: 192 × 192 filling the square, and 32 × 32 in white on nothing. */
const icon = (name: string): Buffer => readFileSync(new URL(`app-icons/${name}`, import.meta.url));

/** The earliest there is in a ZIP, by the clock of the place: the same settings give the same archive everywhere. */
const MODIFIED = new Date(1980, 0, 1);

export const appPackage = (settings: AppPackageSettings, version: string, about: About): Uint8Array =>
  zipSync(
    {
      "manifest.json": Buffer.from(`${JSON.stringify(appManifest(settings, version, about), null, 2)}\n`),
      "color.png": icon("color.png"),
      "outline.png": icon("outline.png"),
    },
    { mtime: MODIFIED },
  );
