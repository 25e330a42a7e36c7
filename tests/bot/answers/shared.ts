/** What composing needs: the shipped records at one moment. */
import type { AnswerContext } from "../../../bot/answers/context.ts";
import { shippedKnowledge } from "../../support/assistant.ts";

export const NOW = new Date("2024-06-15T08:00:00+07:00");

export async function openContext(handoffContact = "", now = NOW): Promise<AnswerContext> {
  return { knowledge: await shippedKnowledge(), now, settings: { retentionDays: 30, handoffContact } };
}

/** When the records of procedures have their latest figures. */
export const LATEST = new Date("2026-11-25T08:00:00+07:00");
