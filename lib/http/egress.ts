import "server-only";
import { Agent, fetch as undiciFetch } from "undici";
import { parseAllowList } from "#lib/http/egress-allow-list.ts";
import { guardBody } from "#lib/http/egress-body.ts";
import { checkedConnector, type ResolveHost, resolveBySystem } from "#lib/http/egress-connect.ts";
import { egressRefused, explainFailure, timedOut } from "#lib/http/egress-errors.ts";
import { followRedirect, isRedirect } from "#lib/http/egress-redirect.ts";
import { readOutgoingUrl, readRequest } from "#lib/http/egress-request.ts";

/** Limits of one exchange. Times are in milliseconds, sizes in bytes after decompression. */
export type EgressLimits = {
  /** The whole exchange, the body included. 30 s unless given. */
  readonly timeLimitMs?: number;
  /** The longest pause before the answer begins and between two parts of it. None unless given. */
  readonly idleTimeLimitMs?: number;
  /** 10 MB unless given. */
  readonly maxBytes?: number;
  /** 3 unless given. */
  readonly maxRedirects?: number;
  /** When given, the only hosts (`host` or `host:port`) that the request and its redirects may name. */
  readonly allowHosts?: readonly string[];
};

export type EgressOptions = EgressLimits & {
  /** Private addresses that an administrator has opened: `host`, `host:port`, an address, or a network. */
  readonly allowPrivate?: readonly string[];
  /** 2 s unless given; covers name resolution, every address tried, and TLS. */
  readonly connectTimeLimitMs?: number;
  readonly resolve?: ResolveHost;
  /** PEM of certificate authorities to trust in place of the system's. */
  readonly ca?: string;
};

export type EgressRequest = RequestInit & EgressLimits;

/** The only way out to an address that a person typed. */
export type Egress = {
  /**
   * Like `fetch`, within the limits. Throws an AppError (`egress-refused`, `upstream-failed`,
   * `upstream-timeout`, `too-large`, `invalid-input`), or the signal's reason when the caller stopped it;
   * reading the body throws the same ones.
   */
  readonly fetch: (input: string | URL | Request, init?: EgressRequest) => Promise<Response>;
  /** A `fetch` with these limits, to hand to libraries that take one. */
  readonly fetchWith: (limits: EgressLimits) => typeof fetch;
  readonly close: () => Promise<void>;
};

const bodilessStatuses: ReadonlySet<number> = new Set([204, 205, 304]);

function toResponse(
  answer: Awaited<ReturnType<typeof undiciFetch>>,
  body: BodyInit | null,
  url: URL,
): Response {
  const headers = new Headers([...answer.headers]);
  if (headers.has("content-encoding")) {
    headers.delete("content-encoding");
    headers.delete("content-length");
  }
  const { status, statusText } = answer;
  const response = new Response(bodilessStatuses.has(status) ? null : body, { status, statusText, headers });
  Object.defineProperty(response, "url", { value: url.href });
  return response;
}

/** Requests that are not over. The signal of a request that nothing holds never aborts: it is lost with its controller. */
const underway = new Set<Request>();

/** Makes an egress client with connections of its own. Throws `invalid-input` for an unusable list. */
export function createEgress(options: EgressOptions = {}): Egress {
  const allow = parseAllowList(options.allowPrivate ?? []);
  const agent = new Agent({
    connect: checkedConnector({
      allow,
      resolve: options.resolve ?? resolveBySystem,
      timeLimitMs: options.connectTimeLimitMs ?? 2000,
      ca: options.ca,
    }),
    headersTimeout: 0,
    bodyTimeout: 0,
    keepAliveTimeout: 10_000,
    keepAliveMaxTimeout: 60_000,
  });

  async function send(input: string | URL | Request, init: EgressRequest = {}): Promise<Response> {
    const { timeLimitMs: whole, idleTimeLimitMs: idle, maxBytes, maxRedirects, allowHosts, ...rest } = init;
    const timeLimitMs = whole ?? options.timeLimitMs ?? 30_000;
    const idleTimeLimitMs = idle ?? options.idleTimeLimitMs;
    const readUrl = (text: string) => readOutgoingUrl(text, allow, allowHosts ?? options.allowHosts);
    const { source, ...outgoing } = await readRequest(input, rest, readUrl);
    let { request } = outgoing;

    const stop = new AbortController();
    const place = () => request.url.host;
    const expire = (limit: number) => () => stop.abort(timedOut(place(), limit, "time"));
    const timer = setTimeout(expire(timeLimitMs), timeLimitMs);
    const { signal } = stop;
    const onAbort = () => stop.abort(source.signal.reason);
    if (source.signal.aborted) onAbort();
    else source.signal.addEventListener("abort", onAbort, { once: true });
    underway.add(source);
    const done = () => {
      clearTimeout(timer);
      source.signal.removeEventListener("abort", onAbort);
      underway.delete(source);
    };

    try {
      for (let hops = 0; ; hops += 1) {
        const pause = idleTimeLimitMs && setTimeout(expire(idleTimeLimitMs), idleTimeLimitMs);
        const answer = await undiciFetch(request.url, {
          method: request.method,
          headers: [...request.headers],
          body: request.body ?? null,
          redirect: "manual",
          dispatcher: agent,
          signal,
        }).finally(() => pause && clearTimeout(pause));
        const location = answer.headers.get("location");
        if (source.redirect === "manual" || !location || !isRedirect(answer.status)) {
          if (!answer.body) done();
          const limits = {
            place: place(),
            maxBytes: maxBytes ?? options.maxBytes ?? 10_000_000,
            idleTimeLimitMs,
          };
          const abort = (reason: unknown) => stop.abort(reason);
          const body = answer.body && guardBody(answer.body, limits, { signal, abort, done });
          return toResponse(answer, body, request.url);
        }
        await answer.body?.cancel();
        if (source.redirect === "error" || hops === (maxRedirects ?? options.maxRedirects ?? 3)) {
          const mend = "Enter the address where it really runs.";
          throw egressRefused("redirect", `${place()} sent the request on too often.`, mend);
        }
        const next = followRedirect(request, answer.status, location);
        request = { ...next, url: readUrl(next.url.href) };
      }
    } catch (failure) {
      done();
      if (signal.aborted) throw signal.reason;
      throw explainFailure(failure, place(), "request");
    }
  }

  const fetchWith = (limits: EgressLimits): typeof fetch => {
    return (input, init) => send(input, { ...limits, ...init });
  };
  return { fetch: send, fetchWith, close: () => agent.destroy() };
}

/** A `fetch` that leaves through an egress client of its own. */
export function egressFetch(options: EgressOptions): typeof fetch {
  return createEgress(options).fetchWith({});
}
