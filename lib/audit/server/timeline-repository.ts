import "server-only";
import { db } from "#lib/db/client.ts";
import type { Prisma } from "#prisma/generated/client.ts";

const typeClause = (name: string): Prisma.AuditEventWhereInput => ({
  type: name.endsWith(".") ? { startsWith: name } : name,
});

/** Events of one target, newest first, of some types or families; `before` is the last id already read. */
export async function eventsOfTarget(
  targetId: string,
  types: { readonly of: readonly string[]; readonly not: readonly string[] },
  limit: number,
  before: string | undefined,
) {
  return db().auditEvent.findMany({
    where: {
      targetId,
      ...(before ? { id: { lt: before } } : {}),
      ...(types.of.length > 0 ? { OR: types.of.map(typeClause) } : {}),
      ...(types.not.length > 0 ? { NOT: types.not.map(typeClause) } : {}),
    },
    orderBy: { id: "desc" },
    take: limit,
    select: {
      id: true,
      type: true,
      occurredAt: true,
      actorKind: true,
      actorId: true,
      actorName: true,
      targetKind: true,
      targetId: true,
      targetName: true,
      outcome: true,
      reason: true,
      details: true,
      source: true,
    },
  });
}
