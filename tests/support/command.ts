/** A command of the program as people run it: a process of its own, over a folder of data of its own. */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

export interface Outcome {
  status: number | null;
  out: string;
  err: string;
}

/** @param script  From the root of the project: "channels/cases.ts". */
export const runCommand = (
  script: string,
  dataDirectory: string,
  options: readonly string[],
): Promise<Outcome> =>
  new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [join(ROOT, "node_modules/tsx/dist/cli.mjs"), script, ...options],
      { cwd: ROOT, env: { PATH: process.env.PATH, DATA_DIR: dataDirectory } },
      (_error, out, err) => resolve({ status: child.exitCode, out, err }),
    );
  });
