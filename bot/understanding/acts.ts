/** What is done to a matter tells procedures over the same matter apart: registering a temporary stay, prolonging it,
 *  striking it off. */
import type { ProcedureRecord } from "../../knowledge/records.ts";
import { type Token, tokenize } from "../../knowledge/vietnamese/tokens.ts";
import { undenied } from "./conditions.ts";
import { type IsForm, PhraseIndex } from "./phrases.ts";

/** One row an act, in the words of official names and of people; patterns as in the cue tables. A record without one of
 *  these is about something else. */
const TELLING_ACTS: readonly string[] = [
  "xóa; xoá; hủy đăng ký; xóa bỏ",
  "ghi chú; ghi vào sổ; ghi sổ; ghi nhận (ở|tại|về|bên) (việt nam|nước mình|đây)",
  "thế chấp; cầm cố; biện pháp bảo đảm",
  "tố cáo",
  "khiếu nại",
  "tranh chấp",
  "thu hồi",
  "rút",
  "giải thể",
  "phá sản",
  "thất nghiệp",
  "(xã hội|bảo hiểm|bhxh|tuất|hưởng|trợ cấp|lãnh|rút) một lần; một lần (bảo hiểm|bhxh)",
  "nhập khẩu",
  "xuất khẩu",
  "chuyển mục đích",
  "tách thửa; hợp thửa",
  "số nhà",
  "visa; thị thực",
  "tạm hoãn; hoãn nghĩa vụ; miễn nghĩa vụ; miễn gọi nhập ngũ",
  "(nhập|xin|thôi|trở lại) quốc tịch; nhập tịch",
  "(làm|xin|hồ sơ|giải quyết) hưởng lương hưu; (làm|xin|hồ sơ) lương hưu; hưởng lương hưu đối với",
  "thuận tình; (tòa|tòa án) nào; án phí; nộp đơn ly hôn",
];

/** Said of the parties, and nothing done. */
const FOREIGN = "nước ngoài; yếu tố nước ngoài";

/** These people also use loosely: they rank records, no more. */
const LOOSE_ACTS: readonly string[] = [
  "gia hạn",
  "công nhận",
  "tạm thời",
  "tạm vắng",
  "lưu trú",
  "truy lĩnh",
  "chuyển hưởng; chuyển nơi (nhận|hưởng|lĩnh); thay đổi nơi (nhận|lĩnh)",
  "cấp lại; làm lại; xin lại; cháy mất; bị cháy; bị rách; bị hư; thất lạc; làm mất; đánh mất; (giấy|thẻ|sổ|bằng|giấy phép|hộ chiếu|căn cước) bị (mất|cháy|rách|hư)",
  "đăng ký lại",
  "tạm ngừng; tạm dừng; ngừng",
  "chấm dứt",
  "hủy; hủy bỏ",
  "thay đổi; điều chỉnh; sửa đổi; cải chính; cập nhật; đính chính",
  "kiểm định; đăng kiểm",
  "xác nhận",
  FOREIGN,
];

export const ACTS = [...TELLING_ACTS, ...LOOSE_ACTS];

export const ACT_INDEX = new PhraseIndex<number>();
ACTS.forEach((patterns, act) => {
  ACT_INDEX.addPatterns("acts", patterns, act);
});

export const actsIn = (tokens: readonly Token[], isForm?: IsForm): Set<number> =>
  new Set(undenied(ACT_INDEX.find(tokens, isForm), tokens).map((match) => match.value));

/** An act that was named and that a record doesn't know. */
const LACKING = 0.1;
/** A record of some act when none of its acts was named. */
const UNASKED = 0.05;

export class ProcedureActs {
  /** Acts by their place in the table. */
  readonly #acts = new Map<string, { inName: ReadonlySet<number>; all: ReadonlySet<number> }>();

  constructor(procedures: readonly Pick<ProcedureRecord, "code" | "name" | "aliases" | "distinguishing">[]) {
    for (const { code, name, aliases, distinguishing } of procedures) {
      this.#acts.set(code, {
        inName: actsIn(tokenize(name)),
        all: actsIn(tokenize([name, ...aliases, ...distinguishing].join(" . "))),
      });
    }
  }

  /** All that was named and is telling stands in the record's name. */
  does(code: string, named: ReadonlySet<number>): boolean {
    const own = this.#acts.get(code)?.inName;
    return own !== undefined && [...named].every((act) => act >= TELLING_ACTS.length || own.has(act));
  }

  /** Both names say that the same is done: "Cấp lại giấy phép lái xe", "Cấp lại thẻ căn cước". */
  doSame(code: string, other: string): boolean {
    return this.#told(code).length > 0 && this.areAlike(code, other);
  }

  /** Neither name says that anything is done which the other doesn't; wherever it is done. */
  areAlike(code: string, other: string): boolean {
    const [own, others] = [this.#told(code), this.#told(other)];
    return own.length === others.length && own.every((act) => others.includes(act));
  }

  #told(code: string): number[] {
    return [...(this.#acts.get(code)?.inName ?? [])].filter((act) => ACTS[act] !== FOREIGN);
  }

  /** An act was named that the record knows nothing of. */
  lacks(code: string, named: ReadonlySet<number>): boolean {
    const own = this.#acts.get(code);
    return own !== undefined && [...named].some((act) => act < TELLING_ACTS.length && !own.all.has(act));
  }

  /** What a record's score loses, 0..1, for doing something else than what was named. */
  penalty(code: string, named: ReadonlySet<number>): number {
    const own = this.#acts.get(code);
    if (!own) return 0;
    // Hundreds are asked for in every turn: no lists.
    let lacking = 0;
    let asked = 0;
    for (const act of named) {
      if (!own.all.has(act)) lacking++;
      if (own.inName.has(act)) asked++;
    }
    return LACKING * lacking + (own.inName.size > 0 && asked === 0 ? UNASKED : 0);
  }
}
