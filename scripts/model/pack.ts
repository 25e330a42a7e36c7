/** npx tsx scripts/model/pack.ts FEATURES VECTORS.f32 DIMENSIONS OUT.bin: the trained vectors as the model that ships. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SentenceModel } from "../../knowledge/embedding-models/sentence-model.ts";

const [features, vectors, dimensions, out] = process.argv.slice(2);
if (!out) throw new Error("npx tsx scripts/model/pack.ts FEATURES VECTORS.f32 DIMENSIONS OUT.bin");
const arrayOf = (path: string) => {
  const bytes = readFileSync(path);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
};
const bytes = SentenceModel.pack(
  new Uint32Array(arrayOf(join(features!, "hashes.u32"))),
  new Float32Array(arrayOf(vectors!)),
  Number(dimensions),
);
writeFileSync(out, bytes);
console.log(`${out}: ${(bytes.length / 1e6).toFixed(1)} MB, ${new SentenceModel(bytes).version}`);
