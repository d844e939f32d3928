import { createHash, timingSafeEqual } from "node:crypto";

const digest = (text: string) => createHash("sha256").update(text).digest();

/** Whether a request carries `Authorization: Bearer <expected>`; takes the same time wherever the two differ. */
export function hasBearerToken(headers: Headers, expected: string | undefined): boolean {
  const given = /^Bearer (.+)$/i.exec(headers.get("authorization") ?? "")?.[1];
  return expected !== undefined && given !== undefined && timingSafeEqual(digest(given), digest(expected));
}
