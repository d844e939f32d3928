import { env } from "#lib/env.ts";

/** The portal's own origin: as it is configured, or as this request reached it. */
export function portalOrigin(headers: Pick<Headers, "get">): string {
  const { publicUrl } = env();
  if (publicUrl) return new URL(publicUrl).origin;
  const reached = `http://${headers.get("host") ?? "localhost:3000"}`;
  return URL.canParse(reached) ? new URL(reached).origin : "http://localhost:3000";
}
