/** Questions about the office itself whose assistant this is: where it is, how to reach it, when it is open, where dossiers
 *  are looked up and filed online. A procedure's place, another agency's number and a person's stay with other readers. */
import type { OfficeAsk } from "../../knowledge/office-profile.ts";
import { fold } from "../../knowledge/vietnamese/normalize.ts";
import type { OfficeDay, OfficeQuery, Query } from "../query.ts";
import { foldedWords, longestOnly, PhraseIndex } from "../understanding/phrases.ts";
import { has, type ReadingContext } from "./context.ts";
import { matchPlan } from "./matches.ts";
import type { Proposal } from "./reader.ts";

/** What is named of an office, and the parts that only together ask for something. */
type Mark = Exclude<OfficeAsk, "lookup" | "filing"> | "contact" | Part;
type Part = "where" | "page" | "time" | "whenever" | "day" | "works" | "opens" | "ofLookup" | "ofFiling";

const MARKS: Readonly<Record<Mark, string>> = {
  address: "địa chỉ; chỉ đường; bản đồ; (nằm|đóng) ở (đâu|đường nào|chỗ nào|số mấy)",
  telephone: `(số|) điện thoại; số điện thoại liên hệ; điện thoại liên hệ; sđt; số đt; số phone; số máy; (số máy|điện thoại|số) bàn; (số|) hotline; (số|) đường dây nóng; (số|) tổng đài; số (liên hệ|liên lạc);
    (gọi|điện) (vào|tới|đến|cho|theo|) số (nào|mấy|bao nhiêu)`,
  email: "(địa chỉ|) email; (địa chỉ|) thư điện tử; hộp thư (điện tử|); (địa chỉ|) mail",
  zalo: "(số|trang|kênh|) zalo; zalo oa",
  website:
    "website; trang web; web; trang thông tin (điện tử|); cổng thông tin (điện tử|); trang chủ; fanpage; facebook",
  contact: `thông tin liên hệ; (cách|cách thức) liên hệ; (liên hệ|liên lạc) (với|tới|đến|) (bằng cách nào|cách nào|thế nào|như thế nào|ra sao|làm sao|ở đâu|qua đâu|kiểu gì|qua kênh nào|);
    (làm sao|làm thế nào|cách nào) (để|) (liên hệ|liên lạc) (với|được với|)`,
  hours: `(giờ|thời gian|lịch) (làm việc|mở cửa|đóng cửa|tiếp dân|tiếp công dân|hành chính|nhận hồ sơ|tiếp nhận hồ sơ|nghỉ trưa|nghỉ); (làm|nghỉ) (nguyên|xuyên|buổi|) trưa`,
  where:
    "ở đâu; tại đâu; chỗ nào; nơi nào; (ở|tại) (chỗ|nơi) nào; đường nào; (ở|trên) đường nào; khúc nào; (đi|tới|đến) (thì|) (đường nào|đi đường nào|kiểu gì|làm sao|thế nào|bằng đường nào); nằm (ở|) đâu; đường (đi|) (tới|đến|lên|ra); (vào|lên|qua) đâu; đâu",
  page: `(ở|tại|trên|vào|lên|qua|theo|) (trang|trang web|web|website|link|đường link|cổng|app|mục|địa chỉ) nào; link; (trang|trang web|web|website|đường link|đường dẫn|cổng|địa chỉ) (để|)`,
  time: "(từ|đến|tới|lúc|vào|) (mấy giờ|giờ nào)",
  whenever: "(từ|đến|tới|lúc|vào|những|) (ngày nào|thứ mấy|lúc nào|khi nào|bao giờ|chừng nào|giờ nào)",
  day: "(buổi trưa|trưa|buổi tối|tối|ngoài giờ|thứ bảy|thứ 7|thứ bẩy|t7|chủ nhật|cn|cuối tuần|ngày lễ|lễ|lễ tết|ngày tết|tết|ngày nghỉ|thứ bảy chủ nhật) (này|tới|)",
  works: "(có|) (làm|làm việc|đi làm|mở|trực|có người|có ai|nghỉ) (không|cả|luôn|)",
  opens: "(mở cửa|đóng cửa|nhận hồ sơ|tiếp dân|tiếp công dân|tiếp nhận hồ sơ|tiếp nhận|tiếp khách)",
  ofLookup:
    "(tra|tra cứu|xem|kiểm tra|theo dõi|coi|check|dò) (tình trạng|tiến độ|kết quả|trạng thái|mã|) hồ sơ (đã nộp|); (mã|tình trạng|tiến độ|) hồ sơ (tra|tra cứu|xem|kiểm tra|theo dõi|coi|check|dò)",
  ofFiling:
    "nộp (hồ sơ|đơn|giấy tờ|) (trực tuyến|online|qua mạng|trên mạng); (nộp|gửi) hồ sơ (trên|qua) (web|website); (trang|cổng) dịch vụ công",
};

export const OFFICE_INDEX = new PhraseIndex<Mark>();
for (const [mark, patterns] of Object.entries(MARKS))
  OFFICE_INDEX.addPatterns(`office/${mark}`, patterns, mark as Mark);

