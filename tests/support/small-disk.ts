/** A disk of a few megabytes, where the system lets one be mounted. */
import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface SmallDisk {
  folder: string;
  readOnly(isReadOnly: boolean): void;
  remove(): Promise<void>;
}

const run = (command: string, ...args: string[]) => {
  const { status, stderr, error } = spawnSync(command, args, { encoding: "utf8" });
  return status === 0 ? undefined : (error?.message ?? stderr.trim());
};

/** Resolves to the reason when it can't be had. */
export async function mountSmallDisk(megabytes: number): Promise<SmallDisk | string> {
  const folder = await mkdtemp(join(tmpdir(), "tro-ly-so-disk-"));
  const problem = run("mount", "-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder);
  if (problem !== undefined) {
    await rm(folder, { recursive: true });
    return `no small disk: ${problem}`;
  }
  return {
    folder,
    readOnly(isReadOnly) {
      const failed = run("mount", "-o", `remount,${isReadOnly ? "ro" : "rw"}`, folder);
      if (failed !== undefined) throw new Error(failed);
    },
    async remove() {
      run("umount", "-l", folder);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
