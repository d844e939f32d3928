import "server-only";
import { listConcerns } from "#lib/catalog/server/list-concerns.ts";
import { loadCards } from "#lib/catalog/server/load-cards.ts";
import { now } from "#lib/clock.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { peopleByIds } from "#lib/identity/server/people-by-ids.ts";
import { evaluate } from "#lib/policy/evaluate.ts";
import { loadRules, subjectOf } from "#lib/policy/server/load-rules.ts";
import {
  type DeskFacts,
  type DeskTool,
  deskFactsSchema,
  deskToolSchema,
  type Tie,
  tieOf,
} from "#lib/publishing/my-tools.ts";
import { deskCounts, latestRequests } from "#lib/publishing/server/desk-repository.ts";
import { draftsOf, openQuestionCounts } from "#lib/publishing/server/repository.ts";
import { dailyUse } from "#lib/telemetry/server/tool-usage.ts";

/** How long remarks and reviews wait on the desk. */
const countedDays = 90;

type Request = Awaited<ReturnType<typeof latestRequests>>[number];

function requestOf(row: Request | undefined): Pick<Request, "id" | "version" | "status"> | null {
  if (row?.status !== "in-review" && row?.status !== "returned") return null;
  return { id: row.id, version: row.version, status: row.status };
}

type Catalog = Awaited<ReturnType<typeof loadCards>>;

async function deskFacts(viewer: Viewer, catalog: Catalog, ids: readonly string[]): Promise<DeskFacts[]> {
  const wanted = new Set(ids);
  const cards = new Map([...catalog.cards].filter(([id]) => wanted.has(id)));
  const [counts, requests, concerns, questions, drafts] = await Promise.all([
    deskCounts(ids, new Date(now().getTime() - countedDays * 86_400_000)),
    latestRequests(ids),
    listConcerns(viewer, { of: "everything" }, { ...catalog, cards }),
    openQuestionCounts(ids),
    draftsOf(ids),
  ]);
  const editors = await peopleByIds(
    viewer,
    drafts.map(({ updatedById }) => updatedById),
  );
  return ids.map((id) => {
    const card = cards.get(id);
    const draft = drafts.find(({ toolId }) => toolId === id);
    return deskFactsSchema.parse({
      card,
      concerns: concerns.filter(({ tool }) => tool.slug === card?.slug),
      openQuestions: questions.get(id) ?? 0,
      ...(counts.find(({ toolId }) => toolId === id) ?? {}),
      request: requestOf(requests.find(({ toolId }) => toolId === id)),
      draft: draft
        ? {
            updatedAt: draft.updatedAt.toISOString(),
            updatedBy: editors.get(draft.updatedById)?.name ?? "Somebody",
          }
        : null,
    });
  });
}

/** What one tool wants of those who may edit it; null for a tool that the viewer may not find. */
export async function deskFactsOf(viewer: Viewer, toolId: string): Promise<DeskFacts | null> {
  const catalog = await loadCards(viewer);
  if (!catalog.cards.has(toolId)) return null;
  const [facts] = await deskFacts(viewer, catalog, [toolId]);
  return facts ?? null;
}

/** The tools that the viewer answers for, as owner or deputy or with their team; those that need something first. */
export async function myTools(viewer: Viewer): Promise<DeskTool[]> {
  const [catalog, rules] = await Promise.all([loadCards(viewer), loadRules()]);
  const subject = subjectOf(viewer);
  const ties = new Map<string, Tie>();
  for (const [id, facts] of catalog.facts) {
    const row = catalog.index.entries.get(id);
    if (!row || !evaluate("edit", subject, facts, rules).allowed) continue;
    const { owner = null, deputy = null, team } = row.ownership ?? {};
    const tie = tieOf(viewer, {
      owner,
      deputy,
      makerId: owner ? null : row.createdById,
      teamId: team?.id ?? null,
    });
    if (tie) ties.set(id, tie);
  }
  const ids = [...ties.keys()];
  if (ids.length === 0) return [];
  const [tools, series] = await Promise.all([
    deskFacts(viewer, catalog, ids),
    Promise.all(ids.map((id) => dailyUse(id))),
  ]);
  return tools
    .map((facts, at) => deskToolSchema.parse({ ...facts, tie: ties.get(facts.card.id), daily: series[at] }))
    .toSorted((a, b) => b.concerns.length - a.concerns.length || b.card.usage.calls - a.card.usage.calls);
}
