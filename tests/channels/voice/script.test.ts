import { describe, expect, test } from "vitest";
import { blocksOf, piecesOf, sentencesOf } from "../../../channels/voice/script.ts";
import { numberInWords, spellOut } from "../../../knowledge/vietnamese/spell-out.ts";
import { pick, seeded } from "../../support/random.ts";
import { replyWith } from "../fakes.ts";

const pieces = (spoken: string, text = "", changes = {}) =>
  piecesOf(replyWith({ kind: "none", procedures: [], spoken, text, ...changes }));
const items = (count: number) =>
  Array.from({ length: count }, (_, i) => `- Giấy ${"abcdefghijklmn"[i]}`).join("\n");

test("two short sentences make the first piece", () => {
  expect(pieces("Một câu ngắn. Hai câu ngắn. Ba câu ngắn.")).toEqual([
    "Một câu ngắn. Hai câu ngắn.",
    "Ba câu ngắn.",
  ]);
});

test("a long sentence is parted where it pauses, never in a word", () => {
  const long = `Hồ sơ gồm: ${Array.from({ length: 30 }, (_, i) => `giấy tờ thứ ${i % 2 ? "chẵn" : "lẻ"}`).join("; ")}.`;
  const got = pieces(long);
  expect(got.length).toBeGreaterThan(1);
  for (const piece of got) {
    expect(piece.length).toBeLessThanOrEqual(301);
    expect(piece).toMatch(/(?:lẻ|chẵn)\.$/);
  }
  expect(got.join(" ").match(/giấy tờ thứ/gi)).toHaveLength(30);
});

test("without a pause a sentence is parted between words", () => {
  const got = pieces(`${"chữ ".repeat(200)}cuối.`);
  expect(got.every((piece) => /^(?:[Cc]hữ ?)+(?:cuối)?\.$/.test(piece))).toBe(true);
});

test("the name of a procedure is one sentence with its first fact", () => {
  const reply = {
    kind: "procedure" as const,
    procedures: [{ code: "1", name: "Đăng ký kết hôn", aspects: [] }],
  };
  expect(pieces("Đăng ký kết hôn. Thời hạn giải quyết: ba ngày.", "", reply)[0]).toBe(
    "Đăng ký kết hôn, thời hạn giải quyết: ba ngày.",
  );
});

