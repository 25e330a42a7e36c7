import { beforeAll, describe, expect, test } from "vitest";
import { situationIn } from "../../../bot/situations/read-situation.ts";
import { applies, lateOf, settle } from "../../../bot/situations/settle.ts";
import { NO_SITUATION } from "../../../bot/situations/situation.ts";
import { tokenize } from "../../../knowledge/vietnamese/tokens.ts";
import { openShipped, type Shipped } from "../understanding/shipped.ts";

let shipped: Shipped;
beforeAll(async () => {
  shipped = await openShipped();
});
const find = (code: string) => shipped.knowledge.procedures.find((row) => row.code === code);
const told = (text: string) => situationIn(tokenize(text), shipped.understander.isForm);

describe("of near twins the one that the story is for", () => {
  test.each([
    ["1.014063", "thẻ của tôi bị mất rồi", "1.014064"],
    ["1.014064", "thẻ còn nhưng ghi sai năm sinh", "1.014063"],
    ["1.000894", "bạn trai em quốc tịch Hàn Quốc", "2.000806"],
    ["3.000347", "em làm rớt mất bằng lái", "3.000348"],
    ["1.004884", "sổ gốc ở xã vẫn còn", "2.000635"],
    ["1.004194", "giấy tạm trú gần hết, em ở tiếp thêm năm nữa", "1.002755"],
    ["1.004194", "bạn em ngủ lại 2 đêm rồi về", "2.001159"],
    ["2.001159", "cháu ở lại với tôi ba tháng", "1.004194"],
    ["1.004222", "tụi em ra hộ riêng mà vẫn ở nhà ba má", "1.010038"],
    ["1.014171", "ba ra Huế ở, muốn chuyển lương hưu ra đó", "1.001742"],
    ["1.014171", "nhờ con gái lãnh lương hưu giùm", "1.001601"],
    ["1.014171", "tôi đóng bảo hiểm xã hội tự nguyện", "1.014172"],
    ["1.014748", "quên đi khai báo tìm việc tháng này", "1.014750"],
    ["1.014748", "em vừa xin được việc mới", "1.014752"],
    ["1.014750", "giờ muốn nhận lại tiền thất nghiệp", "1.014751"],
    ["1.013831", "mấy anh em thống nhất cho má đứng tên hết", "2.001406"],
    ["2.001406", "em không nhận phần của em", "2.001016"],
    ["2.001019", "sau này đổi ý bỏ di chúc", "2.000913"],
    ["3.000346", "có bằng lái xe hơi của Hàn Quốc", "3.000351"],
    ["1.013076", "xe em bị trộm tìm không ra", "1.013123"],
    ["1.004859", "giấy chứng sinh ghi sai tên mẹ", "1.014332"],
    ["1.013225", "chỉ sơn lại trong nhà với lát gạch", "1.013229"],
    ["1.001445", "báo mất xong thì em tìm lại được rồi", "1.010384"],
  ])("%s, “%s” → %s", (from, story, to) => {
    const settled = settle(from, told(story), find);
    expect(settled.code).toBe(to);
    expect(settled.told).toBeGreaterThan(0);
    expect(settled.reason).not.toBe("");
  });

  test("never to one that what was told speaks against", () => {
    // Death is registered again when its certificate is lost, and not when an insurance book is.
    const { told: lost } = told("cuốn sổ bảo hiểm xã hội tìm không thấy");
    expect(lost.aboutPaper).toEqual(["social_insurance_book"]);
    expect(settle("1.000656", told("cuốn sổ bảo hiểm xã hội tìm không thấy"), find).code).toBe("1.000656");
  });

  test("stays where the story says nothing of it", () => {
    expect(settle("1.014063", told("tôi muốn làm nhanh"), find)).toEqual({
      code: "1.014063",
      told: 0,
      reason: "",
    });
  });

  test("no relations lead round in a circle for any circumstance alone", () => {
    for (const { code, relations } of shipped.knowledge.procedures)
      for (const { when } of relations.instead) {
        const { age: _age, lateDays: _late, ...values } = when;
        const situation = { told: values, denied: {} };
        const { code: end } = settle(code, situation, find);
        expect([code, settle(end, situation, find).code === code && end !== code]).toEqual([code, false]);
      }
  });
});

describe("late by the deadline that counts from what happened", () => {
  const late = (code: string, story: string) => lateOf(find(code)!, told(story));
  test.each([
    ["1.001193", "con em sinh được 4 tháng rồi mà chưa khai sinh", 60],
    ["1.001193", "bé mới sinh được 10 ngày", 0],
    ["1.000656", "khai tử trễ 3 tháng", 90],
    ["1.013076", "em bán xe quá hạn 65 ngày", 65],
    ["1.014748", "em nghỉ việc 4 tháng rồi", 30],
  ])("%s, “%s”: %i days", (code, story, days) => {
    expect(late(code, story)?.days).toBe(days);
  });
  test.each([
    ["2.000821", "chồng tôi đóng bảo hiểm công ty được 9 năm rồi mất"],
    ["1.014171", "đóng bảo hiểm mười sáu năm, nghỉ việc ba năm nay"],
    ["1.000656", "con em sinh được 4 tháng rồi"],
  ])("%s, “%s”: nothing is known", (code, story) => {
    expect(late(code, story)).toBeUndefined();
  });
  test("one that is for a case holds where the case is told", () => {
    const since = { elapsedDays: 20, since: "birth" as const };
    const record = find("2.000693")!;
    expect(lateOf(record, { ...NO_SITUATION, ...since })).toBeUndefined();
    const own = { told: { insurance: ["voluntary"] }, denied: {}, ...since };
    expect(lateOf(record, own)?.left).toBe(40);
    expect(lateOf(record, { ...own, told: { insurance: ["compulsory"] } })).toBeUndefined();
  });
  test("to the day on which it is going to be filed", () => {
    const at = (aheadDays?: number) =>
      lateOf(find("1.001193")!, {
        ...NO_SITUATION,
        elapsedDays: 50,
        since: "birth",
        ...(aheadDays === undefined ? {} : { aheadDays }),
      });
    expect(at()).toMatchObject({ days: 0, left: 10 });
    expect(at(10)).toMatchObject({ days: 0, left: 0 });
    expect(at(25)).toMatchObject({ days: 15, left: 0 });
  });
  test("of several the one that is for the case", () => {
    const seller = late("1.013123", "tôi bán xe 2 tháng rồi mà chưa làm gì");
    expect(seller?.deadline.text).toContain("Bên bán");
    expect(seller?.days).toBe(30);
  });
});

test("a procedure is for a case, against it, or nothing is known", () => {
  expect(applies(find("1.014064")!, told("thẻ bị mất"))).toBe(true);
  expect(applies(find("1.014064")!, told("thẻ bị sai tên"))).toBe(false);
  expect(applies(find("1.014064")!, told("xin chào"))).toBeUndefined();
});

test("working days are counted on the calendar where the day is known", () => {
  const record = find("1.014752")!;
  const [deadline] = record.deadlines.filter(({ unit }) => unit === "working_day");
  expect(deadline?.value).toBe(3);
  const situation = { ...NO_SITUATION, elapsedDays: 2, since: deadline!.countsFrom! };
  // From Monday 23/11 to Thursday 26/11; from Friday 27/11 over a weekend to Wednesday 2/12.
  expect(lateOf(record, situation, "2026-11-25")?.left).toBe(1);
  expect(lateOf(record, situation, "2026-11-29")?.left).toBe(3);
  expect(lateOf(record, { ...situation, elapsedDays: 4 }, "2026-11-27")).toMatchObject({ days: 1, left: 0 });
});
