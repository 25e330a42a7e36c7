/** Whom a limit counts: one client, wherever its connection comes from, and only by what nobody could have made up. */
import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import ipaddr from "ipaddr.js";
import { type Address, parseAddress, parseNetwork, type TrustProxy } from "./networks.ts";

/** The networks that are counted as one: what a provider gives to one line. */
const IPV6_CLIENT_BITS = 64;
/** What a provider gives to one site; whoever has it has 65,536 of the above. */
const IPV6_SITE_BITS = 48;

const UNKNOWN = "unknown";

export interface Clients {
  /** A client's name for limits: an IPv4 address, or the /64 of an IPv6 one; "unknown" once the caller is gone. */
  of(request: Pick<IncomingMessage, "headers" | "socket">): string;
  /** Who holds a connection, named likewise; null for a proxy, which holds those of many. */
  holder(socket: Pick<Socket, "remoteAddress">): string | null;
}

export function createClients(trust: TrustProxy): Clients {
  const isTrusted = trustedBy(trust);
  return {
    of({ headers, socket }) {
      const entries = String(headers["x-forwarded-for"] ?? "").split(",");
      let client = parseAddress(socket.remoteAddress ?? "");
      // From the nearest to the farthest: each is the word of the one before it.
      for (let hop = 0; client && entries.length > 0 && isTrusted(client, hop); hop++) {
        const told = parseEntry(entries.pop()!);
        // Nothing that can be an address: who said so is the last that is known.
        if (!told) break;
        client = told;
      }
      return client ? nameOf(client) : UNKNOWN;
    },
    holder({ remoteAddress }) {
      const address = parseAddress(remoteAddress ?? "");
      if (!address) return UNKNOWN;
      return isTrusted(address, 0) ? null : nameOf(address);
    },
  };
}

/** The wider network of a client, for what is counted against guessing: an IPv4 address, or the /48 of an IPv6 one. */
export function siteOf(client: string): string {
  const address = parseAddress(client.split("/")[0]!);
  return address?.kind() === "ipv6" ? networkOf(address as ipaddr.IPv6, IPV6_SITE_BITS) : client;
}

function trustedBy(trust: TrustProxy): (address: Address, hop: number) => boolean {
  if (typeof trust === "boolean" || typeof trust === "number") {
    const hops = Number(trust);
    return (_address, hop) => hop < hops;
  }
  const networks = trust.map(parseNetwork).filter((network) => network !== undefined);
  return (address) =>
    networks.some(([base, bits]) => base.kind() === address.kind() && address.match(base as never, bits));
}

function nameOf(address: Address): string {
  return address.kind() === "ipv6" ? networkOf(address as ipaddr.IPv6, IPV6_CLIENT_BITS) : address.toString();
}

function networkOf(address: ipaddr.IPv6, bits: number): string {
  const parts = address.parts.map((part, i) => ((i + 1) * 16 <= bits ? part : 0));
  return `${new ipaddr.IPv6(parts).toString()}/${bits}`;
}

/** As proxies write them: "192.0.2.1", "192.0.2.1:5001", "2001:db8::1", "[2001:db8::1]", "[2001:db8::1]:5001". */
function parseEntry(entry: string): Address | undefined {
  const text = entry.trim();
  const bracketed = /^\[([^\]]*)\](?::\d{1,5})?$/.exec(text)?.[1];
  if (bracketed !== undefined) return parseAddress(bracketed);
  const withPort = /^(\d{1,3}(?:\.\d{1,3}){3}):\d{1,5}$/.exec(text)?.[1];
  return parseAddress(withPort ?? text);
}
