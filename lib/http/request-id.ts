const pattern = /^[A-Za-z0-9_-]{8,64}$/;

/** The id under which a request is logged and audited: the one it brought, when it is well formed, else a new one. */
export function requestIdOf(headers: Headers): string {
  const given = headers.get("x-request-id") ?? "";
  return pattern.test(given) ? given : crypto.randomUUID();
}
