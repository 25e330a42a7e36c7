import { createEvaluationAssistant } from "./tests/support/assistant.ts";
import { openRig, EVENING } from "./tests/support/voice/rig.ts";
import { JambonzCall } from "./tests/support/voice/jambonz.ts";
const bot = await createEvaluationAssistant({ now: new Date("2026-11-25T09:00:00+07:00") });
for (const [i, script] of process.argv.slice(2).entries()) {
  const evening = script.startsWith("@evening ");
  const anon = script.includes("@anon ");
  const rig = await openRig({ assistant: bot.assistant, knowledge: bot.knowledge, store: bot.store as never, ...(evening ? { now: EVENING } : {}) });
  const call = new JambonzCall(rig, { callSid: `c${i}-${Date.now()}`, ...(anon ? { from: "anonymous" } : {}) });
  console.log("\n=== ", script);
  console.log("  M:", await call.start());
  for (const step of script.replace(/@\w+ /g, "").split(" | ")) {
    console.log("  K:", step);
    const p = step === "…" ? call.silence() : step === "?" ? call.mumble() : /^#?[0-9*#]+$/.test(step) ? call.press(step) : step.startsWith("dial:") ? call.dialled(step.slice(5)) : call.say(step);
    console.log("  M:", await p, `[${call.verbs.map((v) => v.verb)}]`);
  }
  await rig.close();
}