const OURS = "(mình|này|ta|bạn|các bạn|các anh chị|anh chị|anh|chị|em|đây)";
const OWN = OURS.replace(")", "|)");

/** How the office is spoken of; each says which kind of office is meant, "" any. */
const KINDS: Readonly<Record<string, string>> = {
  "": `(cơ quan|đơn vị|văn phòng|trụ sở|trụ sở ủy ban|trụ sở cơ quan|trung tâm|một cửa|bộ phận một cửa|bộ phận tiếp nhận|bộ phận tiếp nhận và trả kết quả|quầy tiếp nhận|trung tâm hành chính công|trung tâm phục vụ hành chính công|quầy) ${OWN}; (bên|chỗ|phía|nơi) ${OURS}; ở đây; tại đây; bên đây; bên đó`,
  committee: `(ủy ban|ủy ban nhân dân|ubnd) ${OWN}`,
  commune: `(phường|xã|thị trấn|đặc khu) ${OWN}`,
  department: `(sở|ban) (mình|này|ta|bạn|các bạn|em|đây)`,
  police: "công an; công an (phường|xã)",
};
export const KIND_INDEX = new PhraseIndex<string>();
for (const [kind, patterns] of Object.entries(KINDS))
  KIND_INDEX.addPatterns(`office kinds/${kind || "any"}`, patterns, kind);
/** Words of an office's name that show its kind. */
const NAME_OF: Readonly<Record<string, RegExp>> = {
  committee: /(^| )(ubnd|uy ban)( |$)/,
  commune: /(^| )(phuong|xa|thi tran|dac khu)( |$)/,
  department: /(^| )(so|(?<!uy )ban)( |$)/,
  police: /(^| )cong an( |$)/,
};

/** What is said around such a question and asks nothing more. */
export const AROUND = new PhraseIndex<true>();
AROUND.addPatterns(
  "office around",
  `cho (tôi|em|mình|tui|con|cháu|) (xin|hỏi|biết); xin (cho biết|hỏi); để (liên hệ|liên lạc|gọi|hỏi|đến|tới|nộp hồ sơ|làm giấy tờ|tiện liên hệ); nộp hồ sơ; làm giấy tờ; làm thủ tục; khi cần; cần gấp; hỗ trợ; tư vấn; hướng dẫn; (gọi|gọi điện|điện|nhắn|nhắn tin|gửi|gửi thư|gửi đơn) (cho|tới|đến|lên|vào|qua|để|); ở xa; không biết; chính thức; chính xác; cụ thể; là số mấy; số mấy; số bao nhiêu; là gì; hành chính; buổi (sáng|chiều|trưa|tối); (sáng|chiều|trưa|tối) (nay|mai|); hôm nay; ngày mai; mai; hàng ngày; trong tuần; ngày thường; dân; người dân; công dân; hồ sơ; giấy tờ; mạng; trang; link; địa chỉ; số; giờ; ngày; nhà nước; bình thường; đi làm; khách; alo; dạ; thưa; ad; admin; shop; cán bộ trực`,
  true,
);

const DAYS: readonly (readonly [RegExp, OfficeDay])[] = [
  [/(^| )(cuoi tuan|thu (bay|7) chu nhat|thu (bay|7) (va|voi|hay) chu nhat)( |$)/, "weekend"],
  [/(^| )(thu bay|thu 7|t7)( |$)/, "saturday"],
  [/(^| )(chu nhat|cn)( |$)/, "sunday"],
  [/(^| )(ngay le|le tet|le|ngay tet|tet|ngay nghi)( |$)/, "holiday"],
];

/** Of these a question asks what a record holds, whatever else it names. ("Làm việc" sounds like a task, and is none.) */
const OF_RECORDS = ["lead", "coordinating", "target", "duty", "plan", "appendix"] as const;
const OF_PLAN: ReadonlySet<Query["kind"]> = new Set<Query["kind"]>([
  "task",
  "taskSet",
  "label",
  "duty",
  "agency",
]);
/** Only of its hours so many words may be left: "con nhỏ đi cùng, mấy giờ mở cửa". */
const LEFT_BESIDE_HOURS = 2;

