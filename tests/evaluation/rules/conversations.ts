/** The conversations that rows are measured by: those of the evaluation, and those of blind authors. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Reply, TurnRequest } from "../../../bot/reply.ts";
import { jsonlFilesIn } from "../../support/json-lines.ts";
import { blindFiles, checkBlind, readBlindRows } from "../blind-rows.ts";
import { check, parseRows } from "../expectation.ts";

export interface Conversation {
  id: string;
  /** Who wrote it; the project's own questions count as one author a file. */
  author: string;
  /** Asked of an office that has stated its address and hours. */
  office: boolean;
  turns: readonly {
    request: Pick<TurnRequest, "text" | "agency" | "audience">;
    /** Reasons why the reply isn't right; none when it is, or when nothing is expected. */
    failures(reply: Reply): string[];
  }[];
}

export const allConversations = (): Conversation[] => [...ownConversations(), ...blindConversations()];

const ownConversations = (): Conversation[] =>
  jsonlFilesIn(`${import.meta.dirname}/..`).flatMap((file) =>
    parseRows(readFileSync(file, "utf8"), file).map(({ id, office, turns }) => ({
      id,
      author: basename(file, ".jsonl"),
      office: office ?? false,
      turns: turns.map(({ expect, ...request }) => ({
        request,
        failures: (reply: Reply) => check(reply, expect),
      })),
    })),
  );

const blindConversations = (): Conversation[] =>
  blindFiles().flatMap((file) =>
    readBlindRows(file).map(({ id, audience, agency, turns, expect, expect_turns: earlier }) => ({
      id,
      author: basename(file, ".jsonl"),
      office: false,
      turns: turns.map((text, i) => {
        const expected = i === turns.length - 1 ? expect : earlier?.[String(i + 1)];
        return {
          request: { text, audience, ...(agency ? { agency } : {}) },
          failures: (reply: Reply) => (expected ? checkBlind(reply, expected) : []),
        };
      }),
    })),
  );
