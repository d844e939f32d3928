import "server-only";
import { type OperationBinding, operationBindingSchema } from "#lib/catalog/operation.ts";
import { type ToolPage, toolPageSchema } from "#lib/catalog/schema.ts";
import { toOperationView } from "#lib/catalog/server/operation-view.ts";
import { entryBySlug, namesBySlug, operationsOfVersion, pageParts } from "#lib/catalog/server/repository.ts";
import { suspendedOperations, suspensionKey } from "#lib/catalog/server/suspended-operations.ts";
import { factsOf, toCard, wordsOf } from "#lib/catalog/server/to-dto.ts";
import { now } from "#lib/clock.ts";
import { notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { sourceNames } from "#lib/knowledge/server/source-names.ts";
import { hasGenerativeModel } from "#lib/models/server/has-generative-model.ts";
import { evaluate } from "#lib/policy/evaluate.ts";
import { loadRules, subjectOf } from "#lib/policy/server/load-rules.ts";
import { visibleTools } from "#lib/policy/visible-tools.ts";
import { toolUsage } from "#lib/telemetry/server/tool-usage.ts";
import { currentRatings } from "#lib/trust/server/current-ratings.ts";

/** What an agent calls: the steps of a sequence, or the operations that a model may choose from. */
function stepsOf(binding: OperationBinding): ToolPage["steps"] {
  if (binding.kind === "agent")
    return binding.steps.map(({ id, title = id, tool, operation }) => ({ id, title, tool, operation }));
  if (binding.kind !== "agent-loop") return [];
  return binding.tools.map((one) => ({ id: `${one.tool}/${one.operation}`, title: one.operation, ...one }));
}

/** Everything that a tool's page shows to this viewer. A tool one may not discover is not found. */
export async function getToolPage(viewer: Viewer, slug: string): Promise<ToolPage> {
  const rules = await loadRules();
  const subject = subjectOf(viewer);
  const visible = visibleTools("discover", subject, rules);
  const row = await entryBySlug(slug, visible);
  if (!row) throw notFound("The tool");
  const facts = factsOf(row);
  const access = evaluate("use", subject, facts, rules);
  const [usage, ratings, hasModel, parts, operationRows, suspended] = await Promise.all([
    toolUsage([row.id]),
    currentRatings([row.id]),
    hasGenerativeModel(),
    pageParts(row.id),
    row.currentVersion ? operationsOfVersion(row.currentVersion.id) : [],
    suspendedOperations(row.id),
  ]);
  const operations = operationRows.map((operation) => {
    const binding = operationBindingSchema.parse(operation.binding);
    return { binding, view: toOperationView(operation, binding) };
  });
  const sourceIds = operations.flatMap(({ binding }) =>
    binding.kind === "knowledge" ? binding.sourceIds : [],
  );
  const prompt = operations.find(({ binding }) => binding.kind === "prompt")?.binding;
  const loop = operations.find(({ binding }) => binding.kind === "agent-loop")?.binding;
  const words = wordsOf(row);
  const named = [
    ...words.useInstead.flatMap((one) => one.slug ?? []),
    ...operations.flatMap(({ binding }) => stepsOf(binding).map((step) => step.tool)),
  ];
  const [sources, related] = await Promise.all([sourceNames(sourceIds), namesBySlug(named, visible)]);
  const today = now();
  return toolPageSchema.parse({
    ...toCard(row, access, hasModel, usage.get(row.id), ratings.get(row.id)),
    words,
    riskTier: row.riskTier,
    audience: row.audience,
    modelAlias: row.modelAlias,
    needsModel: row.needsModel,
    linkUrl: row.linkUrl,
    supportChannel: row.supportChannel,
    owner: row.ownership?.owner ?? null,
    ownerIsActive: row.ownership?.owner?.isActive ?? false,
    deputy: row.ownership?.deputy ?? null,
    lastConfirmedAt: row.ownership?.confirmedAt?.toISOString() ?? null,
    deprecatedAt: row.deprecatedAt?.toISOString() ?? null,
    retiresAt: row.retiresAt?.toISOString() ?? null,
    blockedReason: row.blockedReason,
    sloSuccess: row.sloSuccess,
    sloP95Ms: row.sloP95Ms,
    access,
    canEdit: evaluate("edit", subject, facts, rules).allowed,
    operations: operations.map(({ view }) => view),
    suspended: operations.flatMap(({ view }) =>
      suspended.has(suspensionKey(row.id, view.name)) ? view.title : [],
    ),
    sources,
    related,
    steps: operations.flatMap(({ binding }) => stepsOf(binding)),
    loop: loop?.kind === "agent-loop" ? loop : null,
    prompt: prompt?.kind === "prompt" ? prompt.instructions : null,
    incidents: parts.incidents.map((incident) => ({
      ...incident,
      startedAt: incident.startedAt.toISOString(),
      endedAt: incident.endedAt?.toISOString() ?? null,
    })),
    reviews: parts.reviews.map((review) => ({
      ...review,
      reviewedAt: review.reviewedAt.toISOString(),
      expiresAt: review.expiresAt.toISOString(),
      isExpired: review.expiresAt < today,
    })),
    questions: parts.questions.map((question) => ({
      ...question,
      askedBy: question.askedBy.name,
      askedAt: question.askedAt.toISOString(),
      answeredAt: question.answeredAt?.toISOString() ?? null,
    })),
    versions: parts.versions.map((version) => ({
      ...version,
      publishedAt: version.publishedAt.toISOString(),
      isCurrent: version.id === row.currentVersion?.id,
    })),
  });
}
