import "server-only";
import { db } from "#lib/db/client.ts";
import { lowerBound } from "#lib/db/uuid.ts";
import { env } from "#lib/env.ts";
import { Prisma } from "#prisma/generated/client.ts";

/** Which tools, and the moment at which their facts are looked at. */
export type FactsOf = { readonly toolIds: readonly string[] | null; readonly at: Date };

function only(column: string, { toolIds }: FactsOf): Prisma.Sql {
  return toolIds ? Prisma.sql`AND ${Prisma.raw(column)} = ANY(${[...toolIds]}::uuid[])` : Prisma.empty;
}

/** Sample evidence counts in demo mode only. */
export function counted(column: string): Prisma.Sql {
  return env().isDemo ? Prisma.empty : Prisma.sql`AND ${Prisma.raw(column)} = 'live'`;
}

export type ToolRow = {
  id: string;
  lifecycle: string;
  risk_tier: string;
  is_blocked: boolean;
  slo_success: number | null;
  has_contact: boolean;
  version: string | null;
  team_id: string | null;
  /** Owner, deputy, maker and the lead of the domain. */
  answering: (string | null)[];
  team_name: string | null;
  team_people: number;
  owner_active: boolean | null;
  deputy_active: boolean | null;
  left_at: Date | null;
  confirmed_at: Date | null;
  lead_active: boolean | null;
};

/** Everything about the tools themselves and who answers for them. */
export async function toolRows(of: FactsOf): Promise<ToolRow[]> {
  return db().$queryRaw<ToolRow[]>`
    SELECT t.id, t.risk_tier, t.slo_success, t.support_channel <> '' AS has_contact,
      CASE WHEN t.deprecated_at > ${of.at} THEN 'published' ELSE t.lifecycle END AS lifecycle,
      coalesce(t.blocked_at <= ${of.at}, false) AS is_blocked,
      v.version, o.team_id, ARRAY[o.owner_id, o.deputy_id, t.created_by_id, d.lead_id] AS answering,
      team.name AS team_name, coalesce(people.active, 0)::int AS team_people,
      owner.is_active AS owner_active, deputy.is_active AS deputy_active,
      greatest(owner.deactivated_at, deputy.deactivated_at) AS left_at,
      o.confirmed_at, lead.is_active AS lead_active
    FROM tool t
    JOIN domain d ON d.id = t.domain_id
    LEFT JOIN tool_version v ON v.id = t.current_version_id
    LEFT JOIN ownership o ON o.tool_id = t.id
    LEFT JOIN team ON team.id = o.team_id
    LEFT JOIN person owner ON owner.id = o.owner_id
    LEFT JOIN person deputy ON deputy.id = o.deputy_id
    LEFT JOIN person lead ON lead.id = d.lead_id
    LEFT JOIN (
      SELECT team_id, count(*) AS active FROM person WHERE is_active GROUP BY team_id
    ) people ON people.team_id = o.team_id
    WHERE t.lifecycle IN ('published', 'deprecated', 'retired') AND t.current_version_id IS NOT NULL
      AND EXISTS (SELECT 1 FROM tool_version one WHERE one.tool_id = t.id AND one.published_at <= ${of.at})
      ${only("t.id", of)}`;
}

export type CallRow = { tool_id: string; good: number; valid: number; own: number; has_sample: boolean };

/** Valid calls since a moment by people outside the owning team, and how many of the team's own were left out. */
export async function callRows(of: FactsOf, since: Date): Promise<CallRow[]> {
  const isOwn = Prisma.sql`coalesce(u.team_id = o.team_id OR u.person_id IN (o.owner_id, o.deputy_id), false)`;
  return db().$queryRaw<CallRow[]>`
    SELECT u.tool_id,
      count(*) FILTER (WHERE NOT ${isOwn} AND u.outcome = 'succeeded')::int AS good,
      count(*) FILTER (WHERE NOT ${isOwn})::int AS valid,
      count(*) FILTER (WHERE ${isOwn})::int AS own,
      bool_or(u.source = 'sample') AS has_sample
    FROM usage_record u LEFT JOIN ownership o ON o.tool_id = u.tool_id
    WHERE u.kind = 'tool' AND u.tool_id IS NOT NULL AND u.person_id IS NOT NULL AND u.channel NOT IN ('probe', 'playground')
      AND u.outcome IN ('succeeded', 'failed', 'timed-out')
      AND u.id >= ${lowerBound(since)}::uuid AND u.occurred_at >= ${since} AND u.occurred_at <= ${of.at}
      ${only("u.tool_id", of)} ${counted("u.source")}
    GROUP BY u.tool_id`;
}

