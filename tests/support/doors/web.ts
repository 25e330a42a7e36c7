/** The web page's way: POST /api/chat, streamed. */
import { pino } from "pino";
import type { TurnResponse } from "../../../bot/reply.ts";
import { createAnswering } from "../../../channels/answering.ts";
import { createMetrics } from "../../../channels/metrics.ts";
import { createRateLimit } from "../../../channels/rate-limit.ts";
import { createServer } from "../../../channels/server.ts";
import { type DoorKind, writtenFacts } from "./door.ts";

export const webDoor: DoorKind = {
  name: "web",
  facts: writtenFacts,
  async open(bot) {
    const logger = pino({ level: "silent" });
    const metrics = createMetrics();
    const server = createServer({
      answering: createAnswering({ core: () => bot, logger, metrics }),
      logger,
      metrics,
      rateLimit: createRateLimit(0),
      trustProxy: false,
    });
    const port = await server.listen(0, "127.0.0.1");
    return {
      async ask(question) {
        const response = await fetch(`http://127.0.0.1:${port}/api/chat`, {
          method: "POST",
          headers: { "Content-Type": "application/json", Accept: "text/event-stream" },
          body: JSON.stringify({ text: question }),
        });
        const events = (await response.text())
          .split("\n\n")
          .map((event) => /^(?:id: .*\n)?event: (\w+)\ndata: (.*)$/m.exec(event))
          .filter((match) => match !== null);
        const shown = events
          .filter(([, name]) => name === "delta")
          .map(([, , data]) => (JSON.parse(data!) as { text: string }).text);
        const done = events.find(([, name]) => name === "done");
        const { reply } = JSON.parse(done![2]!) as TurnResponse;
        return [shown.join(""), ...reply.citations.map((citation) => citation.number)].join("\n");
      },
      close: () => server.close(),
    };
  },
};
