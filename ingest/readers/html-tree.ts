/** An HTML tree within limits: the parser's own rules make work grow with the depth and let a short text become many
 *  elements, so both are counted while it works. */
import { type DefaultTreeAdapterMap, type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from "parse5";
import { Budget, type ReadLimits } from "../limits.ts";

/** Throws DocumentLimitError. */
export function parseHtml(
  file: string,
  html: string,
  limits: ReadLimits,
  options: { sourceCodeLocationInfo?: boolean } = {},
): DefaultTreeAdapterTypes.Document {
  const budget = new Budget(file, limits);
  let open = 0;
  return parse<DefaultTreeAdapterMap>(html, {
    ...options,
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(...args) {
        budget.node();
        return defaultTreeAdapter.createElement(...args);
      },
      onItemPush() {
        budget.depth(++open, "trang HTML");
      },
      onItemPop() {
        open--;
      },
    },
  });
}
