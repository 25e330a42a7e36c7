/** What a person reads of a message: its text, its card, the names of its citations, its buttons. */
import type { OutgoingActivity } from "../../../channels/teams/transport.ts";

interface MessageEntity {
  citation?: { appearance: { name: string; abstract: string } }[];
}

export function visibleText(activity: OutgoingActivity): string {
  return [
    activity.text ?? "",
    ...(activity.attachments ?? []).flatMap(({ content }) => textsIn(content)),
    ...((activity.entities ?? []) as MessageEntity[]).flatMap((entity) =>
      (entity.citation ?? []).map(({ appearance }) => `${appearance.name}\n${appearance.abstract}`),
    ),
    ...(activity.suggestedActions?.actions ?? []).map(({ title }) => title),
  ].join("\n");
}

function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    typeof part === "string" && ["text", "title"].includes(name) ? [part] : textsIn(part),
  );
}
