import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { inflateSync } from "node:zlib";
import AjvModule from "ajv-draft-04";
import { unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { type About, aboutOf } from "../../../bot/about.ts";
import { appManifest, appPackage, MANIFEST_VERSION } from "../../../channels/teams/app-package.ts";
import { shippedKnowledge } from "../../support/assistant.ts";
import { APP_ID } from "../../support/teams/app.ts";

const SETTINGS = { TEAMS_APP_ID: APP_ID, TEAMS_PUBLIC_URL: "https://tro-ly.example:8443/bot" };
const require = createRequire(import.meta.url);
const schema = require(
  `@microsoft/app-manifest/build/json-schemas/teams/v${MANIFEST_VERSION}/MicrosoftTeams.schema.json`,
);
const validate = new AjvModule.default({ strict: false, validateFormats: false }).compile(schema);

let about: About;
beforeAll(async () => {
  about = aboutOf(await shippedKnowledge());
});

describe("the manifest", () => {
  test("keeps Microsoft's schema, and the schema refuses what is wrong", () => {
    const manifest = appManifest(SETTINGS, "1.2.3", about);
    expect(validate(manifest) || validate.errors).toBe(true);
    expect(validate({ ...manifest, id: "tro-ly-so" })).toBe(false);
  });

  test("names bot, domain and version", () => {
    expect(appManifest(SETTINGS, "1.2.3", about)).toMatchObject({
      id: APP_ID,
      version: "1.2.3",
      name: { short: "Trợ lý số" },
      bots: [{ botId: APP_ID, scopes: ["personal", "team", "groupChat"] }],
      validDomains: ["tro-ly.example:8443"],
    });
  });
});

/** Width, height and the samples of an 8-bit RGBA picture, whose rows are all filtered alike. Source:
 *  https://www.w3.org/TR/png-3/ */
function picture(png: Buffer): { width: number; height: number; alphas: Set<number>; corner: number[] } {
  expect(png.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  // Eight bits, red, green, blue and alpha.
  expect([png[24], png[25]]).toEqual([8, 6]);
  const length = png.readUInt32BE(33);
  const rows = inflateSync(png.subarray(41, 41 + length));
  const stride = 1 + width * 4;
  expect(rows.length).toBe(height * stride);
  const alphas = new Set<number>();
  for (let row = 0; row < height; row++) {
    expect(rows[row * stride]).toBe(0);
    for (let column = 0; column < width; column++) alphas.add(rows[row * stride + 4 + column * 4]!);
  }
  return { width, height, alphas, corner: [...rows.subarray(1, 5)] };
}

test("the package holds manifest and icons as Teams wants them", () => {
  const files = unzipSync(appPackage(SETTINGS, "1.2.3", about));
  expect(Object.keys(files)).toEqual(["manifest.json", "color.png", "outline.png"]);
  expect(JSON.parse(Buffer.from(files["manifest.json"]!).toString())).toEqual(
    appManifest(SETTINGS, "1.2.3", about),
  );
  const colour = picture(Buffer.from(files["color.png"]!));
  expect([colour.width, colour.height]).toEqual([192, 192]);
  expect(colour.alphas).toEqual(new Set([255]));
  const { accentColor } = appManifest(SETTINGS, "1.2.3", about) as { accentColor: string };
  expect(`#${Buffer.from(colour.corner.slice(0, 3)).toString("hex")}`).toBe(accentColor.toLowerCase());
  const outline = picture(Buffer.from(files["outline.png"]!));
  expect([outline.width, outline.height]).toEqual([32, 32]);
  expect(outline.alphas).toContain(0);
  expect(outline.alphas).toContain(255);
});

test("the same settings give the same package, wherever and whenever it is made", () => {
  const archive = appPackage(SETTINGS, "1.2.3", about);
  expect(Buffer.from(archive).equals(appPackage(SETTINGS, "1.2.3", about))).toBe(true);
  // Date and time of the first entry: 1980-01-01, midnight.
  expect(Buffer.from(archive).readUInt32LE(10)).toBe(0x0021_0000);
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
