import { describe, expect, test } from "vitest";
import { type Dialogue, emptyDialogue, parseDialogue, remember } from "../../bot/dialogue.ts";
import type { Choice, Query } from "../../bot/query.ts";
import { NO_SITUATION } from "../../bot/situations/situation.ts";

const CALLBOT: Query = { kind: "task", ids: ["V.9"], asks: [] };
const LIST: Query = {
  kind: "taskSet",
  set: { op: "filter", of: { op: "all" }, where: { by: "agency", agencyId: "so-y-te" } },
  measure: { as: "list" },
  asks: [],
};
const CHOICES: Choice[] = [
  { label: "Nhiệm vụ V.9", query: CALLBOT },
  { label: "Mục V.9", query: { kind: "passage", ids: ["passage:V.9.1"] } },
];
/** What an answer showed. */
const shown = (...taskIds: string[]) => ({ taskIds, agencyIds: [] });
const talking: Dialogue = {
  focuses: [{ kind: "tasks", ids: ["V.24", "V.25"], query: LIST }],
  agencyIds: ["so-y-te"],
  last: LIST,
  listIds: ["V.24", "V.25"],
  ownAgencyId: "so-y-te",
  choices: CHOICES,
  pending: { text: "V.9 hạn khi nào", missing: "record" },
  failures: 2,
  situation: NO_SITUATION,
  story: [],
  knowledgeVersion: "0001-abcdef12",
};

describe("what is kept between turns", () => {
  test.each<[name: string, dialogue: Dialogue]>([
    ["an empty state", emptyDialogue()],
    ["a state in the middle of a talk", talking],
  ])("%s is read back as it was", (_name, dialogue) => {
    expect(parseDialogue(JSON.stringify(dialogue))).toEqual(dialogue);
  });

  test.each(["", "{", "null", "7", '"chữ"', "[]"])("“%s” can't be read and starts afresh", (json) => {
    expect(parseDialogue(json)).toEqual(emptyDialogue());
  });

  test.each<[json: string, expected: Partial<Dialogue>]>([
    ['{"ownAgencyId":"so-y-te"}', { ownAgencyId: "so-y-te" }],
    ['{"listIds":"V.9","choices":{},"ownAgencyId":"so-y-te"}', { ownAgencyId: "so-y-te" }],
    [`{"last":${JSON.stringify(CALLBOT)},"later":1}`, { last: CALLBOT }],
  ])("%s keeps what can be read", (json, expected) => {
    expect(parseDialogue(json)).toEqual({ ...emptyDialogue(), ...expected });
  });

  test("two empty states share nothing", () => {
    emptyDialogue().listIds.push("V.9");
    expect(emptyDialogue().listIds).toEqual([]);
  });
});

