import "server-only";
import { z } from "zod";
import { missedSearchRows } from "#lib/catalog/server/search-repository.ts";
import { now } from "#lib/clock.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { requirePermission } from "#lib/identity/server/require-permission.ts";

const dayMs = 86_400_000;
/** What one person looked for is their own business. */
const fewestPeople = 2;

export const missedSearchSchema = z.object({
  query: z.string(),
  times: z.number().int(),
  people: z.number().int(),
  last: z.iso.datetime(),
  saidAgain: z.string().nullable(),
});
export type MissedSearch = z.infer<typeof missedSearchSchema>;

/** What several people looked for and did not find, or had to say in other words: for owners and domain leads. */
export async function missedSearches(
  viewer: Viewer,
  { days, limit }: { readonly days: number; readonly limit: number },
): Promise<MissedSearch[]> {
  requirePermission(viewer, "tool:edit");
  const rows = await missedSearchRows(new Date(now().getTime() - days * dayMs), fewestPeople, limit);
  return rows.map((row) => missedSearchSchema.parse({ ...row, last: row.last.toISOString() }));
}
