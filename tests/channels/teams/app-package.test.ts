import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { inflateRawSync, inflateSync } from "node:zlib";
import AjvModule from "ajv-draft-04";
import { describe, expect, test } from "vitest";
import { appManifest, appPackage, MANIFEST_VERSION } from "../../../channels/teams/app-package.ts";
import { crc32 } from "../../../channels/teams/zip.ts";
import { APP_ID } from "../../support/teams/app.ts";

const SETTINGS = { TEAMS_APP_ID: APP_ID, TEAMS_PUBLIC_URL: "https://tro-ly.example:8443/bot" };
const require = createRequire(import.meta.url);
const schema = require(
  `@microsoft/app-manifest/build/json-schemas/teams/v${MANIFEST_VERSION}/MicrosoftTeams.schema.json`,
);
const validate = new AjvModule.default({ strict: false, validateFormats: false }).compile(schema);

describe("the manifest", () => {
  test("keeps Microsoft's schema, and the schema refuses what is wrong", () => {
    const manifest = appManifest(SETTINGS, "1.2.3");
    expect(validate(manifest) || validate.errors).toBe(true);
    expect(validate({ ...manifest, id: "tro-ly-so" })).toBe(false);
  });

  test("names bot, domain and version", () => {
    expect(appManifest(SETTINGS, "1.2.3")).toMatchObject({
      id: APP_ID,
      version: "1.2.3",
      name: { short: "Trợ lý số" },
      bots: [{ botId: APP_ID, scopes: ["personal", "team", "groupChat"] }],
      validDomains: ["tro-ly.example:8443"],
    });
  });
});

/** What the archive's own directory says, entry by entry. */
function unzipped(archive: Buffer): Record<string, Buffer> {
  const end = archive.length - 22;
  expect(archive.readUInt32LE(end)).toBe(0x06054b50);
  const files: Record<string, Buffer> = {};
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    expect(archive.readUInt32LE(at)).toBe(0x02014b50);
    const [packed, size, nameLength] = [
      archive.readUInt32LE(at + 20),
      archive.readUInt32LE(at + 24),
      archive.readUInt16LE(at + 28),
    ];
    const local = archive.readUInt32LE(at + 42);
    const name = archive.toString("utf8", at + 46, at + 46 + nameLength);
    const from = local + 30 + nameLength;
    const content = inflateRawSync(archive.subarray(from, from + packed));
    expect([content.length, crc32(content)]).toEqual([size, archive.readUInt32LE(at + 16)]);
    files[name] = content;
    at += 46 + nameLength;
  }
  return files;
}

test("the package holds manifest and icons of the sizes that Teams wants", () => {
  const files = unzipped(appPackage(SETTINGS, "1.2.3"));
  expect(Object.keys(files)).toEqual(["manifest.json", "color.png", "outline.png"]);
  expect(JSON.parse(files["manifest.json"]!.toString())).toEqual(appManifest(SETTINGS, "1.2.3"));
  for (const [name, size] of [
    ["color.png", 192],
    ["outline.png", 32],
  ] as const) {
    const png = files[name]!;
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
    const length = png.readUInt32BE(33);
    const pixels = inflateSync(png.subarray(41, 41 + length));
    expect(pixels.length).toBe(size * (1 + size * 4));
    expect(png.readUInt32BE(41 + length)).toBe(crc32(png.subarray(37, 41 + length)));
  }
});

test("the same settings give the same package", () => {
  expect(appPackage(SETTINGS, "1.2.3").equals(appPackage(SETTINGS, "1.2.3"))).toBe(true);
});

test("crc32 of the check value in the catalogue of CRC algorithms", () => {
  expect(crc32(Buffer.from("123456789"))).toBe(0xcbf43926);
});

test("botbuilder is loaded with the channel, not with the settings or the registry", () => {
  const load = (file: string) => readFileSync(new URL(`../../../channels/${file}`, import.meta.url), "utf8");
  for (const file of [
    "registry.ts",
    "open-channels.ts",
    "teams/settings.ts",
    "teams/channel.ts",
    "teams/transport.ts",
  ])
    expect(load(file)).not.toMatch(/from "botbuilder"|from ".*botbuilder-transport/);
});
