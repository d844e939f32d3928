import "server-only";
import { db } from "#lib/db/client.ts";

/*
 * Which values occur is found by stepping from one value to the next along an index, so it costs a step per value
 * and not per event. PostgreSQL has no loose index scan of its own for this.
 */

const mostRead = 20_000;

export async function distinctTypes(): Promise<string[]> {
  const rows = await db().$queryRaw<{ type: string }[]>`
    WITH RECURSIVE step AS (
      (SELECT type FROM audit_event ORDER BY type LIMIT 1)
      UNION ALL
      SELECT (SELECT type FROM audit_event WHERE type > step.type ORDER BY type LIMIT 1) FROM step WHERE step.type IS NOT NULL
    )
    SELECT type FROM step WHERE type IS NOT NULL`;
  return rows.map(({ type }) => type);
}

/** People who acted, by the name they have in their latest event. */
export async function distinctActors(): Promise<{ id: string; name: string }[]> {
  return db().$queryRaw<{ id: string; name: string }[]>`
    WITH RECURSIVE step AS (
      (SELECT actor_id FROM audit_event WHERE actor_id IS NOT NULL ORDER BY actor_id LIMIT 1)
      UNION ALL
      SELECT (SELECT actor_id FROM audit_event WHERE actor_id > step.actor_id ORDER BY actor_id LIMIT 1)
      FROM step WHERE step.actor_id IS NOT NULL
    )
    SELECT step.actor_id AS id, latest.actor_name AS name
    FROM step, LATERAL (
      SELECT actor_name FROM audit_event WHERE actor_id = step.actor_id ORDER BY id DESC LIMIT 1
    ) latest
    ORDER BY latest.actor_name LIMIT ${mostRead}`;
}

type TargetChoice = { id: string; name: string; kind: string };

/** Things that something happened to, by the name they have in their latest event. */
export async function distinctTargets(): Promise<TargetChoice[]> {
  return db().$queryRaw<TargetChoice[]>`
    WITH RECURSIVE step AS (
      (SELECT target_id FROM audit_event WHERE target_id IS NOT NULL ORDER BY target_id LIMIT 1)
      UNION ALL
      SELECT (SELECT target_id FROM audit_event WHERE target_id > step.target_id ORDER BY target_id LIMIT 1)
      FROM step WHERE step.target_id IS NOT NULL
    )
    SELECT step.target_id AS id, latest.target_name AS name, latest.target_kind AS kind
    FROM step, LATERAL (
      SELECT target_name, target_kind FROM audit_event WHERE target_id = step.target_id ORDER BY id DESC LIMIT 1
    ) latest
    WHERE latest.target_kind <> 'conversation'
    ORDER BY (latest.target_kind = 'tool') DESC, latest.target_name LIMIT ${mostRead}`;
}

/** The names under which a person and a thing stand in their latest events, for filters that hold only ids. */
export async function latestNames(filter: {
  readonly actorId?: string | undefined;
  readonly targetId?: string | undefined;
}): Promise<{ actor: string | null; target: string | null }> {
  const { actorId, targetId } = filter;
  const [actor, target] = await Promise.all([
    actorId
      ? db().auditEvent.findFirst({
          where: { actorId },
          orderBy: { id: "desc" },
          select: { actorName: true },
        })
      : null,
    targetId
      ? db().auditEvent.findFirst({
          where: { targetId },
          orderBy: { id: "desc" },
          select: { targetName: true },
        })
      : null,
  ]);
  return { actor: actor?.actorName ?? null, target: target?.targetName ?? null };
}
