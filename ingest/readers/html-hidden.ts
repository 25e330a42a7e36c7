/** Elements that a page does not show, by what stands on the element itself. Style sheets are not followed. */
import type { DefaultTreeAdapterTypes as Tree } from "parse5";

const HIDING: readonly (readonly [property: string, value: RegExp])[] = [
  ["display", /^none$/],
  ["visibility", /^(?:hidden|collapse)$/],
  ["opacity", /^0(?:\.0+)?%?$/],
  ["font-size", /^(?:0(?:\.\d+)?|1)(?:px|pt|em|rem|%)?$/],
];
const WHITE = /^(?:white|#fff|#ffffff|rgba?\(255,255,255(?:,1)?\)|transparent)$/;

export function isHidden(node: Tree.Element): boolean {
  if (node.attrs.length === 0) return false;
  if (node.attrs.some(({ name }) => name === "hidden")) return true;
  const style = stylesOf(node);
  if (style.size === 0) return false;
  if (HIDING.some(([property, value]) => value.test(style.get(property) ?? ""))) return true;
  return WHITE.test(style.get("color") ?? "") && !hasBackground(node);
}

/** "color:#FFF !important" → color, #fff. */
function stylesOf(node: Tree.Element): Map<string, string> {
  const printed = node.attrs.find(({ name }) => name === "style")?.value ?? "";
  return new Map(
    printed.split(";").flatMap((rule): [string, string][] => {
      const colon = rule.indexOf(":");
      if (colon < 0) return [];
      const value = rule
        .slice(colon + 1)
        .toLowerCase()
        .replace("!important", "")
        .replace(/\s/g, "");
      return [[rule.slice(0, colon).trim().toLowerCase(), value]];
    }),
  );
}

/** White letters on a bar of colour are a heading. A class may give the bar as well. */
function hasBackground(node: Tree.Element): boolean {
  for (let at: Tree.Node | null = node; at && "tagName" in at; at = at.parentNode) {
    const element: Tree.Element = at;
    if (element.attrs.some(({ name }) => name === "class" || name === "bgcolor")) return true;
    const styles = stylesOf(element);
    const background = styles.get("background") ?? styles.get("background-color");
    if (background !== undefined && !WHITE.test(background)) return true;
  }
  return false;
}
