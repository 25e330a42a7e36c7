import { describe, expect, test } from "vitest";
import { PartyTable } from "../../../../ingest/parsers/plan/parties.ts";
import { agencies, collectives, printedRows } from "../../../support/shipped-plan.ts";

const table = new PartyTable(agencies, collectives);
const read = (cell: string) => table.read(cell);
const STTTT = "so-thong-tin-va-truyen-thong";

/** An agency by its id; "all": everyone with the districts; "bodies": everyone without them; "some": an unnamed
 *  subset ("liên quan"); "others": bodies outside the registry. */
const short = (cell: string) =>
  read(cell).map((party) => {
    if (party.kind === "agency") return party.agencyId;
    if (party.kind === "collective") return party.includesLocal ? "all" : "bodies";
    return party.kind === "related" ? "some" : "others";
  });

describe("the ways in which the plan says everyone", () => {
  test.each([
    ["Các sở, ban, ngành, địa phương", ["all"]],
    ["Các sở, ban, ngành và địa phương", ["all"]],
    ["Sở, ban, ngành, địa phương", ["all"]],
    ["các sở ngành, địa phương", ["all"]],
    ["Các sở, ngành, địa phương", ["all"]],
    ["Các sở, ban, ngành, UBND các địa phương", ["all"]],
    ["các sở, ban, ngành, địa phương", ["all"]],
    ["Các sở, ban, ngành; UBND các huyện, thị xã, thành phố", ["all"]],
    ["Các sở, ban, ngành", ["bodies"]],
    ["Sở, ngành liên quan", ["some"]],
    ["Các sở, ban, ngành liên quan", ["some"]],
    ["sở, ngành liên quan", ["some"]],
  ])("%s is one party, whatever its commas", (cell, expected) => {
    expect(short(cell)).toEqual(expected);
    expect(read(cell).map((party) => party.printed)).toEqual([cell]);
  });
});

describe("several bodies in one cell", () => {
  test.each([
    ["Sở Thông tin và Truyền thông; Văn phòng UBND tỉnh", [STTTT, "van-phong-ubnd-tinh"]],
    ["Sở Tư pháp, Sở Thông tin và Truyền thông, sở, ngành liên quan", ["so-tu-phap", STTTT, "some"]],
    ["Sở Thông tin và Truyền thông, các sở, ban, ngành và địa phương", [STTTT, "all"]],
    [
      "Sở Tài chính, Sở Thông tin và Truyền thông; các sở, ban, ngành và địa phương",
      ["so-tai-chinh", STTTT, "all"],
    ],
    ["Các sở, ngành, địa phương; các doanh nghiệp viễn thông", ["all", "others"]],
    ["Sở Thông tin và Truyền thông và các đơn vị liên quan", [STTTT, "others"]],
    ["Văn phòng UBND tỉnh; các sở ngành, địa phương", ["van-phong-ubnd-tinh", "all"]],
    ["Sở Tài chính; các cơ quan, đơn vị liên quan", ["so-tai-chinh", "others"]],
    [
      "Sở Nội vụ, Sở Thông tin và Truyền thông, Văn phòng UBND tỉnh",
      ["so-noi-vu", STTTT, "van-phong-ubnd-tinh"],
    ],
  ])("%s", (cell, expected) => {
    expect(short(cell)).toEqual(expected);
  });

  test("an agency that coordinates its own task is read in both columns, under either of its spellings", () => {
    expect(short("Sở Nông nghiệp và PTNT")).toEqual(["so-nong-nghiep-va-ptnt"]);
    expect(
      short(
        "Sở Tài chính, Sở Thông tin và Truyền thông, Sở Nông nghiệp và Phát triển nông thôn và các đơn vị liên quan",
      ),
    ).toEqual(["so-tai-chinh", STTTT, "so-nong-nghiep-va-ptnt", "others"]);
  });
});

describe("names and their spellings", () => {
  test.each([
    ["Ủy ban nhân dân thành phố Vũng Tàu", "ubnd-tp-vung-tau"],
    ["UBND thành phố Vũng Tàu", "ubnd-tp-vung-tau"],
    ["Văn phòng UBND tỉnh", "van-phong-ubnd-tinh"],
    ["Văn phòng Ủy ban nhân dân tỉnh", "van-phong-ubnd-tinh"],
    ["UBND tỉnh", "ubnd-tinh"],
    ["SỞ Y TẾ", "so-y-te"],
    ["Sở Y tế.", "so-y-te"],
  ])("%s is %s", (cell, agencyId) => {
    expect(short(cell)).toEqual([agencyId]);
  });

  test("the printed words keep their case", () => {
    expect(read("SỞ Y TẾ; các sở ngành, địa phương").map((party) => party.printed)).toEqual([
      "SỞ Y TẾ",
      "các sở ngành, địa phương",
    ]);
  });
});

