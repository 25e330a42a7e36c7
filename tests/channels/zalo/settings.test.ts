import { describe, expect, test } from "vitest";
import { isOn } from "../../../channels/channel-settings.ts";
import { CHANNELS } from "../../../channels/registry.ts";
import { ZALO_NEEDS } from "../../../channels/zalo/settings.ts";
import { loadConfig } from "../../../config.ts";

const COMPLETE = Object.fromEntries(ZALO_NEEDS.map((name) => [name, "s3cret-1"]));
const zalo = CHANNELS.find((module) => module.name === "zalo")!;

function namesOf(environment: Record<string, string>): readonly string[] {
  try {
    loadConfig(environment);
  } catch (error) {
    expect((error as Error).message).not.toContain("s3cret");
    return (error as { variables: readonly string[] }).variables;
  }
  return [];
}

test("the channel is on with all five, and off without any", () => {
  expect(isOn(zalo, loadConfig(COMPLETE))).toBe(true);
  expect(isOn(zalo, loadConfig({}))).toBe(false);
});

test.each(ZALO_NEEDS)("without %s the others are refused by its name", (name) => {
  expect(namesOf({ ...COMPLETE, [name]: "" })).toEqual([name]);
});

describe("addresses", () => {
  test.each(["http://api.example", "http://127.0.0.1.example", "http://[:::"])(
    "%s is refused: tokens go there",
    (url) => {
      expect(namesOf({ ...COMPLETE, ZALO_API_URL: url, ZALO_OAUTH_URL: url })).toEqual([
        "ZALO_API_URL",
        "ZALO_OAUTH_URL",
      ]);
    },
  );

  test.each(["https://api.example", "http://127.0.0.1:8080", "http://localhost"])("%s is taken", (url) => {
    expect(namesOf({ ...COMPLETE, ZALO_API_URL: url })).toEqual([]);
  });
});

test.each([
  ["ZALO_SIGNATURE_ID", "both"],
  ["ZALO_REPLAY_WINDOW_MINUTES", "4"],
  ["ZALO_REPLAY_WINDOW_MINUTES", "1441"],
  ["ZALO_SILENCE_HOURS", "-1"],
  ["ZALO_SILENCE_HOURS", "169"],
  ["ZALO_BUTTONS", "yes"],
])("%s=%s is refused by its name", (name, value) => {
  expect(namesOf({ ...COMPLETE, [name]: value })).toEqual([name]);
});
