import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { configSchema, loadConfig, mistypedSettings } from "../config.ts";
import { loadEnvFile } from "../knowledge/env-file.ts";
import { ConfigError } from "../knowledge/errors.ts";

const DEFAULTS = {
  HOST: "127.0.0.1",
  PORT: 3000,
  DATA_DIR: "var",
  SHIPPED_DOCUMENTS: "true",
  EXTRA_DOCUMENTS: [],
  OFFICIAL_DOMAINS: [],
  LOG_LEVEL: "info",
  RATE_LIMIT_PER_MINUTE: 60,
  RETENTION_DAYS: 30,
  STORE_QUOTA_MB: 2048,
  DISK_WARNING_MB: 500,
  TRUST_PROXY: false,
  METRICS_PORT: 0,
  METRICS_HOST: "127.0.0.1",
  HANDOFF_CONTACT: "",
  OFFICE_PROFILE: "",
  OFFICE_EXAMPLES: "",
  NODE_ENV: "production",
  UPDATE_ON_START: true,
  EMBED_ORIGINS: [],
  DIRECTLINE: false,
  DIRECTLINE_SECRET: "",
  ZALO_APP_ID: "",
  ZALO_APP_SECRET: "",
  ZALO_OA_ID: "",
  ZALO_OA_SECRET_KEY: "",
  ZALO_REFRESH_TOKEN: "",
  ZALO_SIGNATURE_ID: "app",
  ZALO_REPLAY_WINDOW_MINUTES: 180,
  ZALO_SILENCE_HOURS: 12,
  ZALO_BUTTONS: true,
  ZALO_API_URL: "https://openapi.zalo.me",
  ZALO_OAUTH_URL: "https://oauth.zaloapp.com",
  TEAMS_APP_ID: "",
  TEAMS_APP_PASSWORD: "",
  TEAMS_TENANT_ID: "",
  TEAMS_ANONYMOUS: false,
  TEAMS_OPENID_METADATA_URL: "https://login.botframework.com/v1/.well-known/openidconfiguration",
  TEAMS_TOKEN_ISSUER: "https://api.botframework.com",
  TEAMS_LOGIN_URL: "https://login.microsoftonline.com",
  TEAMS_PUBLIC_URL: "",
  VOICE_DIALECT: "jambonz",
  VOICE_SECRET: "",
  VOICE_PUBLIC_URL: "",
  VOICE_OFFICER: "",
  VOICE_OFFICER_HOURS: "T2-T6 07:30-11:30,13:30-17:00",
  VOICE_HOTLINE_NAME: "tổng đài hành chính công của tỉnh",
  VOICE_THOUSAND: "nghìn",
  VOICE_ZERO_TENS: "lẻ",
  VOICE_TTS_VENDOR: "",
  VOICE_TTS_VOICE: "",
  VOICE_STT_VENDOR: "",
  LLM_PROVIDER: "",
  LLM_MODEL: "",
  LLM_URL: "",
  LLM_API_KEY: "",
  LLM_API_VERSION: "",
  LLM_TIMEOUT_MS: 8000,
  LLM_VOICE_TIMEOUT_MS: 2000,
  LLM_CONCURRENCY: 4,
  LLM_INPUT_PRICE: 0,
  LLM_OUTPUT_PRICE: 0,
  EMBEDDINGS: "",
  EMBEDDINGS_MODEL: "",
  EMBEDDINGS_URL: "",
  EMBEDDINGS_API_KEY: "",
  EMBEDDINGS_QUERY_PREFIX: "",
  EMBEDDINGS_DOCUMENT_PREFIX: "",
  EMBEDDINGS_WEIGHT: 0.4,
  RERANKER: "",
};

function errorOf(environment: Record<string, string>): ConfigError {
  try {
    loadConfig(environment);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return error as ConfigError;
  }
  throw new Error("the settings were taken");
}

test("an empty environment gives the defaults, frozen", () => {
  const config = loadConfig({});
  expect(config).toEqual(DEFAULTS);
  expect(Object.isFrozen(config)).toBe(true);
});

test("an empty variable counts as not set, and variables of others are left alone", () => {
  expect(loadConfig({ PORT: "", HOST: "", PATH: "/usr/bin" })).toEqual(DEFAULTS);
});

