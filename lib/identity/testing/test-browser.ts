import "server-only";
import { handleAuth } from "#lib/identity/server/handle-auth.ts";
import { withRequestContext } from "#lib/request-context.ts";

type Answer = { readonly url: URL; readonly status: number; readonly text: string };

/**
 * A browser without a screen: keeps cookies per host, follows redirects, hands requests to `/api/auth` of the portal
 * to the real handler and all others to the network. Stops at the first page of the portal that is not a redirect.
 */
export class TestBrowser {
  readonly #portal: string;
  readonly #ip: string;
  readonly #jars = new Map<string, Map<string, string>>();

  constructor(portal: string, ip = "198.51.100.7") {
    this.#portal = portal;
    this.#ip = ip;
  }

  /** Name and value of a cookie of the portal. */
  cookie(name: string): string | undefined {
    return this.#jar(this.#portal).get(name);
  }

  setCookie(name: string, value: string): void {
    this.#jar(this.#portal).set(name, value);
  }

  async get(address: string): Promise<Answer> {
    return this.#go(new URL(address, this.#portal), "GET", undefined);
  }

  /** Sends a form as a page of the portal would, or with other headers. */
  async post(
    address: string,
    form: Readonly<Record<string, string>>,
    headers?: HeadersInit,
  ): Promise<Answer> {
    return this.#go(
      new URL(address, this.#portal),
      "POST",
      form,
      headers ?? { "sec-fetch-site": "same-origin" },
    );
  }

  #jar(origin: string): Map<string, string> {
    const jar = this.#jars.get(origin) ?? new Map<string, string>();
    this.#jars.set(origin, jar);
    return jar;
  }

  async #send(url: URL, init: RequestInit): Promise<Response> {
    if (url.origin !== this.#portal) return fetch(url, { ...init, redirect: "manual" });
    if (!url.pathname.startsWith("/api/auth/")) return new Response(url.href);
    const context = { requestId: crypto.randomUUID(), ip: this.#ip, client: "test" };
    const segments = url.pathname.split("/").slice(3);
    return withRequestContext(context, () => handleAuth(new Request(url, init), segments));
  }

  async #go(
    start: URL,
    method: string,
    form?: Readonly<Record<string, string>>,
    extra?: HeadersInit,
  ): Promise<Answer> {
    let url = start;
    let init: RequestInit = form ? { method, body: new URLSearchParams(form) } : { method };
    for (let hops = 0; hops < 20; hops += 1) {
      const jar = this.#jar(url.origin);
      const headers = new Headers(hops === 0 ? extra : undefined);
      headers.set("host", url.host);
      if (jar.size > 0) headers.set("cookie", [...jar].map(([name, value]) => `${name}=${value}`).join("; "));
      const response = await this.#send(url, { ...init, headers });
      for (const line of response.headers.getSetCookie()) this.#store(jar, line);
      const location = response.headers.get("location");
      if (!location) return { url, status: response.status, text: await response.text() };
      url = new URL(location, url);
      init = { method: "GET" };
    }
    throw new Error(`Redirected too often, last to ${url}`);
  }

  #store(jar: Map<string, string>, line: string): void {
    const [pair = "", ...attributes] = line.split(";");
    const at = pair.indexOf("=");
    const isGone = attributes.some((part) => /^\s*max-age=0$/i.test(part)) || pair.length === at + 1;
    if (isGone) jar.delete(pair.slice(0, at));
    else jar.set(pair.slice(0, at), pair.slice(at + 1));
  }
}
