/** What a channel keeps of somebody's words while they wait for their answer. */
import { maskPersonalData } from "../bot/guardrails/personal-data.ts";

/** Longer is refused as too long anyway. */
export const MAX_HELD_CHARACTERS = 10_000;

/** With personal data masked: a question needs none of it to be answered. */
export const heldText = (text: string): string => maskPersonalData(text.slice(0, MAX_HELD_CHARACTERS)).text;
