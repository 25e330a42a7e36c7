/** Addresses and networks as they are written in settings and by proxies. */
import ipaddr from "ipaddr.js";

export type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** Whose X-Forwarded-For is believed. False: nobody's. True, the same as 1: one proxy stands before the program. A
 *  number: so many, one behind the other. A list: proxies with these addresses or networks ("10.0.0.0/8"). */
export type TrustProxy = boolean | number | readonly string[];

/** Whether an entry of TRUST_PROXY can be read: an address or a network. */
export const isNetwork = (text: string): boolean => parseNetwork(text) !== undefined;

/** IPv4 inside IPv6 is the IPv4 that it stands for. The other spellings of IPv4 ("0x7f.1") are none here. */
export function parseAddress(text: string): Address | undefined {
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return ipaddr.IPv4.parse(text);
  if (!text.includes(":") || !ipaddr.IPv6.isValid(text)) return undefined;
  const address = ipaddr.IPv6.parse(text);
  return address.isIPv4MappedAddress() ? address.toIPv4Address() : address;
}

export function parseNetwork(text: string): [Address, number] | undefined {
  const [base = "", bits, ...rest] = text.split("/");
  const address = parseAddress(base);
  if (!address || rest.length > 0) return undefined;
  const most = address.kind() === "ipv6" ? 128 : 32;
  if (bits === undefined) return [address, most];
  return /^\d{1,3}$/.test(bits) && Number(bits) <= most ? [address, Number(bits)] : undefined;
}