/** What is printed for each body, in order. */
const names = (cell: string) => read(cell).map(({ printed }) => printed);

describe("what no table knows is a body of its own, as printed, never dropped", () => {
  test.each([
    ["Sở Thủy sản", ["Sở Thủy sản"]],
    ["Sở Y tế, Sở Thủy sản", ["Sở Y tế", "Sở Thủy sản"]],
    ["Sở Y tếu", ["Sở Y tếu"]],
    ["Sở Y tế / Sở Nội vụ", ["Sở Y tế", "Sở Nội vụ"]],
    ["Sở Văn hóa, Thể thao và Du lịch, Sở Y tế", ["Sở Văn hóa, Thể thao và Du lịch", "Sở Y tế"]],
    ["Sở VH,TT&DL, Sở NN&MT", ["Sở VH,TT&DL", "Sở NN&MT"]],
    ["Văn phòng HĐND và UBND xã", ["Văn phòng HĐND và UBND xã"]],
    ["Văn phòng HĐND và UBND xã và Công an xã", ["Văn phòng HĐND và UBND xã", "Công an xã"]],
    ["Phòng Kinh tế; Công an xã", ["Phòng Kinh tế", "Công an xã"]],
    ["Bộ Khoa học và Công nghệ và các địa phương", ["Bộ Khoa học và Công nghệ", "các địa phương"]],
    ["VTV, VOV, TTXVN, các địa phương", ["VTV", "VOV", "TTXVN", "các địa phương"]],
    ["Trạm Y tế xã, Trường THCS Lê Lợi", ["Trạm Y tế xã", "Trường THCS Lê Lợi"]],
    ["Chi nhánh Văn phòng đăng ký đất đai", ["Chi nhánh Văn phòng đăng ký đất đai"]],
  ])("%s", (cell, expected) => {
    expect(names(cell)).toEqual(expected);
  });

  test("it is marked as new, others are not", () => {
    expect(read("Sở Y tế, Sở Thủy sản").map(({ isNew }) => isNew)).toEqual([false, true]);
  });

  test("an empty cell names nobody", () => {
    expect(read("")).toEqual([]);
    expect(read(" ; ")).toEqual([]);
  });
});

describe("words that mean many bodies", () => {
  test.each([
    ["Các bộ, ngành, địa phương", "collective", true],
    ["Bộ, ngành, địa phương", "collective", true],
    ["Các bộ, ngành và địa phương", "collective", true],
    ["Các bộ, ngành có liên quan", "related", false],
    ["Địa phương được lựa chọn", "related", true],
    ["UBND các xã, phường", "collective", true],
    ["Các phòng, đơn vị", "collective", false],
    ["Các phòng chuyên môn thuộc Ủy ban nhân dân xã", "collective", true],
    ["Các thôn", "other", false],
    ["doanh nghiệp viễn thông", "other", false],
    ["trường đại học", "other", false],
  ])("%s", (cell, kind, includesLocal) => {
    expect(read(cell)).toMatchObject([{ printed: cell, kind, includesLocal, isNew: false }]);
  });

  test.each([
    ["Bộ Tài chính, các bộ, ngành", ["agency", "collective"]],
    ["Ban Tuyên giáo Trung ương; các bộ, ngành, địa phương; VTV", ["agency", "collective", "agency"]],
    ["Các thôn; doanh nghiệp viễn thông", ["other", "other"]],
    ["Sở Công Thương, viện nghiên cứu, trường đại học, doanh nghiệp.", ["agency", "other"]],
    ["Các bộ, ngành, Công an xã", ["collective", "agency"]],
  ])("%s", (cell, kinds) => {
    expect(read(cell).map(({ kind }) => kind)).toEqual(kinds);
  });
});

test("what a body does stands in brackets behind it; behind the last of several that “và” joins it is that of all", () => {
  const cell = "Sở Công Thương (cấp phép, theo dõi); Sở NN&MT và UBND các xã, phường (thuê đất, môi trường)";
  expect(read(cell).map(({ printed, part }) => [printed, part])).toEqual([
    ["Sở Công Thương", "cấp phép, theo dõi"],
    ["Sở NN&MT", "thuê đất, môi trường"],
    ["UBND các xã, phường", "thuê đất, môi trường"],
  ]);
});

test("a longer name is taken before a shorter one that begins it, in whatever order the table lists them", () => {
  for (const list of [collectives, [...collectives].reverse()]) {
    const reordered = new PartyTable([...agencies].reverse(), list);
    for (const { lead, coordinating } of printedRows) {
      for (const cell of [lead, coordinating]) expect(reordered.read(cell)).toEqual(read(cell));
    }
  }
});
