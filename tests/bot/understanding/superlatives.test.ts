import { describe, expect, test } from "vitest";
import { placeIn, superlativeIn } from "../../../bot/understanding/superlatives.ts";
import { fold } from "../../../knowledge/vietnamese/normalize.ts";

describe("a superlative whose halves stand apart", () => {
  test.each([
    ["việc nào có nhiều đơn vị phối hợp nhất", "coordinating", "most"],
    ["nhiem vu nao it don vi phoi hop nhat", "coordinating", "least"],
    ["dự án nào cần đông sở tham gia nhất?", "coordinating", "most"],
    ["nhiệm vụ nào phải phối hợp nhiều nhất", "coordinating", "most"],
    ["Nhóm nào nhiều nhiệm vụ nhất?", "group", "most"],
    ["nhóm nhiệm vụ nào ít việc nhất", "group", "least"],
    ["năm nào có nhiều nhiệm vụ nhất", "year", "most"],
    ["nhiệm vụ nào kéo dài nhất", "duration", "most"],
    ["việc nào ngắn nhất", "duration", "least"],
    ["sở nào chủ trì nhiều nhất", "agency", "most"],
    ["đơn vị nào phối hợp ít nhiệm vụ nhất", "agency", "least"],
    ["ai làm nhiều việc nhất", "agency", "most"],
  ])("%s", (text, of, order) => {
    expect(superlativeIn(fold(text))).toEqual({ of, order });
  });

  test.each([
    "",
    "Rút ngắn ít nhất 40% thủ tục",
    "ít nhất 40 phần trăm đúng không",
    "nhiệm vụ thứ nhất",
    "lần sớm nhất",
    "nhiều người thống nhất",
    "đăng ký kết hôn",
  ])("%j holds none", (text) => {
    expect(superlativeIn(fold(text))).toBeUndefined();
  });
});

test.each([
  ["đứng thứ nhì là ai", 2],
  ["dung thu hai la so nao", 2],
  ["nhiều thứ ba", 3],
  ["hạng 4", 4],
  ["thứ nhất", undefined],
  ["nhiệm vụ hai", undefined],
])("the place in “%s” is %s", (text, place) => {
  expect(placeIn(fold(text))).toBe(place);
});
