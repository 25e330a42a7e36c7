/** A verdict is of what was put to yes or no, and of the case that was told. */
import { beforeAll, describe, expect, test } from "vitest";
import type { AnswerContext } from "../../../../bot/answers/context.ts";
import { answerProcedure } from "../../../../bot/answers/procedure.ts";
import type { ProcedureQuery } from "../../../../bot/query.ts";
import type { Situation } from "../../../../bot/situations/situation.ts";
import { LATEST, openContext } from "../shared.ts";

let context: AnswerContext;
beforeAll(async () => {
  context = await openContext("", LATEST);
}, 120_000);
const answer = (
  code: string,
  query: Partial<Omit<ProcedureQuery, "kind" | "code" | "situation">>,
  situation: Partial<Situation> = {},
): string =>
  answerProcedure({ code, aspects: [], ...query, situation: { told: {}, denied: {}, ...situation } }, context)
    .text;

describe("money", () => {
  const SUM = /^\*\*(?:Có|Không miễn|Không mất tiền|Tùy|Đúng|Chỉ người)/u;

  test("is no answer where it was only told of on the way", () => {
    const aside = answer("2.000884", {
      whether: ["fee", "place"],
      where: "ra xã",
      about: ["xã", "nhận"],
      aspects: ["place"],
    });
    expect(aside).not.toMatch(SUM);
    expect(answer("2.000884", { whether: ["fee", "place"], about: ["tốn", "tiền"] })).toMatch(SUM);
    expect(answer("2.000884", { whether: ["fee"] })).toMatch(SUM);
  });

  test("is no answer to whether somebody is spared something else", () => {
    for (const [code, thing] of [
      ["1.013225", "giay"],
      ["1.013089", "kiem"],
      ["3.000346", "thi"],
    ] as const)
      expect(answer(code, { whether: ["free"], about: ["miễn"], pairs: [`mien ${thing}`] })).not.toMatch(SUM);
    expect(answer("1.014064", { whether: ["free"], about: ["miễn", "phí"], pairs: ["mien phi"] })).toMatch(
      SUM,
    );
  });

  test("that is not due by a rule of the thing itself is said where that was asked, and not when it is settled", () => {
    const below = { told: { business: ["turnover_below"] } };
    expect(answer("1.011022", { whether: ["must"], about: ["đóng"] }, below)).toMatch(
      /^\*\*Không phải nộp\*\*: doanh thu không quá 1 tỷ/u,
    );
    const above = { told: { business: ["turnover_above"] } };
    expect(answer("1.011022", { whether: ["must"], about: ["đóng"] }, above)).not.toContain("Không phải nộp");
    // An exemption from the office's fee spares nobody the procedure.
    const poor = { told: { group: ["poor"] } };
    expect(answer("1.000656", { whether: ["must"], about: ["khai"] }, poor)).not.toContain("Không phải nộp");
  });
});

describe("time", () => {
  test("on the day, unless what was told of the case says later", () => {
    for (const code of ["2.000815", "2.000884"]) {
      expect(answer(code, { whether: ["sameDay"] })).toMatch(/^\*\*Được\*\*/u);
      const late = answer(code, { whether: ["sameDay"] }, { told: { receipt: ["after_15"] } });
      expect(late).toMatch(/^\*\*Không trong ngày\*\*: .*ngày làm việc tiếp theo/u);
    }
  });

  test.each([
    ["1.000656", "death", 10, 3, /^\*\*Còn kịp\*\*: .*nộp ngày 28\/11\/2026 thì còn khoảng 2 ngày/u],
    ["1.000656", "death", 10, 20, /^\*\*Sẽ quá hạn\*\*: .*nộp ngày 15\/12\/2026 thì trễ khoảng 15 ngày/u],
    ["1.014748", "job_end", 70, 30, /^\*\*Sẽ quá hạn\*\*: .*trễ khoảng 10 ngày/u],
  ] as const)("%s: late by the day of filing", (code, since, elapsedDays, aheadDays, expected) => {
    expect(answer(code, { whether: ["late"] }, { since, elapsedDays, aheadDays })).toMatch(expected);
    const asksPlace = { whether: ["place" as const], where: "ra xã" };
    expect(answer(code, asksPlace, { since, elapsedDays, aheadDays })).toMatch(expected);
  });

  test("is told where it is asked which is faster", () => {
    const text = answer(
      "2.002854",
      { particular: true, whether: [], about: ["nhanh", "hơn"] },
      { told: { place: ["same_province"] } },
    );
    expect(text).toMatch(/^\*\*Thời hạn giải quyết\*\*.*5 ngày làm việc/u);
    expect(text).not.toContain("không nói riêng");
  });
});

