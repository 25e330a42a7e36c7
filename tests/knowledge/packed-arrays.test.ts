import { expect, test } from "vitest";
import { packArrays, unpackArrays } from "../../knowledge/packed-arrays.ts";

const ARRAYS = {
  bytes: Uint8Array.of(1, 2, 3),
  signed: Int8Array.of(-128, 127),
  units: Uint16Array.of(0x1ec3, 0),
  ends: Uint32Array.of(2 ** 32 - 1),
  floats: Float32Array.of(0.5, -1e-7, Number.POSITIVE_INFINITY),
  nothing: new Uint32Array(0),
};
const SHAPE = {
  bytes: "Uint8Array",
  signed: "Int8Array",
  units: "Uint16Array",
  ends: "Uint32Array",
  floats: "Float32Array",
  nothing: "Uint32Array",
} as const;
const HEADER = { tên: "chỉ mục", k1: 1.2 };

test("gives back header and arrays", () => {
  expect(unpackArrays(packArrays(HEADER, ARRAYS), SHAPE)).toEqual({ header: HEADER, arrays: ARRAYS });
});

test("reads bytes that stand at any place of a larger buffer", () => {
  const packed = packArrays(HEADER, ARRAYS);
  for (const offset of [1, 4, 8]) {
    const larger = new Uint8Array(packed.length + 16);
    larger.set(packed, offset);
    const part = larger.subarray(offset, offset + packed.length);
    expect(unpackArrays(part, SHAPE).arrays).toEqual(ARRAYS);
  }
});

test("same input, same bytes", () => {
  expect(packArrays(HEADER, ARRAYS)).toEqual(packArrays(HEADER, ARRAYS));
});

const packed = packArrays(HEADER, ARRAYS);
test.each<[string, Uint8Array, Record<string, "Uint8Array" | "Float32Array">]>([
  ["nothing", new Uint8Array(0), {}],
  ["another file", Buffer.from('{"postings":{}}'), {}],
  ["a byte too few", packed.subarray(0, -1), { bytes: "Uint8Array" }],
  ["a byte too many", Buffer.concat([packed, Buffer.of(0)]), { bytes: "Uint8Array" }],
  ["an array that isn't there", packed, { vectors: "Float32Array" }],
  ["an array of another type", packed, { bytes: "Float32Array" }],
])("%s is damage", (_what, bytes, shape) => {
  expect(() => unpackArrays(bytes, shape)).toThrow(expect.objectContaining({ code: "knowledge_damaged" }));
});
