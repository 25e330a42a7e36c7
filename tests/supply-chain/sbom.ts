/** npm run sbom [-- FILE]: the software bill of materials of what a server installs, as npm makes it (CycloneDX JSON), to
 *  var/sbom.cdx.json or FILE; "-" writes to standard output. Needs no network. Exit status: 0 written, 1 failed. */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { type LicensePolicy, loadPolicy } from "./licenses.ts";
import { idOf, ROOT } from "./packages.ts";

export interface Bom {
  bomFormat: string;
  specVersion: string;
  serialNumber: string;
  metadata: { timestamp: string; component: { name: string; version: string } };
  components: Component[];
  dependencies: { ref: string; dependsOn?: string[] }[];
}

interface Component {
  name: string;
  version: string;
  "bom-ref": string;
  purl: string;
  licenses?: ({ license: { id?: string; name?: string } } | { expression: string })[];
  hashes?: { alg: string; content: string }[];
}

/** npm's own account of the installed tree. Throws with npm's words when the tree is not what the lock says. */
export function npmSbom(): Bom {
  const out = execFileSync(
    "npm",
    ["sbom", "--sbom-format=cyclonedx", "--sbom-type=application", "--omit=dev"],
    { cwd: fileURLToPath(ROOT), encoding: "utf8", maxBuffer: 64 << 20, shell: process.platform === "win32" },
  );
  return JSON.parse(out) as Bom;
}

/** npm names the program after its folder, and leaves out licences that are no SPDX expression. */
export function completed(bom: Bom, name: string, { packages }: Pick<LicensePolicy, "packages">): Bom {
  const components = bom.components.map((component) => {
    const known = packages[idOf(component)];
    return known ? { ...component, licenses: [{ license: { id: known.license } }] } : component;
  });
  return {
    ...bom,
    metadata: { ...bom.metadata, component: { ...bom.metadata.component, name } },
    components,
  };
}

function main(): void {
  const { name } = JSON.parse(readFileSync(new URL("package.json", ROOT), "utf8")) as { name: string };
  const bom = completed(npmSbom(), name, loadPolicy());
  const text = `${JSON.stringify(bom, null, 2)}\n`;
  const file = process.argv[2] ?? "var/sbom.cdx.json";
  if (file === "-") process.stdout.write(text);
  else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    console.log(`${file}: ${bom.components.length} packages, CycloneDX ${bom.specVersion}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
