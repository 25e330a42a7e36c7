/** Zalo: a signed event in, messages out to a fake platform; a long answer is read to its end with "tiếp". */
import { startZaloApp } from "../zalo/app.ts";
import { textEvent } from "../zalo/events.ts";
import { startFakeZalo } from "../zalo/fake-zalo.ts";
import { type DoorKind, writtenFacts } from "./door.ts";

const MOST_PARTS = 20;

export const zaloDoor: DoorKind = {
  name: "zalo",
  facts: writtenFacts,
  async open(bot) {
    const fake = await startFakeZalo();
    const app = await startZaloApp({
      fake,
      assistant: bot.assistant,
      knowledge: bot.knowledge,
      store: bot.store,
    });
    let people = 0;
    return {
      async ask(question) {
        const id = `24684588352919${7900 + people++}`;
        const got = () => fake.delivered.filter((message) => message.to === id).map(({ text }) => text);
        const say = async (text: string) => {
          const { status } = await app.post(textEvent(text, { sender: { id } }));
          if (status !== 200) throw new Error(`status ${status}`);
          await app.settled();
        };
        await say(question);
        for (let i = 0; i < MOST_PARTS && got().at(-1)?.includes("gõ “tiếp”"); i++) await say("tiếp");
        return got().join("\n");
      },
      async close() {
        await app.close();
        await fake.close();
      },
    };
  },
};
