import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const GUARD = fileURLToPath(new URL("../../knowledge/node-version.cjs", import.meta.url));

/** What the guard does on a Node that says it is of this version. */
async function guarded(version: string): Promise<{ status: number; err: string }> {
  const script = `
    Object.defineProperty(process, "versions", { value: { node: ${JSON.stringify(version)} } });
    require(${JSON.stringify(GUARD)});`;
  try {
    const { stderr } = await promisify(execFile)(process.execPath, ["-e", script]);
    return { status: 0, err: stderr };
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string };
    return { status: code, err: stderr };
  }
}

test.each(["20.12.0", "20.20.2", "22.0.0", "24.21.0", "100.0.0"])(
  "Node %s is new enough",
  async (version) => {
    expect(await guarded(version)).toEqual({ status: 0, err: "" });
  },
);

test.each(["20.11.1", "20.9.0", "20.0.0", "18.20.8", "16.20.2", "9.11.2", "0.12.18"])(
  "Node %s is refused in one line that names what runs and what is needed",
  async (version) => {
    const { status, err } = await guarded(version);
    expect(status).toBe(1);
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(err).toContain("Node 20.12 trở lên");
    expect(err).toContain(`đang chạy Node ${version}.`);
  },
);
