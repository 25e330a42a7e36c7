/** A reply as a Teams message: the whole answer in the text, then what the client may draw beside it. */

import type { About } from "../../bot/about.ts";
import type { Citation, TurnResponse } from "../../bot/reply.ts";
import { formatDay } from "../../knowledge/calendar.ts";
import { withPublicLinks } from "../own-links.ts";
import { cardFor, welcomeCard } from "./cards.ts";
import { LINE_BREAK, toHtml, withoutMarkup } from "./formatted-text.ts";
import type { OutgoingActivity } from "./transport.ts";
import { CUT, examplesOf, FILES, LOOKUP_CODE, welcome, YOU_ASKED } from "./words.ts";

/** Teams refuses about 100 KB, counted in UTF-16, and recommends 80.
 *  Source: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages */
export const MAX_MESSAGE_BYTES = 80_000;
/** Only the first three are shown. */
const MAX_SUGGESTIONS = 3;
/** Source of these: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bot-messages-ai-generated-content */
const MAX_CITATIONS = 20;
const MAX_NAME = 80;
const MAX_ABSTRACT = 160;
/** Less of a quote would be found where it doesn't belong. */
const MIN_MATCH = 12;
const MAX_SUMMARY = 200;
const PARAGRAPH = LINE_BREAK + LINE_BREAK;
const CARD_TYPE = "application/vnd.microsoft.card.adaptive";

export interface RenderOptions {
  withFiles?: boolean;
  /** The question, when it stands nowhere in the chat. */
  asked?: string;
  /** Where people reach the server; "" where nobody has said. */
  publicUrl?: string;
}

export function renderReply(response: TurnResponse, options: RenderOptions = {}): OutgoingActivity {
  const { reply, code } = response;
  const linked = withPublicLinks(reply.text, options.publicUrl ?? "");
  const { text, cited } = withMarkers(linked, reply.citations);
  const card = cardFor(reply);
  // Teams shows no suggested actions beside a card: the card has them as buttons.
  const suggestions = card ? [] : reply.suggestions;
  return fitted({
    ...message([
      ...(options.asked ? [`*${YOU_ASKED}: ${options.asked.replace(/[*\s]+/g, " ")}*`] : []),
      text,
      ...(options.withFiles ? [FILES] : []),
      ...(reply.status === "greeting" ? [] : [lookupCode(code, reply.status === "handoff")]),
    ]),
    ...(card ? { attachments: [{ contentType: CARD_TYPE, content: card }] } : {}),
    entities: [aiLabel(cited)],
    ...(suggestions.length > 0 ? { suggestedActions: suggestedActions(suggestions) } : {}),
    channelData: { feedbackLoop: { type: "default" } },
  });
}

export const renderWelcome = (about: About): OutgoingActivity => ({
  ...message(welcome(about)),
  attachments: [{ contentType: CARD_TYPE, content: welcomeCard(examplesOf(about)) }],
});

export const renderText = (text: string): OutgoingActivity => message([text]);

const message = (paragraphs: readonly string[]): OutgoingActivity => ({
  type: "message",
  textFormat: "xml",
  text: paragraphs.map(toHtml).join(PARAGRAPH),
  // What a notification shows: tags would be read out there.
  summary: shortened(withoutMarkup(paragraphs[0]!.split("\n")[0]!), MAX_SUMMARY),
});

const lookupCode = (code: string, isWanted: boolean): string =>
  isWanted ? `**${LOOKUP_CODE}: ${code}**` : `*${LOOKUP_CODE}: ${code}*`;

const suggestedActions = (suggestions: readonly string[]) => ({
  actions: suggestions
    .slice(0, MAX_SUGGESTIONS)
    .map((value) => ({ type: "imBack" as const, title: value, value })),
});

/** Puts "[n]" behind the line that a citation stands for, else behind the last one, which names the sources. Numbered in
 *  the order of the text, as Teams wants a claim for every number. */
function withMarkers(text: string, citations: readonly Citation[]): { text: string; cited: Citation[] } {
  const lines = text.split("\n");
  const bare = lines.map(wordsOf);
  const lastLine = bare.findLastIndex((line) => line !== "");
  const marks = new Map<number, Citation[]>();
  for (const citation of citations) {
    const quote = wordsOf(citation.quote);
    const found = bare.findIndex((line) => speaksOf(line, quote));
    const at = found < 0 ? lastLine : found;
    marks.set(at, [...(marks.get(at) ?? []), citation]);
  }
  const cited: Citation[] = [];
  const marked = lines.map((line, i) => {
    const numbers = (marks.get(i) ?? [])
      .slice(0, MAX_CITATIONS - cited.length)
      .map((citation) => cited.push(citation));
    return numbers.length === 0 ? line : `${line} ${numbers.map((number) => `[${number}]`).join(" ")}`;
  });
  return { text: marked.join("\n"), cited };
}

const wordsOf = (line: string): string => withoutMarkup(line).replace(/\.$/, "");