describe("lists", () => {
  test("are read five at a time, the total first, and say where they are", () => {
    expect(pieces("Có mười hai giấy.", `**Hồ sơ**\n${items(12)}`)).toEqual([
      "Có mười hai giấy.",
      "Hồ sơ gồm mười hai mục. Một, Giấy a. Hai, Giấy b. Ba, Giấy c. Bốn, Giấy d. Năm, Giấy e.",
      "Mục sáu đến mười trong mười hai mục. Sáu, Giấy f. Bảy, Giấy g. Tám, Giấy h. Chín, Giấy i. Mười, Giấy j.",
      "Mục mười một đến mười hai trong mười hai mục. Mười một, Giấy k. Mười hai, Giấy l.",
    ]);
  });

  test("whose beginning the sentence names are read instead of it", () => {
    const reply = { kind: "procedure" as const, procedures: [{ code: "1", name: "Khai sinh", aspects: [] }] };
    const text = `**Khai sinh** (mã 1.001193)\n\n**Hồ sơ**\n${items(6)}`;
    const got = pieces("Khai sinh. Hồ sơ gồm: Giấy a; Giấy b; Giấy c; và các giấy tờ khác.", text, reply);
    expect(got[0]).toMatch(/^Khai sinh, hồ sơ gồm sáu mục\. Một, Giấy a\./);
    expect(got.join(" ").match(/Giấy a/g)).toHaveLength(1);
    expect(got).toHaveLength(2);
  });

  test("whose beginning the sentence names give way to their total where more facts follow", () => {
    const reply = { kind: "procedure" as const, procedures: [{ code: "1", name: "Tách thửa", aspects: [] }] };
    const text = `**Tách thửa**\n\n**Hồ sơ**\n${items(6)}\n\n**Thời hạn**\n- Trực tiếp: 22 ngày\n- Trực tuyến: 12 ngày`;
    const spoken =
      "Tách thửa. Hồ sơ gồm: Giấy a; Giấy b; và các giấy tờ khác. Thời hạn: hai mươi hai ngày. Nơi nộp: xã.";
    const got = pieces(spoken, text, reply);
    expect(got[0]).toBe("Tách thửa, hồ sơ gồm sáu mục. Thời hạn: hai mươi hai ngày.");
    expect(got[1]).toBe("Nơi nộp: xã.");
    expect(got[2]).toMatch(/^Hồ sơ gồm sáu mục\. Một, Giấy a\./);
    expect(got.at(-1)).toMatch(/^Thời hạn gồm hai mục\. Một, Trực tiếp/);
  });

  test("of tasks part label and title, and a year is called one", () => {
    expect(blocksOf("- **V.8** 50% hồ sơ trực tuyến · 2023")).toEqual([
      {
        head: "",
        items: [
          "nhiệm vụ số tám nhóm năm, năm mươi phần trăm hồ sơ trực tuyến, năm hai nghìn không trăm hai mươi ba",
        ],
      },
    ]);
  });

  test("of one item are a sentence", () => {
    expect(pieces("Vâng.", "**Lưu ý**\n- Nhớ mang giấy")).toEqual(["Vâng.", "Lưu ý: Nhớ mang giấy."]);
  });

  test("with long items are cut shorter", () => {
    const text = `**Hồ sơ**\n${Array.from({ length: 5 }, (_, i) => `- ${"giấy ".repeat(80)}${"abcde"[i]}`).join("\n")}`;
    expect(pieces("Vâng.", text).length).toBeGreaterThan(3);
  });
});

test("what the ear has had is not read again, what comes with it is", () => {
  expect(pieces("Thời hạn: ba ngày.", "**Thời hạn**: 3 ngày\n\n*Nguồn: Quyết định 2704/QĐ-UBND.*")).toEqual([
    "Thời hạn: ba ngày.",
    "Nguồn: Quyết định số hai nghìn bảy trăm lẻ bốn của Ủy ban nhân dân.",
  ]);
});

test("what was said with another remark is not read again either", () => {
  const spoken = "Có năm việc: chủ trì hai, phối hợp ba (không có việc nào đích danh).";
  expect(
    pieces(spoken, "Có 5 việc: chủ trì **2**, phối hợp **3** (đích danh 0) (số đếm do trợ lý tính)."),
  ).toEqual([spoken]);
});

test("a sentence that fits in a piece is never cut, and none ends in a scrap", () => {
  const [one, two] = ["Lưu", "Nguồn"].map((word) => `${word} ${"chữ ".repeat(50)}hết.`);
  expect(pieces(`${one} ${two}`)).toEqual([one, two]);
  const got = pieces(`${"chữ ".repeat(76)}hết.`);
  expect(got).toHaveLength(2);
  expect(got[1]!.length).toBeGreaterThan(30);
});

