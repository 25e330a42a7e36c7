import { beforeAll, describe, expect, test } from "vitest";
import { decide } from "../../../bot/decide.ts";
import type { ProcedureQuery } from "../../../bot/query.ts";
import { asksYesNo, whethersIn } from "../../../bot/readings/whether.ts";
import { WHETHER_ROWS, WHETHERS } from "../../../bot/understanding/whether-rows.ts";
import { fold } from "../../../knowledge/vietnamese/normalize.ts";
import { tokenize } from "../../../knowledge/vietnamese/tokens.ts";
import { openReadings, type Readings } from "./reader-context.ts";

let readings: Readings;
beforeAll(async () => {
  readings = await openReadings(new Date("2026-11-25T09:00:00+07:00"));
}, 120_000);

const foundIn = (text: string) => whethersIn(tokenize(text), readings.understander.isForm);

describe("what is put to yes or no, with and without diacritics", () => {
  test.each(WHETHERS)("%s", (whether) => {
    const { examples, not } = WHETHER_ROWS[whether];
    const missed = examples
      .flatMap((text) => [text, fold(text)])
      .filter((text) => !foundIn(text).includes(whether));
    expect(missed).toEqual([]);
    expect(not.filter((text) => foundIn(text).includes(whether))).toEqual([]);
  });

  test.each(["phí bao nhiêu", "hồ sơ gồm những gì", "làm thẻ 50k", "đăng ký khai sinh cho con"])(
    "nothing in “%s”",
    (text) => expect(foundIn(text)).toEqual([]),
  );
});

describe("the words of the clause that asks", () => {
  const asked = async (text: string) => decide(await readings.contextOf(text)) as ProcedureQuery;

  test("are those of the clause, not of the story before it, and not the procedure's own", async () => {
    const query = await asked(
      "Đăng ký kết hôn ở xã, hai đứa em quê Bạc Liêu làm công nhân, có cần giấy khám sức khỏe không?",
    );
    expect(query.code).toBe("1.000894");
    expect(query.whether).toContain("need");
    expect(query.about).toEqual(expect.arrayContaining(["khám", "sức", "khỏe"]));
    expect(query.about).not.toEqual(expect.arrayContaining(["công"]));
    expect(query.about).not.toContain("kết");
  });

  test("name papers", async () => {
    const { papers } = await asked("đăng ký khai tử có cần giấy báo tử không");
    expect(papers).toEqual(["death_notice"]);
  });
});

test("why it is another procedure is said in the turn that told it, and not again", async () => {
  const last: ProcedureQuery = { kind: "procedure", code: "1.014064", aspects: [], because: "thẻ bị mất" };
  const query = decide(await readings.contextOf("phí bao nhiêu", { last })) as ProcedureQuery;
  expect(query).toMatchObject({ code: "1.014064", isCaseKnown: true });
  expect(query.because).toBeUndefined();
});

describe("what only corrects the case asks again what was asked", () => {
  const last: ProcedureQuery = {
    kind: "procedure",
    code: "1.014748",
    aspects: [],
    whether: ["late"],
    about: ["kịp"],
  };

  test("with the day that was meant", async () => {
    const query = decide(
      await readings.contextOf("à nhầm, nghỉ việc hôm 20/9 cơ ạ", { last }),
    ) as ProcedureQuery;
    expect(query).toMatchObject({ code: "1.014748", whether: ["late"], about: ["kịp"], isInherited: true });
  });

  test("and what asks itself, asks itself", async () => {
    const query = decide(
      await readings.contextOf("nghỉ hôm 20/9 thì hưởng trợ cấp thất nghiệp cần giấy gì", { last }),
    ) as ProcedureQuery;
    expect(query.aspects).toContain("documents");
    expect(query.whether).toBeUndefined();
  });
});

test("“ạ” is polite and asks nothing", () => {
  const { isForm } = readings.understander;
  expect(asksYesNo(tokenize("chị ấy hết hợp đồng rồi ạ"), isForm)).toBe(false);
  expect(asksYesNo(tokenize("vậy là trễ rồi à"), isForm)).toBe(true);
  expect(asksYesNo(tokenize("còn kịp không ạ"), isForm)).toBe(true);
});