/** The line holds the quote, or one of its parts stands in it. */
function speaksOf(line: string, quote: string): boolean {
  if (line.length < MIN_MATCH || quote.length < MIN_MATCH) return false;
  if (line.includes(quote)) return true;
  return line.split(" · ").some((part) => {
    const words = part.replace(/^(?:[IVX]+[a-z]?\.\d+)?(?: \([^)]*\))? /u, "");
    return words.length >= MIN_MATCH && quote.includes(words);
  });
}

/** The one root message entity that a message may have. */
const aiLabel = (cited: readonly Citation[]): object => ({
  type: "https://schema.org/Message",
  "@type": "Message",
  "@context": "https://schema.org",
  "@id": "",
  additionalType: ["AIGeneratedContent"],
  ...(cited.length > 0 ? { citation: cited.map(claim) } : {}),
});

function claim(citation: Citation, index: number): object {
  const { document, number, locator, quote, url, issuedOn, verifiedOn } = citation;
  const keywords = [
    ...(issuedOn ? [`Ban hành ${formatDay(issuedOn)}`] : []),
    ...(verifiedOn ? [`Đối chiếu ${formatDay(verifiedOn)}`] : []),
  ];
  return {
    "@type": "Claim",
    position: index + 1,
    appearance: {
      "@type": "DigitalDocument",
      name: shortened(`${number || document}: ${locator}`, MAX_NAME),
      abstract: shortened(quote, MAX_ABSTRACT),
      ...(url?.startsWith("https://") ? { url } : {}),
      ...(keywords.length > 0 ? { keywords } : {}),
    },
  };
}

/** Cut between words, so that no number is cut in two. */
function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest - 1);
  const end = cut.lastIndexOf(" ");
  return `${(end > 0 ? cut.slice(0, end) : cut).trimEnd()}…`;
}

/** UTF-16 counts for the limit, UTF-8 goes over the wire: whichever is more. */
export function messageBytes(activity: OutgoingActivity): number {
  const json = JSON.stringify(activity);
  return Math.max(json.length * 2, Buffer.byteLength(json));
}

function fitted(activity: OutgoingActivity): OutgoingActivity {
  let fitting: OutgoingActivity | undefined = activity;
  while (fitting && messageBytes(fitting) > MAX_MESSAGE_BYTES) fitting = shorter(fitting);
  return fitting ?? renderText(CUT);
}

/** Below this there is nothing left to say. */
const MIN_TEXT = 200;

/** The same with less: without the card, then with half of the text. Undefined when there is no less. */
export function shorter(activity: OutgoingActivity): OutgoingActivity | undefined {
  const { attachments, ...rest } = activity;
  if (attachments) return rest;
  const whole = (rest.text ?? "").replace(PARAGRAPH + CUT, "");
  const code = whole.lastIndexOf(PARAGRAPH);
  // The code is what a person needs who asks on.
  const [text, tail] = whole.includes(LOOKUP_CODE, code)
    ? [whole.slice(0, code), whole.slice(code)]
    : [whole, ""];
  const half = text.slice(0, text.length / 2);
  // No tag spans two lines.
  const end = half.lastIndexOf(LINE_BREAK);
  if (text.length < MIN_TEXT || end <= 0) return undefined;
  const kept = half.slice(0, end);
  const isKept = ({ position }: Claim) => kept.includes(`[${position}]`);
  return {
    ...rest,
    text: kept + PARAGRAPH + CUT + tail,
    entities: (rest.entities ?? []).map((entity) => withClaims(entity, isKept)),
  };
}

/** The Playground takes ten claims, of the twenty that are documented. */
const FEWER_CITATIONS = 10;

/** The same with less that can be wrong, for a client whose limits are narrower than documented. Undefined when there is
 *  no less. */
export function plainer(activity: OutgoingActivity): OutgoingActivity | undefined {
  const count = citationsOf(activity).length;
  if (count > 0) return withCitations(activity, count > FEWER_CITATIONS ? FEWER_CITATIONS : 0);
  const { attachments, ...rest } = activity;
  return attachments && rest;
}

interface Claim {
  position: number;
}

const citationsOf = (activity: OutgoingActivity): Claim[] =>
  (activity.entities ?? []).flatMap((entity) => (entity as { citation?: Claim[] }).citation ?? []);

/** Only the first so many, and no number in the text that stands for none. */
function withCitations(activity: OutgoingActivity, limit: number): OutgoingActivity {
  return {
    ...activity,
    text: (activity.text ?? "").replace(/ \[(\d+)\]/g, (mark, number) =>
      Number(number) <= limit ? mark : "",
    ),
    entities: (activity.entities ?? []).map((entity) =>
      withClaims(entity, ({ position }) => position <= limit),
    ),
  };
}

function withClaims(entity: object, isKept: (claim: Claim) => boolean): object {
  const { citation, ...rest } = entity as { citation?: Claim[] };
  const kept = citation?.filter(isKept) ?? [];
  return kept.length > 0 ? { ...rest, citation: kept } : rest;
}
