/** `npm run teams:package [-- file.zip]`: writes the app package that an administrator uploads to Teams. */
import "../../knowledge/node-version.cjs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { aboutOf } from "../../bot/about.ts";
import { loadConfig } from "../../config.ts";
import { loadEnvFile } from "../../knowledge/env-file.ts";
import { AppError, ConfigError } from "../../knowledge/errors.ts";
import { failureInWords } from "../../knowledge/failure-in-words.ts";
import { loadOfficeProfile } from "../../knowledge/office-profile.ts";
import { openKnowledge } from "../open-assistant.ts";
import { appManifest, appPackage, MANIFEST_VERSION } from "./app-package.ts";

const ROOT = new URL("../../", import.meta.url);

async function main(): Promise<void> {
  loadEnvFile(process.env);
  const config = loadConfig(process.env);
  const missing = (["TEAMS_APP_ID", "TEAMS_PUBLIC_URL"] as const).filter((name) => config[name] === "");
  if (missing.length > 0)
    throw new ConfigError(
      missing.map((name) => `${name}: cần có để đóng gói ứng dụng Teams`).join("\n"),
      missing,
    );
  const { version } = JSON.parse(await readFile(new URL("package.json", ROOT), "utf8")) as {
    version: string;
  };
  const knowledge = await openKnowledge(config);
  const about = aboutOf(knowledge, await loadOfficeProfile(config.OFFICE_PROFILE));
  const problems = manifestProblems(appManifest(config, version, about));
  if (problems.length > 0)
    throw new AppError("manifest_invalid", `manifest.json sai:\n${problems.join("\n")}`);
  const file = process.argv[2] ?? join(config.DATA_DIR, "teams-app.zip");
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, appPackage(config, version, about));
  console.log(`Đã ghi ${file}. Tải lên tại Teams admin center › Teams apps › Manage apps › Upload.`);
}

/** By the schema that Microsoft publishes. Its package and the validator are needed here alone, where the sources are
 *  checked out, so they are not among those that a server installs. */
function manifestProblems(manifest: object): string[] {
  const require = createRequire(import.meta.url);
  const { default: Ajv } = require("ajv-draft-04");
  const schema = require(
    `@microsoft/app-manifest/build/json-schemas/teams/v${MANIFEST_VERSION}/MicrosoftTeams.schema.json`,
  );
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  if (ajv.validate(schema, manifest)) return [];
  return (ajv.errors as { instancePath: string; message: string }[]).map(
    ({ instancePath, message }) => `${instancePath || "/"}: ${message}`,
  );
}

main().catch((error: unknown) => {
  console.error(failureInWords(error) ?? error);
  process.exit(1);
});
