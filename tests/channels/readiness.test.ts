import { describe, expect, test } from "vitest";
import { createReadiness, type ProbeResult, type ReadinessProbe } from "../../channels/readiness.ts";

const WELL: ProbeResult = { ok: true, code: "ok", detail: "" };
const FULL: ProbeResult = { ok: false, code: "disk_full", detail: "Ổ đĩa đã đầy." };

function probe(name: string, answer: () => Promise<ProbeResult> | ProbeResult) {
  let asked = 0;
  const made: ReadinessProbe = {
    name,
    async check() {
      asked++;
      return answer();
    },
  };
  return { probe: made, asked: () => asked };
}

test("what stands against it is named in words, warnings beside it", async () => {
  const readiness = createReadiness({
    probes: [
      probe("store", () => WELL).probe,
      probe("disk", () => FULL).probe,
      probe("clock", () => ({ ok: true, code: "clock_moved", detail: "Đồng hồ đã lùi 10 phút." })).probe,
    ],
  });
  expect(await readiness.look()).toEqual({
    problems: [{ name: "disk", code: "disk_full", detail: "Ổ đĩa đã đầy." }],
    warnings: [{ name: "clock", code: "clock_moved", detail: "Đồng hồ đã lùi 10 phút." }],
  });
});

test("a probe that throws, or doesn't answer, has failed; the others are still told", async () => {
  const readiness = createReadiness({
    timeoutMs: 20,
    probes: [
      probe("store", () => {
        throw new Error("0912345678");
      }).probe,
      probe("queues", () => new Promise(() => {})).probe,
      probe("disk", () => FULL).probe,
    ],
  });
  const { problems } = await readiness.look();
  expect(problems.map(({ name, code }) => [name, code])).toEqual([
    ["store", "probe_slow"],
    ["queues", "probe_slow"],
    ["disk", "disk_full"],
  ]);
  expect(JSON.stringify(problems)).not.toContain("0912345678");
});

describe("asked over and over", () => {
  test("it looks once a second, however many ask at the same time", async () => {
    let uptime = 5000;
    const { probe: disk, asked } = probe("disk", () => WELL);
    const readiness = createReadiness({ probes: [disk], uptime: () => uptime });
    await Promise.all(Array.from({ length: 100 }, () => readiness.look()));
    uptime += 999;
    await readiness.look();
    expect(asked()).toBe(1);
    uptime += 1;
    await readiness.look();
    expect(asked()).toBe(2);
  });

  test("each change is told once: failing, warning, well again", async () => {
    let now = WELL;
    const changes: string[] = [];
    const readiness = createReadiness({
      probes: [probe("disk", () => now).probe],
      keepMs: 0,
      onChange: ({ name, state, code }) => changes.push(`${name} ${state} ${code}`),
    });
    for (const result of [WELL, FULL, FULL, { ...FULL, ok: true, code: "disk_low" }, WELL, WELL]) {
      now = result;
      await readiness.look();
    }
    expect(changes).toEqual(["disk failing disk_full", "disk warning disk_low", "disk well ok"]);
  });
});
