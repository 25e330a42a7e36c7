/** Connections are few and files are counted: whoever keeps one open without asking, sending or reading gives it back in
 *  time, and gives it up at once to one that comes when all are taken. So a flood of silent ones, even under a low limit
 *  of open files, leaves room for the next question. */
import { readFileSync } from "node:fs";
import type { IncomingMessage, Server as NodeServer, ServerResponse } from "node:http";
import type { Socket } from "node:net";

export interface ConnectionLimits {
  /** Open at the same time. */
  total: number;
  /** Of these, by one client. */
  perClient: number;
}

export interface Timeouts {
  /** From the connection, or the end of the answer before, to the last header. */
  headersMs: number;
  /** The same to the last byte of the body. */
  requestMs: number;
  /** Between an answer and the next request. */
  keepAliveMs: number;
  /** For an answer to be read, from when all of it was written. */
  readMs: number;
  /** Without a byte in either direction: above the longest that an answer takes to be made. */
  silenceMs: number;
  /** How often the above are looked at. */
  checkMs: number;
}

export const TIMEOUTS: Timeouts = {
  headersMs: 10_000,
  requestMs: 30_000,
  keepAliveMs: 5000,
  readMs: 60_000,
  silenceMs: 120_000,
  checkMs: 2000,
};

export interface ConnectionOptions {
  /** Who holds a connection; null for one that stands for many and is held to the total alone. */
  holderOf: (socket: Socket) => string | null;
  limits?: ConnectionLimits;
  timeouts?: Partial<Timeouts>;
}

export interface Connections {
  /** Cuts those that have no request in hand. */
  closeIdle(): void;
  closeAll(): void;
}

interface Connection {
  holder: string | null;
  /** The last that came in; none before the first. */
  request?: IncomingMessage;
  response?: ServerResponse;
  /** By performance.now(), when all of an answer was first seen written and not yet read. */
  writtenAt?: number;
}

/** To be called before `listen`. */
export function watchConnections(http: NodeServer, options: ConnectionOptions): Connections {
  const limits = options.limits ?? limitsFor(openFilesLimit());
  const timeouts = { ...TIMEOUTS, ...options.timeouts };
  /** In the order of who has been waited for longest. */
  const open = new Map<Socket, Connection>();
  const heldBy = new Map<string, number>();

  http.headersTimeout = timeouts.headersMs;
  http.requestTimeout = timeouts.requestMs;
  http.keepAliveTimeout = timeouts.keepAliveMs;
  http.timeout = timeouts.silenceMs;
  // An option of http.createServer, which another package calls; read when listening begins.
  (http as { connectionsCheckingInterval?: number }).connectionsCheckingInterval = timeouts.checkMs;

  http.on("connection", (socket: Socket) => {
    const holder = options.holderOf(socket);
    const isFull = open.size >= limits.total;
    const hasTooMany = holder !== null && (heldBy.get(holder) ?? 0) >= limits.perClient;
    if ((isFull || hasTooMany) && !giveUpOne(hasTooMany ? holder : undefined)) {
      socket.destroy();
      return;
    }
    open.set(socket, { holder });
    if (holder !== null) heldBy.set(holder, (heldBy.get(holder) ?? 0) + 1);
    socket.once("close", () => forget(socket));
  });

  http.on("request", (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request;
    const connection = open.get(socket);
    if (!connection) return;
    movedOn(socket, { holder: connection.holder, request, response });
    response.once("close", () => {
      if (open.get(socket)?.response === response) movedOn(socket, { holder: connection.holder });
    });
  });

  const timer = setInterval(() => {
    const at = performance.now();
    for (const [socket, connection] of open) {
      if (!connection.response?.writableEnded) continue;
      connection.writtenAt ??= at;
      if (at - connection.writtenAt >= timeouts.readMs) socket.destroy();
    }
  }, timeouts.checkMs).unref();
  http.once("close", () => clearInterval(timer));

  function movedOn(socket: Socket, connection: Connection): void {
    open.delete(socket);
    open.set(socket, connection);
  }

  function forget(socket: Socket): void {
    const holder = open.get(socket)?.holder;
    open.delete(socket);
    if (holder === null || holder === undefined) return;
    const left = (heldBy.get(holder) ?? 1) - 1;
    if (left > 0) heldBy.set(holder, left);
    else heldBy.delete(holder);
  }

  /** Cuts the one that has been waited for longest; false when an answer is being made for each. */
  function giveUpOne(holder: string | undefined): boolean {
    for (const [socket, connection] of open) {
      if (isBeingAnswered(connection) || (holder !== undefined && connection.holder !== holder)) continue;
      forget(socket);
      socket.destroy();
      return true;
    }
    return false;
  }

  return {
    closeIdle() {
      for (const [socket, { request }] of open) if (!request) socket.destroy();
    },
    closeAll() {
      for (const socket of open.keys()) socket.destroy();
    },
  };
}

/** All of it has come, and it is our turn. */
const isBeingAnswered = ({ request, response }: Connection): boolean =>
  request?.complete === true && response?.writableEnded === false;

/** For the store, the knowledge base, the log and calls to other servers. */
const FILES_KEPT = 96;
const FEWEST = 16;
const MOST = 10_000;
const MOST_OF_ONE = 1000;

/** @param openFiles  How many files the process may have open. */
export function limitsFor(openFiles: number): ConnectionLimits {
  const total = Math.min(MOST, Math.max(FEWEST, openFiles - FILES_KEPT));
  return { total, perClient: Math.min(MOST_OF_ONE, Math.floor((total * 3) / 4)) };
}

/** Of this process; Infinity where the system doesn't tell. */
function openFilesLimit(): number {
  try {
    const line = /^Max open files\s+(\d+)/m.exec(readFileSync("/proc/self/limits", "utf8"));
    return line ? Number(line[1]) : Number.POSITIVE_INFINITY;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
