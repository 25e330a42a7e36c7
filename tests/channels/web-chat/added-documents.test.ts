/** Documents that an office adds, asked about like the shipped ones. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ensureKnowledge } from "../../../ingest/pipeline.ts";
import { createEvaluationAssistant, type TestAssistant } from "../../support/assistant.ts";
import { startWebServer, type WebServer } from "../../support/web-server.ts";

let directory: string;
let bot: TestAssistant;
let web: WebServer;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "tro-ly-so-added-"));
  const path = join(directory, "quy-che-thu-vien.md");
  await writeFile(
    path,
    "# Quy chế thư viện\n\n## Điều 2. Thẻ thư viện\n\nPhí làm thẻ thư viện là 20.000 đồng một năm <b>và</b> được hoàn lại khi trả thẻ.\n",
  );
  const knowledge = await ensureKnowledge({
    root: join(directory, "knowledge"),
    extra: [{ path, from: "setting" }],
  });
  bot = await createEvaluationAssistant({ now: new Date("2026-11-25T03:00:00Z"), knowledge });
  web = await startWebServer(bot, bot.store);
});
afterAll(async () => {
  await web.close();
  await bot.close();
  await rm(directory, { recursive: true, force: true });
});

test("a passage of an added text is the answer, and its citation leads to its place, where markup that stood in it is gone", async () => {
  const { messageId, reply } = await bot.assistant.answer({
    text: "phí làm thẻ thư viện là bao nhiêu?",
    channel: "web",
  });
  expect(reply).toMatchObject({ status: "answered", kind: "passage" });
  expect(reply.text).toContain("20.000 đồng một năm");
  const [citation] = reply.citations;
  const leads = await fetch(`${web.base}/citations/${messageId}/${citation!.id}`, { redirect: "manual" });
  const place = leads.headers.get("location")!;
  expect(place).toBe("/documents/tep%3Aquy-che-thu-vien.md#p1");
  const page = await (await fetch(web.base + place)).text();
  expect(page).toContain('<p id="p1">Phí làm thẻ thư viện là 20.000 đồng một năm và được hoàn lại');
  expect(page).not.toContain("<b>");
});
