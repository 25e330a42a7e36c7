import { beforeAll, describe, expect, test } from "vitest";
import { ASPECT_ROWS } from "../../../bot/understanding/aspect-cues.ts";
import { utteranceOf } from "../../../bot/understanding/utterance.ts";
import { ASPECTS, type Aspect } from "../../../knowledge/records.ts";
import { fold } from "../../../knowledge/vietnamese/normalize.ts";
import { openShipped, type Shipped } from "./shipped.ts";

let shipped: Shipped;
beforeAll(async () => {
  shipped = await openShipped();
}, 120_000);

const asks = (text: string, aspect: Aspect): boolean =>
  shipped.understander
    .understand(utteranceOf(text))
    .cues.has(`aspect${aspect[0]!.toUpperCase()}${aspect.slice(1)}` as never);

describe("an aspect is heard in its own questions, with and without diacritics, and in no others", () => {
  test.each(ASPECTS)("%s", (aspect) => {
    const { examples, not } = ASPECT_ROWS[aspect];
    const missed = examples.flatMap((text) => [text, fold(text)]).filter((text) => !asks(text, aspect));
    expect(missed).toEqual([]);
    expect(not.filter((text) => asks(text, aspect))).toEqual([]);
  });
});
