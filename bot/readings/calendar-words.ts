/** Where words of a calendar ask for no file of deadlines. */
import type { Token } from "../../knowledge/vietnamese/tokens.ts";
import type { Span } from "../understanding/phrases.ts";
import { has, type ReadingContext } from "./context.ts";

/** "Lịch sử", "lịch họp", "lịch tiêm": nothing that a deadline is put into. */
const NEVER =
  /^(su|hop|tiem|kham|thi|sat|chieu|bay|tau|xe|cat|chien|dau|phong|mo|dien|nuoc|boi|truc|nghi|hen|tra|tiep|hoc)$/;
/** "Lịch làm việc", "lịch công tác": one may be told of it, and may put something into it. */
const OF_OTHERS = /^(lam|cong|trinh|phat|tuan|thang)$/;

/** The request ends in "lịch", and what follows says which one. */
export function isOtherCalendar(tokens: readonly Token[], { from, to }: Span): boolean {
  if (tokens[to - 1]?.folded !== "lich") return false;
  const next = tokens[to]?.folded ?? "";
  const isInto = tokens.slice(from, to).some(({ folded }) => INTO.test(folded));
  return NEVER.test(next) || (OF_OTHERS.test(next) && !isInto);
}
const INTO = /^(vao|vo|zo|to|into|file|tep)$/;

/** Where or when something is, or whether it holds. */
const ASKS =
  /(^| )(khi nao|bao gio|luc nao|chung nao|hoi nao|(ngay|hom|bua|thu|thang|nam|gio|tuan|quy) (nao|may)|may gio|(o|cho|noi) (dau|nao)|nam dau|phai (khong|hong|hok|hem|ko|k)|dung (khong|hong|ko|k|chua))( |$)/;
/** "Chị đang ghi vào lịch của sếp": what the asker does, and nothing to be done. */
const DOING = /(^| )(dang|da|vua|moi) (ghi|dua|bo|them|luu|note|len|go|nhap)( \S+){0,4} lich( |$)/;

/** The sentence asks something else, or tells what the asker does with a calendar. */
export const isTold = (context: ReadingContext): boolean =>
  has(context, "heard") || ASKS.test(context.question.folded) || DOING.test(context.question.folded);
