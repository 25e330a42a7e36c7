/** Every setting of the program: one schema of the environment, read once. */
import { z } from "zod";
import { channelProblems, channelSettings, SWITCHES } from "./channels/channel-settings.ts";
import { embeddingProblems, embeddingSettings } from "./channels/embedding-settings.ts";
import { isNetwork, type TrustProxy } from "./channels/http/networks.ts";
import { languageModelProblems, languageModelSettings } from "./channels/language-model-settings.ts";
import { onOff, wholeNumber } from "./channels/setting-types.ts";
import { ConfigError } from "./knowledge/errors.ts";

export const configSchema = z.object({
  /** Address to listen on. */
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: wholeNumber(0, 65_535, 3000),
  /** Folder of the knowledge base and the conversations. */
  DATA_DIR: z.string().min(1).default("var"),
  /** Which of the shipped documents are taken in. */
  SHIPPED_DOCUMENTS: z
    .enum(["true", "false", "plan", "procedures"], "phải là true, false, plan hoặc procedures")
    .default("true"),
  /** Files or folders that are indexed beside the shipped documents. */
  EXTRA_DOCUMENTS: z
    .string()
    .transform((value) =>
      value
        .split(",")
        .map((path) => path.trim())
        .filter((path) => path !== ""),
    )
    .default([]),
  /** Domains of the office beside those of the state, covering those below them. */
  OFFICIAL_DOMAINS: z
    .string()
    .transform((value) =>
      value
        .split(",")
        .map((domain) => domain.trim().toLowerCase())
        .filter((domain) => domain !== ""),
    )
    .refine(
      (domains) => domains.every((domain) => /^(?:[a-z0-9-]{1,63}\.){1,8}[a-z0-9-]{2,63}$/.test(domain)),
      "phải là các tên miền như phuong.example.vn, cách nhau bằng dấu phẩy",
    )
    .default([]),
  LOG_LEVEL: z
    .enum(
      ["fatal", "error", "warn", "info", "debug", "silent"],
      "phải là fatal, error, warn, info, debug hoặc silent",
    )
    .default("info"),
  /** Questions a client may ask in a minute; 0 sets no limit. */
  RATE_LIMIT_PER_MINUTE: wholeNumber(0, 100_000, 60),
  /** Days after which an untouched conversation is deleted. */
  RETENTION_DAYS: wholeNumber(1, 3650, 30),
  /** Warn when the conversations take more than this; 0 never warns. */
  STORE_QUOTA_MB: wholeNumber(0, 10_000_000, 2048),
  /** Warn when the disk of the conversations has less than this free. */
  DISK_WARNING_MB: wholeNumber(0, 10_000_000, 500),
  /** Whose X-Forwarded-For tells the client's address: no proxy's, that of the one before the program, of so many one
   *  behind the other, or of those with these addresses. */
  TRUST_PROXY: z
    .string()
    .transform((value): TrustProxy => {
      if (value === "true" || value === "false") return value === "true";
      return /^\d+$/.test(value) ? Number(value) : value.split(",").map((entry) => entry.trim());
    })
    .refine(
      (trust) =>
        typeof trust === "boolean" || (typeof trust === "number" ? trust <= 10 : trust.every(isNetwork)),
      "phải là true, false, số tầng proxy từ 0 đến 10, hoặc các địa chỉ và dải mạng (10.0.0.0/8) cách nhau bằng dấu phẩy",
    )
    .default(false),
  /** Port of /metrics alone; 0 leaves it on PORT. */
  METRICS_PORT: wholeNumber(0, 65_535, 0),
  METRICS_HOST: z.string().min(1).default("127.0.0.1"),
  /** Where a person can be reached, shown on "gặp cán bộ". */
  HANDOFF_CONTACT: z.string().max(300, "dài nhất 300 ký tự").default(""),
  /** JSON file of the office's own address, telephone and hours; empty: none. */
  OFFICE_PROFILE: z.string().default(""),
  /** JSONL file of the office's own examples of what people do by saying something; empty: none. */
  OFFICE_EXAMPLES: z.string().default(""),
  /** "development" lets a channel be tried without signatures; the default refuses it. */
  NODE_ENV: z
    .enum(["production", "development", "test"], "phải là production, development hoặc test")
    .default("production"),
  /** Build the knowledge base anew at start when its sources have changed. */
  UPDATE_ON_START: onOff(true),
  ...channelSettings,
  ...languageModelSettings,
  ...embeddingSettings,
});
export type Config = Readonly<z.infer<typeof configSchema>>;

/** An empty variable counts as not set. Throws ConfigError that names every wrong variable, never its value. */
export function loadConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.keys(configSchema.shape)
      .map((name) => [name, environment[name]] as const)
      .filter(([, value]) => value !== undefined && value !== ""),
  );
  const result = configSchema.safeParse(given);
  const problems = result.success
    ? [
        ...channelProblems(result.data, Object.values(SWITCHES)),
        ...languageModelProblems(result.data),
        ...embeddingProblems(result.data),
      ]
    : result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  if (result.success && problems.length === 0) return Object.freeze(result.data);
  const names = [...new Set(problems.map((problem) => problem.split(/[.:]/)[0]!))];
  throw new ConfigError(`Cài đặt sai:\n${problems.join("\n")}`, names);
}

/** Settings of one part begin alike; a variable that begins so and is none of them is mistyped. */
const PARTS = /^(ZALO|TEAMS|VOICE|LLM|EMBEDDINGS|RERANKER|DIRECTLINE)_/;

/** Names of variables that look like settings and are none: said at start, since the setting that was meant is not set. */
export const mistypedSettings = (environment: Readonly<Record<string, string | undefined>>): string[] =>
  Object.keys(environment).filter((name) => PARTS.test(name) && !(name in configSchema.shape));
