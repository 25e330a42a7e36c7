/** A telephone call in jambonz' words: one question, then "nghe tiếp" by key until nothing is left. */
import { blocksOf } from "../../../channels/voice/script.ts";
import { JambonzCall } from "../voice/jambonz.ts";
import { openRig, WORKING_HOURS } from "../voice/rig.ts";
import type { DoorKind } from "./door.ts";

const MAX_PIECES = 200;
/** Two number words and more: figures of one digit are words like any other. */
const SAID_FIGURE =
  /(?<![\p{L}\p{M}])(?:(?:không|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín|mười|mươi|trăm|lẻ|nghìn|triệu|phẩy|phần)(?![\p{L}\p{M}])\s?){2,}/gu;

let calls = 0;

export const voiceDoor: DoorKind = {
  name: "voice",
  reorders: true,
  withoutSources: true,
  /** The figures of the whole text as they are said: the caller can hear all of it. */
  facts: (reply) =>
    ["handoff", "clarification"].includes(reply.status)
      ? []
      : blocksOf(reply.text)
          .flatMap(({ head, items }) => [head, ...items])
          .flatMap((line) => line.toLowerCase().match(SAID_FIGURE) ?? [])
          .map((words) => words.trim()),
  async open(bot) {
    const rig = await openRig({ assistant: bot.assistant, knowledge: bot.knowledge, now: WORKING_HOURS });
    return {
      async ask(question) {
        const call = new JambonzCall(rig, { callSid: `door-${++calls}` });
        await call.start();
        let got = await call.say(question);
        for (let i = 0; i < MAX_PIECES && got.includes("nghe tiếp"); i++) {
          const more = await call.press("1");
          got += ` ${more}`;
          if (!more.includes("nghe tiếp")) break;
        }
        return got.toLowerCase();
      },
      close: () => rig.close(),
    };
  },
};
