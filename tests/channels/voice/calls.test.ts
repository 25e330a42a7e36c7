/** Whole calls, as fixtures: every webhook and every answer passes jambonz' own schema. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openSqliteStore } from "../../../bot/state/sqlite-store.ts";
import type { StateStore } from "../../../bot/state/store.ts";
import { idFrom } from "../../../channels/message-id.ts";
import { assistantOver, shippedKnowledge } from "../../support/assistant.ts";
import { JambonzCall, type Verb } from "../../support/voice/jambonz.ts";
import { openRig, type Rig } from "../../support/voice/rig.ts";
import { unspeakable } from "../../support/voice/unspeakable.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

interface CallStep {
  do: "start" | "say" | "press" | "silence" | "mumble" | "fail" | "dialled" | "retry" | "status";
  value?: string;
  confidence?: number;
  hears: string[];
  hearsNot?: string[];
  hearsNothing?: boolean;
  verbs: string[];
  slow?: boolean;
  digitsOnly?: boolean;
  same?: boolean;
}

interface CallFixture {
  title: string;
  at: string;
  from?: string;
  steps: CallStep[];
  /** Null: not checked. */
  cases: { reason: string; callback: string | null; channel: string }[] | null;
  turns?: number;
}

const FOLDER = join(import.meta.dirname, "../../fixtures/calls");
const fixtures = readdirSync(FOLDER).map(
  (file) => JSON.parse(readFileSync(join(FOLDER, file), "utf8")) as CallFixture,
);

/** So slowly a voice of Google reads. */
const SLOW = /<speak><prosody rate="80%">/;

async function take(call: JambonzCall, step: CallStep): Promise<string> {
  switch (step.do) {
    case "start":
      return call.start();
    case "say":
      return call.say(step.value!, step.confidence);
    case "press":
      return call.press(step.value!);
    case "silence":
      return call.silence();
    case "mumble":
      return call.mumble();
    case "fail":
      return call.fail();
    case "dialled":
      return call.dialled(step.value!);
    case "retry":
      return call.retry();
    case "status":
      expect(await call.status(step.value!)).toBe(200);
      return "";
  }
}

function expectVerbs(verbs: readonly Verb[], step: CallStep): void {
  expect(verbs.map(({ verb }) => verb)).toEqual(step.verbs);
  const gather = verbs.find(({ verb }) => verb === "gather");
  if (!gather) return;
  expect(gather.input).toEqual(step.digitsOnly ? ["digits"] : ["speech", "digits"]);
  if (!step.digitsOnly) expect(gather).toMatchObject({ bargein: true, dtmfBargein: true, numDigits: 1 });
}

describe.each(fixtures)("$title", (fixture) => {
  let store: StateStore;
  let rig: Rig;
  beforeAll(async () => {
    const knowledge = await shippedKnowledge();
    store = await openSqliteStore(":memory:");
    const now = () => new Date(fixture.at);
    const assistant = assistantOver(knowledge, store, { now });
    rig = await openRig({
      assistant,
      knowledge,
      store,
      now: new Date(fixture.at),
      settings: { VOICE_TTS_VENDOR: "google" },
    });
  });
  afterAll(async () => {
    await rig.close();
    await store.close();
  });

  test("is led to its end", async () => {
    const call = new JambonzCall(rig, {
      callSid: fixture.title,
      ...(fixture.from ? { from: fixture.from } : {}),
    });
    for (const step of fixture.steps) {
      const before = call.verbs;
      const heard = await take(call, step);
      if (step.do === "status") continue;
      const where = `${step.do} ${step.value ?? ""}: ${heard}`;
      for (const words of step.hears) expect(heard, where).toContain(words);
      for (const words of step.hearsNot ?? []) expect(heard, where).not.toContain(words);
      if (step.hearsNothing) expect(heard).toBe("");
      if (step.slow !== undefined) expect(SLOW.test(heard), where).toBe(step.slow);
      if (step.same) expect(call.verbs).toEqual(before);
      expect(unspeakable(heard.replace(/<\/?(?:speak|prosody)[^>]*>/g, "")), where).toEqual([]);
      expectVerbs(call.verbs, step);
    }
    if (fixture.cases)
      expect(
        (await store.cases()).map(({ reason, callback, channel }) => ({ reason, callback, channel })),
      ).toEqual(fixture.cases);
    if (fixture.turns !== undefined)
      expect(await store.turns(idFrom("voice", fixture.title))).toHaveLength(fixture.turns);
  });

  test("and nothing of it is in the log", () => {
    const said = fixture.steps.flatMap(({ value }) => (value && value.length > 5 ? [value] : []));
    for (const words of ["901234567", "912345678", ...said.filter((value) => value !== "completed")])
      expect(rig.log().replace(/"code":"[^"]*"/g, "")).not.toContain(words);
  });
});
