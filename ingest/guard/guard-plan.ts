/** A plan of an added file with every text of it guarded. What is left of a row or paragraph is its quote too; one of which
 *  nothing is left goes. */
import type { Printed, PrintedPlan } from "../parsers/plan/printed-plan.ts";
import { guardedText, type TextGuard } from "./guard-text.ts";

export function guardedPlan(
  plan: PrintedPlan,
  guardFor: (file: string, place: string) => TextGuard,
): PrintedPlan {
  const { file } = plan;
  const texts = (place: string) => {
    const guard = guardFor(file, place);
    return (text: string): string => (text === "" ? "" : guardedText(text, guard));
  };
  const quoted = <Row extends Printed>(row: Row, words: (text: string) => string): Row => ({
    ...row,
    locator: words(row.locator) || file,
    quote: words(row.quote),
  });
  const head = texts("phần đầu");
  const { identity } = plan;
  return {
    ...plan,
    identity: {
      ...identity,
      number: head(identity.number),
      title: head(identity.title) || file,
      issuer: head(identity.issuer),
      signer: identity.signer === null ? null : head(identity.signer) || null,
    },
    facts: plan.facts.flatMap((row) => {
      const words = texts(row.locator);
      const own = { ...quoted(row, words), value: words(row.value) };
      return own.value === "" || own.quote === "" ? [] : [own];
    }),
    sections: plan.sections.flatMap((row) => {
      const words = texts(row.locator);
      const own = { ...quoted(row, words), title: words(row.title), path: row.path.map(words) };
      return own.title === "" || own.quote === "" ? [] : [own];
    }),
    blocks: plan.blocks.flatMap((row) => {
      const words = texts(row.locator);
      const text = words(row.text);
      const heading = row.heading === null ? null : words(row.heading);
      return text === ""
        ? []
        : [{ ...quoted(row, words), text, quote: text, heading, path: row.path.map(words) }];
    }),
    targets: plan.targets.flatMap((row) => {
      const words = texts(row.locator);
      const text = words(row.text);
      return text === "" ? [] : [{ ...quoted(row, words), text, quote: text, path: row.path.map(words) }];
    }),
    groups: plan.groups.map((row) => {
      const words = texts(row.locator);
      const own = quoted(row, words);
      return { ...own, name: words(row.name) || row.numeral, quote: own.quote || row.numeral };
    }),
    tasks: plan.tasks.flatMap((row) => {
      const words = texts(row.locator);
      const title = words(row.title);
      const own = quoted(row, words);
      if (title === "" || own.quote === "") return [];
      return [
        {
          ...own,
          title,
          label: words(row.label) || row.id,
          groupName: words(row.groupName) || row.groupNumeral,
          lead: words(row.lead),
          coordinating: words(row.coordinating),
          period: words(row.period),
          product: words(row.product),
          note: words(row.note),
          more: row.more.map(({ name, text }) => ({ name: words(name), text: words(text) })),
        },
      ];
    }),
  };
}
