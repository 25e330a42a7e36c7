/** The MCP server over streamable HTTP, without sessions. For programs on the same machine, or behind the office's own
 *  proxy, which knows who may ask. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
import { RequestError } from "../../knowledge/errors.ts";
import { watchConnections } from "../http/connections.ts";
import { guardRequests } from "../http/request-guard.ts";
import { expectContentType, parseJson, readBody } from "../request-body.ts";

export const MCP_PATH = "/mcp";
const MAX_BODY_BYTES = 64 * 1024;
const HOST = "127.0.0.1";

/** Listens on this machine alone; port 0 takes a free one. */
export async function serveHttp(
  create: () => McpServer,
  port: number,
): Promise<{ url: string; close(): Promise<void> }> {
  let hosts: string[] = [];
  const server: Server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (response.headersSent) return response.end();
      const known = error instanceof RequestError;
      const code = known ? error.code : "error_internal";
      response.writeHead(known ? error.status : 500, { "Content-Type": "application/json" });
      response.end(JSON.stringify({ jsonrpc: "2.0", id: null, error: { code: -32000, message: code } }));
    });
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url !== MCP_PATH)
      throw new RequestError("not_found", "Không có địa chỉ này.", { status: 404 });
    if (request.method !== "POST")
      throw new RequestError("method_not_allowed", "Chỉ nhận POST.", { status: 405 });
    // The transport looks at these as well, but only after the body.
    if (!hosts.includes(request.headers.host ?? ""))
      throw new RequestError("host_unknown", "Không nhận yêu cầu gửi tới tên máy này.", { status: 403 });
    expectContentType({ "content-type": request.headers["content-type"] }, "application/json");
    const body = parseJson(await readBody(request, MAX_BODY_BYTES));
    const mcp = create();
    const transport = new StreamableHTTPServerTransport({
      enableJsonResponse: true,
      // A page in a browser must not reach it through a name of its own (DNS rebinding).
      enableDnsRebindingProtection: true,
      allowedHosts: hosts,
    });
    response.on("close", () => {
      mcp.close().catch(() => {});
    });
    await mcp.connect(transport);
    await transport.handleRequest(request, response, body);
  }

  guardRequests(server, { headers: {}, onFault: () => {}, onRefused: () => {} });
  watchConnections(server, { holderOf: () => null });

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, HOST, resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  hosts = [`${HOST}:${taken}`, `localhost:${taken}`];
  return {
    url: `http://${HOST}:${taken}${MCP_PATH}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
