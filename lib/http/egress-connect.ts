import "server-only";
import { lookup } from "node:dns/promises";
import { buildConnector } from "undici";
import { type Address, parseAddress } from "#lib/http/egress-address.ts";
import { type AllowList, mayReach } from "#lib/http/egress-allow-list.ts";
import { egressRefused, timedOut } from "#lib/http/egress-errors.ts";

/** Finds the addresses of a host name. */
export type ResolveHost = (hostname: string) => Promise<readonly string[]>;

export const resolveBySystem: ResolveHost = async (hostname) => {
  const found = await lookup(hostname, { all: true });
  return found.map((entry) => entry.address);
};

const isListedHint =
  "If it is meant to be reached, an administrator can add it to WEFT_EGRESS_ALLOW; otherwise use a public address.";

/** Every address of the host, checked; one that may not be reached refuses the whole host. */
export async function checkedAddresses(
  allow: AllowList,
  resolve: ResolveHost,
  hostname: string,
  port: number,
): Promise<string[]> {
  const literal = parseAddress(hostname);
  const texts = literal ? [hostname] : await resolve(hostname);
  const addresses = texts.map(parseAddress).filter((address): address is Address => address !== undefined);
  if (addresses.length === 0) {
    throw Object.assign(new Error(`${hostname} has no address`), { code: "ENOTFOUND" });
  }
  for (const address of addresses) {
    if (!mayReach(allow, hostname, port, address)) {
      const leads = literal ? "is" : "leads to";
      throw egressRefused(
        "address",
        `${hostname}:${port} was not called: it ${leads} an address inside a private network.`,
        isListedHint,
      );
    }
  }
  return addresses.map((address) => address.toString());
}

type Connector = ReturnType<typeof buildConnector>;
type ConnectOptions = Parameters<Connector>[0];
type Connected = Extract<Parameters<Parameters<Connector>[1]>, [null, unknown]>[1];

function connectTo(connector: Connector, options: ConnectOptions): Promise<Connected> {
  return new Promise((done, fail) => {
    connector(options, (error, socket) => (error ? fail(error) : done(socket)));
  });
}

async function withDeadline<T>(work: Promise<T>, milliseconds: number, expired: () => Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(expired()), milliseconds);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * A connector for undici that resolves the name itself and connects to nothing but an address that it has
 * checked. The name stays the TLS server name, so the certificate is verified for the name.
 */
export function checkedConnector(options: {
  readonly allow: AllowList;
  readonly resolve: ResolveHost;
  readonly timeLimitMs: number;
  readonly ca: string | undefined;
}): Connector {
  const { allow, resolve, timeLimitMs } = options;
  const plain = buildConnector({
    timeout: timeLimitMs,
    allowH2: false,
    ...(options.ca ? { ca: options.ca } : {}),
  });

  async function connect(wanted: ConnectOptions): Promise<Connected> {
    const isSecure = wanted.protocol === "https:";
    const port = Number(wanted.port || (isSecure ? 443 : 80));
    const late = () => timedOut(`${wanted.hostname}:${port}`, timeLimitMs, "connect-time");
    const end = performance.now() + timeLimitMs;
    const addresses = await withDeadline(
      checkedAddresses(allow, resolve, wanted.hostname, port),
      timeLimitMs,
      late,
    );
    const isName = parseAddress(wanted.hostname) === undefined;
    let lastFailure: unknown;
    for (const [index, hostname] of addresses.entries()) {
      const share = (end - performance.now()) / (addresses.length - index);
      if (share <= 0) throw late();
      const { servername: _, ...rest } = wanted;
      const target =
        isSecure && isName ? { ...rest, hostname, servername: wanted.hostname } : { ...rest, hostname };
      const attempt = connectTo(plain, target);
      try {
        return await withDeadline(attempt, share, late);
      } catch (failure) {
        lastFailure = failure;
        attempt.then(
          (socket) => socket.destroy(),
          () => undefined,
        );
      }
    }
    throw lastFailure;
  }

  return (wanted, callback) => {
    connect(wanted).then(
      (socket) => callback(null, socket),
      (failure: Error) => callback(failure, null),
    );
  };
}
