/** Targets, with the percentage that is put to be confirmed. */

import type { Query } from "../query.ts";
import { has, type ReadingContext } from "./context.ts";

const MAX_TARGETS = 3;

/** "Có phải trên 50% không?", "40-45% hả?": the figure or the range that is put. */
export function percentIn({ question }: ReadingContext): string | undefined {
  const text = question.plain;
  const [, from, to] =
    /(?:(\d{1,3}) ?(?:%|phan tram)? ?(?:-|den) ?)?(\d{1,3}) ?(?:%|phan tram)/.exec(text) ?? [];
  const asks = /(^| )(co phai|phai khong|dung khong|co dung|ha|a|chu|khong)[ ?.]*(?:$|tren|duoi|la|\d)/.test(
    text,
  );
  return to && asks ? (from ? `${from}-${to}` : to) : undefined;
}

/** At most three of the targets; with the percentage that is to be confirmed. */
export function targetQuery(
  context: ReadingContext,
  ids: readonly string[],
): Extract<Query, { kind: "target" }> {
  const percent = percentIn(context);
  return {
    kind: "target",
    ids: ids.slice(0, MAX_TARGETS),
    completion: has(context, "completion"),
    all: false,
    ...(percent === undefined ? {} : { percent }),
  };
}