describe("where and how", () => {
  test.each(["2.000884", "2.001016", "2.001406"])("%s has to be signed there, whoever brings it", (code) => {
    for (const whether of ["place", "elsewhere", "post", "eligible"] as const)
      expect(
        answer(code, {
          whether: [whether],
          where: "ra xã",
          about: ["ký", "gửi"],
          said: ["ký", "sẵn", "gửi"],
        }),
      ).toMatch(/^\*\*Phải ký tại chỗ\*\*/u);
  });

  test("signing decides nothing where it isn't asked of", () => {
    expect(answer("2.000884", { whether: ["place"], where: "ra xã", about: ["xã"], said: ["xã"] })).toMatch(
      /^\*\*Nộp ở đó được\*\*/u,
    );
  });

  test("that nobody need come isn't said as if nothing need be done", () => {
    expect(answer("1.013138", { whether: ["inPerson"] })).toMatch(/^\*\*Không cần đến tận nơi\*\*/u);
    expect(answer("1.001612", { whether: ["inPerson"] })).not.toMatch(/^\*\*Không cần\*\*/u);
  });

  test("is said of filing: a bare yes would answer what is asked beside it", () => {
    for (const [code, whether, expected] of [
      ["1.001193", "online", /^\*\*Nộp trực tuyến được/u],
      ["1.000656", "post", /^\*\*Nộp qua bưu chính được/u],
      ["2.000815", "elsewhere", /^\*\*Được nộp ở nơi khác\*\*/u],
      ["2.000884", "online", /^\*\*Chưa nộp trực tuyến được\*\*/u],
    ] as const)
      expect(answer(code, { whether: [whether, "eligible"] })).toMatch(expected);
  });

  test("a word that only looks like an office names none", () => {
    const ofCase = { whether: ["place" as const], where: "làm cho trường", pairs: ["truong hop"] };
    expect(answer("2.001008", ofCase)).not.toContain("Không phải ở đó");
    expect(answer("1.013138", { whether: ["place"], where: "báo bên quân" })).not.toContain(
      "Không phải ở đó",
    );
    expect(answer("1.001193", { whether: ["place"], where: "ra công an" })).toMatch(
      /^\*\*Không phải ở đó\*\*/u,
    );
  });

  test("what is issued may come by post where nothing is filed by it", () => {
    for (const code of ["1.014061", "1.014063"])
      expect(answer(code, { whether: ["post"] })).toMatch(/^\*\*[^*]*bưu chính/u);
  });
});

describe("papers", () => {
  test("that are among those to hand in are no yes to whether it may be", () => {
    const query = { papers: ["birth_proof"], about: ["chứng", "sinh"], pairs: ["chung sinh"] };
    expect(answer("1.001193", { ...query, whether: ["need", "eligible"] })).not.toMatch(/^\*\*Có\*\*/u);
  });

  test("that stand in for one that is lacking are told", () => {
    for (const code of ["1.000689", "1.001022"]) {
      const text = answer(code, {
        particular: true,
        about: ["thay", "tờ"],
        said: ["tờ", "thay", "xét", "nghiệm"],
      });
      expect(text).toMatch(/cam đoan về quan hệ/u);
      expect(text).not.toContain("không nói riêng");
    }
    // Typed without diacritics it is "thấy" as likely.
    const seen = answer("1.001022", {
      particular: true,
      about: ["thay", "chu"],
      said: ["thay", "chu", "ro"],
    });
    expect(seen).not.toMatch(/cam đoan về quan hệ/u);
  });
});

describe("for whom it is", () => {
  test("is said as the record says it, and not as the asker's case", () => {
    const because = answer("1.014171", { because: "đủ tuổi và đủ 15 năm đóng" });
    expect(because).toContain("Thủ tục này dành cho trường hợp: đủ tuổi và đủ 15 năm đóng.");
    const mismatch = answer("2.001016", { aspects: ["place"] }, { told: { transferRole: ["recipient"] } });
    expect(mismatch).toContain("Thủ tục này dành cho trường hợp người thừa kế; trường hợp khác thì");
    const other = answer("1.001613", {}, { age: 63, told: { insured: ["from_15"] } });
    expect(other).toMatch(/Nếu đúng là trường hợp này \(đủ tuổi và đủ 15 năm đóng/u);
    const short = answer("1.001613", {}, { age: 63, told: { insured: ["below_15"] } });
    expect(short).not.toContain("hợp hơn");
  });

  test("deadlines of other cases fall away, until something beside the case is asked", () => {
    const told = { told: { business: ["turnover_below"] } };
    const own = answer("1.011022", { aspects: ["conditions"] }, told);
    expect(own).toContain("chậm nhất 31/01");
    expect(own).not.toContain("Trên 50 tỷ");
    expect(answer("1.011022", { aspects: ["conditions"], isCaseKnown: true }, told)).toContain("Trên 50 tỷ");
  });
});
