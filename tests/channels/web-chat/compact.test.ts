import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { compact } from "../../../channels/web-chat/compact.ts";

const PUBLIC = new URL("../../../channels/web-chat/public/", import.meta.url);
const files = (ending: string) => readdirSync(PUBLIC).filter((name) => name.endsWith(ending));
const read = (name: string) => readFileSync(new URL(name, PUBLIC), "utf8");

/** Every token as it is written; what is between them, only as the end of a line. */
function tokens(script: string): string[] {
  const found: string[] = [];
  const source = ts.createSourceFile("script.js", script, ts.ScriptTarget.ESNext, true, ts.ScriptKind.JS);
  function walk(node: ts.Node): void {
    if (node.kind >= ts.SyntaxKind.FirstJSDocNode && node.kind <= ts.SyntaxKind.LastJSDocNode) return;
    const children = node.getChildren(source);
    if (children.length === 0) found.push(node.getText(source));
    for (const child of children) walk(child);
  }
  walk(source);
  return found.filter((token) => token !== "");
}

describe("scripts and styles as they are sent", () => {
  test.each(files(".js"))("%s means the same, token by token", (name) => {
    const script = read(name);
    const sent = compact(script);
    expect(tokens(sent)).toEqual(tokens(script));
    expect(tokens(script).length).toBeGreaterThan(3);
    expect(sent).not.toMatch(/^\s|^\/\*\*(?![^\n]*\*\/.)|\n\n/m);
  });

  test.each(files(".css"))("%s has the same rules", (name) => {
    const rules = (css: string) =>
      css
        .replaceAll(/\/\*[^*]*\*\//g, "")
        .replaceAll(/\s+/g, " ")
        .trim();
    expect(rules(compact(read(name)))).toBe(rules(read(name)));
  });

  test("comments of one line and of several go, code behind one stays", () => {
    const text = "/** a\n *  b */\nconst x = 1; // c\n\n  // d\n  /* e */ f();\n/* g */\nh();\n";
    expect(compact(text)).toBe("const x = 1; // c\n/* e */ f();\nh();\n");
  });
});
