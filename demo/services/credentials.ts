import { createHash, timingSafeEqual } from "node:crypto";
import type { ServiceSecurity } from "./http/service.ts";

export type DemoCredentials = {
  readonly tickets: { readonly header: "X-Api-Key"; readonly key: string };
  readonly directory: { readonly token: string };
  readonly expenses: { readonly username: string; readonly password: string };
  readonly network: { readonly token: string };
};

/** Token of the demo when none is given. The services hold invented data and listen on 127.0.0.1 only. */
export const defaultToken = "northmere";

function derive(token: string, service: string): string {
  return createHash("sha256").update(`northmere ${service} ${token}`).digest("base64url").slice(0, 32);
}

/** The credentials that the demo services ask for, all made from one token. */
export function demoCredentials(token: string): DemoCredentials {
  return {
    tickets: { header: "X-Api-Key", key: derive(token, "tickets") },
    directory: { token: derive(token, "directory") },
    expenses: { username: "weft", password: derive(token, "expenses") },
    network: { token: derive(token, "network") },
  };
}

function same(given: string | null, expected: string): boolean {
  const hash = (text: string) => createHash("sha256").update(text).digest();
  return given !== null && timingSafeEqual(hash(given), hash(expected));
}

export function apiKeySecurity(header: string, key: string): ServiceSecurity {
  return {
    name: "apiKey",
    scheme: { type: "apiKey", in: "header", name: header },
    admits: (headers) => same(headers.get(header), key),
    challenge: `ApiKey header="${header}"`,
  };
}

export function bearerSecurity(token: string): ServiceSecurity {
  return {
    name: "bearer",
    scheme: { type: "http", scheme: "bearer" },
    admits: (headers) => same(headers.get("authorization"), `Bearer ${token}`),
    challenge: "Bearer",
  };
}

export function basicSecurity(username: string, password: string): ServiceSecurity {
  const expected = `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
  return {
    name: "basic",
    scheme: { type: "http", scheme: "basic" },
    admits: (headers) => same(headers.get("authorization"), expected),
    challenge: 'Basic realm="Northmere expenses"',
  };
}
