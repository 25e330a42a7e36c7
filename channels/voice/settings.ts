/** Settings of the voice gateway. */
import { z } from "zod";
import { spellOut } from "../../knowledge/vietnamese/spell-out.ts";
import { serviceUrl, text } from "../setting-types.ts";
import { parseHours } from "./hours.ts";

export const voiceSettings = {
  /** What the gateway speaks. */
  VOICE_DIALECT: z
    .enum(["jambonz", "twilio", "stringee"], "phải là jambonz, twilio hoặc stringee")
    .default("jambonz"),
  /** Signs the webhooks: jambonz' webhook secret, Twilio's auth token, Stringee's signing secret. */
  VOICE_SECRET: text(),
  /** Where the gateway reaches this program: "https://troly.example.gov.vn". */
  VOICE_PUBLIC_URL: serviceUrl(""),
  /** Who takes calls: a telephone number or a SIP address; empty offers to call back instead. */
  VOICE_OFFICER: z
    .string()
    .regex(/^(?:\+?\d{3,15}|sips?:[^\s@<>"]+@[^\s@<>"]+)$/, "phải là số điện thoại hoặc địa chỉ sip:")
    .default(""),
  /** When, Vietnam's clock. */
  VOICE_OFFICER_HOURS: z
    .string()
    .refine(
      (value) => parseHours(value, spellOut) !== undefined,
      "phải có dạng T2-T6 07:30-11:30,13:30-17:00; T7 07:30-11:30",
    )
    .default("T2-T6 07:30-11:30,13:30-17:00"),
  /** Whose assistant it is, said in the greeting. */
  VOICE_HOTLINE_NAME: z.string().max(120, "dài nhất 120 ký tự").default("tổng đài hành chính công của tỉnh"),
  /** The South says ngàn and lẻ, the North nghìn and linh. */
  VOICE_THOUSAND: z.enum(["nghìn", "ngàn"], "phải là nghìn hoặc ngàn").default("nghìn"),
  VOICE_ZERO_TENS: z.enum(["lẻ", "linh"], "phải là lẻ hoặc linh").default("lẻ"),
  /** As the gateway names them; empty takes the gateway's own. */
  VOICE_TTS_VENDOR: text(),
  VOICE_TTS_VOICE: text(),
  VOICE_STT_VENDOR: text(),
};

export type VoiceSettings = Readonly<z.infer<z.ZodObject<typeof voiceSettings>>>;

/** Stringee connects to telephone numbers only. */
/** What switches the channel on. */
export const VOICE_NEEDS = ["VOICE_SECRET", "VOICE_PUBLIC_URL"] as const;

export const voiceProblems = (settings: VoiceSettings): string[] =>
  settings.VOICE_DIALECT === "stringee" && settings.VOICE_OFFICER.startsWith("sip")
    ? ["VOICE_OFFICER: với stringee phải là số điện thoại"]
    : [];
