import { describe, expect, test } from "vitest";
import { Draft, findDocument, procedureEvidence, quotesOnly } from "../../bot/draft.ts";
import type { Evidence, ProcedureRecord } from "../../knowledge/records.ts";
import { planDocument } from "../support/shipped-plan.ts";

const procedure = {
  code: "1.001193",
  documentId: "thu-tuc",
  verifiedOn: "2026-07-15",
  source: {
    title: "Cổng Dịch vụ công quốc gia",
    url: "https://dichvucong.gov.vn/",
    decision: null,
    dataAsOf: "2026-07",
  },
} as ProcedureRecord;
const newDraft = () => new Draft({ documents: [planDocument], procedures: [procedure] });
const evidence = (locator: string, quote = "chữ"): Evidence => ({
  documentId: planDocument.id,
  locator,
  quote,
});

describe("a reply is built statement by statement", () => {
  test("paragraphs apart, the sources in the last line", () => {
    const reply = newDraft()
      .say("Một.")
      .say("")
      .say("- Hai\n- Ba")
      .cite(evidence("Phụ lục, nhiệm vụ 9"))
      .finish();
    expect(reply.text).toBe(
      "Một.\n\n- Hai\n- Ba\n\n*Nguồn: Quyết định 2704/QĐ-UBND ngày 25/10/2023 – Phụ lục, nhiệm vụ 9.*",
    );
    expect(reply.spoken).toBe("Một. - Hai\n- Ba");
  });

  test("the ear gets its own sentences where there are any", () => {
    expect(newDraft().say("**Một**").speak("Một.").speak("").speak("Hai.").finish().spoken).toBe("Một. Hai.");
  });

  test("without a citation, or when it is asked to, it names no source", () => {
    expect(newDraft().say("Xin chào!").finish().text).toBe("Xin chào!");
    const quiet = newDraft().say("Một.").cite(evidence("mục I")).withoutSourceLine().finish();
    expect(quiet.text).toBe("Một.");
    expect(quiet.citations).toHaveLength(1);
  });

  test("a long list of places is shortened, each place told once, each document once", () => {
    const draft = newDraft().say("Một.");
    for (const i of [1, 1, 2, 3, 4, 5]) draft.cite(evidence(`mục ${i}`));
    draft.cite(evidence("mục 1", "chữ khác"));
    const reply = draft.finish();
    expect(reply.text.split("\n\n")[1]).toBe(
      "*Nguồn: Quyết định 2704/QĐ-UBND ngày 25/10/2023 – mục 1; mục 2; mục 3 và các vị trí kèm theo.*",
    );
    expect(reply.citations.map(({ id }) => id)).toEqual(["c1", "c2", "c3", "c4", "c5", "c6"]);
  });

  test("suggestions are five at most, none twice", () => {
    const draft = newDraft().suggest("a", "b", "a", "c").suggest("d", "e", "f");
    expect(draft.finish().suggestions).toEqual(["a", "b", "c", "d", "e"]);
  });

  test("what is computed is kept with its rule, and comes back for the sentence", () => {
    const draft = newDraft();
    expect(draft.compute(26, "đếm")).toBe("26");
    draft.compute(26, "đếm");
    draft.compute("26", "đếm cách khác");
    expect(draft.finish().computed).toEqual([
      { value: "26", rule: "đếm" },
      { value: "26", rule: "đếm cách khác" },
    ]);
  });
});

describe("a citation", () => {
  test("of the plan carries its number and day", () => {
    const [citation] = newDraft().cite(evidence("mục I", "lời")).citations;
    expect(citation).toEqual({
      id: "c1",
      document: planDocument.title,
      number: "2704/QĐ-UBND",
      issuedOn: "2023-10-25",
      locator: "mục I",
      quote: "lời",
    });
  });

  test("of a procedure carries its code, its page and the day it was verified", () => {
    const draft = newDraft()
      .say("8.000 đồng")
      .cite(procedureEvidence(procedure, "/methods/fees", "Phí", "8.000 đồng"));
    expect(draft.citations).toEqual([
      {
        id: "c1",
        document: "Cổng Dịch vụ công quốc gia",
        number: "1.001193",
        issuedOn: null,
        locator: "Phí",
        quote: "8.000 đồng",
        url: "https://dichvucong.gov.vn/",
        verifiedOn: "2026-07-15",
      },
    ]);
    expect(draft.finish().text).toContain("*Nguồn: Cổng Dịch vụ công quốc gia (đối chiếu ngày 15/07/2026).*");
  });

  test("of a document that nobody knows still says what is quoted", () => {
    const [citation] = newDraft().cite({ documentId: "khac", locator: "trang 1", quote: "lời" }).citations;
    expect(citation).toMatchObject({ document: "khac", number: "", issuedOn: null, quote: "lời" });
  });
});

describe("what is left of a reply that failed the figure lock", () => {
  const draft = newDraft().say("99 nhiệm vụ").speak("Chín mươi chín").suggest("a");
  draft.compute(99, "đếm sai");
  for (let i = 1; i <= 7; i++) draft.cite(evidence(`mục ${i}`, `lời ${i}`));
  draft.procedures = [{ code: "1.001193", name: "Đăng ký khai sinh", aspects: [] }];

  test("are five quotes at most, and nothing that was not quoted", () => {
    const reply = quotesOnly(draft.finish());
    expect(reply.text).toBe(
      ["Trợ lý chỉ trích nguyên văn để bảo đảm chính xác:", ...[1, 2, 3, 4, 5].map((i) => `> lời ${i}`)].join(
        "\n\n",
      ),
    );
    expect(reply).toMatchObject({
      kind: "passage",
      status: "answered",
      tasks: [],
      procedures: [],
      computed: [],
    });
    expect(reply.spoken).toBe("Trợ lý chỉ trích nguyên văn để bảo đảm chính xác: lời 1");
    expect(reply.citations).toHaveLength(7);
    expect(reply.suggestions).toEqual(["a"]);
  });

  test("without a quote there is no answer", () => {
    const reply = quotesOnly(newDraft().say("99 nhiệm vụ").finish());
    expect(reply).toMatchObject({ kind: "none", status: "unanswerable_not_in_sources", citations: [] });
    expect(reply.text).not.toContain("99");
  });
});

test("a document is found by its kind", () => {
  expect(findDocument([planDocument], "plan")).toBe(planDocument);
  expect(findDocument([planDocument], "procedures")).toBeUndefined();
});
