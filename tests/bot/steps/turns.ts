/** Turns at a stage, for tests of one step. */
import { type Dialogue, emptyDialogue } from "../../../bot/dialogue.ts";
import type { DraftReply } from "../../../bot/draft.ts";
import type {
  HeardTurn,
  OfferedTurn,
  OpenTurn,
  RepliedTurn,
  UnderstoodTurn,
} from "../../../bot/steps/stages.ts";

export const dialogueWith = (given: Partial<Dialogue> = {}): Dialogue => ({ ...emptyDialogue(), ...given });

export const opened = (text: string, given: Partial<OpenTurn> = {}): OpenTurn => ({
  request: { text, channel: "web" },
  messageId: "m1",
  conversationId: "c1",
  identity: undefined,
  dialogue: emptyDialogue(),
  ...given,
});

export const heard = (question: string, given: Partial<HeardTurn> = {}): HeardTurn => ({
  ...opened(question),
  question,
  hadPersonalData: false,
  language: "vi",
  isEnglish: false,
  ...given,
});

export const understood = (given: Partial<UnderstoodTurn> = {}): UnderstoodTurn => ({
  ...heard("xin chào"),
  query: { kind: "smallTalk", topic: "greeting" },
  read: { text: "xin chào" },
  agencyIds: [],
  ...given,
});

export const draftOf = (text: string, given: Partial<DraftReply> = {}): DraftReply => ({
  status: "answered",
  kind: "none",
  text,
  spoken: text,
  tasks: [],
  procedures: [],
  citations: [],
  computed: [],
  links: [],
  options: [],
  suggestions: [],
  ...given,
});

export const offered = (given: Partial<OfferedTurn> = {}): OfferedTurn => ({
  ...understood(),
  draft: draftOf("Chào anh/chị."),
  opens: undefined,
  ...given,
});

export const replied = (given: Partial<RepliedTurn> = {}): RepliedTurn => {
  const turn = offered(given);
  return { ...turn, reply: turn.draft, ...given };
};
