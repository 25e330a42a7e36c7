import { createRequire } from "node:module";
import { beforeAll, describe, expect, test } from "vitest";
import { aboutOf } from "../../../bot/about.ts";
import type { Citation, TurnResponse } from "../../../bot/reply.ts";
import {
  MAX_MESSAGE_BYTES,
  messageBytes,
  plainer,
  renderReply,
  renderWelcome,
  shorter,
} from "../../../channels/teams/render.ts";
import type { OutgoingActivity } from "../../../channels/teams/transport.ts";
import { CUT, examplesOf } from "../../../channels/teams/words.ts";
import { assistantOver, shippedKnowledge } from "../../support/assistant.ts";
import { createMemoryStore } from "../../support/memory-store.ts";
import { responseWith, TASK } from "../fakes.ts";

interface Claim {
  position: number;
  appearance: { name: string; abstract: string; url?: string; keywords?: string[] };
}
const claimsOf = ({ entities }: OutgoingActivity): Claim[] =>
  (entities as { citation?: Claim[] }[]).flatMap(({ citation }) => citation ?? []);
const markersOf = ({ text }: OutgoingActivity): number[] =>
  [...text!.matchAll(/\[(\d+)\]/g)].map(([, number]) => Number(number));
/** Of the shipped documents. */
const EXAMPLES = [
  "Sở Y tế chủ trì những nhiệm vụ nào?",
  "Nhiệm vụ CALLBOT do ai chủ trì, hạn khi nào?",
  "Khi nào phải báo cáo kết quả thực hiện Kế hoạch?",
  "Đăng ký khai sinh cần giấy tờ gì?",
];
const cardOf = ({ attachments }: OutgoingActivity) => attachments?.[0]?.content as Card | undefined;

interface Card {
  version: string;
  body: object[];
  actions?: { type: string; title: string; data?: { question: string } }[];
}

/** Elements and actions up to version 1.2. Source: https://adaptivecards.io/explorer/ */
const ELEMENTS = new Set([
  ...["AdaptiveCard", "TextBlock", "Image", "ImageSet", "Media", "RichTextBlock", "TextRun"],
  ...["ActionSet", "Container", "ColumnSet", "Column", "FactSet"],
  ...["Input.Text", "Input.Number", "Input.Date", "Input.Time", "Input.Toggle", "Input.ChoiceSet"],
  ...["Action.OpenUrl", "Action.Submit", "Action.ShowCard", "Action.ToggleVisibility"],
]);

/** The parser that Microsoft publishes, of the version that botbuilder brings along. */
const { AdaptiveCard } = createRequire(createRequire(import.meta.url).resolve("botbuilder"))(
  "adaptivecards",
) as {
  AdaptiveCard: new () => {
    parse(json: object, errors: object[]): void;
    validateProperties(): { allIds: object };
  };
};

function expectSoundCard(card: Card): void {
  const types: string[] = [];
  JSON.stringify(card, (name, value) => {
    if (name === "type" && typeof value === "string" && value !== "imBack") types.push(value);
    return value;
  });
  expect(types.filter((type) => !ELEMENTS.has(type))).toEqual([]);
  expect(Number(card.version)).toBeLessThanOrEqual(1.5);
  const errors: object[] = [];
  new AdaptiveCard().parse(structuredClone(card), errors);
  expect(errors).toEqual([]);
  expect(card.actions?.length ?? 0).toBeLessThanOrEqual(6);
}

const citationWith = (changes: Partial<Citation> = {}): Citation => ({
  id: "c",
  document: "Kế hoạch",
  number: "2704/QĐ-UBND",
  issuedOn: "2023-10-25",
  locator: "mục 1",
  quote: "Sở A chủ trì nhiệm vụ này",
  ...changes,
});

