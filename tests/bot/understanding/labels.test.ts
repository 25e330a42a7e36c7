import { describe, expect, test } from "vitest";
import { labelsIn, numbersIn, sectionLabelsIn, taskNumbersIn } from "../../../bot/understanding/labels.ts";
import { utteranceOf } from "../../../bot/understanding/utterance.ts";
import { understandText } from "../../../knowledge/vietnamese/understand-text.ts";

const read = (text: string) => {
  const { normalized, tokens } = understandText(text);
  return utteranceOf(normalized, tokens);
};

describe("labels", () => {
  test.each<[text: string, labels: string[]]>([
    ["Nhiệm vụ V.9 do ai chủ trì?", ["V.9"]],
    ["nhiem vu v.9 do ai chu tri", ["V.9"]],
    ["V9 hạn khi nào", ["V.9"]],
    ["nhiệm vụ V.09", ["V.9"]],
    ["IIb.1 là gì", ["IIb.1"]],
    ["so sánh V.33 với V.34", ["V.33", "V.34"]],
    ["V.9 rồi lại V.9", ["V.9"]],
    ["mục V 8 nói gì", ["V.8"]],
    ["nhiệm vụ 9 nhóm V", ["V.9"]],
    ["nhiệm vụ số 9 mục V", ["V.9"]],
    ["nhóm V nhiệm vụ số 9", ["V.9"]],
    ["nhóm 5 nhiệm vụ 9", ["V.9"]],
    ["nhiệm vụ thứ 3 của VI", ["VI.3"]],
    ["nhiệm vụ số chín nhóm năm", ["V.9"]],
    ["nhiệm vụ hai mươi nhóm năm", ["V.20"]],
    ["Sở Y tế có bao nhiêu nhiệm vụ?", []],
    ["nhiệm vụ 9", []],
    ["năm 2023", []],
  ])("%s: %j", (text, labels) => {
    expect(labelsIn(read(text).tokens).values).toEqual(labels);
  });
});

describe("numbers of tasks", () => {
  test.each<[text: string, numbers: number[]]>([
    ["nhiệm vụ 9", [9]],
    ["nhiệm vụ số 9 do ai làm", [9]],
    ["nhiem vu so 12", [12]],
    ["nv 12 của ai", [12]],
    ["task 5", [5]],
    ["nhiệm vụ thứ 7", [7]],
    ["nhiệm vụ số mười hai", [12]],
    ["nhiệm vụ 2024", []],
    ["nhiệm vụ 6 tháng đầu năm", []],
    ["10 nhiệm vụ", []],
    ["Sở Y tế làm gì", []],
  ])("%s: %j", (text, numbers) => {
    expect(taskNumbersIn(read(text).tokens).values).toEqual(numbers);
  });
});

describe("headings of the body", () => {
  test.each<[text: string, labels: string[]]>([
    ["mục VI nói gì", ["VI"]],
    ["muc vi noi gi", ["VI"]],
    ["phần III", ["III"]],
    ["mục VIII", []],
    ["nhóm VI", []],
  ])("%s: %j", (text, labels) => {
    expect(sectionLabelsIn(read(text).tokens).values).toEqual(labels);
  });
});

describe("documents and procedures by number", () => {
  test.each<[text: string, full: string[], bare: string[]]>([
    ["Quyết định 2704/QĐ-UBND ai ký", ["2704/QĐ-UBND"], []],
    ["2704/qđ-ubnd", ["2704/QĐ-UBND"], []],
    ["quyết định 942", [], ["942"]],
    ["quyet dinh so 942 noi gi", [], ["942"]],
    ["qđ 942", [], ["942"]],
    ["nghị định số 45", [], ["45"]],
    ["quyết định chín trăm bốn mươi hai", [], ["942"]],
    ["nhiệm vụ 9", [], []],
    ["942", [], []],
  ])("%s: %j, %j", (text, full, bare) => {
    const { documentNumbers, bareNumbers } = numbersIn(read(text).tokens);
    expect([documentNumbers, bareNumbers]).toEqual([full, bare]);
  });

  test.each<[text: string, codes: string[]]>([
    ["thủ tục 1.001193 cần gì", ["1.001193"]],
    ["1.001193.000.00.00.H99", ["1.001193"]],
    ["1.001193 và 1.000656", ["1.001193", "1.000656"]],
    ["8.000 đồng", []],
  ])("%s: %j", (text, codes) => {
    expect(numbersIn(read(text).tokens).procedureCodes).toEqual(codes);
  });
});

test("what was read is told with where it stands", () => {
  const { tokens } = read("nhiệm vụ 9 nhóm V và mục VI");
  const said = ({ from, to }: { from: number; to: number }) =>
    tokens
      .slice(from, to)
      .map(({ text }) => text)
      .join(" ");
  expect(labelsIn(tokens).spans.map(said)).toEqual(["9 nhóm v"]);
  expect(sectionLabelsIn(tokens).spans.map(said)).toEqual(["mục vi"]);
});