test("every variable can be set", () => {
  const environment = {
    HOST: "0.0.0.0",
    PORT: "8080",
    DATA_DIR: "/data",
    SHIPPED_DOCUMENTS: "procedures",
    EXTRA_DOCUMENTS: " a/danh-sach.xlsx, ,/srv/thu-tuc,",
    OFFICIAL_DOMAINS: "Phuong.example.vn, ,ubnd.example.vn",
    LOG_LEVEL: "silent",
    RATE_LIMIT_PER_MINUTE: "0",
    RETENTION_DAYS: "7",
    STORE_QUOTA_MB: "0",
    DISK_WARNING_MB: "100",
    TRUST_PROXY: "true",
    METRICS_PORT: "9464",
    METRICS_HOST: "10.0.0.3",
    HANDOFF_CONTACT: "Bộ phận một cửa",
    OFFICE_PROFILE: "/etc/co-quan.json",
    OFFICE_EXAMPLES: "/etc/cau-mau.jsonl",
    NODE_ENV: "development",
    UPDATE_ON_START: "false",
    EMBED_ORIGINS: "https://cong.example.vn/, http://localhost:8080",
    DIRECTLINE: "true",
    DIRECTLINE_SECRET: "bí mật",
    ZALO_APP_ID: "1",
    ZALO_APP_SECRET: "app-secret",
    ZALO_OA_ID: "2",
    ZALO_OA_SECRET_KEY: "oa-secret",
    ZALO_REFRESH_TOKEN: "refresh",
    ZALO_SIGNATURE_ID: "oa",
    ZALO_REPLAY_WINDOW_MINUTES: "60",
    ZALO_SILENCE_HOURS: "0",
    ZALO_BUTTONS: "false",
    ZALO_API_URL: "https://api.example",
    ZALO_OAUTH_URL: "https://oauth.example",
    TEAMS_APP_ID: "01234567-89ab-cdef-0123-456789abcdef",
    TEAMS_APP_PASSWORD: "s3cret",
    TEAMS_TENANT_ID: "fedcba98-7654-3210-fedc-ba9876543210",
    TEAMS_ANONYMOUS: "true",
    TEAMS_OPENID_METADATA_URL: "https://login.example/openid",
    TEAMS_TOKEN_ISSUER: "https://issuer.example",
    TEAMS_LOGIN_URL: "https://login.example",
    TEAMS_PUBLIC_URL: "https://tro-ly.example",
    VOICE_DIALECT: "twilio",
    VOICE_SECRET: "secret",
    VOICE_PUBLIC_URL: "https://troly.example.gov.vn",
    VOICE_OFFICER: "sip:truc@pbx.example.gov.vn",
    VOICE_OFFICER_HOURS: "T2-T7 08:00-11:00; CN 08:00-09:30",
    VOICE_HOTLINE_NAME: "tổng đài 1022",
    VOICE_THOUSAND: "ngàn",
    VOICE_ZERO_TENS: "linh",
    VOICE_TTS_VENDOR: "google",
    VOICE_TTS_VOICE: "vi-VN-Neural2-A",
    VOICE_STT_VENDOR: "google",
    LLM_PROVIDER: "azure",
    LLM_MODEL: "tro-ly",
    LLM_URL: "https://tinh.openai.azure.com/",
    LLM_API_KEY: "key",
    LLM_API_VERSION: "2024-10-21",
    LLM_TIMEOUT_MS: "5000",
    LLM_VOICE_TIMEOUT_MS: "1500",
    LLM_CONCURRENCY: "2",
    LLM_INPUT_PRICE: "2.5",
    LLM_OUTPUT_PRICE: "10",
    EMBEDDINGS: "openai",
    EMBEDDINGS_MODEL: "bge-m3",
    EMBEDDINGS_URL: "http://10.0.0.5:8000/v1/",
    EMBEDDINGS_API_KEY: "key",
    EMBEDDINGS_QUERY_PREFIX: "query: ",
    EMBEDDINGS_DOCUMENT_PREFIX: "passage: ",
    EMBEDDINGS_WEIGHT: "0.25",
    RERANKER: "/srv/rerank",
  };
  expect(loadConfig(environment)).toEqual({
    ...environment,
    PORT: 8080,
    SHIPPED_DOCUMENTS: "procedures",
    EXTRA_DOCUMENTS: ["a/danh-sach.xlsx", "/srv/thu-tuc"],
    OFFICIAL_DOMAINS: ["phuong.example.vn", "ubnd.example.vn"],
    RATE_LIMIT_PER_MINUTE: 0,
    RETENTION_DAYS: 7,
    STORE_QUOTA_MB: 0,
    DISK_WARNING_MB: 100,
    TRUST_PROXY: true,
    METRICS_PORT: 9464,
    UPDATE_ON_START: false,
    EMBED_ORIGINS: ["https://cong.example.vn", "http://localhost:8080"],
    DIRECTLINE: true,
    ZALO_REPLAY_WINDOW_MINUTES: 60,
    ZALO_SILENCE_HOURS: 0,
    TEAMS_ANONYMOUS: true,
    ZALO_BUTTONS: false,
    LLM_URL: "https://tinh.openai.azure.com",
    LLM_TIMEOUT_MS: 5000,
    LLM_VOICE_TIMEOUT_MS: 1500,
    LLM_CONCURRENCY: 2,
    LLM_INPUT_PRICE: 2.5,
    LLM_OUTPUT_PRICE: 10,
    EMBEDDINGS_URL: "http://10.0.0.5:8000/v1",
    EMBEDDINGS_WEIGHT: 0.25,
  });
});

