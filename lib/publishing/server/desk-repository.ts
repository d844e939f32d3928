import "server-only";
import { db } from "#lib/db/client.ts";

export type DeskCounts = {
  toolId: string;
  suspended: number;
  unhelpful: number;
  unanswered: number;
  followers: number;
};

/** What waits for the owners of some tools, by tool, beside what is known of every tool's health. */
export async function deskCounts(toolIds: readonly string[], since: Date): Promise<DeskCounts[]> {
  return db().$queryRaw<DeskCounts[]>`
    SELECT t.id AS "toolId",
      (SELECT count(*)::int FROM operation_suspension s WHERE s.tool_id = t.id AND s.open_for IS NOT NULL) AS suspended,
      (SELECT count(*)::int FROM docs_feedback f
        WHERE f.tool_id = t.id AND NOT f.is_helpful AND f.text <> '' AND f.given_at >= ${since}) AS unhelpful,
      (SELECT count(*)::int FROM tool_rating r
        WHERE r.tool_id = t.id AND r.withdrawn_at IS NULL AND r.reply IS NULL AND r.text <> '' AND r.stars <= 3
          AND r.rated_at >= ${since}) AS unanswered,
      (SELECT count(*)::int FROM tool_follow w JOIN person p ON p.id = w.person_id AND p.is_active
        WHERE w.tool_id = t.id) AS followers
    FROM tool t WHERE t.id = ANY(${[...toolIds]}::uuid[])`;
}

/** The newest request of each tool. */
export async function latestRequests(toolIds: readonly string[]) {
  return db().releaseRequest.findMany({
    where: { toolId: { in: [...toolIds] } },
    orderBy: { requestedAt: "desc" },
    distinct: ["toolId"],
    select: { id: true, toolId: true, version: true, status: true },
  });
}
