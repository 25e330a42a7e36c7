/** A reply as server-sent events: start, the text in pieces, and done with the same JSON as without streaming. The reply
 *  has passed its checks before the first event, so nothing that was streamed is ever taken back. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import type { TurnResponse } from "../bot/reply.ts";
import { takesGzip } from "./http/negotiation.ts";

const DELTA_WORDS = 24;
/** From here on a slow line gains by compressing; all events are there at once, so nothing waits for it. */
const COMPRESS_FROM_BYTES = 4096;
const COMPRESSION_LEVEL = 4;

interface StreamEvent {
  name: "start" | "delta" | "done";
  data: unknown;
}

export function replyEvents(result: TurnResponse): StreamEvent[] {
  const { conversationId, messageId, reply } = result;
  const words = reply.text.match(/^\s+|\S+\s*/g) ?? [];
  const events: StreamEvent[] = [{ name: "start", data: { conversationId, messageId } }];
  for (let i = 0; i < words.length; i += DELTA_WORDS)
    events.push({ name: "delta", data: { text: words.slice(i, i + DELTA_WORDS).join("") } });
  return [...events, { name: "done", data: result }];
}

/** `resumable` numbers the events "<messageId>/<n>"; whoever names the last one it got receives the rest. The same turn
 *  always makes the same events, so nothing has to be remembered for it. */
export function sendEvents(
  request: IncomingMessage,
  response: ServerResponse,
  result: TurnResponse,
  resumable?: { lastEventId: string | undefined },
): void {
  const idOf = (index: number) => `${result.messageId}/${index}`;
  const events = replyEvents(result);
  const after = events.findIndex((_event, index) => idOf(index) === resumable?.lastEventId);
  const lines = events.map(({ name, data }, index) => {
    const id = resumable ? `id: ${idOf(index)}\n` : "";
    return index <= after ? "" : `${id}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
  });
  const isLarge = lines.reduce((sum, line) => sum + line.length, 0) >= COMPRESS_FROM_BYTES;
  const isCompressed = isLarge && takesGzip(request.headers);
  response.writeHead(200, {
    "Content-Type": "text/event-stream; charset=utf-8",
    "Cache-Control": "no-store",
    "X-Accel-Buffering": "no",
    ...(isCompressed ? { "Content-Encoding": "gzip" } : {}),
  });
  if (isCompressed) response.end(gzipSync(lines.join(""), { level: COMPRESSION_LEVEL }));
  else {
    for (const line of lines) if (line !== "") response.write(line);
    response.end();
  }
}
