import { AppError } from "#lib/errors.ts";
import { judgeAddress, parseAddress } from "#lib/http/egress-address.ts";
import { type AllowList, mayReach, normalHost } from "#lib/http/egress-allow-list.ts";
import { egressRefused } from "#lib/http/egress-errors.ts";
import type { OutgoingRequest } from "#lib/http/egress-redirect.ts";

/** Headers that describe one connection; a caller that could set `host` could also pick the certificate. */
const connectionHeaders = ["host", "connection", "content-length", "transfer-encoding", "upgrade", "te"];

/** Reads an address for a request; throws `invalid-input` or `egress-refused` when it must not be called. */
export function readOutgoingUrl(text: string, allow: AllowList, allowHosts?: readonly string[]): URL {
  const url = URL.parse(text);
  if (!url) {
    throw new AppError("invalid-input", "This is not a complete web address.", {
      mend: "Write it with https:// and a host name.",
    });
  }
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw egressRefused(
      "protocol",
      `Addresses that begin with ${url.protocol} are not called.`,
      "Use https.",
    );
  }
  if (url.username || url.password) {
    const mend = "Remove them, and store them as a secret of the tool.";
    throw egressRefused("address", "The address holds a user name or a password.", mend);
  }
  const host = normalHost(url.hostname);
  const port = Number(url.port || (url.protocol === "https:" ? 443 : 80));
  const isListed = (entry: string) => entry === url.host || normalHost(entry) === host;
  if (allowHosts && !allowHosts.some(isListed)) {
    const mend = "Enter that address in the tool if it belongs to it.";
    throw egressRefused("address", `${url.host} is not among the addresses of this tool.`, mend);
  }
  const literal = parseAddress(host);
  if (literal && !mayReach(allow, host, port, literal)) {
    const kind = judgeAddress(literal) === "private" ? "a private" : "a reserved";
    throw egressRefused(
      "address",
      `${url.host} was not called: it is ${kind} address.`,
      "If it is meant to be reached, an administrator can add it to WEFT_EGRESS_ALLOW.",
    );
  }
  return url;
}

/** Takes the arguments of `fetch` apart; the body is held in memory so that a redirect can send it again. */
export async function readRequest(
  input: string | URL | Request,
  init: RequestInit | undefined,
  readUrl: (text: string) => URL,
): Promise<{ request: OutgoingRequest; source: Request }> {
  const url = readUrl(input instanceof Request ? input.url : String(input));
  let source: Request;
  try {
    source = new Request(input instanceof Request ? input : url, {
      ...init,
      ...(init?.body ? { duplex: "half" } : {}),
    } as RequestInit);
  } catch (cause) {
    throw new AppError("invalid-input", "The request has a method, header or body that cannot be sent.", {
      mend: "Remove line breaks and control characters from the values.",
      cause,
    });
  }
  const headers = new Headers(source.headers);
  for (const name of connectionHeaders) headers.delete(name);
  if (!headers.has("user-agent")) headers.set("user-agent", "Weft");
  const body = source.body ? new Uint8Array(await source.arrayBuffer()) : undefined;
  return {
    request: { url, method: source.method, headers, body },
    source,
  };
}
