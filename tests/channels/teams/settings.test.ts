import { describe, expect, test } from "vitest";
import { isOn } from "../../../channels/channel-settings.ts";
import { CHANNELS } from "../../../channels/registry.ts";
import { loadConfig } from "../../../config.ts";
import { ConfigError } from "../../../knowledge/errors.ts";
import { TRIAL } from "../../support/teams/app.ts";

const REAL = { ...TRIAL, NODE_ENV: "production", TEAMS_ANONYMOUS: "false" };
const teams = CHANNELS.find(({ name }) => name === "teams")!;

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    loadConfig(environment);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    expect((error as Error).message).not.toContain("s3cret");
    return (error as ConfigError).variables;
  }
}

test("Teams is on with all three of its settings, off with none", () => {
  expect(isOn(teams, loadConfig(REAL))).toBe(true);
  expect(isOn(teams, loadConfig({}))).toBe(false);
});

describe("refused at the start", () => {
  test.each<[string, Record<string, string>, string[]]>([
    ["a trial without tokens in production", { TEAMS_ANONYMOUS: "true" }, ["TEAMS_ANONYMOUS"]],
    ["one of the three missing", { TEAMS_APP_PASSWORD: "" }, ["TEAMS_APP_PASSWORD"]],
    ["an id that is no GUID", { TEAMS_APP_ID: "tro-ly-so" }, ["TEAMS_APP_ID"]],
    ["a public address without TLS", { TEAMS_PUBLIC_URL: "http://tro-ly.example" }, ["TEAMS_PUBLIC_URL"]],
    ["a tenant by its name", { TEAMS_TENANT_ID: "tinh.gov.vn" }, ["TEAMS_TENANT_ID"]],
    [
      "an issuer without TLS in production",
      { TEAMS_TOKEN_ISSUER: "http://issuer.example" },
      ["TEAMS_TOKEN_ISSUER"],
    ],
    [
      "keys without TLS in production",
      { TEAMS_OPENID_METADATA_URL: "http://x.example" },
      ["TEAMS_OPENID_METADATA_URL"],
    ],
    ["a login without TLS in production", { TEAMS_LOGIN_URL: "http://login.example" }, ["TEAMS_LOGIN_URL"]],
  ])("%s", (_name, changes, variables) => {
    expect(problemsOf({ ...REAL, ...changes })).toEqual(variables);
  });
});

test("outside production a trial may use names and addresses of its own", () => {
  expect(
    problemsOf({
      ...TRIAL,
      TEAMS_APP_ID: "thu",
      TEAMS_TENANT_ID: "thu",
      TEAMS_TOKEN_ISSUER: "http://localhost:1",
    }),
  ).toEqual([]);
});