describe("every kind of reply over the shipped documents", () => {
  const QUESTIONS = [
    ...EXAMPLES,
    "Những nhiệm vụ nào phải hoàn thành trong năm 2023?",
    "Văn phòng UBND tỉnh phối hợp những việc gì?",
    "liệt kê tất cả nhiệm vụ",
    "V.9 là gì",
    "thủ tục hộ tịch",
    "mục tiêu hồ sơ trực tuyến là bao nhiêu phần trăm",
    "Đăng ký kết hôn mất bao lâu, lệ phí bao nhiêu, nộp ở đâu?",
    "giá vàng hôm nay",
    "cho tôi gặp cán bộ",
    "xin chào",
    "Số căn cước của tôi là 079123456789",
    "Sở Y tế có trách nhiệm gì",
    "trợ lý có những thủ tục nào",
  ];
  let responses: Map<string, TurnResponse>;
  beforeAll(async () => {
    const assistant = assistantOver(await shippedKnowledge(), createMemoryStore(), {
      now: () => new Date("2026-11-25T09:00:00+07:00"),
    });
    responses = new Map();
    for (const text of QUESTIONS)
      responses.set(text, await assistant.answer({ text, channel: "teams", audience: "officer" }));
  });

  test.each(QUESTIONS)("%s", (question) => {
    const response = responses.get(question)!;
    const activity = renderReply(response);
    expect(messageBytes(activity)).toBeLessThan(MAX_MESSAGE_BYTES);

    const text = activity.text!.replace(/ \[\d+\]/g, "");
    const words = (markup: string) =>
      markup
        .replace(/<[^>]*>|[*>“”•-]/g, " ")
        .replace(/\s+/g, " ")
        .trim();
    expect(words(text)).toContain(words(response.reply.text.replaceAll("&", "&amp;")));
    if (response.reply.status !== "greeting") expect(text).toContain(response.code);

    expect(activity.entities).toHaveLength(1);
    const claims = claimsOf(activity);
    expect(claims.length).toBe(Math.min(20, response.reply.citations.length));
    expect(claims.map(({ position }) => position)).toEqual(claims.map((_claim, i) => i + 1));
    expect(markersOf(activity)).toEqual(claims.map(({ position }) => position));
    for (const { appearance } of claims) {
      expect(appearance.name.length).toBeLessThanOrEqual(80);
      expect(appearance.abstract.length).toBeLessThanOrEqual(160);
      expect(appearance.keywords?.every((keyword) => keyword.length <= 28) ?? true).toBe(true);
    }

    expect(activity.suggestedActions?.actions.length ?? 0).toBeLessThanOrEqual(3);
    const card = cardOf(activity);
    if (card) {
      expectSoundCard(card);
      expect(activity.suggestedActions).toBeUndefined();
    }
  });

  test("what the welcome offers is answered", async () => {
    const about = aboutOf(await shippedKnowledge());
    expectSoundCard(cardOf(renderWelcome(about))!);
    expect(examplesOf(about)).toEqual(EXAMPLES);
    for (const example of EXAMPLES) expect(responses.get(example)!.reply.status).toBe("answered");
  });

  test("a task that stands in the text is cited behind its own line", () => {
    const activity = renderReply(responses.get("Sở Y tế chủ trì những nhiệm vụ nào?")!);
    const line = activity.text!.split("<br/>").find((part) => part.includes("V.24"))!;
    const [, number] = /\[(\d+)\]$/.exec(line)!;
    expect(claimsOf(activity)[Number(number) - 1]!.appearance.name).toContain("nhiệm vụ 24");
  });
});

describe("the card", () => {
  test("of a list of tasks shows role, lead and period, the first five at once; a tap asks about one", () => {
    const tasks = Array.from({ length: 7 }, (_, i) => ({
      ...TASK,
      label: `V.${i + 1}`,
      ...(i === 0 ? { role: "coordinating" as const } : i === 1 ? { directness: "collective" as const } : {}),
    }));
    const card = cardOf(renderReply(responseWith({ kind: "tasks", tasks })))!;
    const shown = JSON.stringify(card.body.slice(0, 7));
    expect(shown).toContain("Phối hợp (chủ trì: Sở A) · Thời gian: 2023-2024");
    expect(shown).toContain("Chủ trì: Sở A (giao chung) · Thời gian: 2023-2024");
    expect(shown).toContain('"question":"Nhiệm vụ V.5 trong Phụ lục do ai chủ trì, hạn khi nào?"');
    expect(card.body[7]).toMatchObject({ id: "later", isVisible: false, items: { length: 2 } });
    expect(card.actions![0]).toMatchObject({ type: "Action.ToggleVisibility", targetElements: ["later"] });
    expect(JSON.stringify(card.body.at(-1))).toContain("1/KH ngày 25/10/2023");
  });

  test("of papers is a list to tick, of the lines that stand in the text", () => {
    const text =
      "**Khai sinh**\n\n**Hồ sơ**\n- Tờ khai (1 bản)\n- Giấy chứng sinh\n\n**Lưu ý**\n- Không phải giấy tờ";
    const procedures = [{ code: "1.1", name: "Khai sinh", aspects: ["documents" as const] }];
    const card = cardOf(renderReply(responseWith({ kind: "procedure", tasks: [], procedures, text })))!;
    const toggles = card.body.filter((element) => (element as { type: string }).type === "Input.Toggle");
    expect(toggles).toMatchObject([{ title: "Tờ khai (1 bản)" }, { title: "Giấy chứng sinh" }]);
  });

  test("of a clarification has a button for every choice", () => {
    const suggestions = ["Khai sinh", "Khai tử", "Kết hôn", "Giám hộ", "Hộ tịch"];
    const card = cardOf(
      renderReply(responseWith({ status: "clarification", kind: "none", tasks: [], suggestions })),
    )!;
    expect(card.actions!.map(({ data }) => data)).toEqual(suggestions.map((question) => ({ question })));
  });

  test("isn't there where the text says it as well: the first three suggestions are", () => {
    const activity = renderReply(responseWith({ suggestions: ["a", "b", "c", "d"] }));
    expect(activity.attachments).toBeUndefined();
    expect(activity.suggestedActions!.actions).toEqual(
      ["a", "b", "c"].map((value) => ({ type: "imBack", title: value, value })),
    );
  });
});

