import "server-only";
import type { Viewer } from "#lib/identity/schema.ts";
import type { SessionRow } from "#lib/identity/server/session-repository.ts";
import { type SessionDto, sessionSchema } from "#lib/identity/session.ts";

export function toSessionDto(viewer: Viewer, row: SessionRow): SessionDto {
  return sessionSchema.parse({
    id: row.id,
    person: row.person,
    provider: row.provider,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    ip: row.ip,
    client: row.userAgent,
    isCurrent: row.id === viewer.sessionId,
  });
}