test("a figure is heard whole: no piece begins or ends in one or beside one", () => {
  const random = seeded(4);
  const figures = [
    () => numberInWords(Math.floor(random() * 1e9)),
    () => spellOut(`${Math.floor(random() * 90) + 1},${Math.floor(random() * 90) + 1}%`),
    () => spellOut(`ngày ${Math.floor(random() * 28) + 1}/${Math.floor(random() * 12) + 1}/2026`),
    () => spellOut(`số ${Math.floor(random() * 900) + 100}/2024`),
    () => spellOut(`0${Math.floor(random() * 1e8) + 1e8}`),
  ];
  const wordsOf = (text: string) =>
    text
      .toLowerCase()
      .replace(/[.,;:]/g, "")
      .split(" ");
  for (let round = 0; round < 500; round++) {
    const said: string[] = [];
    const spoken: string[] = [];
    while (spoken.join(" ").length < 700) {
      const figure = pick(figures, random)();
      said.push(figure.toLowerCase());
      const words = Array.from({ length: Math.floor(random() * 5) + 2 }, () =>
        pick(["chữ", "lời", "câu"], random),
      );
      spoken.push(`${figure}${pick(["", "", ",", ";"], random)} ${words.join(" ")}`);
    }
    const got = pieces(`Lời ${spoken.join(" ")}.`);
    expect(got.length).toBeGreaterThan(1);
    expect(wordsOf(got.join(" "))).toEqual(wordsOf(`Lời ${spoken.join(" ")}.`));
    let rest = got.map((piece) => piece.toLowerCase());
    for (const figure of said) {
      const at = rest.findIndex((piece) => piece.includes(figure));
      expect(at, figure).toBeGreaterThanOrEqual(0);
      rest = [rest[at]!.slice(rest[at]!.indexOf(figure) + figure.length), ...rest.slice(at + 1)];
    }
  }
});

test("what is nothing but figures stays one piece", () => {
  const digits = Array.from({ length: 100 }, () => "chín").join(" ");
  expect(pieces(`${digits}.`)).toHaveLength(1);
});

describe("what the sources don't say", () => {
  const reply = { status: "unanswerable_not_in_sources" as const, kind: "tasks" as const };

  test("is heard first", () => {
    const spoken = "Nhiệm vụ A: thời gian một năm. Sở B chủ trì. Kế hoạch không ghi tiến độ.";
    expect(pieces(spoken, "", reply)).toEqual([
      "Kế hoạch không ghi tiến độ. Nhiệm vụ A: thời gian một năm.",
      "Sở B chủ trì.",
    ]);
  });

  test("the list that goes with it is read on request, without a preview", () => {
    const spoken =
      "Sở A có sáu giấy (không có giấy nào riêng). Trước hết là: Giấy a; Giấy b. Kế hoạch không ghi tiến độ.";
    const got = pieces(spoken, `**Gồm**\n${items(6)}`, reply);
    expect(got[0]).toBe("Kế hoạch không ghi tiến độ. Sở A có sáu giấy (không có giấy nào riêng).");
    expect(got[1]).toMatch(/^Gồm.* sáu mục\. Một, Giấy a/);
  });
});

test("a source is read with its place when it is one, and without its places when they are many", () => {
  expect(pieces("Vâng.", "*Nguồn: Quyết định A – Kế hoạch, mục V.9.*")[1]).toContain("mục");
  const many = "*Nguồn: Quyết định A – mục I; mục II và các vị trí kèm theo. Danh mục B – tiêu đề; C.*";
  expect(pieces("Vâng.", many)[1]).toBe("Nguồn: Quyết định A. Danh mục B.");
});

test("a reply without words still gives no piece that says undefined", () => {
  expect(pieces("", "")).toEqual([]);
});

test("blocks keep heading and items apart, without markup and figures", () => {
  expect(blocksOf("**V.9** Tổng đài · 2023-2024\n\n> trích\n\n**Gồm**\n- **V.24** Việc\n- khác")).toEqual([
    {
      head: "nhiệm vụ số chín nhóm năm, Tổng đài, từ năm hai nghìn không trăm hai mươi ba đến năm hai nghìn không trăm hai mươi tư",
      items: [],
    },
    { head: "trích", items: [] },
    { head: "Gồm", items: ["nhiệm vụ số hai mươi tư nhóm năm, Việc", "khác"] },
  ]);
});

test("sentences end where a capital follows", () => {
  expect(sentencesOf("Một câu. Hai câu? Ba v.v. và bốn.")).toEqual([
    "Một câu.",
    "Hai câu?",
    "Ba v.v. và bốn.",
  ]);
});
