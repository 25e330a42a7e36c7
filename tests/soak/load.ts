/** Minutes of what a day brings, all at once: questions in JSON and as streams, pages, files, ratings, conversations taken
 *  up and deleted, messages of platforms, clients that hang. */
import { setTimeout as wait } from "node:timers/promises";
import { pick, seeded } from "../support/random.ts";
import { hold } from "../support/raw-http.ts";
import { type RunningProgram, startServerProcess, ZALO_OA_ID } from "../support/server-process.ts";

export interface LoadOptions {
  minutes: number;
  seed?: number;
  onProgress?: (done: number, total: number) => void;
}

export interface Sample {
  minute: number;
  /** Answered so far. */
  turns: number;
  memoryMb: number;
  heapMb: number;
  handles: number;
  openFiles: number;
  diskMb: number;
}

export interface LoadReport {
  samples: Sample[];
  requests: number;
  /** By what failed: "POST /api/chat 500". */
  failures: Map<string, number>;
  /** Bytes that the data folder grew by, a turn. */
  diskPerTurn: number;
  exit: { status: number | null; signal: string | null } | undefined;
  stop: { status: number | null; ms: number };
}

const CLIENTS = 12;
/** Between two things that one client does. */
const PAUSE_MS = 60;
const SAMPLES = 30;
const QUESTIONS = [
  "Sở Y tế chủ trì những nhiệm vụ nào?",
  "đăng ký khai sinh cần giấy tờ gì",
  "Nhiệm vụ CALLBOT do ai chủ trì, hạn khi nào?",
  "làm hộ chiếu bao nhiêu tiền",
  "Những nhiệm vụ nào phải hoàn thành trong năm 2023?",
  "cho tôi gặp cán bộ",
  "giá vàng hôm nay",
];
const PAGES = [
  "/",
  "/tasks",
  "/documents",
  "/privacy",
  "/tro-ly-so.js",
  "/api/tasks?format=csv",
  "/metrics",
  "/readyz",
];

