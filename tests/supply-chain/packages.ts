/** What package-lock.json says is installed. */
import { readFileSync } from "node:fs";

export interface InstalledPackage {
  name: string;
  version: string;
  /** As its author wrote it; "" where nothing is stated. */
  license: string;
  /** Not part of what a server installs. */
  dev: boolean;
}

interface LockEntry {
  name?: string;
  version?: string;
  license?: string | { type?: string };
  dev?: boolean;
  link?: boolean;
}

export const ROOT = new URL("../../", import.meta.url);

export function lockedPackages(file: URL = new URL("package-lock.json", ROOT)): InstalledPackage[] {
  const { packages } = JSON.parse(readFileSync(file, "utf8")) as { packages: Record<string, LockEntry> };
  const found = new Map<string, InstalledPackage>();
  for (const [path, entry] of Object.entries(packages)) {
    if (path === "" || entry.link) continue;
    const name = entry.name ?? path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
    const version = entry.version ?? "";
    const license = typeof entry.license === "string" ? entry.license : (entry.license?.type ?? "");
    const dev = entry.dev === true;
    const before = found.get(`${name}@${version}`);
    // Installed twice, it is needed for use if one of the two is.
    found.set(`${name}@${version}`, { name, version, license, dev: dev && (before?.dev ?? true) });
  }
  return [...found.values()].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
}

export const idOf = ({ name, version }: Pick<InstalledPackage, "name" | "version">): string =>
  `${name}@${version}`;
