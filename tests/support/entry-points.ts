/** Started by a person or a process manager: they read the environment and hand its values on. Loading one runs it. */
export const ENTRY_POINTS: readonly string[] = [
  "channels/ask.ts",
  "channels/cases.ts",
  "channels/mail.ts",
  "channels/store.ts",
  "channels/teams/build-package.ts",
  "channels/mcp/cli.ts",
  "ingest/cli.ts",
  "ingest/office/cli.ts",
  "ingest/records.ts",
  "main.ts",
];
