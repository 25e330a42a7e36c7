/** What the scripts of the chat say of the office: written from what is loaded, so it changes with it, beside files that
 *  never change. */
import { type About, aboutNothing, aboutOf, inShort } from "../../../bot/about.ts";
import { isAskable } from "../../../bot/askable.ts";
import type { KnowledgeBase } from "../../../knowledge/knowledge-base.ts";
import type { OfficeProfile } from "../../../knowledge/office-profile.ts";
import type { Route } from "../../route.ts";
import { accentsOf } from "../theme.ts";

/** Beside the folder of the scripts, which is named for what is in it. */
export const ABOUT_SCRIPT = "/assets/about.js";

export interface ExampleGroup {
  title: string;
  english: string;
  questions: readonly string[];
}

export interface AboutChat {
  name: string;
  intro: { vi: string; en: string };
  examples: readonly ExampleGroup[];
  /** First and last year of the picture of years; null where no task prints one. */
  years: readonly [number, number] | null;
  /** Of buttons and headings, on light and on dark ground. */
  accents: { light: string; dark: string } | null;
}

export function aboutChat(about: About, knowledge: KnowledgeBase | undefined): AboutChat {
  return {
    name: about.name,
    intro: { vi: introInVietnamese(about), en: introInEnglish(about) },
    examples: exampleGroups(about, knowledge),
    years: about.years,
    accents: about.colour === undefined ? null : accentsOf(about.colour),
  };
}

const introInVietnamese = (about: About): string =>
  about.greeting ??
  `Tôi trả lời về ${inShort(about, " và ")}. Câu trả lời lấy từ văn bản, con số nào cũng mở được nguồn; điều nguồn không có, tôi nói là không có.`;

const introInEnglish = (about: About): string =>
  `I answer questions in English or Vietnamese about ${inShort(about, " and ", { language: "en" })}. Answers come from documents and every figure opens its source; what the sources don't say, I say so.`;

/** The office's own questions where it set some; else what the records show best. */
export function exampleGroups(about: About, knowledge: KnowledgeBase | undefined): ExampleGroup[] {
  const { citizens, officers } = about.suggestions;
  const planTitle = about.planName?.vi ?? (about.plans > 1 ? "Các kế hoạch" : "Kế hoạch");
  const planEnglish = about.planName
    ? `The ${about.planName.en}`
    : about.plans > 1
      ? "The plans"
      : "The plan";
  const groups: ExampleGroup[] =
    citizens.length + officers.length > 0
      ? [
          { title: "Người dân thường hỏi", english: "Citizens ask", questions: citizens },
          { title: "Cán bộ thường hỏi", english: "Officers ask", questions: officers },
        ]
      : [
          {
            title: "Thủ tục hành chính",
            english: "Administrative procedures",
            questions: about.examples.procedures,
          },
          { title: planTitle, english: planEnglish, questions: about.examples.plans },
        ];
  return groups
    .map((group) => ({
      ...group,
      questions: group.questions.filter((question) => !knowledge || isAskable(question, knowledge)),
    }))
    .filter(({ questions }) => questions.length > 0);
}

/** Never kept by a browser: another version of the knowledge base may say other things. */
export function aboutRoute(
  knowledge: () => KnowledgeBase | undefined,
  office: OfficeProfile | undefined,
): Route {
  return {
    method: "GET",
    path: ABOUT_SCRIPT,
    handle() {
      const loaded = knowledge();
      const about = loaded ? aboutOf(loaded, office) : aboutNothing(office);
      return {
        status: 200,
        headers: {
          "Cache-Control": "no-cache",
          "Content-Type": "text/javascript; charset=utf-8",
          "Access-Control-Allow-Origin": "*",
          "Cross-Origin-Resource-Policy": "cross-origin",
        },
        body: `export const ABOUT = ${JSON.stringify(aboutChat(about, loaded))};\n`,
      };
    },
  };
}
