import "server-only";
import { now } from "#lib/clock.ts";
import { dataClassSchema } from "#lib/data-class.ts";
import { notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import type { PolicyRule, ToolFacts } from "#lib/policy/schema.ts";
import { loadRules, subjectOf } from "#lib/policy/server/load-rules.ts";
import { visibleTools } from "#lib/policy/visible-tools.ts";
import { majorOf } from "#lib/reviews/counted-ratings.ts";
import type { MayRate } from "#lib/reviews/schema.ts";
import { hasUsed, type ToolRow, toolBySlug } from "#lib/reviews/server/repository.ts";

const dayMs = 86_400_000;
/** How long a use entitles to a rating. */
const daysOfUse = 90;

export type RatedTool = {
  readonly id: string;
  readonly name: string;
  readonly domainId: string;
  readonly kind: string;
  readonly facts: ToolFacts;
  /** Owner, deputy, maker and the lead of the domain. */
  readonly answering: readonly string[];
  /** What a rating given now is about; null before the first release. */
  readonly current: { readonly version: string; readonly major: number } | null;
  readonly rules: readonly PolicyRule[];
};

function factsOf(row: ToolRow): ToolFacts {
  return {
    kind: "tool",
    id: row.id,
    name: row.name,
    domainId: row.domainId,
    teamId: row.ownership?.teamId ?? null,
    ownerId: row.ownership?.ownerId ?? null,
    deputyId: row.ownership?.deputyId ?? null,
    createdById: row.createdById,
    audience: row.audience,
    lifecycle: row.lifecycle,
    isBlocked: row.blockedAt !== null,
    blockedReason: row.blockedReason,
    dataClass: dataClassSchema.parse(row.dataClass),
  };
}

/** The tool with what its ratings depend on. One that the viewer may not find is not found. */
export async function ratedTool(viewer: Viewer, slug: string): Promise<RatedTool> {
  const rules = await loadRules();
  const row = await toolBySlug(slug, visibleTools("discover", subjectOf(viewer), rules));
  if (!row) throw notFound("The tool");
  const facts = factsOf(row);
  const version = row.currentVersion?.version;
  return {
    id: row.id,
    name: row.name,
    domainId: row.domainId,
    kind: row.kind,
    facts,
    answering: [facts.ownerId, facts.deputyId, facts.createdById, row.domain.leadId].filter(
      (id) => id !== null,
    ),
    current: version === undefined ? null : { version, major: majorOf(version) },
    rules,
  };
}

/** Whether the viewer has used the tool in the last 90 days, as far as the portal knows. */
export async function mayRate(viewer: Viewer, tool: RatedTool): Promise<MayRate> {
  if (!tool.current) return { allowed: false, reason: "no-version" };
  const since = new Date(now().getTime() - daysOfUse * dayMs);
  if (await hasUsed(viewer.id, tool.id, since)) return { allowed: true, reason: "used" };
  return { allowed: false, reason: tool.kind === "link" ? "runs-elsewhere" : "not-used" };
}
