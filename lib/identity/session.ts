import { z } from "zod";
import { personRefSchema } from "#lib/identity/schema.ts";

/** How long a session lives: it ends after `idleSeconds` without a request, and after `longestSeconds` in any case. */
export const sessionLimits = {
  idleSeconds: 12 * 3600,
  longestSeconds: 7 * 24 * 3600,
  touchSeconds: 60,
} as const;

export const sessionEndReasons = [
  "signed-out",
  "ended-by-person",
  "ended-by-administrator",
  "deactivated",
] as const;
export type SessionEndReason = (typeof sessionEndReasons)[number];

export const sessionSchema = z.object({
  id: z.uuid(),
  person: personRefSchema,
  provider: z.string(),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  ip: z.string().nullable(),
  client: z.string().nullable(),
  /** True for the session that asks. */
  isCurrent: z.boolean(),
});
export type SessionDto = z.infer<typeof sessionSchema>;

/** When a session that is used now expires: `idleSeconds` from now, but never past its longest life. */
export function expiryAfterUse(createdAt: Date, usedAt: Date): Date {
  const idle = usedAt.getTime() + sessionLimits.idleSeconds * 1000;
  const longest = createdAt.getTime() + sessionLimits.longestSeconds * 1000;
  return new Date(Math.min(idle, longest));
}