export async function load({ minutes, seed = 1, onProgress }: LoadOptions): Promise<LoadReport> {
  const program = await startServerProcess();
  const base = `http://127.0.0.1:${program.port}`;
  const durationMs = minutes * 60_000;
  const startedAt = performance.now();
  const elapsed = () => performance.now() - startedAt;
  const failures = new Map<string, number>();
  const samples: Sample[] = [];
  let requests = 0;

  async function send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    requests++;
    const json = { "Content-Type": "application/json" };
    const response = await fetch(base + path, {
      method,
      headers: { ...(body === undefined ? {} : json), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (response.status >= 500) fail(`${method} ${path} ${response.status}`);
    return { status: response.status, text };
  }
  const fail = (what: string) => failures.set(what, (failures.get(what) ?? 0) + 1);

  async function client(number: number): Promise<void> {
    const random = seeded(seed * 1000 + number);
    let last: { conversationId: string; messageId: string; code: string } | undefined;
    const acts: (() => Promise<unknown>)[] = [
      async () => {
        const conversationId = random() < 0.5 ? last?.conversationId : undefined;
        const { status, text } = await send("POST", "/api/chat", {
          text: pick(QUESTIONS, random),
          conversationId,
        });
        if (status === 200) last = JSON.parse(text) as NonNullable<typeof last>;
      },
      () => send("POST", "/api/chat", { text: pick(QUESTIONS, random) }, { Accept: "text/event-stream" }),
      () => send("GET", pick(PAGES, random)),
      () => send("POST", "/api/conversations/resume", { code: last?.code ?? "AAAAAA" }),
      async () => {
        if (last) await send("POST", "/api/feedback", { messageId: last.messageId, useful: random() < 0.5 });
      },
      async () => {
        if (last && random() < 0.3) await send("DELETE", `/api/conversations/${last.conversationId}`);
        last = undefined;
      },
      () => send("POST", "/webhooks/zalo", zaloEvent(random)),
      () => send("GET", "/nowhere"),
      async () => {
        // Hangs for a while in the middle of a request, then is gone.
        const { socket } = await hold(
          program.port,
          "POST /api/chat HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{",
        );
        setTimeout(() => socket.destroy(), 500 + random() * 2000).unref();
      },
    ];
    while (elapsed() < durationMs && !program.exit()) {
      await pick(acts, random)().catch((error: Error) => fail(error.name));
      await wait(PAUSE_MS);
    }
  }

  async function watch(): Promise<void> {
    for (let i = 0; i <= SAMPLES && !program.exit(); i++) {
      const due = (durationMs * i) / SAMPLES - elapsed();
      if (due > 0) await wait(due);
      samples.push(await sampleOf(program, base, elapsed() / 60_000));
      onProgress?.(i, SAMPLES);
    }
  }

  try {
    await Promise.all([watch(), ...Array.from({ length: CLIENTS }, (_, i) => client(i))]);
    const exit = program.exit();
    const [first, last] = [samples[0]!, samples.at(-1)!];
    const grownBytes = (last.diskMb - first.diskMb) * 1024 * 1024;
    const stop = await program.stop();
    return {
      samples,
      requests,
      failures,
      diskPerTurn: grownBytes / Math.max(1, last.turns - first.turns),
      exit,
      stop,
    };
  } finally {
    await program.close();
  }
}

let events = 0;
const zaloEvent = (random: () => number) => ({
  app_id: "3608000000000000001",
  sender: { id: `person-${Math.floor(random() * 200)}` },
  user_id_by_app: "1",
  recipient: { id: ZALO_OA_ID },
  event_name: "user_send_text",
  message: { text: pick(QUESTIONS, random), msg_id: `load-${events++}` },
  timestamp: String(Date.now()),
});

async function sampleOf(program: RunningProgram, base: string, minute: number): Promise<Sample> {
  const metrics = await fetch(`${base}/metrics`).then(
    (response) => response.text(),
    () => "",
  );
  const sum = (name: string) =>
    [...metrics.matchAll(new RegExp(`^${name}(?:\\{.*\\})? ([\\d.e+]+)$`, "gm"))].reduce(
      (total, match) => total + Number(match[1]),
      0,
    );
  return {
    minute,
    turns: sum("assistant_turns_total"),
    memoryMb: Math.round(await program.memoryMb()),
    heapMb: Math.round(sum("nodejs_heap_size_used_bytes") / 1024 / 1024),
    handles: sum("nodejs_active_handles_total"),
    openFiles: await program.openFiles(),
    diskMb: (await program.diskBytes()) / 1024 / 1024,
  };
}

const MOST_BYTES_A_TURN = 6 * 1024;
/** The first third warms up; from there on the memory of the last third may lie so far above that of the second. */
const FLAT = 1.15;

export function brokenByLoad({ samples, failures, diskPerTurn, exit, stop }: LoadReport): string[] {
  const third = Math.floor(samples.length / 3);
  const mean = (part: Sample[], of: (sample: Sample) => number) =>
    part.reduce((total, sample) => total + of(sample), 0) / Math.max(1, part.length);
  const grew = (name: string, of: (sample: Sample) => number, slack: number) => {
    const before = mean(samples.slice(third, 2 * third), of);
    const after = mean(samples.slice(2 * third), of);
    return after > before * FLAT + slack
      ? [`${name} grew from ${Math.round(before)} to ${Math.round(after)}`]
      : [];
  };
  return [
    ...(exit ? [`the program ended: ${exit.signal ?? exit.status}`] : []),
    ...[...failures].map(([what, count]) => `${count} × ${what}`),
    ...grew("memory (MB)", ({ memoryMb }) => memoryMb, 20),
    ...grew("handles", ({ handles }) => handles, 5),
    ...grew("open files", ({ openFiles }) => openFiles, 5),
    ...(diskPerTurn <= MOST_BYTES_A_TURN ? [] : [`${Math.round(diskPerTurn)} bytes of disk a turn`]),
    ...(stop.status === 0 && stop.ms <= 5000
      ? []
      : [`status ${stop.status} after ${Math.round(stop.ms)} ms`]),
  ];
}
