/** The web page's way: POST /api/chat, streamed. */
import type { TurnResponse } from "../../../bot/reply.ts";
import { startWebServer } from "../web-server.ts";
import { type DoorKind, writtenFacts } from "./door.ts";

export const webDoor: DoorKind = {
  name: "web",
  facts: writtenFacts,
  async open(bot) {
    const web = await startWebServer(bot, bot.store);
    return {
      async ask(question) {
        const response = await fetch(`${web.base}/api/chat`, {
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
      close: () => web.close(),
    };
  },
};
