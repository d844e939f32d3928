import "server-only";
import { db } from "#lib/db/client.ts";
import { lowerBound } from "#lib/db/uuid.ts";

/** The newest search that a person made since a moment. Ids tell the time, so the key's own index finds it. */
export async function lastSearchOf(personId: string, since: Date) {
  return db().searchRecord.findFirst({
    where: { id: { gte: lowerBound(since) }, personId },
    orderBy: { id: "desc" },
    select: { id: true, normalized: true, openedId: true, occurredAt: true },
  });
}

export async function markOpened(id: string, openedId: string): Promise<void> {
  await db().searchRecord.update({ where: { id }, data: { openedId }, select: { id: true } });
}

export type MissedRow = {
  readonly query: string;
  readonly times: number;
  readonly people: number;
  readonly last: Date;
  /** The words that people tried next, most often. */
  readonly saidAgain: string | null;
};

/** Searches of several people that found nothing, or that led to other words and to no tool. */
export async function missedSearchRows(
  since: Date,
  fewestPeople: number,
  limit: number,
): Promise<MissedRow[]> {
  return db().$queryRaw<MissedRow[]>`
    SELECT s.normalized AS query, count(DISTINCT s.id)::int AS times, count(DISTINCT s.person_id)::int AS people,
      max(s.occurred_at) AS last, mode() WITHIN GROUP (ORDER BY again.normalized) AS "saidAgain"
    FROM search_record s
    LEFT JOIN search_record again ON again.refines_id = s.id AND again.occurred_at >= ${since}
    WHERE s.occurred_at >= ${since} AND s.normalized <> '' AND s.opened_id IS NULL
      AND (s.results = 0 OR again.id IS NOT NULL)
    GROUP BY s.normalized HAVING count(DISTINCT s.person_id) >= ${fewestPeople}
    ORDER BY people DESC, times DESC, last DESC LIMIT ${limit}`;
}