export function readOffice(context: ReadingContext): Proposal | undefined {
  const { question, dialogue, understander } = context;
  if (has(context, ...OF_RECORDS) || question.labels.length > 0 || question.documentNumbers.length > 0)
    return undefined;
  // "Việc này làm đến mấy giờ": of what was spoken of.
  if (has(context, "pronoun")) return undefined;
  const tokens = [...question.tokens];
  const named = namesOf(context).flatMap((name) => placesOf(name, tokens));
  const kinds = longestOnly(KIND_INDEX.find(tokens, understander.isForm));
  const explained = new Set<number>();
  for (const span of [...named, ...kinds]) for (let i = span.from; i < span.to; i++) explained.add(i);
  // "Thứ bảy này ủy ban có làm không" asks the same without the office in the middle.
  const places = tokens.flatMap((_token, i) => (explained.has(i) ? [] : [i]));
  const rest = places.map((i) => tokens[i]!);
  const found = longestOnly(OFFICE_INDEX.find(rest, understander.isForm));
  const saysOwn = kinds.length > 0 || named.length > 0;
  const marks = new Set(found.map(({ value }) => value));
  const asks = asksOf(marks, saysOwn, has(context, "followUp"));
  if (!asks || !isOwn(context, kinds, named)) return undefined;
  if (has(context, "task") && !asks.includes("hours")) return undefined;
  const around = AROUND.find(rest, understander.isForm);
  for (const span of [...found, ...around])
    for (let i = span.from; i < span.to; i++) explained.add(places[i]!);
  const left = tokens.filter((_token, i) => !explained.has(i) && !question.stops.has(i)).length;
  const isHours = asks.length === 1 && asks[0] === "hours";
  if (left > (isHours ? LEFT_BESIDE_HOURS : 0)) return undefined;
  const last = dialogue.last?.kind;
  // "Địa chỉ ở đâu?" behind a procedure is where it is filed.
  if (last === "procedure" && !saysOwn && asks.includes("address")) return undefined;
  const afterPlan = last !== undefined && OF_PLAN.has(last) && !saysOwn && asks.some(isContact);
  const day = marks.has("day") && asks.includes("hours") ? dayOf(question.plain) : undefined;
  const query: OfficeQuery = {
    kind: "office",
    asks,
    ...(day ? { day } : {}),
    ...(afterPlan ? { afterPlan: true } : {}),
  };
  return {
    query,
    features: {
      "says which office": saysOwn ? 1 : 0,
      "all explained": left === 0 ? 1 : 0,
      pages: asks.includes("lookup") || asks.includes("filing") ? 1 : 0,
      hours: isHours ? 1 : 0,
      "after the plan": afterPlan ? 1 : 0,
      // "Tổng đài hành chính công số mấy": a row of the plan is called by its name.
      "names a row": matchPlan(context, ["task"], 1)[0]?.coverage ?? 0,
    },
  };
}

const isContact = (ask: OfficeAsk): boolean => ask === "telephone" || ask === "address" || ask === "email";

/** What the marks ask together, none for all of it; undefined when they ask nothing of an office. */
function asksOf(marks: ReadonlySet<Mark>, saysOwn: boolean, goesOn: boolean): OfficeAsk[] | undefined {
  const has = (...wanted: Mark[]) => wanted.some((mark) => marks.has(mark));
  const pages: OfficeAsk[] = [];
  const asksPlace = has("where", "page", "website", "address");
  if (has("ofLookup") && asksPlace) pages.push("lookup");
  if (has("ofFiling") && (asksPlace || saysOwn)) pages.push("filing");
  // "Địa chỉ nộp trực tuyến" is no address of the office.
  if (pages.length > 0) return pages;
  if (has("ofLookup", "ofFiling")) return undefined;
  const isHours =
    has("hours") ||
    (has("day") && (has("works", "opens") || goesOn)) ||
    (has("opens") && has("time", "whenever")) ||
    (has("time") && (has("works") || saysOwn)) ||
    (has("whenever") && has("works") && saysOwn);
  const asks: OfficeAsk[] = [];
  if (has("address") || (has("where") && saysOwn && !has("zalo", "website", "email"))) asks.push("address");
  if (has("telephone")) asks.push("telephone");
  if (isHours) asks.push("hours");
  for (const ask of ["email", "zalo", "website"] as const) if (has(ask)) asks.push(ask);
  if (asks.length > 0) return asks;
  return has("contact") ? [] : undefined;
}

const namesOf = ({ office }: ReadingContext): string[] =>
  office ? [office.name, ...(office.otherNames ?? [])] : [];

/** Where a name stands, with or without diacritics. */
function placesOf(name: string, tokens: ReadingContext["question"]["tokens"]) {
  const words = foldedWords(name);
  const last = tokens.length - words.length;
  for (let from = 0; from <= last; from++)
    if (words.every((word, i) => tokens[from + i]!.folded === word))
      return [{ from, to: from + words.length }];
  return [];
}

/** No agency is named but this one, and no other kind of office. */
function isOwn(
  context: ReadingContext,
  kinds: readonly { value: string; from: number; to: number }[],
  named: readonly { from: number; to: number }[],
): boolean {
  const { question, office } = context;
  if (has(context, "official")) return false;
  const isOther = (span: { from: number; to: number }) =>
    !named.some(({ from, to }) => from <= span.from && span.to <= to);
  if (question.mentions.some((mention) => !mention.weak && isOther(mention) && !isKindOnly(mention, kinds)))
    return false;
  if (named.length > 0) return true;
  const said = kinds.filter(({ value }) => value !== "");
  if (!office) return said.every(({ value }) => value !== "police");
  const names = namesOf(context).map(fold);
  return said.every(({ value }) => names.some((name) => NAME_OF[value]!.test(name)));
}

/** "UBND phường" is how people call an office, not the name of one. */
const isKindOnly = (
  span: { from: number; to: number },
  kinds: readonly { from: number; to: number }[],
): boolean => kinds.some(({ from, to }) => from <= span.from && span.to <= to);

function dayOf(folded: string): OfficeDay | undefined {
  return DAYS.find(([words]) => words.test(folded))?.[1];
}
