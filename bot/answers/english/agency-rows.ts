/** The rows of one agency in English: what is given to all counted with what names it. */
import { agencyById } from "../../agency-names.ts";
import type { Subject } from "../../sets/subject.ts";
import { bullets } from "../context.ts";
import { describePredicate } from "./sets.ts";
import { COUNTED, counted, type Sheet } from "./sheet.ts";
import { BY_ASSISTANT, line, ROLES, speakSome } from "./tasks.ts";

const PARTS = [
  { role: "lead", directness: "named", title: "Lead, by name" },
  { role: "lead", directness: "collective", title: "Lead, assigned to the agencies as a whole" },
  { role: "coordinating", directness: "named", title: "Coordinating, by name" },
  { role: "coordinating", directness: "collective", title: "Coordinating, assigned as a whole" },
] as const;

/** `subject`: whose rows the draft shows. */
export function agencyRows({ where, others }: Subject, sheet: Sheet): void {
  const { context, draft } = sheet;
  const rows = draft.tasks;
  const agency = agencyById(context.knowledge, where.agencyId);
  if (where.department)
    sheet.both(
      `The plan gives nothing to departments of the district; their part counts under **${agency.name}**.`,
    );
  const what = others.map((part) => describePredicate(part, context.knowledge)).join(", ");
  const count = `**${sheet.compute(rows.length, COUNTED)}**`;
  const verb = where.role ? ROLES[where.role] : "leads or coordinates";
  const named = rows.filter(({ directness }) => directness === "named").length;
  const byName =
    named < rows.length
      ? `; by name **${sheet.compute(named, COUNTED)}** of them, the others are assigned to the agencies as a whole`
      : "";
  sheet.both(
    `**${agency.name}** ${verb} ${counted(count, "task")}${what ? ` ${what}` : ""}${byName} ${BY_ASSISTANT}.`,
  );
  speakSome(rows, sheet);
  for (const { role, directness, title } of PARTS) {
    const own = rows.filter((row) => row.role === role && row.directness === directness);
    if (own.length > 0)
      sheet.say(`**${title} (${sheet.compute(own.length, COUNTED)})**\n${bullets(own.map(line))}`);
  }
}