test.each([
  ["false", false],
  ["2", 2],
  [" 10.0.0.5, 2001:db8::/32 ", ["10.0.0.5", "2001:db8::/32"]],
])("TRUST_PROXY=%s is taken", (value, expected) => {
  expect(loadConfig({ TRUST_PROXY: value }).TRUST_PROXY).toEqual(expected);
});

describe("a wrong value is refused by the name of its variable", () => {
  test.each([
    ["PORT", "abc"],
    ["PORT", "65536"],
    ["PORT", "-1"],
    ["PORT", "80.5"],
    ["PORT", "0x50"],
    ["LOG_LEVEL", "loud"],
    ["RATE_LIMIT_PER_MINUTE", "-1"],
    ["RATE_LIMIT_PER_MINUTE", "many"],
    ["RETENTION_DAYS", "0"],
    ["RETENTION_DAYS", "3651"],
    ["TRUST_PROXY", "yes"],
    ["TRUST_PROXY", "11"],
    ["TRUST_PROXY", "10.0.0.0/33"],
    ["TRUST_PROXY", "10.0.0.1,proxy"],
    ["METRICS_PORT", "65536"],
    ["UPDATE_ON_START", "1"],
    ["HANDOFF_CONTACT", "x".repeat(301)],
    ["EMBED_ORIGINS", "cong.example.vn"],
    ["EMBED_ORIGINS", "https://cong.example.vn/trang"],
    ["EMBED_ORIGINS", "*"],
    ["DIRECTLINE", "on"],
    ["DIRECTLINE_SECRET", "x".repeat(201)],
    ["VOICE_DIALECT", "sip"],
    ["VOICE_PUBLIC_URL", "troly.example.gov.vn"],
    ["VOICE_OFFICER", "cán bộ trực"],
    ["VOICE_OFFICER_HOURS", "từ sáng đến chiều"],
    ["VOICE_OFFICER_HOURS", "T2-T6 17:00-07:30"],
    ["VOICE_HOTLINE_NAME", "x".repeat(121)],
    ["VOICE_THOUSAND", "nghin"],
    ["VOICE_ZERO_TENS", "le"],
    ["LLM_PROVIDER", "gpt"],
    ["LLM_URL", "localhost:11434"],
    ["LLM_TIMEOUT_MS", "0"],
    ["LLM_CONCURRENCY", "0"],
    ["LLM_INPUT_PRICE", "-1"],
    ["EMBEDDINGS", "word2vec"],
    ["EMBEDDINGS_WEIGHT", "1.5"],
  ])("%s=%s", (name, value) => {
    const error = errorOf({ [name]: value });
    expect(error.variables).toEqual([name]);
    expect(error.message).toContain(`${name}: `);
  });
});

describe("a channel that is set up in part is refused by the name of what it lacks", () => {
  test.each([
    [{ VOICE_SECRET: "s3cret" }, "VOICE_PUBLIC_URL"],
    [{ VOICE_PUBLIC_URL: "https://troly.example.gov.vn" }, "VOICE_SECRET"],
  ])("%j", (environment, missing) => {
    const error = errorOf(environment);
    expect(error.variables).toEqual([missing]);
    expect(error.message).not.toContain("s3cret");
  });

  test("an officer at a SIP address, whom Stringee can't dial", () => {
    const environment = {
      VOICE_SECRET: "s",
      VOICE_PUBLIC_URL: "https://t",
      VOICE_DIALECT: "stringee",
      VOICE_OFFICER: "sip:a@b",
    };
    expect(errorOf(environment).variables).toEqual(["VOICE_OFFICER"]);
  });
});

