/**
 * The address that a request came from, as the server or the nearest proxy wrote it down, or null. Node writes IPv4
 * addresses as IPv6 when it listens on both; they are given back as people know them.
 */
export function clientAddress(headers: Headers): string | null {
  const nearest = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim();
  return nearest ? nearest.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, "") : null;
}
