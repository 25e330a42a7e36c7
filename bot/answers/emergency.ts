/** Who may be in danger reads and hears first whom to call. */
import { HELP_LINES, type HelpLine, NUMBERING_PLAN } from "../../knowledge/help-lines.ts";
import { Draft, type DraftReply } from "../draft.ts";
import type { Query } from "../query.ts";
import type { Reply } from "../reply.ts";

type EmergencyQuery = Extract<Query, { kind: "emergency" }>;

const ADVICE: Readonly<Record<EmergencyQuery["about"], { text: string; spoken: string }>> = {
  danger: {
    text: "Anh/chị gọi trực tiếp, đừng chờ ở đây: trợ lý không báo tin thay được. Nếu có thể, hãy ra khỏi chỗ nguy hiểm trước; nói rõ địa điểm và số người khi gọi.",
    spoken: "Anh chị gọi trực tiếp ngay, tôi không báo tin thay được.",
  },
  selfHarm: {
    text: "Anh/chị không phải chịu một mình. Hãy nói ngay với một người thân hoặc người ở gần, nhờ họ ở lại bên cạnh; tránh xa những thứ có thể gây hại; đến bệnh viện hoặc trạm y tế gần nhất nếu cần. Nếu là người khác đang nguy hiểm, đừng để họ một mình.",
    spoken: "Anh chị không phải chịu một mình; hãy nói ngay với một người ở gần, nhờ họ ở lại bên cạnh.",
  },
};

export function answerEmergency({ about, lines }: EmergencyQuery): DraftReply {
  // These hold whatever documents an office has loaded.
  const draft = new Draft({ documents: [NUMBERING_PLAN], procedures: [] });
  const [first, ...more] = lines.map((number) => HELP_LINES[number]);
  if (!first) throw new RangeError("no number to call");
  const others = Object.values(HELP_LINES).filter((line) => !lines.includes(line.number));
  for (const line of [first, ...more, ...others]) draft.cite(line.evidence);
  const also = more.map((line) => `**${line.number}** (${line.name})`).join(", ");
  draft.say(`**Gọi ngay ${first.number}** (${first.name})${also && `; khi cần, gọi thêm ${also}`}.`);
  draft.say(ADVICE[about].text);
  draft.say(`Số khác: ${others.map(inBrackets).join(", ")}.`);
  draft.speak(`Anh chị gọi ngay ${first.number}, ${first.name}.`);
  if (more.length > 0) draft.speak(`Khi cần, gọi thêm ${more.map(forEar).join("; ")}.`);
  draft.speak(ADVICE[about].spoken);
  draft.suggest("Gặp cán bộ");
  return draft.finish();
}

const inBrackets = ({ number, name }: HelpLine) => `${number} (${name})`;
const forEar = ({ number, name }: HelpLine) => `${number}, ${name}`;

/** For doors that have more to offer to who may be in danger, such as a person to talk to. */
export const isEmergency = ({ status, citations }: Pick<Reply, "status" | "citations">): boolean =>
  status === "answered" && citations.some(({ number }) => number === NUMBERING_PLAN.number);