describe("an embedding model that is set in part or against itself stops the start", () => {
  test.each<[Record<string, string>, string[]]>([
    [{ EMBEDDINGS: "ollama" }, ["EMBEDDINGS_MODEL"]],
    [{ EMBEDDINGS: "openai", EMBEDDINGS_MODEL: "m" }, ["EMBEDDINGS_URL"]],
    [{ EMBEDDINGS: "onnx", EMBEDDINGS_MODEL: "m", EMBEDDINGS_URL: "http://a" }, ["EMBEDDINGS_URL"]],
    [{ EMBEDDINGS_MODEL: "m", RERANKER: "r" }, ["EMBEDDINGS_MODEL", "RERANKER"]],
  ])("%j", (environment, names) => {
    expect(errorOf(environment).variables).toEqual(names);
  });
});

describe("a language model that is set in part or against itself stops the start", () => {
  test.each<[Record<string, string>, string[]]>([
    [{ LLM_PROVIDER: "ollama" }, ["LLM_MODEL"]],
    [{ LLM_PROVIDER: "openai", LLM_MODEL: "m" }, ["LLM_URL"]],
    [{ LLM_PROVIDER: "azure", LLM_MODEL: "m", LLM_API_KEY: "s3cret" }, ["LLM_URL", "LLM_API_VERSION"]],
    [{ LLM_MODEL: "m", LLM_API_KEY: "s3cret" }, ["LLM_MODEL", "LLM_API_KEY"]],
    [{ LLM_PROVIDER: "ollama", LLM_MODEL: "m", LLM_API_VERSION: "1" }, ["LLM_API_VERSION"]],
  ])("%j", (environment, names) => {
    const error = errorOf(environment);
    expect(error.variables).toEqual(names);
    expect(error.message).not.toContain("s3cret");
  });

  test("each whole set is taken", () => {
    for (const environment of [
      { LLM_PROVIDER: "ollama", LLM_MODEL: "qwen3:8b" },
      { LLM_PROVIDER: "openai", LLM_MODEL: "m", LLM_URL: "http://10.0.0.5:8000/v1" },
    ])
      expect(loadConfig(environment)).toMatchObject(environment);
  });
});

test("all wrong variables are named at once, none with its value", () => {
  const error = errorOf({ PORT: "s3cret-port", TRUST_PROXY: "s3cret-proxy", RETENTION_DAYS: "s3cret-days" });
  expect(error.variables).toEqual(["PORT", "RETENTION_DAYS", "TRUST_PROXY"]);
  expect(error.message).not.toContain("s3cret");
});

test("a variable that looks like a setting and is none is named", () => {
  const environment = { ZALO_OA_SECRET: "x", VOICE_SECRET: "x", LLM_KEY: "x", LLMS: "x", PATH: "/bin" };
  expect(mistypedSettings(environment)).toEqual(["ZALO_OA_SECRET", "LLM_KEY"]);
});

test(".env.example names every variable with its default", () => {
  const lines = readFileSync(new URL("../.env.example", import.meta.url), "utf8").split("\n");
  const assignments = lines.filter((line) => /^[A-Z_]+=/.test(line));
  const example = Object.fromEntries(assignments.map((line) => line.split("=") as [string, string]));
  expect(Object.keys(example)).toEqual(Object.keys(configSchema.shape));
  const defaults = Object.entries(DEFAULTS).map(([name, value]) => [name, String(value)]);
  expect(example).toEqual(Object.fromEntries(defaults));
});

test(".env.example, copied to .env as it stands, changes nothing", () => {
  const environment: Record<string, string> = {};
  expect(loadEnvFile(environment, fileURLToPath(new URL("../.env.example", import.meta.url)))).toEqual([]);
  expect(loadConfig(environment)).toEqual(DEFAULTS);
});

test("every setting of .env.example is explained: a comment stands right above it or above its block", () => {
  const lines = readFileSync(new URL("../.env.example", import.meta.url), "utf8").split("\n");
  const unexplained = lines.filter(
    (line, index) => /^[A-Z_]+=/.test(line) && !/^(?:#|[A-Z_]+=)/.test(lines[index - 1] ?? ""),
  );
  expect(unexplained).toEqual([]);
});
