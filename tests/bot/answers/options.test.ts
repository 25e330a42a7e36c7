import { expect, test } from "vitest";
import { choicesOf, optionsOf } from "../../../bot/answers/options.ts";
import type { Choice, Query } from "../../../bot/query.ts";
import { shippedKnowledge } from "../../support/assistant.ts";

const choice = (query: Query): Choice => ({ label: query.kind, query });
const TASK: Query = { kind: "task", ids: ["V.9"], asks: ["when"] };
const AGENCY: Query = { kind: "agency", agencyId: "so-y-te", ask: "overview" };

test("options are named by the record that they stand for, in order", async () => {
  const options: Choice[] = [
    choice(TASK),
    choice({ kind: "procedure", code: "1.001193", aspects: [] }),
    choice({ kind: "procedure", code: "1.001193", aspects: ["documents"], cases: [2] }),
    choice(AGENCY),
    choice({ kind: "ownAgency", agencyId: "so-y-te" }),
    choice({ kind: "document", keys: ["signer"], ids: ["fact:signer"] }),
    choice({ kind: "groups" }),
  ];
  expect(optionsOf({ kind: "clarification", question: "Nào?", options }, await shippedKnowledge())).toEqual([
    { label: "task", kind: "task", id: "V.9" },
    { label: "procedure", kind: "procedure", code: "1.001193" },
    { label: "procedure", kind: "case", code: "1.001193", id: "/documents/2" },
    { label: "agency", kind: "agency", id: "so-y-te" },
    { label: "ownAgency", kind: "agency", id: "so-y-te" },
    { label: "document", kind: "document", id: "fact:signer" },
    { label: "groups", kind: "query", id: "groups" },
  ]);
});

test("a refusal puts the offers that it shows, and an answer about one record nothing", async () => {
  const knowledge = await shippedKnowledge();
  const offers = [1, 2, 3, 4].map((): Choice => choice(AGENCY));
  const refusal: Query = { kind: "refusal", status: "clarification", reason: "not_understood", offers };
  expect(choicesOf(refusal, knowledge)).toHaveLength(3);
  expect(choicesOf(TASK, knowledge)).toEqual([]);
  expect(choicesOf({ kind: "groups" }, knowledge)).toEqual([]);
});

test("of two tasks with one printed label each is asked the same; two others put nothing to choice", async () => {
  const knowledge = await shippedKnowledge();
  expect(choicesOf({ kind: "task", ids: ["II.1", "IIb.1"], asks: ["lead"] }, knowledge)).toEqual([
    { label: "Nhiệm vụ II.1 (Thể chế số)", query: { kind: "task", ids: ["II.1"], asks: ["lead"] } },
    {
      label: "Nhiệm vụ II.1 (Phát triển hạ tầng số)",
      query: { kind: "task", ids: ["IIb.1"], asks: ["lead"] },
    },
  ]);
  expect(choicesOf({ kind: "task", ids: ["V.9", "V.10"], asks: [] }, knowledge)).toEqual([]);
});

test("procedures beside an answer are known by number and whole name, not by a word", async () => {
  const near: Query = { kind: "procedure", code: "1.001193", aspects: ["fee"], near: ["1.000656"] };
  const [beside] = choicesOf(near, await shippedKnowledge());
  expect(beside).toMatchObject({ query: { code: "1.000656", aspects: ["fee"] }, onlyWhole: true });
});
