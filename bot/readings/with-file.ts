/** "… ra Excel", "cho xin file": the rows that are answered with come as a table file too. */
import type { Query } from "../query.ts";
import type { ReadingContext } from "./context.ts";

const FILE =
  /(^| )(excel|csv|xlsx|xls|file|tep|bang tinh|google sheet|et xeo|ich xeo|ech xeo|ec xeo|word|docx|pdf)( |$)|(^| )(xuat|ket xuat|tai) (ra|ve|xuong|danh sach|bang)( |$)|(^| )gui (ca )?(cai )?(danh sach|bang)/;

const WITH_ROWS: ReadonlySet<Query["kind"]> = new Set(["taskSet", "groups", "comparison"]);

export const asksForFile = ({ question }: Pick<ReadingContext, "question">): boolean =>
  FILE.test(question.folded);

export const withFile = (query: Query, context: ReadingContext): Query =>
  WITH_ROWS.has(query.kind) && asksForFile(context) ? { kind: "withFile", of: query } : query;
