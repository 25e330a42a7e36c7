import { describe, expect, test } from "vitest";
import { z } from "zod";
import { parseJson } from "../../../ingest/parsers/json-document.ts";
import { DocumentError } from "../../../knowledge/errors.ts";

const schema = z.object({ name: z.string(), fees: z.array(z.object({ amount: z.number() })) });
const parse = (content: string) => parseJson("le-phi.json", content, schema);

function errorOf(content: string): DocumentError {
  try {
    parse(content);
  } catch (error) {
    expect(error).toBeInstanceOf(DocumentError);
    return error as DocumentError;
  }
  throw new Error("the document was taken");
}

test("a sound document comes out as its schema says, letters composed", () => {
  const content = JSON.stringify({ name: "Lệ phí", fees: [{ amount: 8000 }] });
  expect(parse(content.normalize("NFD"))).toEqual({
    name: "Lệ phí".normalize("NFC"),
    fees: [{ amount: 8000 }],
  });
});

describe("broken JSON names the file and the line", () => {
  test.each([
    ["a lost comma", '{\n  "name": "a"\n  "fees": []\n}', "dòng 3"],
    ["a comma too many", '{\n  "name": "a",\n}', "dòng 3"],
    ["a stray word", '{\n  "name": x\n}', "dòng 2"],
    ["a text cut short", '{\n  "name": "a",\n  "fees": [', "dòng 3"],
  ])("%s", (_what, content, place) => {
    const error = errorOf(content);
    expect(error).toMatchObject({ file: "le-phi.json", place, code: "document_invalid" });
    expect(error.message).toBe(`le-phi.json (${place}): JSON hỏng`);
    expect(error.cause).toBeInstanceOf(SyntaxError);
  });

  test.each(["", "{", '{"name": "a", "fees": [', "không phải JSON"])("“%s” is broken too", (content) => {
    expect(errorOf(content).message).toContain("JSON hỏng");
  });
});

describe("a wrong value names its path", () => {
  test.each([
    ['{"name": 1, "fees": []}', "name"],
    ['{"fees": []}', "name"],
    ['{"name": "a", "fees": [{"amount": 1}, {"amount": "8.000"}]}', "fees/1/amount"],
    ['{"name": "a", "fees": {}}', "fees"],
  ])("%s", (content, place) => {
    expect(errorOf(content)).toMatchObject({ file: "le-phi.json", place });
  });

  test.each(["[]", "null", '"chữ"', "7"])(
    "%s as a whole has no path, the file is named all the same",
    (content) => {
      const error = errorOf(content);
      expect(error).toMatchObject({ file: "le-phi.json", place: null });
      expect(error.message).toMatch(/^le-phi\.json: /);
    },
  );
});
