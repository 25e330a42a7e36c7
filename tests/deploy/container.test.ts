/** What the container file would do, done by hand: no engine is needed, and none is here. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { commandOf, environmentOf, readContainerfile, type Stage, textsOf } from "./containerfile.ts";

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));
const [build, final] = readContainerfile(readFileSync(join(PROJECT, "deploy/Containerfile"), "utf8")) as [
  Stage,
  Stage,
];
const environment = environmentOf(final);

describe("as it is written", () => {
  test("both stages are one Node, in support", () => {
    const versions = [build.image, final.image].map(
      (image) => /^node:(\d+)-bookworm(?:-slim)?$/.exec(image)?.[1],
    );
    expect(versions[0]).toBe(versions[1]);
    expect(Number(versions[0])).toBeGreaterThanOrEqual(22);
  });

  test("packages of the developer stay out, and the compilers in the other stage", () => {
    expect(textsOf(build, "RUN")).toEqual(["npm ci --omit=dev"]);
    expect(textsOf(final, "COPY")).toContain("--from=build /opt/tro-ly-so/node_modules ./node_modules");
  });

  test("it runs without rights, on a volume that is its own", () => {
    const [user] = textsOf(final, "USER");
    expect(user).toBe("node");
    expect(textsOf(final, "VOLUME")).toEqual([environment.DATA_DIR]);
    expect(textsOf(final, "RUN").join()).toContain(`chown ${user}:${user} ${environment.DATA_DIR}`);
    const names = final.instructions.map(({ name }) => name);
    expect(names.indexOf("USER")).toBeLessThan(names.indexOf("CMD"));
  });

  test("it starts what npm start starts, and is asked to end by SIGTERM", () => {
    const { scripts } = JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8"));
    expect(commandOf(textsOf(final, "CMD")[0]!)).toEqual([
      "node",
      "--import",
      "tsx",
      scripts.start.split(" ").at(-1),
    ]);
    expect(textsOf(final, "STOPSIGNAL")).toEqual(["SIGTERM"]);
  });

  test("what is copied is there and reaches the builder", () => {
    const ignored = readFileSync(join(PROJECT, ".dockerignore"), "utf8").split("\n");
    const copied = [build, final].flatMap((stage) => sourcesOf(stage));
    expect(copied.length).toBeGreaterThan(8);
    for (const source of copied) {
      expect(existsSync(join(PROJECT, source)), source).toBe(true);
      expect(ignored).not.toContain(source);
    }
    // Secrets and conversations of who builds it.
    expect(ignored).toEqual(expect.arrayContaining([".env", "var", "node_modules", ".git"]));
  });
});

/** What a stage copies from the project. */
const sourcesOf = (stage: Stage): string[] =>
  textsOf(stage, "COPY")
    .filter((text) => !text.startsWith("--from"))
    .flatMap((text) => text.split(" ").slice(0, -1));

describe("as it runs", () => {
  let image: string;
  beforeAll(() => {
    mkdirSync(join(PROJECT, "var"), { recursive: true });
    // Beside the packages, so that they can be linked instead of copied.
    image = mkdtempSync(join(PROJECT, "var/container-"));
    for (const source of sourcesOf(final))
      cpSync(join(PROJECT, source), join(image, source), { recursive: true });
    for (const name of packagesInUse()) link(join("node_modules", name));
  });
  afterAll(() => rmSync(image, { recursive: true, force: true }));

  /** The top of what npm ci --omit=dev installs, by the lock file. */
  function packagesInUse(): string[] {
    const { packages } = JSON.parse(readFileSync(join(PROJECT, "package-lock.json"), "utf8")) as {
      packages: Record<string, { dev?: boolean; devOptional?: boolean }>;
    };
    return Object.entries(packages)
      .filter(([path, { dev }]) => path.lastIndexOf("node_modules/") === 0 && !dev)
      .map(([path]) => path.slice("node_modules/".length))
      .filter((name) => existsSync(join(PROJECT, "node_modules", name)));
  }

  function link(path: string): void {
    const from = join(PROJECT, path);
    for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const file = join(entry.parentPath, entry.name);
      const to = join(image, path, file.slice(from.length + 1));
      mkdirSync(dirname(to), { recursive: true });
      linkSync(file, to);
    }
  }

  test("the packages of the developer are not there, the ones in use are", () => {
    expect(existsSync(join(image, "node_modules/restify"))).toBe(true);
    for (const name of ["vitest", "typescript", "@biomejs/biome", "playwright-core"])
      expect(existsSync(join(image, "node_modules", name)), name).toBe(false);
  });

  test("it answers its own health check, fails it before and after, keeps to its volume, and ends when asked", async () => {
    const dataDir = join(image, "data");
    const port = String(await freePort());
    const env = { PATH: process.env.PATH, ...environment, HOST: "127.0.0.1", PORT: port, DATA_DIR: dataDir };
    const isHealthy = () => {
      const [, ...args] = commandOf(textsOf(final, "HEALTHCHECK")[0]!);
      return spawnSync(process.execPath, args, { env, cwd: image }).status === 0;
    };
    expect(isHealthy()).toBe(false);
    const before = readdirSync(image).sort();
    const [, ...args] = commandOf(textsOf(final, "CMD")[0]!);
    const child = spawn(process.execPath, args, { env, cwd: image, stdio: ["ignore", "ignore", "pipe"] });
    let errors = "";
    child.stderr.on("data", (part: Buffer) => {
      errors += part.toString();
    });
    const ended = once(child, "exit");
    try {
      while (!isHealthy() && child.exitCode === null)
        await new Promise((resolve) => setTimeout(resolve, 200));
      expect(child.exitCode, errors).toBeNull();
      // A connection that is kept may be closed as it is used again.
      const ready = () =>
        fetch(`http://127.0.0.1:${port}/readyz`).then(
          ({ status }) => status === 200,
          () => false,
        );
      while (child.exitCode === null && !(await ready()))
        await new Promise((resolve) => setTimeout(resolve, 200));
      const answer = await fetch(`http://127.0.0.1:${port}/api/chat`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ text: "Nhiệm vụ V.9 là gì?" }),
      });
      expect(answer.status).toBe(200);
      child.kill("SIGTERM");
      expect(await ended).toEqual([0, null]);
      expect(isHealthy()).toBe(false);
      expect(readdirSync(image).sort()).toEqual([...before, "data"].sort());
    } finally {
      child.kill("SIGKILL");
    }
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}
