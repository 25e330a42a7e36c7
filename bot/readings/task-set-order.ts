/** Which rows come first: the best of them alone, or all in the order of their ends. */
import type { TaskSet } from "../sets/task-set.ts";
import { superlativeIn } from "../understanding/superlatives.ts";
import { has, type ReadingContext } from "./context.ts";
import { type Atom, hasMark } from "./plan-atoms.ts";

/** "Nhiệm vụ nào kéo dài nhất", "việc nào nhiều đơn vị phối hợp nhất", "cái nào hạn sớm nhất". */
export function bestOf(
  context: ReadingContext,
): { by: "end" | "duration" | "coordinating"; most: boolean } | undefined {
  const superlative = superlativeIn(context.question.plain);
  if (superlative?.of === "duration" || superlative?.of === "coordinating")
    return { by: superlative.of, most: superlative.order === "most" };
  const extreme = extremeOf(context);
  return extreme && { by: "end", most: extreme === "latest" };
}

/** "Cái nào xong trước", "hạn xa nhất"; but "xong trước 2025" is a limit. */
function extremeOf(context: ReadingContext): "earliest" | "latest" | undefined {
  const text = context.question.folded;
  if (
    has(context, "earliest") ||
    /(^| )(xong|han|het han|toi han|ket thuc|hoan thanh) truoc( (a|nhi|vay|the|ha|em|chau))?$/.test(text)
  )
    return "earliest";
  return has(context, "latest") ||
    /(^| )(xong|han|het han|ket thuc|hoan thanh) sau( (a|nhi|vay|the|ha|em|chau))?$/.test(text)
    ? "latest"
    : undefined;
}

const SORTS =
  /(^| )(xep|sap xep|sap|sort)( \S+){0,14} theo (thu tu )?(thoi han|thoi gian|han|nam|moc|deadline)( |$)/;

/** "Sắp xếp các việc của Văn phòng theo thời hạn": the words between are of the rows. */
export const asksOrder = ({ question }: ReadingContext, atoms: readonly Atom[]): boolean =>
  hasMark(atoms, "inOrder") || SORTS.test(question.folded);

/** "Xếp theo thời hạn từ sớm tới muộn"; undefined where no order is asked for. */
export function inOrder(of: TaskSet, context: ReadingContext, atoms: readonly Atom[]): TaskSet | undefined {
  const { question } = context;
  if (!asksOrder(context, atoms)) return undefined;
  return {
    op: "sorted",
    of,
    ...(/(^| )tu (muon|tre|xa)( |$)/.test(question.folded) ? { last: true as const } : {}),
  };
}
