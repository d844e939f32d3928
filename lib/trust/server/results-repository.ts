import "server-only";
import { db } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import type { RatingCause, RatingResult } from "#lib/trust/schema.ts";
import { counted } from "#lib/trust/server/facts-repository.ts";
import { Prisma } from "#prisma/generated/client.ts";

export type ResultRow = {
  tool_id: string;
  computed_at: Date;
  cause: string;
  settings_id: string | null;
  rating: unknown;
};

/** The newest result of each tool before a moment; one step into the index per tool, however long the history is. */
export async function newestResults(toolIds: readonly string[] | null, until?: Date): Promise<ResultRow[]> {
  const tools = toolIds ? Prisma.sql`WHERE t.id = ANY(${[...toolIds]}::uuid[])` : Prisma.empty;
  const before = until ? Prisma.sql`AND computed_at <= ${until}` : Prisma.empty;
  return db().$queryRaw<ResultRow[]>`
    SELECT t.id AS tool_id, newest.* FROM tool t CROSS JOIN LATERAL (
      SELECT computed_at, cause, settings_id, rating FROM trust_result
      WHERE tool_id = t.id ${before} ${counted("source")}
      ORDER BY computed_at DESC, id DESC LIMIT 1
    ) newest ${tools}`;
}

export type NewResult = {
  readonly id: string;
  readonly toolId: string;
  readonly settingsId: string | null;
  readonly computedAt: Date;
  readonly cause: RatingCause;
  readonly isNightly: boolean;
  readonly rating: RatingResult;
  readonly source: "live" | "sample";
};

const rowsAtOnce = 500;

/** Adds results; a row is never changed. */
export async function insertResults(results: readonly NewResult[]): Promise<void> {
  for (let from = 0; from < results.length; from += rowsAtOnce) {
    await db().trustResult.createMany({
      data: results.slice(from, from + rowsAtOnce).map(({ rating, ...result }) => ({
        ...result,
        score: rating.score,
        band: rating.band,
        evidenceStrength: rating.strength.value,
        rating: rating as unknown as Prisma.InputJsonObject,
      })),
    });
  }
}

/** Results of one tool since a moment, oldest first. */
export async function resultsSince(toolId: string, since: Date) {
  return db().trustResult.findMany({
    where: { toolId, computedAt: { gte: since }, ...(env().isDemo ? {} : { source: "live" }) },
    orderBy: [{ computedAt: "asc" }, { id: "asc" }],
    select: { id: true, computedAt: true, cause: true, settingsId: true, rating: true },
  });
}

/** How many tools have a rating, and of how many the newest was computed with these settings. */
export async function countRatedWith(settingsId: string | null): Promise<{ tools: number; rated: number }> {
  const [row] = await db().$queryRaw<{ tools: number; rated: number }[]>`
    SELECT count(*)::int AS tools,
      count(*) FILTER (WHERE newest.settings_id IS NOT DISTINCT FROM ${settingsId}::uuid)::int AS rated
    FROM tool t CROSS JOIN LATERAL (
      SELECT settings_id FROM trust_result
      WHERE tool_id = t.id ${counted("source")}
      ORDER BY computed_at DESC, id DESC LIMIT 1
    ) newest
    WHERE t.lifecycle IN ('published', 'deprecated', 'retired') AND t.current_version_id IS NOT NULL`;
  return row ?? { tools: 0, rated: 0 };
}

/** The next tools in the order of their ids. */
export async function toolsAfter(after: string | null, limit: number): Promise<string[]> {
  const rows = await db().tool.findMany({
    where: after === null ? {} : { id: { gt: after } },
    orderBy: { id: "asc" },
    take: limit,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

export type KeepRule = { readonly wholeSince: Date; readonly weeklySince: Date };

/**
 * Removes results of some tools that the rule does not keep. Before `wholeSince` the first of each week stays, before
 * `weeklySince` none; but always those whose band or gates differ from the result before, and the newest.
 * @returns how many were removed
 */
export async function removeSpareResults(
  toolIds: readonly string[],
  { wholeSince, weeklySince }: KeepRule,
): Promise<number> {
  return db().$executeRaw`
    WITH aged AS (
      SELECT id, tool_id, source, computed_at, row_number() OVER (
        PARTITION BY tool_id, source, date_trunc('week', computed_at AT TIME ZONE 'UTC')
        ORDER BY computed_at, id
      ) AS nth
      FROM trust_result WHERE tool_id = ANY(${[...toolIds]}::uuid[]) AND computed_at < ${wholeSince}
    ), spare AS (
      SELECT * FROM aged WHERE nth > 1 OR computed_at < ${weeklySince}
    )
    DELETE FROM trust_result r USING spare s, LATERAL (
      SELECT p.band, p.rating -> 'gates' AS gates FROM trust_result p
      WHERE p.tool_id = s.tool_id AND p.source = s.source AND (p.computed_at, p.id) < (s.computed_at, s.id)
      ORDER BY p.computed_at DESC, p.id DESC LIMIT 1
    ) before
    WHERE r.id = s.id
      AND r.band IS NOT DISTINCT FROM before.band AND r.rating -> 'gates' = before.gates
      AND EXISTS (
        SELECT 1 FROM trust_result n
        WHERE n.tool_id = r.tool_id AND n.source = r.source AND n.computed_at > r.computed_at
      )`;
}
