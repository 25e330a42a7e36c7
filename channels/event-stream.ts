/** A reply as server-sent events: start, the text in pieces, and done with the same JSON as without streaming. The reply
 *  has passed its checks before the first event, so nothing that was streamed is ever taken back. */
import type { ServerResponse } from "node:http";
import type { TurnResponse } from "../bot/reply.ts";

const DELTA_WORDS = 24;

interface StreamEvent {
  name: "start" | "delta" | "done";
  data: unknown;
}

export function replyEvents(result: TurnResponse): StreamEvent[] {
  const { conversationId, messageId, reply } = result;
  const words = reply.text.match(/\s*\S+\s*/g) ?? [];
  const events: StreamEvent[] = [{ name: "start", data: { conversationId, messageId } }];
  for (let i = 0; i < words.length; i += DELTA_WORDS)
    events.push({ name: "delta", data: { text: words.slice(i, i + DELTA_WORDS).join("") } });
  return [...events, { name: "done", data: result }];
}

/** `resumable` numbers the events "<messageId>/<n>"; whoever names the last one it got receives the rest. The same turn
 *  always makes the same events, so nothing has to be remembered for it. */
export function sendEvents(
  response: ServerResponse,
  result: TurnResponse,
  resumable?: { lastEventId: string | undefined },
): void {
  response.writeHead(200, {
    "Content-Type": "text/event-stream; charset=utf-8",
    "Cache-Control": "no-store",
    "X-Accel-Buffering": "no",
  });
  const idOf = (index: number) => `${result.messageId}/${index}`;
  const events = replyEvents(result);
  const after = events.findIndex((_event, index) => idOf(index) === resumable?.lastEventId);
  for (const [index, { name, data }] of events.entries()) {
    if (index <= after) continue;
    const id = resumable ? `id: ${idOf(index)}\n` : "";
    response.write(`${id}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
  }
  response.end();
}
