import { beforeAll, describe, expect, test } from "vitest";
import { situationIn } from "../../../bot/situations/read-situation.ts";
import { PAPER_NAMES, SAYINGS, type Saying } from "../../../bot/situations/sayings.ts";
import type { Situation } from "../../../bot/situations/situation.ts";
import { CIRCUMSTANCES } from "../../../knowledge/circumstances.ts";
import { fold } from "../../../knowledge/vietnamese/normalize.ts";
import { tokenize } from "../../../knowledge/vietnamese/tokens.ts";
import { openShipped, type Shipped } from "../understanding/shipped.ts";

/** Read from the names of papers and what stands around them. */
const PAPER_KINDS: ReadonlySet<string> = new Set(["hasPaper", "lacksPaper", "aboutPaper"]);

let shipped: Shipped;
beforeAll(async () => {
  shipped = await openShipped();
}, 120_000);

const read = (text: string): Situation => situationIn(tokenize(text), shipped.understander.isForm);
const told = (text: string): Record<string, readonly string[] | undefined> => read(text).told;

/** As typed and without diacritics, but for those that are clear only with them. */
const spellings = (sentences: readonly string[], accented: readonly string[] = []) =>
  sentences.flatMap((text) => (accented.includes(text) ? [text] : [...new Set([text, fold(text)])]));

/** What a row is about; of a row that tells nothing every value, or the one it names. */
const valuesTold = ({ circumstance, value, only }: Saying, text: string): readonly string[] => {
  const found = told(text);
  const all =
    circumstance === null ? Object.values(found).flatMap((row) => row ?? []) : (found[circumstance] ?? []);
  const named = value ?? only;
  return named === undefined ? all : all.filter((one) => one === named);
};
const nameOf = ({ circumstance, value, only }: Saying) =>
  `${circumstance ?? "anything"}: ${value ?? `not ${only ?? "told"}`}`;

const TELLING = SAYINGS.filter(({ value }) => value !== null);
const TELLING_NOTHING = SAYINGS.filter(({ value }) => value === null);

describe("what people say of their case", () => {
  test("every value of every circumstance is said somehow, with sentences for and against", () => {
    const values = Object.entries(CIRCUMSTANCES).flatMap(([id, { values }]) =>
      PAPER_KINDS.has(id) ? [] : Object.keys(values).map((value) => `${id}.${value}`),
    );
    const rows = TELLING.map(({ circumstance, value }) => `${circumstance}.${value}`);
    expect([...rows].sort()).toEqual([...values].sort());
    const poor = SAYINGS.filter(
      ({ value, examples, accented = [], not }) =>
        examples.length + accented.length < 4 || (value !== null && not.length < 2),
    );
    expect(poor.map(nameOf)).toEqual([]);
  });

  test.each(TELLING.map((row) => [nameOf(row), row] as const))("%s", (_name, row) => {
    const { value, examples, accented = [], not } = row;
    const missed = [...spellings(examples), ...accented].filter(
      (text) => !valuesTold(row, text).includes(value!),
    );
    expect(missed).toEqual([]);
    expect(spellings(not).filter((text) => valuesTold(row, text).length > 0)).toEqual([]);
  });

  test.each(TELLING_NOTHING.map((row) => [nameOf(row), row] as const))("%s", (_name, row) => {
    expect(spellings(row.examples).filter((text) => valuesTold(row, text).length > 0)).toEqual([]);
  });
});

describe("papers", () => {
  test("every paper has names, and sentences for each side", () => {
    expect(PAPER_NAMES.map(({ paper }) => paper).sort()).toEqual(
      Object.keys(CIRCUMSTANCES.hasPaper.values).sort(),
    );
    const poor = PAPER_NAMES.filter(
      ({ has, lacks, neither }) => has.length < 2 || lacks.length < 2 || neither.length < 2,
    );
    expect(poor.map(({ paper }) => paper)).toEqual([]);
  });

  test.each(PAPER_NAMES.map((row) => [row.paper, row] as const))(
    "%s",
    (paper, { has, lacks, neither, accented }) => {
      const sidesOf = (text: string) => {
        const { hasPaper = [], lacksPaper = [] } = told(text);
        return { text, has: hasPaper.includes(paper), lacks: lacksPaper.includes(paper) };
      };
      for (const text of spellings(has, accented))
        expect(sidesOf(text)).toEqual({ text, has: true, lacks: false });
      for (const text of spellings(lacks, accented))
        expect(sidesOf(text)).toEqual({ text, has: false, lacks: true });
      for (const text of spellings(neither, accented))
        expect(sidesOf(text)).toEqual({ text, has: false, lacks: false });
    },
  );
});

