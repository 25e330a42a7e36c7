/** The office's profile: its starting file, what is wrong with one, its agencies from a list or a workbook, its plans and
 *  its look. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { aboutOf } from "../../bot/about.ts";
import { openSqliteStore } from "../../bot/state/sqlite-store.ts";
import { accentsOf } from "../../channels/web-chat/theme.ts";
import { commonAgencies } from "../../ingest/office/common-agencies.ts";
import { loadOffice } from "../../ingest/office/load-office.ts";
import { STARTING_FILE } from "../../ingest/office/starting-file.ts";
import { ensureKnowledge } from "../../ingest/pipeline.ts";
import { officeProblems, parseOfficeProfile } from "../../knowledge/office-profile.ts";
import { assistantOver } from "../support/assistant.ts";
import { DIGITAL_2025, DIGITAL_2026, READING_2026 } from "../support/commune-plans.ts";
import { startWebServer } from "../support/web-server.ts";

vi.setConfig({ testTimeout: 120_000 });

const NOTHING_SHIPPED = { plan: false, procedures: false };
let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "tro-ly-so-profile-"));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

async function profileFile(name: string, profile: object): Promise<string> {
  const file = join(directory, name);
  await writeFile(file, JSON.stringify(profile));
  return file;
}

async function knowledgeWith(officeFile: string, texts: Record<string, string>) {
  const extra = [];
  for (const [name, text] of Object.entries(texts)) {
    const path = join(directory, `${name}.txt`);
    await writeFile(path, text);
    extra.push({ path, from: "setting" as const });
  }
  const root = await mkdtemp(join(directory, "knowledge-"));
  return ensureKnowledge({ root, shipped: NOTHING_SHIPPED, office: await loadOffice(officeFile), extra });
}

test("the starting file is a right profile, with its remarks", () => {
  expect(officeProblems(STARTING_FILE)).toEqual([]);
  const profile = parseOfficeProfile(STARTING_FILE, "office.json");
  expect(profile.level).toBe("commune");
  expect(profile.agencies).toHaveLength(3);
  expect(Object.keys(profile).some((key) => key.startsWith("//"))).toBe(false);
});

test("everything that is wrong is said at once, each with its field", () => {
  const problems = officeProblems(
    JSON.stringify({
      name: "UBND xã Hoa Mai",
      level: "village",
      agencies: [{ name: "Phòng Kinh tế", membership: "khác" }, { aliases: ["A"] }],
      theme: { colour: "xanh" },
      hotline: "1900",
    }),
  );
  expect(problems.map(({ field }) => field).sort()).toEqual(
    expect.arrayContaining(["hotline", "level", "theme.colour"]),
  );
  expect(problems.some(({ field }) => field?.startsWith("agencies"))).toBe(true);
  for (const { reason } of problems) expect(reason).toMatch(/phải|không|còn/u);
});

describe("its agencies", () => {
  const rows =
    "Tên cơ quan,Tên khác,Thuộc\nPhòng Kinh tế,Phòng Cây trái; PKT,so\nHội Nông dân xã,,\nCông an xã,,nganh\n";

  test("come from a workbook beside it, with their names and memberships", async () => {
    await writeFile(join(directory, "co-quan.csv"), rows);
    const office = await loadOffice(
      await profileFile("bang.json", { name: "UBND xã Hoa Mai", agencies: "co-quan.csv" }),
    );
    expect(office!.agencies.map(({ name, collective }) => [name, collective])).toEqual([
      ["Phòng Kinh tế", "so"],
      ["Hội Nông dân xã", null],
      ["Công an xã", "nganh"],
    ]);
    expect(office!.agencies[0]!.aliases.map(({ text }) => text)).toEqual(
      expect.arrayContaining(["Phòng Cây trái", "PKT"]),
    );
  });

  test.each([
    ["a row of another membership", "Tên cơ quan,Thuộc\nPhòng Kinh tế,gì đó\n", /dòng 2.*Thuộc/u],
    ["no column of names", "a,b\nc,d\n", /không có cột tên cơ quan/u],
  ])("%s is refused in words", async (_what, content, words) => {
    await writeFile(join(directory, "sai.csv"), content);
    const file = await profileFile("sai.json", { name: "UBND xã Hoa Mai", agencies: "sai.csv" });
    await expect(loadOffice(file)).rejects.toThrow(words);
  });

  test("a workbook that isn't there is refused", async () => {
    const file = await profileFile("thieu.json", { name: "UBND xã Hoa Mai", agencies: "khong-co.xlsx" });
    await expect(loadOffice(file)).rejects.toThrow(/không có tệp/u);
  });

  test("are known to plans and questions by their other names", async () => {
    const file = await profileFile("ten.json", {
      name: "UBND xã Thạnh Mỹ Trung",
      agencies: [{ name: "Phòng Kinh tế", aliases: ["Phòng Cây trái"], membership: "so" }],
    });
    const knowledge = await knowledgeWith(file, { plan: DIGITAL_2026 });
    const own = knowledge.agencies.find(({ name }) => name === "Phòng Kinh tế")!;
    expect(own).toMatchObject({ review: null, id: "co-quan:phong-kinh-te" });
    const store = await openSqliteStore(":memory:");
    const { reply } = await assistantOver(knowledge, store).answer({
      text: "Phòng Cây trái chủ trì những việc gì?",
      channel: "web",
    });
    await store.close();
    expect(reply.tasks.map(({ label }) => label)).toEqual(["I.1", "I.2", "II.2"]);
    // What every office knows and what the office lists needs nobody to look at it.
    expect(knowledge.sources[0]!.files[0]!.agencies).toEqual(["Hội Nông dân xã"]);
  });
});

describe("its plans", () => {
  test("one may be left out, and one said to take the place of another", async () => {
    const file = await profileFile("ke-hoach.json", {
      name: "UBND xã Thạnh Mỹ Trung",
      plans: [
        { number: "90/KH-UBND", replaces: "31/KH-UBND", name: "Kế hoạch đọc sách" },
        { number: "77/KH-UBND", use: false },
      ],
    });
    const knowledge = await knowledgeWith(file, { a: DIGITAL_2025, b: DIGITAL_2026, c: READING_2026 });
    const plans = knowledge.documents.filter(({ kind }) => kind === "plan");
    expect(plans.map(({ number }) => number).sort()).toEqual(["31/KH-UBND", "90/KH-UBND"]);
    expect(knowledge.tasks.some(({ documentId }) => documentId.startsWith("77"))).toBe(false);
    expect(plans.find(({ number }) => number === "31/KH-UBND")).toMatchObject({
      status: "superseded",
      replacedBy: "90-kh-ubnd-2026",
    });
    expect(plans.find(({ number }) => number === "90/KH-UBND")!.calledAs).toBe("Kế hoạch đọc sách");
  });
});

test("name, greeting, suggestions and colour are on the page and in the talk", async () => {
  const file = await profileFile("dep.json", {
    name: "UBND xã Thạnh Mỹ Trung",
    assistantName: "Trợ lý Thạnh Mỹ",
    greeting: "Chào bà con xã Thạnh Mỹ Trung, tôi trực 24/7.",
    suggestions: {
      citizens: ["Phòng đọc thiếu nhi mở ở đâu?"],
      officers: ["Phòng Kinh tế chủ trì những nhiệm vụ nào?"],
    },
    theme: { colour: "#7a1f1f" },
  });
  const office = (await loadOffice(file))!.profile;
  const knowledge = await knowledgeWith(file, { plan: DIGITAL_2026 });
  const store = await openSqliteStore(":memory:");
  const assistant = assistantOver(knowledge, store, { office });
  const { reply } = await assistant.answer({ text: "xin chào", channel: "teams", audience: "officer" });
  expect(reply.text).toContain("Chào bà con xã Thạnh Mỹ Trung, tôi trực 24/7.");
  expect(reply.suggestions[0]).toBe("Phòng Kinh tế chủ trì những nhiệm vụ nào?");
  expect(aboutOf(knowledge, office).name).toBe("Trợ lý Thạnh Mỹ");
  const web = await startWebServer({ assistant, knowledge }, store, { office });
  const page = await (await fetch(web.base)).text();
  expect(page).toContain("<title>Trợ lý Thạnh Mỹ</title>");
  expect(page).toContain("Phòng đọc thiếu nhi mở ở đâu?");
  expect(await (await fetch(`${web.base}/assets/theme.css`)).text()).toContain("--accent:#7a1f1f");
  await web.close();
  await store.close();
});

test.each(["#ffffff", "#ffff00", "#000000", "#0b5c8a"])(
  "words in %s can be read on either ground",
  (colour) => {
    const luminance = (hex: string) => {
      const [r, g, b] = [1, 3, 5].map((at) => {
        const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
    };
    const { light, dark } = accentsOf(colour);
    expect(1.05 / (luminance(light) + 0.05)).toBeGreaterThanOrEqual(4.4);
    expect((luminance(dark) + 0.05) / (luminance("#101820") + 0.05)).toBeGreaterThanOrEqual(4.4);
  },
);

test("ministries, the 34 provinces of 2025 and usual departments are shipped, each once", async () => {
  const agencies = await commonAgencies();
  expect(agencies.filter(({ kind }) => kind === "province")).toHaveLength(34);
  expect(new Set(agencies.map(({ id }) => id)).size).toBe(agencies.length);
  for (const name of [
    "Bộ Y tế",
    "UBND tỉnh Lào Cai",
    "Sở Nông nghiệp và Môi trường",
    "Phòng Văn hóa - Xã hội",
  ])
    expect(agencies.map((row) => row.name)).toContain(name);
});
