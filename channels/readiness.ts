/** /readyz: whether questions can be answered and kept, and in words what stands against it. */
import type { ServerResponse } from "node:http";
import type { Answering } from "./answering.ts";
import { sendJson } from "./http/answers.ts";
import { within } from "./within.ts";

/** One thing that has to be in order. */
export interface ReadinessProbe {
  /** "store", "disk" */
  name: string;
  check(): Promise<ProbeResult>;
}

export interface ProbeResult {
  ok: boolean;
  /** A sentence for the operator; empty when there is nothing to say. With `ok` it is a warning. */
  detail: string;
  code: string;
}

export interface Finding extends Pick<ProbeResult, "code" | "detail"> {
  name: string;
}

export interface Readiness {
  /** `problems` is empty when ready. What was found a moment ago is told again. */
  look(): Promise<{ problems: Finding[]; warnings: Finding[] }>;
}

export interface ReadinessOptions {
  probes: readonly ReadinessProbe[];
  /** Told of each problem that has come and each that has gone. */
  onChange?: (finding: Finding & { state: "failing" | "warning" | "well" }) => void;
  /** Milliseconds by a clock that nobody sets. */
  uptime?: () => number;
  /** So long the same answer is given: nobody can load the disk by asking. */
  keepMs?: number;
  /** A probe that takes longer has failed. */
  timeoutMs?: number;
}

const KEEP_MS = 1000;
const TIMEOUT_MS = 2000;

export function createReadiness(options: ReadinessOptions): Readiness {
  const { probes, uptime = () => performance.now(), keepMs = KEEP_MS, timeoutMs = TIMEOUT_MS } = options;
  let last: { at: number; found: ReturnType<Readiness["look"]> } | undefined;
  const states = new Map<string, string>();

  async function ask(probe: ReadinessProbe): Promise<ProbeResult> {
    let result: ProbeResult = { ok: false, code: "probe_slow", detail: `Không kiểm tra được ${probe.name}.` };
    const asked = async () => {
      result = await probe.check();
    };
    await within(timeoutMs, asked());
    return result;
  }

  async function lookAtAll() {
    const results = await Promise.all(
      probes.map(async (probe) => ({ name: probe.name, ...(await ask(probe)) })),
    );
    for (const { name, ok, code, detail } of results) {
      const state = !ok ? "failing" : detail === "" ? "well" : "warning";
      if ((states.get(name) ?? "well") !== state) options.onChange?.({ name, code, detail, state });
      states.set(name, state);
    }
    const findings = (wanted: boolean) =>
      results
        .filter(({ ok, detail }) => ok === wanted && detail !== "")
        .map(({ name, code, detail }) => ({ name, code, detail }));
    return { problems: findings(false), warnings: findings(true) };
  }

  return {
    look() {
      const at = uptime();
      if (!last || at - last.at >= keepMs) last = { at, found: lookAtAll() };
      return last.found;
    },
  };
}

/** 200 with the version that serves, or 503 with what is wrong; warnings are no obstacle. */
export async function sendReadiness(
  response: ServerResponse,
  answering: Answering,
  readiness: Readiness | undefined,
): Promise<void> {
  const { problems, warnings } = (await readiness?.look()) ?? { problems: [], warnings: [] };
  const notReady = knowledgeProblem(answering);
  const all = notReady ? [notReady, ...problems] : problems;
  if (all.length > 0) {
    const message = all.map(({ detail }) => detail).join(" ");
    sendJson(response, 503, { code: "not_ready", message, field: null, problems: all });
    return;
  }
  sendJson(response, 200, {
    status: "ready",
    knowledge: answering.core().knowledge.version,
    ...(warnings.length > 0 ? { warnings } : {}),
  });
}

function knowledgeProblem(answering: Answering): Finding | undefined {
  try {
    answering.core();
    return undefined;
  } catch (error) {
    return { name: "knowledge", code: "not_ready", detail: (error as Error).message };
  }
}
