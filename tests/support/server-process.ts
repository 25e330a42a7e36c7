/** The program as it is started for people, with every door open, beside platforms that take whatever it sends. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export interface RunningProgram {
  port: number;
  /** "POST /api/chat", as the program itself lists them. */
  routes: string[];
  /** Undefined while it runs. */
  exit: () => { status: number | null; signal: string | null } | undefined;
  /** What it wrote to standard error, the end of it. */
  errors: () => string;
  /** Of /proc; NaN where that is absent. */
  memoryMb(): Promise<number>;
  openFiles(): Promise<number>;
  /** Of the data folder, in bytes. */
  diskBytes(): Promise<number>;
  /** Asks it to end by SIGTERM, so many times: how it ended, and after how many milliseconds. */
  stop(times?: number): Promise<{ status: number | null; signal: string | null; ms: number }>;
  kill(signal: NodeJS.Signals): void;
  /** Resolves when it has ended. */
  ended(): Promise<{ status: number | null; signal: string | null }>;
  /** Ends what is left and removes the data. */
  close(): Promise<void>;
}

export const ZALO_OA_ID = "388613280878808645";
const ZALO_APP_ID = "3608000000000000001";
const PROJECT = fileURLToPath(new URL("../../", import.meta.url));
const START_TIMEOUT_MS = 120_000;

/** Doors of all channels; without signatures, so that what stands behind them is reached too. */
const settingsWith = (platform: string): Record<string, string> => ({
  NODE_ENV: "development",
  HOST: "127.0.0.1",
  PORT: "0",
  // The list of its addresses is told there.
  LOG_LEVEL: "debug",
  RATE_LIMIT_PER_MINUTE: "0",
  TRUST_PROXY: "true",
  EMBED_ORIGINS: "https://portal.example.vn",
  DIRECTLINE: "true",
  ZALO_APP_ID,
  ZALO_APP_SECRET: "app-secret",
  ZALO_OA_ID,
  ZALO_OA_SECRET_KEY: "oa-secret",
  ZALO_REFRESH_TOKEN: "refresh",
  ZALO_API_URL: platform,
  ZALO_OAUTH_URL: platform,
  TEAMS_APP_ID: "01234567-89ab-cdef-0123-456789abcdef",
  TEAMS_APP_PASSWORD: "s3cret",
  TEAMS_TENANT_ID: "fedcba98-7654-3210-fedc-ba9876543210",
  TEAMS_ANONYMOUS: "true",
  TEAMS_LOGIN_URL: platform,
  TEAMS_TOKEN_ISSUER: platform,
  TEAMS_OPENID_METADATA_URL: `${platform}/openid`,
  VOICE_SECRET: "voice-secret",
  VOICE_PUBLIC_URL: "https://troly.example.gov.vn",
});

export interface StartOptions {
  /** Win over the ones above. */
  settings?: Record<string, string>;
  /** How many files it may have open. */
  openFiles?: number;
  /** Where its data are, and stay; a folder that goes with it by default. */
  dataDir?: string;
  /** JavaScript that runs in it first. */
  preload?: string;
}

/** Starts it and waits until it is ready. */
export async function startServerProcess(options: StartOptions = {}): Promise<RunningProgram> {
  const { settings, openFiles, preload } = options;
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), "tro-ly-so-soak-")));
  const platform = await startPlatform();
  const node = [process.execPath, "--import", "tsx"];
  if (preload !== undefined) node.push("--import", `data:text/javascript,${encodeURIComponent(preload)}`);
  // The shell is replaced by the program, so that signals reach it.
  const limited = ["sh", "-c", `ulimit -n ${openFiles} && exec "$@"`, "sh"];
  const [command = "", ...args] = [...(openFiles === undefined ? [] : limited), ...node, "main.ts"];
  const child = spawn(command, args, {
    cwd: PROJECT,
    env: { PATH: process.env.PATH, ...settingsWith(platform.url), DATA_DIR: dataDir, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let errors = "";
  child.stderr.on("data", (part: Buffer) => {
    errors = (errors + part.toString()).slice(-4000);
  });
  const ended = () => child.exitCode !== null || child.signalCode !== null;
  const end = new Promise<{ status: number | null; signal: string | null }>((resolve) =>
    child.once("exit", (status, signal) => resolve({ status, signal })),
  );
  const close = async () => {
    if (!ended()) {
      child.kill("SIGKILL");
      await end;
    }
    await platform.close();
    if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const { port, routes } = await listening(child, () => errors);
    await ready(port, ended, () => errors);
    const pid = child.pid!;
    return {
      port,
      routes,
      exit: () => (ended() ? { status: child.exitCode, signal: child.signalCode } : undefined),
      errors: () => errors,
      memoryMb: () => memoryOf(pid),
      openFiles: async () => (await readdir(`/proc/${pid}/fd`).catch(() => undefined))?.length ?? Number.NaN,
      diskBytes: () => sizeOf(dataDir),
      async stop(times = 1) {
        const startedAt = performance.now();
        for (let i = 0; i < times; i++) {
          if (i > 0) await new Promise((resolve) => setTimeout(resolve, 100));
          child.kill("SIGTERM");
        }
        return { ...(await end), ms: performance.now() - startedAt };
      },
      kill: (signal) => child.kill(signal),
      ended: () => end,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** From the line by which it says where it listens. All that it logs is read, or it would wait for its reader. */
function listening(child: ChildProcess, errors: () => string): Promise<{ port: number; routes: string[] }> {
  return new Promise((resolve, reject) => {
    let text: string | undefined = "";
    child.stdout!.on("data", (part: Buffer) => {
      if (text === undefined) return;
      text += part.toString();
      const lines = text.split("\n").filter((row) => row.endsWith("}"));
      const port = lines.find((row) => row.includes('"event":"listening"'));
      const routes = lines.find((row) => row.includes('"event":"routes"'));
      if (!port || !routes) return;
      text = undefined;
      resolve({ ...JSON.parse(port), ...JSON.parse(routes) } as { port: number; routes: string[] });
    });
    child.once("exit", () => reject(new Error(`the program ended before it listened: ${errors()}`)));
  });
}

async function ready(port: number, ended: () => boolean, errors: () => string): Promise<void> {
  const until = performance.now() + START_TIMEOUT_MS;
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    if (answer?.status === 200) return;
    if (ended() || performance.now() > until) throw new Error(`the program didn't get ready: ${errors()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Says yes to every call, in the fields of all platforms at once. */
async function startPlatform(): Promise<{ url: string; close(): Promise<void> }> {
  const yes = JSON.stringify({
    error: 0,
    message: "Success",
    data: { message_id: "m", quota: { remain: 1_000_000, total: 1_000_000 } },
    access_token: "access",
    refresh_token: "refresh",
    expires_in: "90000",
    token_type: "Bearer",
    id: "1",
  });
  const server = createServer((request, response) => {
    request.resume().on("end", () => {
      response.writeHead(200, { "Content-Type": "application/json" });
      response.end(yes);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}

async function sizeOf(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true });
  const sizes = await Promise.all(
    names.map((name) =>
      stat(join(folder, name)).then(
        (found) => (found.isFile() ? found.size : 0),
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
