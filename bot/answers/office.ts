/** About the office itself: what it states of its address, telephone, hours and pages, in its own words; where it states
 *  nothing, that it doesn't, and what is possible without. */
import {
  OFFICE_ASKS,
  OFFICE_LABELS,
  type OfficeAsk,
  type OfficeProfile,
  officeEvidence,
  officeLines,
} from "../../knowledge/office-profile.ts";
import type { Draft, DraftReply } from "../draft.ts";
import type { OfficeDay, OfficeQuery } from "../query.ts";
import { foldedWords } from "../understanding/phrases.ts";
import { type AnswerContext, bullets, listing, newDraft, OPERATOR_CONTACT, PORTAL } from "./context.ts";

const PORTAL_LINK = { label: "Cổng Dịch vụ công quốc gia", url: "https://dichvucong.gov.vn" };
/** What the national portal does where the office has no page of its own. */
const BY_PORTAL: Readonly<Partial<Record<OfficeAsk, string>>> = {
  lookup: `Anh/chị tra cứu bằng mã hồ sơ trên giấy hẹn tại ${PORTAL}, hoặc hỏi nơi đã nhận hồ sơ.`,
  filing: `Anh/chị nộp trực tuyến tại ${PORTAL}, hoặc nộp tại bộ phận một cửa.`,
};
/** As what the office has not stated. */
const NAMES: Readonly<Record<OfficeAsk, string>> = {
  address: "địa chỉ",
  telephone: "số điện thoại",
  hours: "giờ làm việc",
  email: "thư điện tử",
  zalo: "tài khoản Zalo",
  website: "trang thông tin",
  lookup: "trang tra cứu hồ sơ riêng",
  filing: "trang nộp hồ sơ trực tuyến riêng",
};
const NOT_OF_PLAN =
  "Kế hoạch không in số điện thoại, địa chỉ, thư điện tử hay giờ làm việc của các cơ quan trong đó.";

const DAYS: Readonly<Record<OfficeDay, { name: string; words: readonly string[] }>> = {
  saturday: { name: "thứ Bảy", words: ["thu bay", "thu 7", "t7", "cuoi tuan", "chu nhat", "cn"] },
  sunday: { name: "Chủ nhật", words: ["chu nhat", "cn", "cuoi tuan"] },
  weekend: { name: "cuối tuần", words: ["cuoi tuan", "thu bay", "thu 7", "t7", "chu nhat", "cn"] },
  holiday: { name: "ngày lễ, Tết", words: ["le", "tet"] },
};
const EVERY_DAY = ["hang ngay", "moi ngay", "ca tuan", "tat ca cac ngay"];

/** What "thông tin liên hệ" asks for first. */
const MAIN: readonly OfficeAsk[] = ["address", "telephone", "hours"];

export function answerOffice(query: OfficeQuery, context: AnswerContext): DraftReply {
  const { office } = context.settings;
  const draft = newDraft(context);
  draft.kind = "about";
  const asks = query.asks.length > 0 ? query.asks : OFFICE_ASKS;
  const stated = office ? asks.filter((ask) => officeLines(office, ask).length > 0) : [];
  const missing = asks.filter((ask) => !stated.includes(ask));
  if (query.afterPlan) draft.say(NOT_OF_PLAN).speak(NOT_OF_PLAN);
  if (office && stated.length > 0) {
    sayStated(draft, office, stated);
    if (query.day && stated.includes("hours")) sayDay(draft, office, query.day);
  }
  // Of all that could be told, what is not there is missed by nobody.
  if (query.asks.length > 0) sayMissing(draft, context, missing);
  else if (stated.length === 0) sayMissing(draft, context, MAIN);
  const isByPortal = missing.length > 0 && missing.every((ask) => BY_PORTAL[ask] !== undefined);
  if (stated.length === 0 && !isByPortal) draft.status = "unanswerable_not_in_sources";
  draft.suggest(...suggestions(office, asks), "Gặp cán bộ");
  return draft.finish();
}

function sayStated(draft: Draft, office: OfficeProfile, asks: readonly OfficeAsk[]): void {
  const rows = asks.map((ask) => ({ label: OFFICE_LABELS[ask], lines: cited(draft, office, ask) }));
  const [first] = rows;
  if (rows.length > 1)
    draft.say(`**${office.name}**:\n${bullets(rows.map((row) => `${row.label}: ${row.lines.join("; ")}`))}`);
  else {
    const [line, ...more] = first!.lines;
    // An address of a page is left bare, so that every channel makes a link of it.
    const shown = /^https?:/.test(line!) ? line! : `**${line}**`;
    draft.say(
      `${first!.label} (**${office.name}**):${more.length > 0 ? `\n${bullets(first!.lines)}` : ` ${shown}`}`,
    );
  }
  const spoken = rows.map(({ label, lines }) => `${label}: ${lines.join("; ")}.`);
  draft.speak(`${office.name}. ${spoken.join(" ")}`);
}

