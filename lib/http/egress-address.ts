import ipaddr from "ipaddr.js";

export type Address = ipaddr.IPv4 | ipaddr.IPv6;

/**
 * `public`: reachable by default. `private`: reachable when an administrator lists the host or a network
 * that holds it. `special`: link-local, translated, reserved; only a listed network opens it. `never`:
 * names no single machine.
 */
export type AddressReach = "public" | "private" | "special" | "never";

const privateRanges: ReadonlySet<string> = new Set(["private", "loopback", "uniqueLocal", "carrierGradeNat"]);
const neverRanges: ReadonlySet<string> = new Set(["unspecified", "multicast", "broadcast"]);
const globalUnicast6 = ipaddr.IPv6.parse("2000::");

/** Parses an IP address; an IPv4 address mapped into IPv6 becomes the IPv4 address that it reaches. */
export function parseAddress(text: string): Address | undefined {
  const withoutZone = text.replace(/%.*$/, "");
  if (ipaddr.IPv4.isValidFourPartDecimal(withoutZone)) return ipaddr.IPv4.parse(withoutZone);
  if (!ipaddr.IPv6.isValid(withoutZone)) return undefined;
  // ipaddr.js takes ::10.0.0.1 for a mapped address, which it is not; the URL parser writes it in hex.
  const written = URL.parse(`http://[${withoutZone}]`)?.hostname.slice(1, -1);
  if (!written) return undefined;
  const parsed = ipaddr.IPv6.parse(written);
  return parsed.isIPv4MappedAddress() ? parsed.toIPv4Address() : parsed;
}

/** Says how far an address may be reached without anybody's permission. */
export function judgeAddress(address: Address): AddressReach {
  const range: string = address.range();
  if (neverRanges.has(range)) return "never";
  if (privateRanges.has(range)) return "private";
  if (range !== "unicast") return "special";
  // `unicast` is only "in no listed range": ::/96 and unassigned blocks fall into it.
  if (address instanceof ipaddr.IPv6 && !address.match(globalUnicast6, 3)) return "special";
  return "public";
}
