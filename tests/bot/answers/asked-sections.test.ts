import { expect, test } from "vitest";
import { sectionsOf } from "../../../bot/answers/asked-sections.ts";

const asked = (...pointers: string[]) => pointers.map((pointer) => ({ pointer, share: 0.5 }));

test("sections stand for themselves, cases of papers for theirs, and other items for none", () => {
  expect(sectionsOf(asked("/fees", "/times"))).toEqual(["fee", "time"]);
  expect(sectionsOf(asked("/documents/2", "/documents"))).toEqual(["documents"]);
  expect(sectionsOf(asked("/conditions/0", "/notes/1", "/steps/2", "/ages"))).toEqual([]);
});
