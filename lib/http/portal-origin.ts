import { env } from "#lib/env.ts";

/** Where the portal is reached: WEFT_PUBLIC_URL, else the host that a request with these headers was sent to. */
export function portalOrigin(headers: Headers): string {
  const { publicUrl } = env();
  if (publicUrl) return new URL(publicUrl).origin;
  const protocol = headers.get("x-forwarded-proto")?.split(",")[0]?.trim() === "https" ? "https" : "http";
  const origin = `${protocol}://${headers.get("host") ?? "localhost"}`;
  return URL.canParse(origin) ? new URL(origin).origin : "http://localhost";
}