describe("citations", () => {
  test("beyond twenty have neither a claim nor a number", () => {
    const citations = Array.from({ length: 30 }, (_, i) =>
      citationWith({ quote: `đoạn trích thứ ${i} của văn bản` }),
    );
    const activity = renderReply(responseWith({ citations }));
    expect(claimsOf(activity)).toHaveLength(20);
    expect(Math.max(...markersOf(activity))).toBe(20);
  });

  test("are cut between words, and an address that isn't https is left out", () => {
    const citation = citationWith({
      quote: "phí 100.000 đồng ".repeat(20),
      locator: "x ".repeat(60),
      url: "http://a",
    });
    const [claim] = claimsOf(renderReply(responseWith({ citations: [citation] })));
    expect(claim!.appearance.abstract).toMatch(/(?:phí|100\.000|đồng)…$/);
    expect(claim!.appearance.name.length).toBeLessThanOrEqual(80);
    expect(claim!.appearance.url).toBeUndefined();
  });
});

test("markup in a text of ours is Teams' markup; markup of a source is text", () => {
  const text = "**Đậm** và *nghiêng*, 5 * 3 * 2\n- một <b>hai</b> & ba\n> trích";
  const activity = renderReply(responseWith({ text, citations: [] }));
  expect(
    activity.text!.startsWith(
      "<b>Đậm</b> và <i>nghiêng</i>, 5 * 3 * 2<br/>• một &lt;b&gt;hai&lt;/b&gt; &amp; ba<br/>“trích”",
    ),
  ).toBe(true);
  expect(activity.summary).toBe("Đậm và nghiêng, 5  3  2");
});

describe("a file of the server", () => {
  const reply = responseWith({ text: "Có tệp.\n[Bảng (Excel)](/api/tasks?a=b&c=d)", citations: [] });

  test("is a link where people reach the server", () => {
    const { text } = renderReply(reply, { publicUrl: "https://tro-ly.vn" });
    expect(text).toContain('<a href="https://tro-ly.vn/api/tasks?a=b&amp;c=d">Bảng (Excel)</a>');
  });

  test("is named where nobody has said where that is", () => {
    expect(renderReply(reply).text).toContain("Bảng (Excel): tải trên trang web của trợ lý");
    expect(renderReply(reply).text).not.toContain("/api/");
  });
});

describe("a message that is too large", () => {
  const line = "Nhiệm vụ số một của cơ quan, rất dài và có dấu. ";
  const many = (count: number) =>
    Array.from({ length: count }, (_, i) => `- **V.${i}** ${line.repeat(4)}`).join("\n");

  test("loses its card before any of its text", () => {
    const title = line.repeat(8);
    const tasks = Array.from({ length: 40 }, () => ({ ...TASK, title }));
    const text = many(120);
    const activity = renderReply(responseWith({ kind: "tasks", text, tasks, citations: [] }));
    expect(activity.attachments).toBeUndefined();
    expect(activity.text).toContain("V.119");
    expect(activity.text).not.toContain(CUT);
    expect(messageBytes(activity)).toBeLessThan(MAX_MESSAGE_BYTES);
  });

  test("then ends at a line and says so; what it cites stays numbered rightly", () => {
    const citations = [citationWith({ quote: `V.600 ${line.repeat(4).trim()}` }), citationWith()];
    const activity = renderReply(responseWith({ text: many(800), citations }));
    expect(messageBytes(activity)).toBeLessThan(MAX_MESSAGE_BYTES);
    expect(activity.text!.endsWith(`<br/><br/>${CUT}<br/><br/><i>Mã tra cứu: ABC234</i>`)).toBe(true);
    expect(claimsOf(activity).map(({ position }) => position)).toEqual(markersOf(activity));
    const open = activity.text!.match(/<[bi]>/g)!.length;
    expect(activity.text!.match(/<\/[bi]>/g)).toHaveLength(open);
  });

  test("gets shorter until nothing is left to take", () => {
    let activity: OutgoingActivity | undefined = renderReply(responseWith({ kind: "tasks", text: many(50) }));
    const sizes: number[] = [];
    for (; activity; activity = shorter(activity)) sizes.push(messageBytes(activity));
    expect(sizes.length).toBeGreaterThan(4);
    expect([...sizes].sort((a, b) => b - a)).toEqual(sizes);
  });
});

test("a message that is refused gets plainer: ten citations, none, no card", () => {
  const citations = Array.from({ length: 15 }, (_, i) =>
    citationWith({ quote: `đoạn trích thứ ${i} của văn bản` }),
  );
  let activity: OutgoingActivity | undefined = renderReply(responseWith({ kind: "tasks", citations }));
  const steps = [];
  for (; activity; activity = plainer(activity))
    steps.push([claimsOf(activity).length, markersOf(activity).length, activity.attachments?.length ?? 0]);
  expect(steps).toEqual([
    [15, 15, 1],
    [10, 10, 1],
    [0, 0, 1],
    [0, 0, 0],
  ]);
});
