import { describe, expect, test } from "vitest";
import { type Box, isContinued, type PageItem, tablesOf } from "../../../ingest/readers/pdf-tables.ts";

const item = (text: string, x: number, y: number): PageItem => ({
  text,
  x,
  y,
  width: text.length * 5,
  height: 10,
  endsLine: false,
});
const upright = (x: number, bottom: number, top: number): Box => ({
  left: x,
  right: x + 0.5,
  bottom,
  top,
  isStroked: false,
});
const level = (y: number, left: number, right: number): Box => ({
  left,
  right,
  bottom: y,
  top: y + 0.5,
  isStroked: false,
});

/** Three columns from 50 to 350, rows between these places. */
const grid = (places: readonly number[]): Box[] => [
  ...[50, 100, 250, 350].map((x) => upright(x, places.at(-1)!, places[0]!)),
  ...places.map((y) => level(y, 50, 350)),
];

describe("rules make cells", () => {
  test("words of several lines are one cell, wherever they stand in it; what lies outside is none", () => {
    const items = [
      item("Trên bảng", 60, 720),
      item("TT", 60, 685),
      item("Nội dung", 140, 685),
      item("Chủ trì", 270, 685),
      item("1", 70, 650),
      item("Tu sửa", 105, 660),
      item("kệ sách", 105, 645),
      item("Thư viện", 260, 655),
    ];
    const [table, ...others] = tablesOf(items, grid([700, 680, 640]));
    expect(others).toEqual([]);
    expect(table!.rows).toEqual([
      ["TT", "Nội dung", "Chủ trì"],
      ["1", "Tu sửa kệ sách", "Thư viện"],
    ]);
  });

  test("a cell that reaches over two rows is in both", () => {
    const boxes = [
      ...[50, 100, 250, 350].map((x) => upright(x, 600, 700)),
      level(700, 50, 350),
      level(650, 50, 250),
      level(600, 50, 350),
    ];
    const items = [
      item("1", 60, 670),
      item("A", 110, 670),
      item("2", 60, 620),
      item("B", 110, 620),
      item("Chung", 260, 645),
    ];
    expect(tablesOf(items, boxes)[0]!.rows).toEqual([
      ["1", "A", "Chung"],
      ["2", "B", "Chung"],
    ]);
  });

  test("a row that goes on over the end of the page has no rule there", () => {
    const boxes = [
      ...[50, 100, 250, 350].map((x) => upright(x, 600, 700)),
      level(650, 50, 350),
      level(600, 50, 350),
    ];
    const items = [item("1", 60, 680), item("A", 110, 680), item("2", 60, 620), item("B", 110, 620)];
    expect(tablesOf(items, boxes)[0]!.rows).toEqual([
      ["1", "A", ""],
      ["2", "B", ""],
    ]);
  });

  test("boxes drawn around cells are rules too, filled ones are none", () => {
    const cells = [0, 1].flatMap((row) =>
      [50, 150, 250].map(
        (left): Box => ({
          left,
          right: left + 100,
          bottom: 600 + row * 50,
          top: 650 + row * 50,
          isStroked: true,
        }),
      ),
    );
    const items = [item("a", 60, 670), item("b", 160, 670), item("c", 260, 670), item("d", 60, 620)];
    expect(tablesOf(items, cells)[0]!.rows).toEqual([
      ["a", "b", "c"],
      ["d", "", ""],
    ]);
    expect(
      tablesOf(
        items,
        cells.map((box) => ({ ...box, isStroked: false })),
      ),
    ).toEqual([]);
  });

  test("two tables of a page are two; an underlined line is none", () => {
    const items = [item("a", 60, 690), item("b", 60, 590)];
    expect(
      tablesOf(items, [...grid([700, 680, 660]), ...grid([600, 580, 560]), level(500, 50, 350)]),
    ).toHaveLength(2);
    expect(tablesOf(items, [level(500, 50, 350)])).toEqual([]);
  });
});

test("tables of two pages are one when their columns stand in the same places", () => {
  const [a] = tablesOf([item("a", 60, 690)], grid([700, 680, 660]));
  const [b] = tablesOf([item("b", 60, 690)], grid([700, 680, 660]));
  expect(isContinued(a!, b!)).toBe(true);
  expect(isContinued(a!, { ...b!, columns: [50, 120, 250, 350] })).toBe(false);
});
