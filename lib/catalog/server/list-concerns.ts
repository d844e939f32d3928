import "server-only";
import { type Concern, concernsOf, type HealthFacts, sortConcerns } from "#lib/catalog/concerns.ts";
import { healthRows } from "#lib/catalog/server/health-repository.ts";
import { loadCards, type VisibleCatalog } from "#lib/catalog/server/load-cards.ts";
import type { EntryRow } from "#lib/catalog/server/repository.ts";
import { toolIndex } from "#lib/catalog/server/tool-index.ts";
import { now } from "#lib/clock.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { noUsage, type ToolUsage } from "#lib/telemetry/schema.ts";
import { toolUsage } from "#lib/telemetry/server/tool-usage.ts";

export type ConcernScope =
  | { readonly of: "everything" }
  | { readonly of: "domains"; readonly domainIds: readonly string[] }
  | { readonly of: "mine" };

function isInScope(row: EntryRow, scope: ConcernScope, viewer: Viewer): boolean {
  if (scope.of === "everything") return true;
  if (scope.of === "domains") return scope.domainIds.includes(row.domain.id);
  return row.ownership?.owner?.id === viewer.id || row.ownership?.deputy?.id === viewer.id;
}

type Health = Awaited<ReturnType<typeof healthRows>>;
type ByTool<Row> = (toolId: string) => readonly Row[];
type HealthByTool = { readonly [Part in keyof Health]: ByTool<Health[Part][number]> };

function byTool<Row extends { toolId: string }>(rows: readonly Row[]): ByTool<Row> {
  const groups = Map.groupBy(rows, ({ toolId }) => toolId);
  return (toolId) => groups.get(toolId) ?? [];
}

function healthByTool({ reviews, questions, incidents, suspensions }: Health): HealthByTool {
  return {
    reviews: byTool(reviews),
    questions: byTool(questions),
    incidents: byTool(incidents),
    suspensions: byTool(suspensions),
  };
}

function factsOf(row: EntryRow, usage: ToolUsage, health: HealthByTool): HealthFacts {
  return {
    tool: { slug: row.slug, name: row.name },
    lifecycle: row.lifecycle,
    blockedAt: row.blockedAt,
    blockedReason: row.blockedReason,
    hasActiveOwner: Boolean(row.ownership?.owner?.isActive || row.ownership?.deputy?.isActive),
    confirmedAt: row.ownership?.confirmedAt ?? null,
    successor: row.successor?.name ?? null,
    calls: usage.judgedCalls,
    successShare: usage.successShare,
    promisedShare: row.sloSuccess,
    reviews: health.reviews(row.id),
    openQuestions: health.questions(row.id),
    suspensions: health.suspensions(row.id),
    openIncident: health.incidents(row.id)[0] ?? null,
  };
}

export type OwnedConcern = {
  readonly toolId: string;
  readonly answering: readonly string[];
  readonly concern: Concern;
};

/** What needs attention of every tool, past visibility: for telling those who answer for it, never for a reader. */
export async function unsafeConcerns(): Promise<OwnedConcern[]> {
  const [{ entries }, usage] = await Promise.all([toolIndex(), toolUsage()]);
  const rows = [...entries.values()];
  const health = healthByTool(await healthRows(rows.map(({ id }) => id)));
  const today = now();
  return rows.flatMap((row) => {
    const { owner, deputy } = row.ownership ?? {};
    const answering = [owner, deputy].flatMap((person) => (person?.isActive ? [person.id] : []));
    return concernsOf(factsOf(row, usage.get(row.id) ?? noUsage, health), today).map((concern) => ({
      toolId: row.id,
      answering,
      concern,
    }));
  });
}

/** What needs attention among the tools that the viewer may find, most urgent first. */
export async function listConcerns(
  viewer: Viewer,
  scope: ConcernScope,
  catalog?: VisibleCatalog,
): Promise<Concern[]> {
  const { index, cards } = catalog ?? (await loadCards(viewer));
  const rows = [...cards.values()].flatMap((card) => {
    const row = index.entries.get(card.id);
    return row && isInScope(row, scope, viewer) ? [{ row, usage: card.usage }] : [];
  });
  const health = healthByTool(await healthRows(rows.map(({ row }) => row.id)));
  const today = now();
  return sortConcerns(rows.flatMap(({ row, usage }) => concernsOf(factsOf(row, usage, health), today)));
}
