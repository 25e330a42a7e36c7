/** The shipped program with switches, ready to be asked the same thousands of times. */
import type { Assistant } from "../../../bot/assistant.ts";
import type { ConversationStore } from "../../../bot/state/store.ts";
import type { KnowledgeBase } from "../../../knowledge/knowledge-base.ts";
import type { OfficeProfile } from "../../../knowledge/office-profile.ts";
import { exampleOffice, shippedKnowledge } from "../../support/assistant.ts";
import { createMemoryStore } from "../../support/memory-store.ts";
import { instrumented } from "./instrument.ts";
import { hold, type Rehearsal } from "./measure.ts";

/** @param now  Fixed, so that deadlines are always equally far away. */
export async function openRehearsal(now: Date): Promise<Rehearsal & { close(): void }> {
  const program = await instrumented();
  const knowledge = withMemory(await shippedKnowledge());
  // What matches while records are read is no rule of questions.
  const whileReading = new Set<string>();
  let allows = (row: string) => {
    whileReading.add(row);
    return true;
  };
  program.switches.allows = (row) => allows(row);
  const create = (office?: OfficeProfile): { assistant: Assistant; forget(): void } => {
    let store = createMemoryStore();
    const assistant = program.createAssistant({
      knowledge,
      store: new Proxy({} as ConversationStore, { get: (_target, key) => Reflect.get(store, key) }),
      now: () => now,
      retentionDays: 30,
      handoffContact: "",
      office,
      allowsRow: (row) => allows(row),
    });
    const forget = () => {
      store = createMemoryStore();
    };
    return { assistant, forget };
  };
  const plain = create();
  const ofOffice = create(await exampleOffice());
  return {
    rows: program.rows.filter((row) => !whileReading.has(row)),
    async ask(conversation, allowsRow) {
      const { assistant, forget } = conversation.office ? ofOffice : plain;
      allows = allowsRow;
      try {
        return await hold(assistant, conversation);
      } finally {
        forget();
      }
    },
    close: program.remove,
  };
}

/** What a search found before is not searched again: no row changes it. */
function withMemory(knowledge: KnowledgeBase): KnowledgeBase {
  const { retriever } = knowledge;
  const searched = new Map<string, ReturnType<typeof retriever.search>>();
  const found = new Map<string, ReturnType<typeof retriever.findProcedures>>();
  return Object.create(knowledge, {
    retriever: {
      value: Object.create(retriever, {
        search: {
          value: (...args: Parameters<typeof retriever.search>) =>
            remembered(searched, JSON.stringify(args), () => retriever.search(...args)),
        },
        findProcedures: {
          value: (...args: Parameters<typeof retriever.findProcedures>) =>
            remembered(found, JSON.stringify(args), () => retriever.findProcedures(...args)),
        },
      }),
    },
  });
}

function remembered<T>(known: Map<string, T>, key: string, find: () => T): T {
  const value = known.get(key) ?? find();
  known.set(key, value);
  return value;
}
