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

/** Adds results; rows are only ever added. */
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
