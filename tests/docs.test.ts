/** The pages say what is there: links, headings, commands, settings and paths that they name. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { ACTS } from "../bot/examples/act-classifier.ts";
import { configSchema } from "../config.ts";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const FRONT_DOOR_LINES = 130;
/** What is seen before scrolling. */
const FIRST_SCREEN_LINES = 30;

const read = (page: string) => readFileSync(join(ROOT, page), "utf8");
const PAGES: readonly string[] = [
  "README.md",
  "CONTRIBUTING.md",
  "deploy/README.md",
  ...readdirSync(join(ROOT, "docs"), { recursive: true, encoding: "utf8" })
    .map((name) => `docs/${name.replaceAll("\\", "/")}`)
    .filter((name) => name.endsWith(".md"))
    .sort(),
];

/** Read by benchmarks and tests alone. */
const NO_SETTINGS: ReadonlySet<string> = new Set(["SHARED_DIR"]);

const FENCE = /^\s*```/;
/** Lines that are prose, not the inside of a block of code. */
function prose(page: string): string[] {
  let isCode = false;
  return read(page)
    .split("\n")
    .filter((line) => {
      if (!FENCE.test(line)) return !isCode;
      isCode = !isCode;
      return false;
    });
}

const LINK = /\]\(([^()\s]+)\)/g;
interface Link {
  page: string;
  target: string;
  /** From the root, with "/"; the page itself for "#heading". */
  path: string;
  heading: string | undefined;
}
function linksOf(page: string): Link[] {
  return prose(page)
    .flatMap((line) => [...line.matchAll(LINK)].map(([, target]) => target!))
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => {
      const [path = "", heading] = target.split("#");
      const own = path === "" ? page : posix.normalize(posix.join(posix.dirname(page), path));
      return { page, target, path: own, heading };
    });
}

/** As GitHub makes anchors of headings. */
const anchorsOf = (page: string): string[] =>
  prose(page)
    .filter((line) => /^#{1,6} /.test(line))
    .map((line) =>
      line
        .replace(/^#+ /, "")
        .toLowerCase()
        .replace(/[^\p{L}\p{M}\p{N} _-]/gu, "")
        .trim()
        .replaceAll(" ", "-"),
    );

const SCRIPTS = Object.keys((JSON.parse(read("package.json")) as { scripts: object }).scripts);
const COMMAND = /npm run (?:--silent )?([a-z][a-z:-]*[a-z])/g;
const commandsIn = (page: string): string[] => [...read(page).matchAll(COMMAND)].map(([, name]) => name!);

const links = PAGES.flatMap(linksOf);

test("the pages are read, or the tests below prove nothing", () => {
  expect(PAGES).toContain("docs/channels/zalo.md");
  expect(PAGES).toContain("docs/vi/van-hanh.md");
  expect(links.length).toBeGreaterThan(60);
  expect(links.some(({ heading }) => heading === "việc-hằng-ngày")).toBe(true);
  expect(anchorsOf("docs/security.md")).toContain("guessing-codes");
});

describe("README is a front door", () => {
  test("it has at most 130 lines", () => {
    expect(read("README.md").trimEnd().split("\n").length).toBeLessThanOrEqual(FRONT_DOOR_LINES);
  });

  test("its first screen has both languages, both commands and the picture", () => {
    const screen = read("README.md").split("\n").slice(0, FIRST_SCREEN_LINES).join("\n");
    for (const part of [
      "trả lời bằng tiếng Việt",
      "It answers, in Vietnamese",
      "npm ci",
      "npm start",
      "](docs/",
    ])
      expect(screen).toContain(part);
    expect(screen).toMatch(/!\[[^\]]+\]\(docs\/web-chat\.png\)/);
  });

  test("from it every page can be reached", () => {
    const reached = new Set(["README.md"]);
    for (const page of reached)
      if (PAGES.includes(page)) for (const { path } of linksOf(page)) reached.add(path);
    expect(PAGES.filter((page) => !reached.has(page))).toEqual([]);
  });
});

describe("every page", () => {
  test("links to files that are there", () => {
    const broken = links.filter(({ path }) => path.startsWith("..") || !existsSync(join(ROOT, path)));
    expect(broken.map(({ page, target }) => `${page}: ${target}`)).toEqual([]);
  });

  test("links to headings that are there", () => {
    const broken = links.filter(
      ({ path, heading }) =>
        heading !== undefined &&
        path.endsWith(".md") &&
        !anchorsOf(path).includes(decodeURIComponent(heading)),
    );
    expect(broken.map(({ page, target }) => `${page}: ${target}`)).toEqual([]);
  });

  test("names commands that npm knows", () => {
    const named = PAGES.flatMap((page) => commandsIn(page).map((name) => ({ page, name })));
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter(({ name }) => !SCRIPTS.includes(name))).toEqual([]);
  });

  test("leaves no command of npm unexplained", () => {
    const explained = ["docs/operating.md", "CONTRIBUTING.md"].flatMap(commandsIn);
    const other = SCRIPTS.filter((name) => !["start", "test"].includes(name));
    expect(other.filter((name) => !explained.includes(name))).toEqual([]);
  });

  test("names settings that there are", () => {
    const named = PAGES.flatMap((page) =>
      [...read(page).matchAll(/(?<![\w/-])[A-Z][A-Z\d]*(?:_[A-Z\d]+)+(?![\w*])/g)].map(([name]) => ({
        page,
        name,
      })),
    );
    expect(named.length).toBeGreaterThan(60);
    expect(named.filter(({ name }) => !(name in configSchema.shape) && !NO_SETTINGS.has(name))).toEqual([]);
  });

  test("names files and folders that there are", () => {
    const named = PAGES.flatMap((page) =>
      [
        ...prose(page)
          .join("\n")
          .matchAll(/`((?:bot|channels|deploy|docs|ingest|knowledge|tests)\/[^`\s]*)`/g),
      ].map(([, path]) => ({ page, path: path! })),
    ).filter(({ path }) => !/[*<>…{]/.test(path));
    expect(named.length).toBeGreaterThan(60);
    expect(named.filter(({ path }) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

test("each channel that can be switched on has its page, which names what switches it on", async () => {
  const { CHANNELS } = await import("../channels/registry.ts");
  for (const { name, needs } of CHANNELS) {
    const page = read(join("docs/channels", `${name}.md`));
    const guide = read("docs/vi/van-hanh.md");
    for (const setting of needs) {
      expect(page).toContain(setting);
      expect(guide).toContain(setting);
    }
  }
});

test("the editor's guide names every act that an example of an office may have", () => {
  const rows = read("docs/vi/bien-soan.md")
    .split("\n")
    .filter((line) => line.startsWith("| `"));
  const named = rows.flatMap((line) =>
    [...line.split("|")[1]!.matchAll(/`(\w+)`/g)].map(([, name]) => name!),
  );
  expect(ACTS.filter((act) => !named.includes(act))).toEqual([]);
});
