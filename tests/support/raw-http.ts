/** Bytes on a connection, as no well-behaved client would send them. */
import { connect, type Socket } from "node:net";

export interface RawOptions {
  /** Ends our side when all was sent. */
  halfClose?: boolean;
  /** What to wait at most for the connection's end. */
  timeoutMs?: number;
}

/** All that came back until the server closed the connection. Rejects when it hasn't by then. */
export function sendRaw(port: number, bytes: string | Buffer, options: RawOptions = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    const socket = connect(port, "127.0.0.1");
    const timer = setTimeout(() => {
      socket.destroy();
      reject(new Error(`still open: ${Buffer.concat(parts).toString("latin1").slice(0, 200)}`));
    }, options.timeoutMs ?? 10_000);
    socket.on("data", (part) => parts.push(part));
    // A reset is an end like another.
    socket.on("error", () => {});
    socket.on("close", () => {
      clearTimeout(timer);
      resolve(Buffer.concat(parts).toString("utf8"));
    });
    socket.write(bytes);
    if (options.halfClose) socket.end();
  });
}

/** Of each answer in what came back. */
export const statusesOf = (raw: string): number[] =>
  [...raw.matchAll(/(?:^|\n|\})HTTP\/1\.1 (\d{3}) /g)].map((match) => Number(match[1]));

export const bodyOf = (raw: string): string => raw.slice(raw.indexOf("\r\n\r\n") + 4);

/** A request whose connection ends with its answer. */
export const request = (line: string, headers: readonly string[] = ["Host: x"], body = ""): string =>
  `${[`${line} HTTP/1.1`, ...headers, "Connection: close"].join("\r\n")}\r\n\r\n${body}`;

/** A connection that is held, and what came on it. Resolves when it is open. */
export function hold(port: number, bytes = ""): Promise<{ socket: Socket; closed: Promise<void> }> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    const closed = new Promise<void>((close) => socket.once("close", () => close()));
    socket.on("error", () => {});
    socket.once("connect", () => {
      if (bytes !== "") socket.write(bytes);
      resolve({ socket, closed });
    });
  });
}
