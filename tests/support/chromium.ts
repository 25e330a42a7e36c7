/** A real browser for tests: Debian's Chromium, installed when root may. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

const EXECUTABLES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const PACKAGES = ["chromium", "fonts-noto-core"];

/** No sandbox as root; nothing in the background that would ask other hosts. */
export const CHROMIUM_FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Where the browser is, or why there is none. */
export function findChromium(): { path: string } | { missing: string } {
  const found = EXECUTABLES.find((path) => existsSync(path));
  if (found) return { path: found };
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get"))
    return { missing: "Chromium is not installed, and only root could install it with apt-get" };
  try {
    execFileSync("apt-get", ["update"], { stdio: "ignore" });
    execFileSync("apt-get", ["install", "-y", "--no-install-recommends", ...PACKAGES], { stdio: "ignore" });
  } catch (error) {
    return { missing: `apt-get could not install Chromium: ${(error as Error).message}` };
  }
  const installed = EXECUTABLES.find((path) => existsSync(path));
  return installed ? { path: installed } : { missing: "apt-get brought no Chromium" };
}
