import ipaddr from "ipaddr.js";
import { AppError } from "#lib/errors.ts";
import { type Address, judgeAddress, parseAddress } from "#lib/http/egress-address.ts";

type Network = { readonly address: Address; readonly bits: number; readonly port: number | undefined };
type Host = { readonly name: string; readonly port: number | undefined };
export type AllowList = { readonly networks: readonly Network[]; readonly hosts: readonly Host[] };

/** Lower case, without brackets and without the root's dot, as both sides of a comparison. */
export function normalHost(host: string): string {
  return host
    .toLowerCase()
    .replace(/^\[|\]$/g, "")
    .replace(/\.$/, "");
}

function readPort(entry: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (port < 1 || port > 65_535) throw unusable(entry);
  return port;
}

function unusable(entry: string): AppError {
  return new AppError(
    "invalid-input",
    `The address "${entry}" in the list of private addresses is not usable.`,
    {
      mend: "Write host, host:port, an IP address, [IPv6]:port, or a network such as 10.2.0.0/16.",
    },
  );
}

function parseEntry(entry: string): { network?: Network; host?: Host } {
  if (entry.includes("/")) {
    if (!ipaddr.isValidCIDR(entry)) throw unusable(entry);
    const [address, bits] = ipaddr.parseCIDR(entry);
    return { network: { address, bits, port: undefined } };
  }
  const bracketed = /^\[([^\]]+)\](?::(\d{1,5}))?$/.exec(entry);
  const plain = /^([^:[\]]+)(?::(\d{1,5}))?$/.exec(entry);
  const name = bracketed?.[1] ?? plain?.[1] ?? entry;
  const address = parseAddress(name);
  if (address) {
    const port = readPort(entry, bracketed?.[2] ?? plain?.[2]);
    return { network: { address, bits: address.kind() === "ipv4" ? 32 : 128, port } };
  }
  if (!plain || !/^[a-z0-9_-]+(\.[a-z0-9_-]+)*\.?$/i.test(name)) throw unusable(entry);
  return { host: { name: normalHost(name), port: readPort(entry, plain[2]) } };
}

/** Reads the administrator's list; throws `invalid-input` naming the first entry that is not usable. */
export function parseAllowList(entries: readonly string[]): AllowList {
  const parsed = entries.map((entry) => parseEntry(entry.trim()));
  return {
    networks: parsed.flatMap((entry) => entry.network ?? []),
    hosts: parsed.flatMap((entry) => entry.host ?? []),
  };
}

/** Whether a connection for `host`:`port` may go to this address. */
export function mayReach(list: AllowList, host: string, port: number, address: Address): boolean {
  const reach = judgeAddress(address);
  if (reach === "public") return true;
  if (reach === "never") return false;
  const fits = (wanted: number | undefined) => wanted === undefined || wanted === port;
  const isInNetwork = list.networks.some(
    (network) =>
      fits(network.port) &&
      network.address.kind() === address.kind() &&
      address.match(network.address, network.bits),
  );
  if (isInNetwork) return true;
  // A listed name vouches for private machines, not for what its name server may point it at, such as
  // the metadata service on a link-local address.
  return (
    reach === "private" && list.hosts.some((entry) => fits(entry.port) && entry.name === normalHost(host))
  );
}
