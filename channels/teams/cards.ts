/** Adaptive Cards beside the text, never instead of it. Elements of version 1.2, which every Teams client draws; bots may
 *  go up to 1.5. Source: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference */

import type { Citation, Reply, ReplyTask } from "../../bot/reply.ts";
import { formatDay } from "../../knowledge/calendar.ts";
import { offersOf } from "../offers.ts";

type Element = Readonly<Record<string, unknown>>;

export interface Card {
  type: "AdaptiveCard";
  $schema: string;
  version: "1.2";
  body: Element[];
  actions?: Element[];
  /** As wide as the window, for long lines. */
  msteams?: { width: "Full" };
}

/** Shown before "Hiện tất cả" is pressed. */
const ROWS_AT_FIRST = 5;
/** More would not be read; they stand in the text. */
const MAX_ROWS = 40;
/** Teams draws six buttons of a card. */
const MAX_BUTTONS = 6;
const MAX_SUGGESTIONS = 3;
const MAX_SOURCES = 3;

/** Undefined when the reply is as well read as text. */
export function cardFor(reply: Reply): Card | undefined {
  if (reply.status === "clarification" && offersOf(reply).length > 0) return choiceCard(reply);
  if (reply.kind === "tasks" && reply.tasks.length > 0) return taskCard(reply);
  const papers = reply.procedures.length === 1 ? papersIn(reply.text) : [];
  return papers.length > 0 ? paperCard(reply, papers) : undefined;
}

export const welcomeCard = (examples: readonly string[]): Card =>
  card([heading("Hỏi thử")], examples.map(ask));

const choiceCard = (reply: Reply): Card =>
  card([heading("Chọn một ý"), ...sources(reply.citations)], offersOf(reply).slice(0, MAX_BUTTONS).map(ask));

function taskCard(reply: Reply): Card {
  const rows = reply.tasks.slice(0, MAX_ROWS).map(taskRow);
  const later = rows.slice(ROWS_AT_FIRST);
  const list = card(
    [
      heading("Danh sách nhiệm vụ"),
      textBlock("Chạm vào một nhiệm vụ để hỏi tiếp về nhiệm vụ đó.", { isSubtle: true, size: "Small" }),
      ...rows.slice(0, ROWS_AT_FIRST),
      ...(later.length > 0
        ? [
            {
              type: "Container",
              id: "later",
              isVisible: false,
              separator: true,
              spacing: "Small",
              items: later,
            },
          ]
        : []),
      ...sources(reply.citations),
    ],
    [
      ...(later.length > 0
        ? [{ type: "Action.ToggleVisibility", title: "Hiện tất cả / Thu gọn", targetElements: ["later"] }]
        : []),
      ...reply.suggestions.slice(0, MAX_SUGGESTIONS).map(ask),
    ],
  );
  return { ...list, msteams: { width: "Full" } };
}

function taskRow(task: ReplyTask): Element {
  const lead = task.lead.join("; ");
  const role =
    task.role === "coordinating"
      ? `Phối hợp (chủ trì: ${lead})`
      : `Chủ trì: ${lead}${task.directness === "collective" ? " (giao chung)" : ""}`;
  return {
    type: "Container",
    separator: true,
    spacing: "Small",
    selectAction: ask(`Nhiệm vụ ${task.label} trong Phụ lục do ai chủ trì, hạn khi nào?`),
    items: [
      textBlock(`**${task.label}** ${task.title}`),
      textBlock(`${role} · Thời gian: ${task.period}`, { isSubtle: true, size: "Small", spacing: "None" }),
    ],
  };
}

const PAPERS_HEADING = "**Hồ sơ**";

/** The lines of the list of papers as the answer puts it, so that the card holds nothing the text doesn't. */
function papersIn(text: string): string[] {
  const lines = text.split("\n");
  const isHeading = (line: string, i: number) =>
    line.startsWith(PAPERS_HEADING) && lines[i + 1]?.startsWith("- ") === true;
  const from = lines.findIndex(isHeading) + 1;
  if (from === 0) return [];
  const rest = lines.slice(from);
  const end = rest.findIndex((line) => !line.startsWith("- "));
  return (end < 0 ? rest : rest.slice(0, end)).map((line) => line.slice(2));
}

const paperCard = (reply: Reply, papers: readonly string[]): Card =>
  card(
    [
      heading(`Hồ sơ: ${reply.procedures[0]!.name}`),
      textBlock("Đánh dấu giấy tờ đã chuẩn bị; dấu này không được gửi đi và không được lưu.", {
        isSubtle: true,
        size: "Small",
      }),
      ...papers.slice(0, MAX_ROWS).map((title, i) => ({
        type: "Input.Toggle",
        id: `paper${i + 1}`,
        title,
        wrap: true,
        value: "false",
        spacing: "Small",
      })),
      ...sources(reply.citations),
    ],
    reply.suggestions.slice(0, MAX_SUGGESTIONS).map(ask),
  );

/** The documents, each once. */
function sources(citations: readonly Citation[]): Element[] {
  const names = [...new Set(citations.map(documentName))].slice(0, MAX_SOURCES);
  if (names.length === 0) return [];
  return [textBlock(`Nguồn: ${names.join("; ")}`, { isSubtle: true, size: "Small", separator: true })];
}

function documentName({ document, number, issuedOn, verifiedOn }: Citation): string {
  const name = issuedOn && number !== "" ? `${number} ngày ${formatDay(issuedOn)}` : document;
  return verifiedOn ? `${name} (đối chiếu ngày ${formatDay(verifiedOn)})` : name;
}

const heading = (text: string): Element => textBlock(text, { weight: "Bolder", size: "Medium" });

const textBlock = (text: string, more: Element = {}): Element => ({
  type: "TextBlock",
  text,
  wrap: true,
  ...more,
});

/** Comes back as the value of a message, without a text: that is what every client does, while the Playground leaves
 *  buttons that type for the person (imBack) alone. */
const ask = (question: string): Element => ({
  type: "Action.Submit",
  title: question,
  data: { question },
});

const card = (body: Element[], actions: Element[] = []): Card => ({
  type: "AdaptiveCard",
  $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
  version: "1.2",
  body,
  ...(actions.length > 0 ? { actions } : {}),
});
