/** Microsoft Teams: in by the webhook, out by inbox and outbox to a connector. */
import { messageWith, startTeamsApp } from "../teams/app.ts";
import { startConnector } from "../teams/connector.ts";
import { visibleText } from "../teams/visible-text.ts";
import { type DoorKind, writtenFacts } from "./door.ts";

export const teamsDoor: DoorKind = {
  name: "teams",
  facts: writtenFacts,
  async open(bot) {
    const connector = await startConnector();
    const app = await startTeamsApp({ assistant: bot.assistant, knowledge: bot.knowledge });
    let asked = 0;
    return {
      async ask(question) {
        asked++;
        const conversation = { conversationType: "personal", id: `a:chat-${asked}` };
        const { status } = await app.post(
          messageWith(connector.serviceUrl, { text: question, conversation }),
        );
        if (status !== 200) throw new Error(`status ${status}`);
        return visibleText((await connector.hasMessages(asked)).at(-1)!.activity);
      },
      async close() {
        await app.close();
        await connector.close();
      },
    };
  },
};
