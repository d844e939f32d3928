import "server-only";
import { ratingResultSchema } from "#lib/trust/schema.ts";
import { newestResults } from "#lib/trust/server/results-repository.ts";
import { type TrustSummary, trustSummary } from "#lib/trust/summary.ts";

/** The newest rating of a tool that the caller has found for somebody; null until it has been rated. */
export async function unsafeTrustSummary(toolId: string): Promise<TrustSummary | null> {
  const [row] = await newestResults([toolId]);
  const read = ratingResultSchema.safeParse(row?.rating);
  if (!row || !read.success) return null;
  return trustSummary(read.data, { computedAt: row.computed_at, settingsId: row.settings_id });
}
