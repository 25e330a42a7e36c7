import { describe, expect, test } from "vitest";
import { createClients, siteOf } from "../../../channels/http/client-address.ts";
import { isNetwork, type TrustProxy } from "../../../channels/http/networks.ts";

const clientOf = (trust: TrustProxy, remoteAddress: string, forwarded?: string) =>
  createClients(trust).of({
    headers: forwarded === undefined ? {} : { "x-forwarded-for": forwarded },
    socket: { remoteAddress } as never,
  });

describe("one client by whatever it comes", () => {
  test.each([
    ["192.0.2.7", "192.0.2.7"],
    ["::ffff:192.0.2.7", "192.0.2.7"],
    ["::ffff:c000:207", "192.0.2.7"],
    ["2001:db8:1:2::1", "2001:db8:1:2::/64"],
    ["2001:db8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2::/64"],
    ["2001:0DB8:0001:0002:0:0:0:9", "2001:db8:1:2::/64"],
    ["fe80::1%eth0", "fe80::/64"],
    ["", "unknown"],
  ])("%s is %s", (address, client) => {
    expect(clientOf(false, address)).toBe(client);
  });

  test("twenty addresses of one /64 are one, of two /64 two", () => {
    const clients = Array.from({ length: 20 }, (_, i) => clientOf(true, "127.0.0.1", `2001:db8::${i + 1}`));
    expect(new Set(clients).size).toBe(1);
    expect(clientOf(true, "127.0.0.1", "2001:db8:0:1::1")).not.toBe(clients[0]);
  });
});

describe("an entry as proxies write it", () => {
  test.each([
    ["9.9.9.8:5001", "9.9.9.8"],
    ["9.9.9.8:5002", "9.9.9.8"],
    [" 9.9.9.8 ", "9.9.9.8"],
    ["[2001:db8::1]", "2001:db8::/64"],
    ["[2001:db8::1]:443", "2001:db8::/64"],
    ["[::ffff:9.9.9.8]:443", "9.9.9.8"],
    ["2001:db8::1", "2001:db8::/64"],
  ])("%s is %s", (entry, client) => {
    expect(clientOf(true, "127.0.0.1", entry)).toBe(client);
  });

  test.each([
    "",
    "unknown",
    "_hidden",
    "9.9.9",
    "9.9.9.999",
    "0x7f.1",
    "1",
    "017.0.0.1",
    "[::1",
    "a:b",
    "::x",
  ])("%j is nobody: the one who said so is counted", (entry) => {
    expect(clientOf(true, "127.0.0.1", entry)).toBe("127.0.0.1");
  });
});

describe("whose word counts", () => {
  const FORGED = "1.1.1.1, 2.2.2.2, 10.0.0.9";
  test.each<[string, TrustProxy, string, string | undefined, string]>([
    ["nobody's", false, "127.0.0.1", FORGED, "127.0.0.1"],
    ["nobody's, as a number", 0, "127.0.0.1", FORGED, "127.0.0.1"],
    ["that of the proxy before the program", true, "127.0.0.1", FORGED, "10.0.0.9"],
    ["of two, one behind the other", 2, "127.0.0.1", FORGED, "2.2.2.2"],
    ["of two, where the client speaks to the nearer", 2, "127.0.0.1", "2.2.2.2", "2.2.2.2"],
    ["of more than there are", 9, "127.0.0.1", FORGED, "1.1.1.1"],
    ["of proxies in a network, however many", ["127.0.0.0/8", "10.0.0.0/8"], "127.0.0.1", FORGED, "2.2.2.2"],
    ["not of a stranger who connects by himself", ["10.0.0.0/8"], "127.0.0.1", FORGED, "127.0.0.1"],
    ["of an IPv6 proxy", ["2001:db8:ff::/48"], "2001:db8:ff::5", "9.9.9.9", "9.9.9.9"],
    ["of an IPv4 proxy that comes over IPv6", ["10.0.0.0/8"], "::ffff:10.0.0.5", "9.9.9.9", "9.9.9.9"],
    [
      "a forged entry behind a broken one doesn't count",
      3,
      "127.0.0.1",
      "1.1.1.1, junk, 10.0.0.9",
      "10.0.0.9",
    ],
    ["without the header the proxy itself", true, "127.0.0.1", undefined, "127.0.0.1"],
  ])("%s", (_name, trust, remote, forwarded, client) => {
    expect(clientOf(trust, remote, forwarded)).toBe(client);
  });

  test("a proxy's connections are those of many, everybody else's their own", () => {
    const holder = (trust: TrustProxy, remoteAddress: string) =>
      createClients(trust).holder({ remoteAddress });
    expect(holder(false, "10.0.0.5")).toBe("10.0.0.5");
    expect(holder(true, "10.0.0.5")).toBeNull();
    expect(holder(["10.0.0.5"], "10.0.0.5")).toBeNull();
    expect(holder(["10.0.0.5"], "10.0.0.6")).toBe("10.0.0.6");
  });
});

test("against guessing, the /48 of one site is one", () => {
  const site = (address: string) => siteOf(clientOf(false, address));
  expect(site("2001:db8:1:2::1")).toBe(site("2001:db8:1:ffff::9"));
  expect(site("2001:db8:1:2::1")).not.toBe(site("2001:db8:2:2::1"));
  expect(site("192.0.2.7")).toBe("192.0.2.7");
  expect(siteOf("unknown")).toBe("unknown");
});

test("a setting is an address or a network", () => {
  expect(["10.0.0.0/8", "10.0.0.5", "::1", "2001:db8::/32", "0.0.0.0/0"].filter(isNetwork)).toHaveLength(5);
  expect(
    ["", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/8/8", "proxy", "::/129", "10.0.0.0/"].filter(isNetwork),
  ).toEqual([]);
});
