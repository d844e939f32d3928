import "server-only";
import { type AuditEventDto, auditEventSchema } from "#lib/audit/schema.ts";
import type { EventRow } from "#lib/audit/server/repository.ts";

export function toDto(row: EventRow): AuditEventDto {
  return auditEventSchema.parse({
    ...row,
    occurredAt: row.occurredAt.toISOString(),
    actor: { kind: row.actorKind, id: row.actorId, name: row.actorName },
    target: row.targetKind
      ? { kind: row.targetKind, id: row.targetId ?? "", name: row.targetName ?? "" }
      : null,
    leafHash: Buffer.from(row.leafHash).toString("hex"),
  });
}
