/** Of papers, and no other procedure is named: asked of the one that is spoken of. */

import type { Aspect } from "../../knowledge/records.ts";
import { withoutTail } from "../../knowledge/text-scan.ts";
import type { Token } from "../../knowledge/vietnamese/tokens.ts";
import type { Query } from "../query.ts";
import type { TopicMatch } from "../understanding/topic.ts";
import { has, type ReadingContext } from "./context.ts";
import { NAMED } from "./fits.ts";
import { matchProcedures } from "./matches.ts";
import { procedureQueryOf, RECEIVES } from "./procedure-particulars.ts";

/** "Nhờ chồng đi nộp được không?", "ký sẵn ở nhà được không?" */
const FILING = /(?:^| )(?:nop|lam|ky|lay|nhan|mang|dem|gui|khai|dang ky|dk|thay|giup|gium|ho)(?: |$)/;

const MAY_IT = / (?:duoc|dc) (?:khong|ko|k|hong|hok)$/;

function asksWhetherFiled(text: string): boolean {
  const asked = withoutTail(text, /[?. ]/);
  const end = MAY_IT.exec(asked);
  return end !== null && FILING.test(asked.slice(0, end.index));
}

/** Of papers, and no other procedure is named: asked of the one that is spoken of. */
export function keptProcedure(context: ReadingContext, aspects: Aspect[]): Query | undefined {
  const { question, dialogue, topics } = context;
  const { last } = dialogue;
  if (last?.kind !== "procedure" || has(context, "followUp", "elsewhere")) return undefined;
  const words = question.procedureTopics[0]!.filter(({ kind }) => kind === "word");
  const text = question.plain;
  const isFiling = asksWhetherFiled(text) || RECEIVES.test(text);
  const isOfPapers = isFiling || question.domain === "papers" || words.every((word) => topics.isCommon(word));
  if (!isOfPapers || (question.domain === null && aspects.length === 0 && !isFiling)) return undefined;
  const matches = matchProcedures(context);
  const own = matches.find(({ recordId }) => recordId === last.code);
  const isAnother = ({ recordId, precision, coverage }: TopicMatch) =>
    recordId !== last.code && precision >= NAMED && coverage > (own?.coverage ?? 0);
  const isStrange = ({ kind, folded }: Token) => kind === "word" && !topics.knows(folded);
  if (matches.some(isAnother) || (!isFiling && words.some(isStrange))) return undefined;
  return { ...procedureQueryOf(context, last.code, aspects), particular: true };
}
