/** A jambonz gateway with one caller: sends webhooks as it does, signed, and refuses whatever its own schema refuses. */
import { createHmac } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { validateApp } from "@jambonz/schema";
import { Ajv2020 } from "ajv/dist/2020.js";
import { PUBLIC_URL, type Rig, SECRET } from "./rig.ts";

const SCHEMAS = dirname(createRequire(import.meta.url).resolve("@jambonz/schema"));
const ajv = new Ajv2020({ strict: false, validateFormats: false });
for (const file of readdirSync(join(SCHEMAS, "callbacks")))
  ajv.addSchema(JSON.parse(readFileSync(join(SCHEMAS, "callbacks", file), "utf8")));

/** Throws when the gateway would never send this. */
export function assertCallback(name: string, payload: object): void {
  if (!ajv.validate(`https://jambonz.org/schema/callbacks/${name}`, payload))
    throw new Error(`no ${name} callback: ${ajv.errorsText()}`);
}

export interface Verb {
  verb: string;
  [property: string]: unknown;
}

export const sign = (body: string, at: Date, secret = SECRET): string => {
  const seconds = Math.floor(at.getTime() / 1000);
  return `t=${seconds},v1=${createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex")}`;
};

export interface CallOptions {
  callSid?: string;
  from?: string;
}

export class JambonzCall {
  readonly #rig: Rig;
  readonly callSid: string;
  readonly #from: string;
  /** Of the last answer. */
  verbs: Verb[] = [];
  /** Everything the caller has heard, prompt by prompt. */
  readonly heard: string[] = [];
  #lastRequest: { url: string; body: string } | undefined;

  constructor(rig: Rig, { callSid = "call-1", from = "+84901234567" }: CallOptions = {}) {
    this.#rig = rig;
    this.callSid = callSid;
    this.#from = from;
  }

  base(): object {
    return {
      call_sid: this.callSid,
      account_sid: "account",
      application_sid: "application",
      direction: "inbound",
      from: this.#from,
      to: "02543111222",
      call_id: `${this.callSid}@sbc`,
      call_status: "in-progress",
      sip_status: 200,
      trace_id: "trace",
    };
  }

  start(): Promise<string> {
    const payload = { ...this.base(), sip: { headers: { From: this.#from } }, defaults: {} };
    assertCallback("session-new", payload);
    return this.#send("/webhooks/voice", payload);
  }

  say(transcript: string, confidence = 0.92): Promise<string> {
    return this.#gathered({
      reason: "speechDetected",
      speech: { language_code: "vi-VN", is_final: true, alternatives: [{ transcript, confidence }] },
    });
  }

  press(digits: string): Promise<string> {
    return this.#gathered({ reason: "dtmfDetected", digits });
  }

  silence(): Promise<string> {
    return this.#gathered({ reason: "timeout" });
  }

  mumble(): Promise<string> {
    return this.#gathered({ reason: "stt-low-confidence" });
  }

  fail(): Promise<string> {
    return this.#gathered({ reason: "error", details: { error: "stt" } });
  }

  dialled(dialCallStatus: string): Promise<string> {
    const payload = { ...this.base(), dial_call_status: dialCallStatus, dial_sip_status: 486 };
    assertCallback("dial", payload);
    return this.#send(this.#hook("dial"), payload);
  }

  async status(callStatus: string): Promise<number> {
    const payload = { ...this.base(), call_status: callStatus, duration: 61, call_termination_by: "caller" };
    assertCallback("call-status", payload);
    const body = JSON.stringify(payload);
    const headers = { "Jambonz-Signature": sign(body, this.#rig.now()) };
    return (await this.#rig.call({ url: "/webhooks/voice/status", body, headers })).status;
  }

  /** The gateway didn't get the answer and asks again. */
  retry(): Promise<string> {
    return this.#post(this.#lastRequest!.url, this.#lastRequest!.body);
  }

  get isOver(): boolean {
    return this.verbs.some(({ verb }) => verb === "hangup");
  }

  #gathered(result: object): Promise<string> {
    const payload = { ...this.base(), ...result };
    assertCallback("gather", payload);
    return this.#send(this.#hook("gather"), payload);
  }

  /** Where the last answer wants the outcome of a verb. */
  #hook(verb: string): string {
    const found = this.verbs.find((row) => row.verb === verb);
    if (!found) throw new Error(`the gateway has no ${verb} to report on`);
    const url = String(found.actionHook);
    if (!url.startsWith(PUBLIC_URL)) throw new Error(`a hook elsewhere: ${url}`);
    return url.slice(PUBLIC_URL.length);
  }

  #send(url: string, payload: object): Promise<string> {
    return this.#post(url, JSON.stringify(payload));
  }

  async #post(url: string, body: string): Promise<string> {
    this.#lastRequest = { url, body };
    const headers = { "Jambonz-Signature": sign(body, this.#rig.now()) };
    const answer = await this.#rig.call({ url, body, headers });
    if (answer.status !== 200) throw new Error(`status ${answer.status}`);
    this.verbs = answer.body as Verb[];
    const { valid, errors } = validateApp(this.verbs);
    if (!valid)
      throw new Error(`jambonz refuses this: ${JSON.stringify(errors)} ${JSON.stringify(this.verbs)}`);
    const prompt = promptOf(this.verbs);
    this.heard.push(prompt);
    return prompt;
  }
}

/** What the caller hears of an answer. */
export const promptOf = (verbs: readonly Verb[]): string =>
  verbs
    .flatMap((verb) => [
      verb.verb === "say" ? verb.text : undefined,
      (verb.say as { text?: string } | undefined)?.text,
    ])
    .filter((text) => typeof text === "string")
    .join(" ");
