/** npm run bench:voice: telephone calls in jambonz' words against the whole program over loopback, on the questions of
 *  the evaluation. Figures for docs/evaluation.md; nothing is asserted here.
 *
 *  Paced: 200 calls at the same time, each a webhook every 5 seconds (a caller speaks, then listens to about 20 seconds
 *  of answer or breaks in), spread evenly, which makes 40 webhooks a second; then every 2 seconds, denser than
 *  people talk, to see what is left. Closed loop: each of the 200 calls posts
 *  again as soon as it has its answer, which no telephone does: the worst case. */
import { createHmac } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { Agent, request } from "node:http";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { quantile, questionsOfTheEvaluation, startProgram, stopProgram } from "./program.ts";

const PORT = 39_000 + (process.pid % 1000);
const SECRET = "bench";
const CALLS = 200;
const SECONDS_BETWEEN = [5, 2];
const PACED_SECONDS = 30;
const LOOP_SECONDS = 8;
const WARM_UP = 200;

const agent = new Agent({ keepAlive: true, maxSockets: CALLS });

/** Milliseconds until the whole answer is there, and where the next event goes. */
function post(path: string, payload: object): Promise<{ ms: number; hook: string }> {
  const body = JSON.stringify(payload);
  const seconds = Math.floor(Date.now() / 1000);
  const mac = createHmac("sha256", SECRET).update(`${seconds}.${body}`).digest("hex");
  const headers = { "Content-Type": "application/json", "Jambonz-Signature": `t=${seconds},v1=${mac}` };
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { port: PORT, host: "127.0.0.1", path, method: "POST", agent, headers },
      (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (part: string) => {
          text += part;
        });
        response.on("end", () => {
          const ms = performance.now() - startedAt;
          const hook = /"actionHook":"http:\/\/[^/]+([^"]+)"/.exec(text)?.[1];
          if (response.statusCode !== 200) reject(new Error(`status ${response.statusCode}`));
          else resolve({ ms, hook: hook ?? "" });
        });
      },
    );
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

let started = 0;
/** A call that asks one question after another, and hears more of every second answer. */
function openCall(questions: readonly string[]): () => Promise<number> {
  let callSid = "";
  let hook = "";
  let turn = 0;
  return async () => {
    const base = { call_sid: callSid, from: "+84901234567", to: "1900", direction: "inbound" };
    if (hook === "") {
      callSid = `bench-${++started}`;
      const first = await post("/webhooks/voice", { ...base, call_sid: callSid });
      hook = first.hook;
      return first.ms;
    }
    const transcript = questions[(started * 7 + turn) % questions.length]!;
    const asks = turn++ % 2 === 0;
    const event = asks
      ? {
          reason: "speechDetected",
          speech: { is_final: true, alternatives: [{ transcript, confidence: 0.9 }] },
        }
      : { reason: "dtmfDetected", digits: "1" };
    const next = await post(hook, { ...base, ...event });
    hook = next.hook;
    return next.ms;
  };
}

async function paced(questions: readonly string[], secondsBetween: number): Promise<number[]> {
  const times: number[] = [];
  const until = performance.now() + PACED_SECONDS * 1000;
  await Promise.all(
    Array.from({ length: CALLS }, async (_call, i) => {
      const step = openCall(questions);
      await wait((i / CALLS) * secondsBetween * 1000);
      while (performance.now() < until) {
        const startedAt = performance.now();
        times.push(await step());
        await wait(Math.max(0, secondsBetween * 1000 - (performance.now() - startedAt)));
      }
    }),
  );
  return times;
}

async function closedLoop(questions: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  const until = performance.now() + LOOP_SECONDS * 1000;
  await Promise.all(
    Array.from({ length: CALLS }, async () => {
      const step = openCall(questions);
      while (performance.now() < until) times.push(await step());
    }),
  );
  return times;
}

const ms = (times: readonly number[], share: number) => `${quantile(times, share).toFixed(1)} ms`;
const line = (name: string, times: readonly number[], seconds: number) =>
  `${name}: p50 ${ms(times, 0.5)}, p95 ${ms(times, 0.95)}, p99 ${ms(times, 0.99)}; ${times.length} webhooks, ${(times.length / seconds).toFixed(0)} a second`;

async function main(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), "tro-ly-so-voice-"));
  const questions = await questionsOfTheEvaluation();
  const { child } = await startProgram(PORT, dataDir, {
    VOICE_SECRET: SECRET,
    VOICE_PUBLIC_URL: `http://127.0.0.1:${PORT}`,
  });
  try {
    const step = openCall(questions);
    for (let i = 0; i < WARM_UP; i++) await step();
    console.log(
      `Node ${process.version}, ${cpus().length} cores of ${cpus()[0]?.model.trim()}, caller on the same machine`,
    );
    for (const seconds of SECONDS_BETWEEN)
      console.log(
        line(
          `${CALLS} calls, a webhook every ${seconds} s each`,
          await paced(questions, seconds),
          PACED_SECONDS,
        ),
      );
    console.log(line(`${CALLS} calls in a closed loop`, await closedLoop(questions), LOOP_SECONDS));
  } finally {
    await stopProgram(child);
    agent.destroy();
    await rm(dataDir, { recursive: true, force: true });
  }
}

await main();
