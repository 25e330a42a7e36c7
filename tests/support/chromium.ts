/** Chromium for tests of what a person sees. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const PATHS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
/** What lets it run as root, without a display and without asking for anything outside. */
export const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Path of the program, installed from Debian when this is root and it is missing; else why there is none. */
export function findChromium(): { path: string } | { missing: string } {
  const find = () => PATHS.find((path) => existsSync(path));
  if (!find() && process.getuid?.() === 0)
    spawnSync("apt-get", ["install", "-y", "chromium"], { stdio: "ignore", timeout: 300_000 });
  const path = find();
  return path ? { path } : { missing: "Chromium is not installed, and apt-get could not install it" };
}
