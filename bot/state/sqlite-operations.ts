/** Loaded by the thread of the databases: everything that the store of conversations and mailbox can be asked. */
import type { OpenDatabase } from "./database-calls.ts";
import { createErasures } from "./erasures.ts";
import { conversationOperations } from "./sqlite-conversations.ts";
import { openDatabase } from "./sqlite-database.ts";
import { mailboxOperations } from "./sqlite-mailbox.ts";
import { type UpkeepSettings, upkeepOperations } from "./sqlite-upkeep.ts";

type Over = Parameters<typeof conversationOperations>[0];

function operationsOver(database: Over, settings: UpkeepSettings) {
  const erasures = createErasures(database);
  return {
    ...conversationOperations(database, erasures),
    ...mailboxOperations(database, erasures),
    ...upkeepOperations(database, settings),
  };
}
export type StoreOperations = ReturnType<typeof operationsOver>;

export async function open(file: string, settings: unknown): Promise<OpenDatabase> {
  const database = await openDatabase(file);
  try {
    return { database, operations: operationsOver(database, settings as UpkeepSettings) };
  } catch (error) {
    database.close();
    throw error;
  }
}
