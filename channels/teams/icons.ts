/** The two pictures of the app package, drawn as the web page's icon is: a speech bubble with a tick. */
import { deflateSync } from "node:zlib";
import { crc32 } from "./zip.ts";

type Colour = readonly [red: number, green: number, blue: number];

const BLUE: Colour = [11, 92, 138];
const WHITE: Colour = [255, 255, 255];
/** The drawing's own units, those of favicon.svg. */
const UNITS = 32;
/** Samples a side of a pixel, for smooth edges. */
const SAMPLES = 4;

/** 192 × 192: the bubble in white on the blue of the page, which fills the square as Teams wants it. */
export const colourIcon = (): Buffer =>
  png(192, (x, y) => {
    const [u, v] = [(x - 16) * 1.35 + 16, (y - 16) * 1.35 + 16];
    return isBubble(u, v) && !isTick(u, v) ? { colour: WHITE, alpha: 1 } : { colour: BLUE, alpha: 1 };
  });

/** 32 × 32: white on nothing. */
export const outlineIcon = (): Buffer =>
  png(32, (x, y) => ({ colour: WHITE, alpha: isBubble(x, y) && !isTick(x, y) ? 1 : 0 }));

function isBubble(x: number, y: number): boolean {
  const isTail = y >= 23 && y <= 30 && x >= 8 && x <= 8 + 7 * ((30 - y) / 6);
  const dx = Math.max(Math.abs(x - 16) - 10, 0);
  const dy = Math.max(Math.abs(y - 14) - 6, 0);
  return Math.hypot(dx, dy) <= 4 || isTail;
}

const isTick = (x: number, y: number): boolean =>
  Math.min(distance(x, y, [10, 14], [14, 18]), distance(x, y, [14, 18], [22, 10])) <= 1.5;

/** From a point to a line between two. */
function distance(x: number, y: number, [ax, ay]: [number, number], [bx, by]: [number, number]): number {
  const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2);
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay));
}

/** PNG, 8-bit RGBA. Source: https://www.w3.org/TR/png-3/ */
function png(size: number, paint: (x: number, y: number) => { colour: Colour; alpha: number }): Buffer {
  const rows = Buffer.alloc(size * (1 + size * 4));
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const at = y * (1 + size * 4) + 1 + x * 4;
      rows.set(pixel(x, y, size, paint), at);
    }
  }
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 6, 0, 0, 0]);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function pixel(x: number, y: number, size: number, paint: Parameters<typeof png>[1]): number[] {
  const sum = [0, 0, 0, 0];
  for (let i = 0; i < SAMPLES ** 2; i++) {
    const dx = ((i % SAMPLES) + 0.5) / SAMPLES;
    const dy = (Math.floor(i / SAMPLES) + 0.5) / SAMPLES;
    const { colour, alpha } = paint(((x + dx) / size) * UNITS, ((y + dy) / size) * UNITS);
    for (const channel of [0, 1, 2] as const) sum[channel]! += colour[channel] * alpha;
    sum[3]! += alpha;
  }
  const covered = sum[3]!;
  const colours =
    covered === 0 ? [255, 255, 255] : sum.slice(0, 3).map((value) => Math.round(value / covered));
  return [...colours, Math.round((covered / SAMPLES ** 2) * 255)];
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}