/** The lines of one thing, with what proves them and the page that they lead to. */
function cited(draft: Draft, office: OfficeProfile, ask: OfficeAsk): readonly string[] {
  const lines = officeLines(office, ask);
  for (const evidence of officeEvidence(office, ask)) draft.cite(evidence);
  for (const url of lines) if (/^https?:/.test(url)) draft.links.push({ label: OFFICE_LABELS[ask], url });
  return lines;
}

/** Printed hours name the days on which it is open; of a day that they don't name nothing follows. */
function sayDay(draft: Draft, office: OfficeProfile, day: OfficeDay): void {
  const printed = ` ${officeLines(office, "hours").flatMap(foldedWords).join(" ")} `;
  const { name, words } = DAYS[day];
  if ([...words, ...EVERY_DAY].some((word) => printed.includes(` ${word} `))) return;
  const [telephone] = cited(draft, office, "telephone");
  const call = telephone ? ` Anh/chị gọi hỏi trước khi đến: ${telephone}.` : "";
  sayBoth(draft, `Giờ làm việc mà cơ quan công bố không nhắc tới ${name}.${call}`);
}

function sayMissing(draft: Draft, context: AnswerContext, missing: readonly OfficeAsk[]): void {
  if (missing.length === 0) return;
  const { office, handoffContact } = context.settings;
  const names = listing(missing.map((ask) => NAMES[ask]));
  sayBoth(draft, `${office?.name ?? "Cơ quan"} chưa công bố ${names} ở đây.`);
  for (const ask of missing) {
    const way = BY_PORTAL[ask];
    if (way) sayBoth(draft, way);
  }
  if (missing.some((ask) => BY_PORTAL[ask])) draft.links.push(PORTAL_LINK);
  if (missing.every((ask) => BY_PORTAL[ask])) return;
  const [telephone] = office && !missing.includes("telephone") ? cited(draft, office, "telephone") : [];
  if (handoffContact) {
    draft.compute(handoffContact, OPERATOR_CONTACT);
    sayBoth(draft, `Liên hệ của đơn vị: **${handoffContact}**.`);
  } else if (telephone) sayBoth(draft, `Anh/chị có thể hỏi qua điện thoại: ${telephone}.`);
  else sayBoth(draft, "Anh/chị xem bảng thông báo tại bộ phận một cửa, hoặc gõ “gặp cán bộ”.");
}

/** How to reach the office and when, in one sentence with what proves it; undefined where it states none of these. */
export function officeContact(
  draft: Draft,
  office: OfficeProfile | undefined,
  asks: readonly OfficeAsk[] = ["telephone", "address", "hours"],
): string | undefined {
  if (!office) return undefined;
  const parts = asks.flatMap((ask) => {
    const lines = cited(draft, office, ask);
    return lines.length > 0 ? [`${OFFICE_LABELS[ask].toLowerCase()} ${lines.join(", ")}`] : [];
  });
  return parts.length > 0 ? `**${office.name}**: ${parts.join("; ")}` : undefined;
}

/** Where a dossier is filed or looked up: the office's own page, else the national portal. */
export function officePage(
  draft: Draft,
  office: OfficeProfile | undefined,
  ask: "lookup" | "filing",
): string {
  const [page] = office ? cited(draft, office, ask) : [];
  return page && office ? `trang của ${office.name} (${page})` : PORTAL;
}

const sayBoth = (draft: Draft, sentence: string): Draft => draft.say(sentence).speak(forEar(sentence));
/** "Anh/chị" is not said with its stroke; addresses keep theirs. */
export const forEar = (sentence: string): string => sentence.replace(/(anh)\/(chị)/giu, "$1 $2");

const QUESTIONS: Readonly<Partial<Record<OfficeAsk, string>>> = {
  address: "Cơ quan ở đâu?",
  telephone: "Số điện thoại của cơ quan?",
  hours: "Cơ quan làm việc giờ nào?",
  lookup: "Tra cứu hồ sơ ở trang nào?",
  filing: "Nộp hồ sơ trực tuyến ở trang nào?",
};
/** What it states beside. */
const suggestions = (office: OfficeProfile | undefined, asked: readonly OfficeAsk[]): string[] =>
  OFFICE_ASKS.flatMap((ask) => {
    const question = QUESTIONS[ask];
    return office && question && !asked.includes(ask) && officeLines(office, ask).length > 0
      ? [question]
      : [];
  }).slice(0, 3);
