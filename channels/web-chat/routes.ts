/** The web chat: pages, files and data, as one list that the server mounts. */
import type { ConversationStore } from "../../bot/state/store.ts";
import type { OfficeProfile } from "../../knowledge/office-profile.ts";
import type { Answering } from "../answering.ts";
import type { RateLimit } from "../rate-limit.ts";
import type { Route } from "../route.ts";
import { createCodeAttempts } from "./code-attempts.ts";
import { conversationsApi, createCodeLookup } from "./conversations-api.ts";
import { directLine } from "./directline.ts";
import { createPageWriter } from "./html.ts";
import { aboutRoute } from "./pages/about-script.ts";
import { procedureData, procedureOf } from "./pages/procedure-page.ts";
import { pages } from "./pages/routes.ts";
import { staticFiles } from "./static-files.ts";
import { lookOf, themeRoutes } from "./theme.ts";

export interface WebChatOptions {
  answering: Answering;
  store: ConversationStore;
  /** The one that counts questions. */
  rateLimit: RateLimit;
  settings: {
    EMBED_ORIGINS: readonly string[];
    DIRECTLINE: boolean;
    DIRECTLINE_SECRET: string;
    RETENTION_DAYS: number;
    /** What the privacy page has to tell of. */
    LLM_PROVIDER: string;
    EMBEDDINGS: string;
  };
  /** What the office states of itself. */
  office?: OfficeProfile | undefined;
  now?: () => number;
  /** Milliseconds by a clock that nobody sets. */
  uptime?: () => number;
  /** Told when codes begin to be guessed, and when that has ended. */
  onGuessing?: (isUnderWay: boolean) => void;
}

export function webChatRoutes({ answering, store, rateLimit, settings, ...given }: WebChatOptions): Route[] {
  const now = given.now ?? Date.now;
  const attempts = createCodeAttempts({
    ...(given.uptime ? { uptime: given.uptime } : {}),
    ...(given.onGuessing ? { onGuessing: given.onGuessing } : {}),
  });
  const findByCode = createCodeLookup({ store, rateLimit }, attempts);
  const write = createPageWriter(settings.EMBED_ORIGINS, lookOf(given.office));
  const asksModel = settings.LLM_PROVIDER !== "" || !["", "onnx"].includes(settings.EMBEDDINGS);
  return [
    ...staticFiles(),
    aboutRoute(() => (answering.isReady() ? answering.core().knowledge : undefined), given.office),
    ...themeRoutes(given.office),
    ...pages({
      answering,
      store,
      rateLimit,
      findByCode,
      retentionDays: settings.RETENTION_DAYS,
      asksModel,
      office: given.office,
      write,
    }),
    ...conversationsApi({ store, rateLimit, findByCode, now }),
    {
      method: "GET",
      path: "/api/procedures/:code",
      handle: ({ params }) => ({
        status: 200,
        body: procedureData(procedureOf(answering.core().knowledge, params.code!)),
      }),
    },
    ...(settings.DIRECTLINE
      ? directLine({ answering, store, rateLimit, secret: settings.DIRECTLINE_SECRET, now })
      : []),
  ];
}