describe("names of procedures tell nothing of the asker", () => {
  test.each([
    ["Cấp lại thẻ căn cước", {}],
    ["Đăng ký khai tử lưu động", {}],
    ["Cấp Giấy xác nhận tình trạng hôn nhân", {}],
    ["Đăng ký thành lập hộ kinh doanh", {}],
    ["Đăng ký kết hôn có yếu tố nước ngoài", {}],
    ["Xác định mức độ khuyết tật", {}],
    ["Tách thửa hoặc hợp thửa đất", {}],
    ["Thay đổi, cải chính, bổ sung thông tin hộ tịch, xác định lại dân tộc", {}],
    ["Đổi giấy phép lái xe nước ngoài sang giấy phép lái xe Việt Nam", {}],
  ])("%s", (text, nothing) => {
    expect(told(text)).toEqual(nothing);
  });
});

describe("of two readings of one word the story decides", () => {
  test.each([
    ["ba tôi mất năm ngoái", { forWhom: ["deceased"] }],
    [
      "ba em mất căn cước",
      {
        forWhom: ["parent"],
        cause: ["lost"],
        lacksPaper: ["identity_card"],
        aboutPaper: ["identity_card"],
      },
    ],
    ["chồng em mất việc", { cause: ["ended"] }],
    ["làm hộ chiếu mất 10 ngày hả", {}],
    ["căn cước em mất 2 tháng rồi", { cause: ["lost"], aboutPaper: ["identity_card"] }],
  ])("%s", (text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe("denied and taken back", () => {
  test.each([
    ["thẻ không phải bị mất mà hết hạn", ["expired"], ["lost"]],
    ["em đâu có bị mất, thẻ gãy đôi thôi", ["damaged"], ["lost"]],
    ["tui hổng phải lần đầu", undefined, ["first"]],
    ["sổ gốc không còn, phải đăng ký lại", ["again"], undefined],
  ])("%s", (text, cause, denied) => {
    const situation = read(text);
    expect([situation.told.cause, situation.denied.cause]).toEqual([cause, denied]);
  });

  test.each([
    ["em bị mất thẻ, à không, thẻ hết hạn", ["expired"]],
    ["bị mất bằng lái, xin lỗi em nhầm, bằng bị rách", ["damaged"]],
    ["thẻ em hết hạn, nói lộn, em làm rớt mất tiêu rồi", ["lost"]],
    ["em bị mất thẻ chị ơi em mất luôn bằng lái", ["lost"]],
  ])("%s", (text, cause) => {
    expect(told(text).cause).toEqual(cause);
  });
});

describe("how long ago", () => {
  test.each([
    ["bé mới sinh được 10 ngày", 10],
    ["tôi nghỉ 4 tháng rồi còn nộp được không", 120],
    ["em nghỉ việc 4 tháng còn nộp được không", 120],
    ["ba tôi mất hơn 2 năm nay", 730],
    ["mua xe ba tháng mà chưa sang tên", 90],
    ["cách đây 2 năm có đăng ký", 730],
    ["ba mất 2 năm rồi", 730],
    ["mua đất một năm rưỡi nay", 548],
    ["hơn tháng nay chưa khai", 30],
    ["sinh bé hai tháng trước", 60],
  ])("%s", (text, days) => {
    expect([text, read(text).elapsedDays, read(fold(text)).elapsedDays]).toEqual([text, days, days]);
  });

  test.each([
    "bé 5 tháng tuổi",
    "con tôi 10 tuổi",
    "trong 3 ngày có không",
    "mất 5 ngày hả",
    "thời hạn 30 ngày",
    "không quá 15 ngày",
    "đóng bảo hiểm được 5 năm",
    "hợp đồng hơn 2 năm",
    "tôi nghỉ bán 2 tháng",
    "còn 3 tháng nữa hết hạn",
    "nộp trước 3 ngày",
    "hồ sơ nộp 10 ngày rồi chưa có",
    "năm 2024 tôi mua xe",
    "nghỉ được 5 ngày không",
  ])("none: %s", (text) => {
    expect([text, read(text).elapsedDays, read(fold(text)).elapsedDays]).toEqual([
      text,
      undefined,
      undefined,
    ]);
  });
});
