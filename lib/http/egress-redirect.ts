import { egressRefused } from "#lib/http/egress-errors.ts";

/** One request as it goes out: everything that a further hop needs to be sent again. */
export type OutgoingRequest = {
  readonly url: URL;
  readonly method: string;
  readonly headers: Headers;
  readonly body: Uint8Array<ArrayBuffer> | undefined;
};

const redirectStatuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
/** All that another site may learn; credentials can sit in any other header. */
const headersForStrangers = ["accept", "accept-language", "user-agent"];

export function isRedirect(status: number): boolean {
  return redirectStatuses.has(status);
}

function refused(from: URL, message: string): Error {
  return egressRefused(
    "redirect",
    `${from.host} ${message}`,
    "Enter the address where it really runs, or tell the people who run it.",
  );
}

/** The request that a redirect asks for, by the rules of fetch and without giving anything away. */
export function followRedirect(from: OutgoingRequest, status: number, location: string): OutgoingRequest {
  const url = URL.parse(location, from.url);
  if (!url) throw refused(from.url, "sent the request on to an address that cannot be read.");
  if (from.url.protocol === "https:" && url.protocol === "http:") {
    throw refused(from.url, "sent the request on to an address without encryption.");
  }
  const isRead = from.method === "GET" || from.method === "HEAD";
  const becomesGet = status === 303 ? !isRead : status < 303 && from.method === "POST";
  const isSameOrigin = url.origin === from.url.origin;
  if (!isSameOrigin && !isRead && !becomesGet) {
    throw refused(from.url, `sent a change on to another site, ${url.host}.`);
  }
  const headers = new Headers();
  for (const [name, value] of from.headers) {
    if (!isSameOrigin && !headersForStrangers.includes(name)) continue;
    if (becomesGet && name.startsWith("content-")) continue;
    headers.set(name, value);
  }
  return becomesGet
    ? { url, method: "GET", headers, body: undefined }
    : { url, method: from.method, headers, body: from.body };
}
