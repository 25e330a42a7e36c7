/** /metrics: on the server of the office's pages, or on a port of its own that only the office's own network reaches. */
import type { Logger } from "pino";
import { send } from "./http/answers.ts";
import { createClients } from "./http/client-address.ts";
import { createDoor, type Door, type Handler } from "./http/door.ts";
import type { Metrics } from "./metrics.ts";

const CLOSE_TIMEOUT_MS = 1000;

export function mountMetrics(
  door: Door,
  { registry }: Pick<Metrics, "registry">,
  limited: (handler: Handler) => Handler = (handler) => handler,
): void {
  const handler = limited(async (_request, response) => {
    send(response, 200, registry.contentType, await registry.metrics());
  });
  door.on("GET", "/metrics", handler);
  door.on("HEAD", "/metrics", handler);
}

/** Resolves to the port that was taken. Rejects with the system's error, such as EADDRINUSE. */
export async function serveMetrics(
  address: { port: number; host: string },
  { logger, metrics }: { logger: Logger; metrics: Metrics },
): Promise<{ port: number; close(): Promise<void> }> {
  const door = createDoor({ logger, metrics, clients: createClients(false) });
  mountMetrics(door, metrics);
  const port = await door.listen(address.port, address.host);
  return { port, close: () => door.close(CLOSE_TIMEOUT_MS) };
}
