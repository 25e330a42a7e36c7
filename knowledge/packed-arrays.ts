/** One binary file for a small header and named typed arrays: what the indexes of a knowledge base are kept in.
 *  Layout: magic (8 bytes), length of the JSON (uint32), JSON padded with spaces, then every array at a multiple of
 *  8 bytes. Little-endian, as every platform that Node.js ships for except s390x. Reading copies nothing but the
 *  bytes of a file that is not aligned. */
import { KnowledgeError } from "./errors.ts";

const TYPES = { Int8Array, Uint8Array, Uint16Array, Uint32Array, Float32Array } as const;
type TypeName = keyof typeof TYPES;
interface ArrayOf {
  Int8Array: Int8Array;
  Uint8Array: Uint8Array;
  Uint16Array: Uint16Array;
  Uint32Array: Uint32Array;
  Float32Array: Float32Array;
}
export type PackedArray = ArrayOf[TypeName];

interface Directory {
  header: unknown;
  arrays: { name: string; type: TypeName; length: number }[];
}

const MAGIC = Buffer.from("TLSPACK1");
const PREFIX = MAGIC.length + 4;
const ALIGNMENT = 8;
const aligned = (bytes: number) => Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;

/** Same input, same bytes. `header` is anything that JSON can hold. */
export function packArrays(header: unknown, arrays: Readonly<Record<string, PackedArray>>): Uint8Array {
  const entries = Object.entries(arrays);
  const directory: Directory = {
    header,
    arrays: entries.map(([name, array]) => ({
      name,
      type: array.constructor.name as TypeName,
      length: array.length,
    })),
  };
  const json = Buffer.from(JSON.stringify(directory));
  const start = aligned(PREFIX + json.length);
  const size = entries.reduce((end, [, array]) => aligned(end) + array.byteLength, start);
  const bytes = new Uint8Array(size);
  bytes.fill(0x20, 0, start);
  bytes.set(MAGIC);
  new DataView(bytes.buffer).setUint32(MAGIC.length, json.length, true);
  bytes.set(json, PREFIX);
  let offset = start;
  for (const [, array] of entries) {
    offset = aligned(offset);
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), offset);
    offset += array.byteLength;
  }
  return bytes;
}

/** The arrays are views of `bytes`. Throws KnowledgeError "knowledge_damaged" when a byte is missing or too much, or
 *  when an array that was asked for isn't there with its type. */
export function unpackArrays<Shape extends Readonly<Record<string, TypeName>>>(
  bytes: Uint8Array,
  shape: Shape,
): { header: unknown; arrays: { [Name in keyof Shape]: ArrayOf[Shape[Name]] } } {
  try {
    const memory = bytes.byteOffset % ALIGNMENT === 0 ? bytes : new Uint8Array(bytes);
    if (!MAGIC.equals(memory.subarray(0, MAGIC.length))) throw new RangeError("magic");
    const view = new DataView(memory.buffer, memory.byteOffset, memory.byteLength);
    const length = view.getUint32(MAGIC.length, true);
    const json = Buffer.from(memory.buffer, memory.byteOffset + PREFIX, length).toString("utf8");
    const directory = JSON.parse(json) as Directory;
    const found: Record<string, PackedArray> = {};
    let offset = aligned(PREFIX + length);
    for (const { name, type, length: count } of directory.arrays) {
      offset = aligned(offset);
      const array = new TYPES[type](memory.buffer as ArrayBuffer, memory.byteOffset + offset, count);
      if (shape[name] === type) found[name] = array;
      offset += array.byteLength;
    }
    if (offset !== memory.byteLength) throw new RangeError("length");
    for (const name of Object.keys(shape)) if (!found[name]) throw new RangeError(name);
    return { header: directory.header, arrays: found as never };
  } catch (cause) {
    throw new KnowledgeError("knowledge_damaged", "Một chỉ mục của kho tri thức bị hỏng.", { cause });
  }
}
