import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { OfficeProfileError } from "../../knowledge/errors.ts";
import {
  loadOfficeProfile,
  OFFICE_ASKS,
  officeEvidence,
  officeLines,
  parseOfficeProfile,
} from "../../knowledge/office-profile.ts";
import { exampleOffice } from "../support/assistant.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "office-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const NAME = "UBND phường Hoa Mai";
const read = (value: unknown) => parseOfficeProfile(JSON.stringify(value), "co-quan.json");

function refusal(act: () => unknown): OfficeProfileError {
  try {
    act();
  } catch (error) {
    if (error instanceof OfficeProfileError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

describe("a profile", () => {
  test("needs a name alone", () => {
    const profile = read({ name: NAME });
    expect(profile.name).toBe(NAME);
    expect(OFFICE_ASKS.flatMap((ask) => officeLines(profile, ask))).toEqual([]);
  });

  test("takes one line where it may have several, and a telephone with what it is for or without", () => {
    const profile = read({
      name: NAME,
      openingHours: "Thứ Hai đến thứ Sáu: 07:30-17:00",
      telephones: ["(0254) 3852 425", { number: "1900 1234", label: "đường dây nóng" }],
    });
    expect(officeLines(profile, "hours")).toEqual(["Thứ Hai đến thứ Sáu: 07:30-17:00"]);
    expect(officeLines(profile, "telephone")).toEqual(["(0254) 3852 425", "1900 1234 (đường dây nóng)"]);
  });

  test("the example for offices states everything, and every line of it has its quote", async () => {
    const profile = await exampleOffice();
    for (const ask of OFFICE_ASKS) {
      const lines = officeLines(profile, ask);
      expect([ask, lines.length]).not.toEqual([ask, 0]);
      expect(officeEvidence(profile, ask).map(({ quote }) => quote)).toEqual(
        lines.map((line) => expect.stringContaining(line)),
      );
    }
  });
});

describe("a wrong profile is refused by the name of its field", () => {
  test.each<[field: string | null, value: unknown, reason: string]>([
    ["name", {}, "còn thiếu"],
    ["name", { name: "  " }, "không được để trống"],
    ["name", { name: 5 }, "phải là chữ"],
    ["name", { name: "x".repeat(201) }, "dài nhất 200"],
    ["address", { name: NAME, address: "Số 1\nđường A" }, "một dòng chữ thường"],
    ["address", { name: NAME, address: "[bấm](https://x.vn)" }, "một dòng chữ thường"],
    ["telephones.0.number", { name: NAME, telephones: ["gọi tôi"] }, "phải là số điện thoại"],
    ["telephones.1.number", { name: NAME, telephones: ["113", { number: "" }] }, "không được để trống"],
    ["telephones", { name: NAME, telephones: [] }, "ít nhất một dòng"],
    ["telephones.0.ten", { name: NAME, telephones: [{ number: "113", ten: "x" }] }, "không có mục nào"],
    ["email", { name: NAME, email: "a@b" }, "thư điện tử"],
    ["openingHours", { name: NAME, openingHours: 7 }, "phải là một danh sách"],
    ["lookupUrl", { name: NAME, lookupUrl: "dichvucong.gov.vn" }, "https://"],
    ["filingUrl", { name: NAME, filingUrl: "javascript:alert(1)" }, "https://"],
    ["website", { name: NAME, website: "https://ai:mat-khau@x.vn" }, "https://"],
    ["statedOn", { name: NAME, statedOn: "2026-02-45" }, "không có ngày này"],
    ["statedOn", { name: NAME, statedOn: "05/01/2026" }, "YYYY-MM-DD"],
    ["adress", { name: NAME, adress: "x" }, "không có mục nào"],
    [null, [], "một nhóm các mục"],
    [null, "UBND", "một nhóm các mục"],
  ])("%s of %j", (field, value, reason) => {
    const error = refusal(() => read(value));
    expect(error.field).toBe(field);
    expect(error.code).toBe("office_profile_invalid");
    expect(error.message).toContain("OFFICE_PROFILE, tệp co-quan.json");
    expect(error.message).toContain(reason);
    if (field) expect(error.message).toContain(`mục ${field}:`);
  });

  test("no JSON is refused too", () => {
    expect(refusal(() => parseOfficeProfile("{name:", "a.json")).message).toContain("không phải JSON");
  });
});

describe("the file", () => {
  test("is none where the setting is empty", async () => {
    expect(await loadOfficeProfile("")).toBeUndefined();
  });

  test("may begin with a byte order mark", async () => {
    const file = join(folder, "bom.json");
    await writeFile(file, `\uFEFF{"name": "${NAME}"}`);
    expect(await loadOfficeProfile(file)).toEqual({ name: NAME });
  });

  test.each([
    ["that is not there", undefined, "không có tệp này"],
    ["that is too large", `"${"x".repeat(270_000)}"`, "256 KB"],
  ])("one %s is refused", async (what, content, reason) => {
    const file = join(folder, `${what.length}.json`);
    if (content) await writeFile(file, content);
    const error = await loadOfficeProfile(file).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(OfficeProfileError);
    expect((error as OfficeProfileError).message).toContain(reason);
  });

  test("a folder in its place is refused", async () => {
    await expect(loadOfficeProfile(folder)).rejects.toThrow("không đọc được tệp này");
  });
});
