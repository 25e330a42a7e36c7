/** A stand-in for the platform's connector: takes what the bot sends and answers as it is told. */
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { OutgoingActivity } from "../../../channels/teams/transport.ts";

export interface Received {
  conversation: string;
  replyToId: string | undefined;
  authorization: string | undefined;
  activity: OutgoingActivity & { text: string; from: { id: string } };
}

export interface Connector {
  serviceUrl: string;
  /** Without what only says that the bot is typing. */
  messages(): Received[];
  received: Received[];
  /** Answers the next messages, in order; after them everything is taken. Typing is always taken. */
  next: ((response: ServerResponse) => void)[];
  /** Resolves once so many messages have come. */
  hasMessages(count: number): Promise<Received[]>;
  close(): Promise<void>;
}

export const status =
  (code: number, headers: Record<string, string> = {}) =>
  (response: ServerResponse): void => {
    response.writeHead(code, { "Content-Type": "application/json", ...headers });
    response.end(JSON.stringify({ error: { code: "Refused", message: "as the test wants" } }));
  };

export const reset = (response: ServerResponse): void => void response.socket?.destroy();

export async function startConnector(): Promise<Connector> {
  const received: Received[] = [];
  const next: Connector["next"] = [];
  let waiting: { count: number; resolve: (messages: Received[]) => void }[] = [];
  const messages = () => received.filter(({ activity }) => activity.type === "message");

  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const activity = JSON.parse(Buffer.concat(parts).toString());
      const answer = activity.type === "message" ? next.shift() : undefined;
      if (answer) {
        answer(response);
        return;
      }
      const [, conversation, replyToId] = /\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/.exec(
        request.url!,
      )!;
      received.push({
        conversation: decodeURIComponent(conversation!),
        replyToId: replyToId && decodeURIComponent(replyToId),
        authorization: request.headers.authorization,
        activity,
      });
      response.writeHead(201, { "Content-Type": "application/json" });
      response.end(JSON.stringify({ id: `sent-${received.length}` }));
      const found = messages();
      for (const { count, resolve } of waiting) if (found.length >= count) resolve(found);
      waiting = waiting.filter(({ count }) => found.length < count);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    messages,
    received,
    next,
    hasMessages: (count) =>
      new Promise((resolve) => {
        const found = messages();
        if (found.length >= count) resolve(found);
        else waiting.push({ count, resolve });
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
