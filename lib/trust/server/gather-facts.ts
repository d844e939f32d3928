import "server-only";
import { dayMs } from "#lib/trust/bounds.ts";
import type { TrustFacts } from "#lib/trust/facts.ts";
import { catalogPrior } from "#lib/trust/people.ts";
import type { RatingResult } from "#lib/trust/schema.ts";
import {
  callRows,
  docsRows,
  exemptionRows,
  type FactsOf,
  probeRows,
  questionRows,
  ratingRows,
  reviewRows,
  type ToolRow,
  toolRows,
} from "#lib/trust/server/facts-repository.ts";
import type { TrustSettings } from "#lib/trust/settings.ts";

const questionDays = 180;

type OfTool = { readonly tool_id: string };

function byTool<Row extends OfTool>(rows: readonly Row[]): (id: string) => readonly Row[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.tool_id);
    if (group) group.push(row);
    else groups.set(row.tool_id, [row]);
  }
  return (id) => groups.get(id) ?? [];
}

/** Since when nobody active is named: when the last of them left, else since it was first seen. */
function unownedSince(tool: ToolRow, at: Date, before: RatingResult | undefined): Date | null {
  if (tool.owner_active || tool.deputy_active) return null;
  if (tool.left_at && tool.left_at <= at) return tool.left_at;
  return before?.unownedSince ? new Date(before.unownedSince) : at;
}

async function readEvidence(of: FactsOf, settings: TrustSettings) {
  const daysBefore = (days: number) => new Date(of.at.getTime() - days * dayMs);
  const since = daysBefore(settings.reliability.windowDays);
  const calls = byTool(await callRows(of, since));
  const probes = byTool(await probeRows(of, since));
  const reviews = byTool(await reviewRows(of));
  const questions = byTool(await questionRows(of, daysBefore(questionDays)));
  const docs = byTool(await docsRows(of));
  const ratings = byTool(await ratingRows(of));
  const exemptions = byTool(await exemptionRows(of));
  return { calls, probes, reviews, questions, docs, ratings, exemptions };
}

type Evidence = Awaited<ReturnType<typeof readEvidence>>;

function toFacts(
  tool: ToolRow,
  evidence: Evidence,
  at: Date,
  before: RatingResult | undefined,
): Omit<TrustFacts, "prior"> {
  const { id } = tool;
  const [calls] = evidence.calls(id);
  const [probes] = evidence.probes(id);
  const [docs] = evidence.docs(id);
  const [reviews, ratings] = [evidence.reviews(id), evidence.ratings(id)];
  const sources = [...reviews, ...ratings, ...evidence.docs(id)];
  return {
    at,
    lifecycle: tool.lifecycle,
    riskTier: tool.risk_tier,
    isBlocked: tool.is_blocked,
    version: tool.version,
    // Suites are run by a later part of the product; until then no tool has any.
    suites: [],
    calls: { good: calls?.good ?? 0, valid: calls?.valid ?? 0 },
    ownCalls: calls?.own ?? 0,
    probes: { good: probes?.good ?? 0, valid: probes?.valid ?? 0 },
    slo: tool.slo_success,
    reviews: reviews.map(({ kind, outcome, reviewer, reviewed_at, expires_at }) => ({
      kind,
      outcome,
      reviewer,
      reviewedAt: reviewed_at,
      expiresAt: expires_at,
    })),
    ownership: {
      team: tool.team_name === null ? null : { name: tool.team_name, activePeople: tool.team_people },
      activeMaintainers: Number(tool.owner_active ?? false) + Number(tool.deputy_active ?? false),
      confirmedAt: tool.confirmed_at,
      hasContact: tool.has_contact,
      hasSuccessor: tool.lead_active ?? false,
      unownedSince: unownedSince(tool, at, before),
      questions: evidence
        .questions(id)
        .map(({ asked_at, answered_at }) => ({ askedAt: asked_at, answeredAt: answered_at })),
    },
    docs: docs ? { verifiedAt: docs.verified_at, verifiedBy: docs.verified_by } : null,
    ratings: ratings.map((row) => ({
      id: row.id,
      personId: row.person_id,
      teamId: row.team_id,
      teamNowId: row.team_now_id,
      major: row.major,
      stars: row.stars,
      ratedAt: row.rated_at,
      changedAt: row.changed_at,
      withdrawnAt: row.withdrawn_at,
      isActivePerson: row.is_active,
    })),
    near: { teamId: tool.team_id, answering: tool.answering.flatMap((personId) => personId ?? []) },
    exemptions: evidence
      .exemptions(id)
      .map(({ gate, reason, expires_at }) => ({ gate, reason, expiresAt: expires_at })),
    hasSample:
      (calls?.has_sample ?? false) ||
      (probes?.has_sample ?? false) ||
      sources.some(({ source }) => source === "sample"),
  };
}

/**
 * The facts of all tools, or of those named, in a fixed number of queries. The catalog's distribution of stars follows
 * from all tools; for a few it is the one that their last rating went by.
 */
export async function gatherFacts(
  of: FactsOf,
  settings: TrustSettings,
  before: ReadonlyMap<string, RatingResult>,
): Promise<ReadonlyMap<string, TrustFacts>> {
  const tools = await toolRows(of);
  const evidence = await readEvidence(of, settings);
  const facts = tools.map((tool) => ({
    id: tool.id,
    facts: toFacts(tool, evidence, of.at, before.get(tool.id)),
  }));
  const ofCatalog =
    of.toolIds === null
      ? catalogPrior(
          facts.map((one) => one.facts),
          settings,
        )
      : null;
  return new Map(
    facts.map(({ id, facts: known }) => {
      const prior = ofCatalog ?? before.get(id)?.components.people.prior ?? settings.people.prior;
      return [id, { ...known, prior }];
    }),
  );
}