export type ProbeRow = { tool_id: string; good: number; valid: number; has_sample: boolean };

export async function probeRows(of: FactsOf, since: Date): Promise<ProbeRow[]> {
  return db().$queryRaw<ProbeRow[]>`
    SELECT tool_id, count(*) FILTER (WHERE outcome = 'succeeded')::int AS good, count(*)::int AS valid,
      bool_or(source = 'sample') AS has_sample
    FROM tool_probe
    WHERE occurred_at >= ${since} AND occurred_at <= ${of.at} ${only("tool_id", of)} ${counted("source")}
    GROUP BY tool_id`;
}

export type ReviewRow = {
  tool_id: string;
  kind: string;
  outcome: string;
  reviewer: string;
  reviewed_at: Date;
  expires_at: Date;
  source: string;
};

/** The newest review of each kind. */
export async function reviewRows(of: FactsOf): Promise<ReviewRow[]> {
  return db().$queryRaw<ReviewRow[]>`
    SELECT DISTINCT ON (tool_id, kind) tool_id, kind, outcome, reviewer, reviewed_at, expires_at, source
    FROM tool_review WHERE reviewed_at <= ${of.at} ${only("tool_id", of)} ${counted("source")}
    ORDER BY tool_id, kind, reviewed_at DESC, (outcome = 'passed'), id DESC`;
}

export type QuestionRow = { tool_id: string; asked_at: Date; answered_at: Date | null };

export async function questionRows(of: FactsOf, since: Date): Promise<QuestionRow[]> {
  return db().$queryRaw<QuestionRow[]>`
    SELECT tool_id, asked_at, CASE WHEN answered_at <= ${of.at} THEN answered_at END AS answered_at
    FROM tool_question
    WHERE asked_at >= ${since} AND asked_at <= ${of.at} ${only("tool_id", of)} ${counted("source")}`;
}

export type DocsRow = { tool_id: string; verified_at: Date; verified_by: string; source: string };

/** The newest verification of the docs of each tool. */
export async function docsRows(of: FactsOf): Promise<DocsRow[]> {
  return db().$queryRaw<DocsRow[]>`
    SELECT DISTINCT ON (tool_id) tool_id, verified_at, verified_by, source
    FROM docs_verification WHERE verified_at <= ${of.at} ${only("tool_id", of)} ${counted("source")}
    ORDER BY tool_id, verified_at DESC, id DESC`;
}

export type RatingRow = {
  id: string;
  tool_id: string;
  person_id: string;
  team_id: string | null;
  team_now_id: string | null;
  major: number;
  stars: number;
  rated_at: Date;
  changed_at: Date | null;
  withdrawn_at: Date | null;
  is_active: boolean;
  source: string;
};

/** People's ratings; lib/reviews decides which of them count. */
export async function ratingRows(of: FactsOf): Promise<RatingRow[]> {
  return db().$queryRaw<RatingRow[]>`
    SELECT r.id, r.tool_id, r.person_id, r.team_id, p.team_id AS team_now_id, r.major, r.stars, r.rated_at,
      r.changed_at, CASE WHEN r.withdrawn_at <= ${of.at} THEN r.withdrawn_at END AS withdrawn_at,
      p.is_active, r.source
    FROM tool_rating r JOIN person p ON p.id = r.person_id
    WHERE r.rated_at <= ${of.at} ${only("r.tool_id", of)} ${counted("r.source")}`;
}

export type ExemptionRow = { tool_id: string; gate: string; reason: string; expires_at: Date };

export async function exemptionRows(of: FactsOf): Promise<ExemptionRow[]> {
  return db().$queryRaw<ExemptionRow[]>`
    SELECT tool_id, gate, reason, expires_at FROM trust_exemption
    WHERE granted_at <= ${of.at} AND expires_at > ${of.at} AND (ended_at IS NULL OR ended_at > ${of.at})
      ${only("tool_id", of)} ${counted("source")}
    ORDER BY tool_id, expires_at DESC`;
}