describe("after an answer", () => {
  const SUBJECTS: Query[] = [
    CALLBOT,
    LIST,
    { kind: "comparison", ids: ["V.9", "V.10"] },
    { kind: "label", label: "V.9", taskIds: ["V.9"], sectionLabel: "V.9", asks: [] },
    { kind: "groups" },
    { kind: "target", ids: ["target:III.1.5"], completion: false, all: false },
    { kind: "duty", ids: ["duty:VI.6.5"], ask: "report" },
    { kind: "passage", ids: ["passage:V.9.1"] },
    { kind: "document", keys: ["signer"], ids: [] },
    { kind: "agency", agencyId: "so-y-te", ask: "successor" },
    { kind: "procedure", code: "1.001193", aspects: ["fee"] },
  ];
  const ASIDES: Query[] = [
    { kind: "smallTalk", topic: "thanks" },
    { kind: "about", topic: "identity" },
    { kind: "handoff" },
    { kind: "ownAgency", agencyId: "so-noi-vu" },
    { kind: "refusal", status: "guardrails_abuse", reason: "abuse", offers: [] },
    { kind: "clarification", question: "Nhiệm vụ nào?", options: CHOICES },
  ];

  test.each(SUBJECTS)("$kind is what is being talked about", (query) => {
    expect(remember(talking, query, shown()).last).toEqual(query);
  });

  test.each(ASIDES)("$kind changes neither the subject nor the list", (query) => {
    const after = remember(talking, query, shown());
    expect(after.last).toEqual(LIST);
    expect(after.listIds).toEqual(["V.24", "V.25"]);
  });

  test.each<[what: string, query: Query, shown: string[], listIds: string[]]>([
    ["a list takes the place of the list before", LIST, ["V.26", "V.34"], ["V.26", "V.34"]],
    ["one task of the list leaves the list for the next question", CALLBOT, ["V.9"], ["V.24", "V.25"]],
    ["several tasks are a list", CALLBOT, ["V.9", "V.30"], ["V.9", "V.30"]],
    ["another subject ends the list", { kind: "groups" }, [], []],
    ["a list of one is spoken of as that task", LIST, ["V.24"], ["V.24"]],
  ])("%s", (_what, query, ids, listIds) => {
    expect(remember(talking, query, shown(...ids)).listIds).toEqual(listIds);
  });

  test("the own agency stays until another is named", () => {
    expect(remember(talking, CALLBOT, shown()).ownAgencyId).toBe("so-y-te");
    expect(remember(talking, { kind: "ownAgency", agencyId: "so-noi-vu" }, shown()).ownAgencyId).toBe(
      "so-noi-vu",
    );
  });

  test("choices wait for the next question; thanks in between are none", () => {
    const clarification: Query = { kind: "clarification", question: "Nào?", options: CHOICES };
    const asked = remember(emptyDialogue(), clarification, shown(), CHOICES);
    expect(asked.choices).toEqual(CHOICES);
    expect(remember(asked, { kind: "smallTalk", topic: "thanks" }, shown()).choices).toEqual(CHOICES);
    expect(remember(asked, LIST, shown()).choices).toEqual([]);
  });

  const ofProcedures: Choice[] = ["1.001193", "1.000656"].map((code) => ({
    label: code,
    query: { kind: "procedure", code, aspects: ["fee"] },
  }));
  test.each<[what: string, query: Query, missing: string | undefined]>([
    [
      "the asker's own agency",
      { kind: "refusal", status: "clarification", reason: "own_agency_unknown", offers: [] },
      "ownAgency",
    ],
    [
      "one of the agencies of a name",
      { kind: "clarification", question: "Nào?", options: [], missing: "agency" },
      "agency",
    ],
    [
      "one of several procedures",
      { kind: "clarification", question: "Nào?", options: ofProcedures },
      "record",
    ],
    ["things of two kinds", { kind: "clarification", question: "Nào?", options: CHOICES }, undefined],
    ["nothing", LIST, undefined],
  ])("asked back for %s, the question waits", (_what, query, missing) => {
    const asked = { text: "lệ phí bao nhiêu" };
    const after = remember(emptyDialogue(), query, shown(), [], asked);
    expect(after.pending).toEqual(missing ? { ...asked, missing } : null);
    expect(remember(after, { kind: "smallTalk", topic: "thanks" }, shown()).pending).toEqual(after.pending);
    expect(remember(after, CALLBOT, shown()).pending).toBeNull();
  });

  test("sets that were answered with can be spoken of later, the newest last, six at most", () => {
    let dialogue = emptyDialogue();
    for (let i = 1; i <= 8; i++) dialogue = remember(dialogue, LIST, shown(`V.${i}`));
    expect(dialogue.focuses.map(({ ids }) => ids[0])).toEqual(["V.3", "V.4", "V.5", "V.6", "V.7", "V.8"]);
  });

  test("agencies that were named are known once each, the newest last", () => {
    const named = (dialogue: Dialogue, ...agencyIds: string[]) =>
      remember(dialogue, LIST, { taskIds: [], agencyIds });
    const after = named(named(emptyDialogue(), "so-y-te", "so-noi-vu"), "so-y-te");
    expect(after.agencyIds).toEqual(["so-noi-vu", "so-y-te"]);
  });

  test("the state before is left as it was", () => {
    const before = structuredClone(talking);
    remember(talking, CALLBOT, shown("V.9", "V.10"));
    expect(talking).toEqual(before);
  });
});
