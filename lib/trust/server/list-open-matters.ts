import "server-only";
import { now } from "#lib/clock.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { requirePermission } from "#lib/identity/server/require-permission.ts";
import { loadRules, subjectOf } from "#lib/policy/server/load-rules.ts";
import { visibleTools } from "#lib/policy/visible-tools.ts";
import { type OpenMatters, openMattersSchema } from "#lib/trust/open-matters.ts";
import { livingExemptions, openDisputes } from "#lib/trust/server/evidence-repository.ts";

const shown = 50;

/** Open disputes and living exemptions of all tools that an administrator may find. */
export async function listOpenMatters(viewer: Viewer): Promise<OpenMatters> {
  requirePermission(viewer, "policy:write");
  const clause = visibleTools("discover", subjectOf(viewer), await loadRules());
  const [disputes, exemptions] = await Promise.all([
    openDisputes(clause, shown + 1),
    livingExemptions(clause, now(), shown + 1),
  ]);
  return openMattersSchema.parse({
    disputes: disputes
      .slice(0, shown)
      .map(({ openedAt, ...one }) => ({ ...one, openedAt: openedAt.toISOString() })),
    exemptions: exemptions
      .slice(0, shown)
      .map(({ expiresAt, ...one }) => ({ ...one, expiresAt: expiresAt.toISOString() })),
    hasMore: { disputes: disputes.length > shown, exemptions: exemptions.length > shown },
  });
}
