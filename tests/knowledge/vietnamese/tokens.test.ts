import { describe, expect, test } from "vitest";
import { fold } from "../../../knowledge/vietnamese/normalize.ts";
import { tokenize } from "../../../knowledge/vietnamese/tokens.ts";
import { createRandom } from "./random.ts";

const texts = (text: string) => tokenize(text).map((token) => token.text);
const kinds = (text: string) => tokenize(text).map((token) => `${token.kind}:${token.text}`);

describe("words", () => {
  test.each([
    ["hoà thuỷ khoẻ toà uỷ", ["hòa", "thủy", "khỏe", "tòa", "ủy"]],
    ["hoàn huỳnh toán quý quỳ thuở", ["hoàn", "huỳnh", "toán", "quý", "quỳ", "thuở"]],
    ["kĩ lí quí mĩ sĩ tỉ hi", ["kỹ", "lý", "quý", "mỹ", "sỹ", "tỷ", "hy"]],
    ["kỹ lý quý mỹ sỹ tỷ hy", ["kỹ", "lý", "quý", "mỹ", "sỹ", "tỷ", "hy"]],
    ["khi thi đi nghi chi", ["khi", "thi", "đi", "nghi", "chi"]],
    ["Lao động - Thương binh", ["lao", "động", "thương", "binh"]],
    ["CNTT/CĐS", ["cntt", "cđs"]],
    ["TT&TT, GD&ĐT, KH&ĐT, NN&PTNT", ["tt&tt", "gd&đt", "kh&đt", "nn&ptnt"]],
    ["TP.HCM, TP. Vũng Tàu", ["tp", "hcm", "tp", "vũng", "tàu"]],
    ["IPv6 CT01 50k", ["ipv6", "ct01", "50k"]],
    ["", []],
    ["?! … —", []],
  ])("%s", (text, expected) => {
    expect(texts(text)).toEqual(expected);
    expect(texts(text.normalize("NFD"))).toEqual(expected);
  });
});

describe("figures", () => {
  test.each([
    ["8.000 đồng", ["number:8000", "word:đồng"]],
    ["1.250.000", ["number:1250000"]],
    ["1,5", ["number:1.5"]],
    ["50%", ["number:50", "word:%"]],
    ["45-50%", ["number:45", "number:50", "word:%"]],
    ["24/7", ["number:24", "number:7"]],
    ["2023-2025", ["number:2023", "number:2025"]],
    ["25/10/2023", ["date:25/10/2023"]],
    ["01-07-2025", ["date:01/07/2025"]],
    ["ngày 25 tháng 10", ["word:ngày", "number:25", "word:tháng", "number:10"]],
    ["V.9, v.9 và V9", ["label:V.9", "label:V.9", "word:và", "label:V.9"]],
    ["IIb.1 iib1 II.1", ["label:IIb.1", "label:IIb.1", "label:II.1"]],
    ["VI.2.", ["label:VI.2"]],
    ["V.9.1", ["word:v", "number:9", "number:1"]],
    ["mục V", ["word:mục", "word:v"]],
    ["2704/QĐ-UBND", ["document_number:2704/QĐ-UBND"]],
    ["2704/qd-ubnd", ["document_number:2704/QD-UBND"]],
    ["2704 / QĐ-UBND", ["document_number:2704/QĐ-UBND"]],
    ["61/2018/NĐ-CP", ["document_number:61/2018/NĐ-CP"]],
    ["134/2025/QH15", ["document_number:134/2025/QH15"]],
    ["02-nq/tu", ["document_number:02-NQ/TU"]],
    ["1.001193", ["procedure_code:1.001193"]],
    ["1.001193.000.00.00.H06", ["procedure_code:1.001193"]],
    ["0254.3852345", ["number:0254", "number:3852345"]],
  ])("%s", (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });
});

test("offsets cut the words out of the string that was passed, composed or not", () => {
  for (const text of ["Sở Y tế: 2704/QĐ-UBND, hoà 50%", "Sở Y tế: 2704/QĐ-UBND, hoà 50%".normalize("NFD")]) {
    expect(tokenize(text).map(({ start, end }) => text.slice(start, end).normalize("NFC"))).toEqual([
      "Sở",
      "Y",
      "tế",
      "2704/QĐ-UBND",
      "hoà",
      "50",
      "%",
    ]);
  }
});

test("random strings give ordered tokens that skip no letter and no digit", () => {
  const random = createRandom(2);
  const signs = [..."aừĐốVIXb0123456789./-,&% QUBNDqd\u0301\n"];
  for (let round = 0; round < 3000; round++) {
    const text = Array.from({ length: random.below(25) }, () => random.pick(signs)).join("");
    let end = 0;
    for (const token of tokenize(text)) {
      expect(token.start).toBeGreaterThanOrEqual(end);
      expect(text.slice(end, token.start)).not.toMatch(/[\p{L}\d]/u);
      expect(token.folded).toBe(fold(token.text));
      end = token.end;
    }
    expect(text.slice(end)).not.toMatch(/[\p{L}\d]/u);
  }
});
