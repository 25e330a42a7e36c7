import { expect, test } from "vitest";
import { offersOf } from "../../channels/offers.ts";

const options = [{ label: "Sở Y tế", kind: "agency" as const, id: "so-y-te" }];
const suggestions = ["Gặp cán bộ"];

test("what is asked back is offered; beside an answer, and where nothing is put to choice, what may be asked next", () => {
  expect(offersOf({ status: "clarification", options, suggestions })).toEqual(["Sở Y tế"]);
  expect(offersOf({ status: "answered", options, suggestions })).toEqual(suggestions);
  expect(offersOf({ status: "clarification", options: [], suggestions })).toEqual(suggestions);
});
