import "server-only";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import { catalogChanged } from "#lib/catalog/server/catalog-changed.ts";
import { loadCards } from "#lib/catalog/server/load-cards.ts";
import { unsafeTool } from "#lib/catalog/server/tool-for-work.ts";
import { now } from "#lib/clock.ts";
import { followersOf } from "#lib/collections/server/followers.ts";
import { transaction } from "#lib/db/transaction.ts";
import { AppError, invalidInput } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { notifyPeople } from "#lib/notifications/server/notify-people.ts";
import {
  type DeprecateInput,
  type LifecycleResult,
  type ReachOfTool,
  reachOfToolSchema,
  successorProblem,
} from "#lib/publishing/lifecycle.ts";
import {
  allSuccessions,
  callersOf,
  changeTool,
  dueForRetirement,
  predecessorsOf,
  toolIdOf,
  usersSince,
} from "#lib/publishing/server/lifecycle-repository.ts";
import { type DraftTool, requireDraftTool } from "#lib/publishing/server/tool-draft.ts";
import { rateSoon } from "#lib/trust/server/rate-soon.ts";

const dayMs = 86_400_000;
/** How far back somebody counts as using a tool. */
const usedDays = 90;

function changedMeanwhile(name: string): AppError {
  return new AppError("conflict", `Somebody else changed ${name} in the meantime. Nothing was done.`, {
    mend: "Load the page again.",
  });
}

type Named = { readonly id: string; readonly slug: string; readonly name: string };

/** Everybody who has to know that a tool goes: its users and followers, and those whose agents call it. */
async function concerned({
  id,
  slug,
}: Named): Promise<{ readonly users: string[]; readonly owners: string[] }> {
  const since = new Date(now().getTime() - usedDays * dayMs);
  const [users, followers, callers] = await Promise.all([
    usersSince(id, since),
    followersOf(id),
    callersOf(slug),
  ]);
  const owners = callers.flatMap(({ ownerId, deputyId }) =>
    [ownerId, deputyId].filter((one) => one !== null),
  );
  return { users: [...new Set([...users, ...followers])], owners: [...new Set(owners)] };
}

async function tell(
  tool: Named,
  news: { kind: "tool-deprecated" | "tool-retired"; title: string; body: string; state: string },
  exceptId: string | null,
): Promise<number> {
  const { users, owners } = await concerned(tool);
  const { state, ...message } = news;
  const common = { ...message, toolId: tool.id, key: `tool/${tool.id}/${state}` };
  const told = [...new Set([...owners, ...users])].filter((id) => id !== exceptId);
  const answering = owners.filter((id) => id !== exceptId);
  await notifyPeople(answering, {
    ...common,
    body: `${news.body} A tool that you answer for calls it.`,
    href: `/catalog/${tool.slug}`,
  });
  await notifyPeople(told, { ...common, href: `/catalog/${tool.slug}` });
  return told.length;
}

/** What deprecating or retiring a tool would touch. */
export async function reachOfTool(viewer: Viewer, slug: string): Promise<ReachOfTool> {
  const tool = await requireDraftTool(viewer, slug);
  const [{ users }, callers, predecessors, { cards }] = await Promise.all([
    concerned(tool),
    callersOf(slug),
    predecessorsOf(tool.id),
    loadCards(viewer),
  ]);
  const seen = callers.filter(({ id }) => cards.has(id));
  return reachOfToolSchema.parse({
    people: users.length,
    agents: seen.map(({ slug: of, name }) => ({ slug: of, name })),
    hiddenAgents: callers.length - seen.length,
    predecessors: predecessors
      .filter(({ id }) => cards.has(id))
      .map(({ slug: of, name }) => ({ slug: of, name })),
  });
}

function dayWords(date: Date): string {
  return date.toLocaleDateString("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
}

function requirePublished(tool: DraftTool, allowed: readonly string[], doing: string): void {
  if (allowed.includes(tool.lifecycle)) return;
  throw new AppError("conflict", `${tool.name} is ${tool.lifecycle}, so it cannot be ${doing}.`);
}

/**
 * Announces the end of a tool: it goes on answering until the day, sinks in search, and everybody who used it in the last
 * 90 days, follows it or has an agent that calls it is told of the day and the successor. Doing it again changes both.
 */
export async function deprecateTool(
  viewer: Viewer,
  slug: string,
  input: DeprecateInput,
): Promise<LifecycleResult> {
  const tool = await requireDraftTool(viewer, slug);
  requirePublished(tool, ["published", "deprecated"], "deprecated");
  const at = now();
  const retiresAt = new Date(`${input.retiresOn}T00:00:00Z`);
  if (retiresAt <= at)
    throw invalidInput("retiresOn", "Choose a day after today, so that people can change over.");
  if (retiresAt.getTime() - at.getTime() > 5 * 366 * dayMs)
    throw invalidInput("retiresOn", "Choose a day within the next five years.");
  const successors = new Map((await allSuccessions()).map((one) => [one.slug, one]));
  let successor: { id: string; name: string } | null = null;
  if (input.successor !== null) {
    const { cards } = await loadCards(viewer);
    const card = [...cards.values()].find((one) => one.slug === input.successor);
    const problem = card
      ? successorProblem(slug, input.successor, successors)
      : `The tool “${input.successor}” does not exist.`;
    if (problem || !card) throw invalidInput("successor", problem ?? "This tool cannot succeed it.");
    successor = { id: (await toolIdOf(card.slug)) ?? card.id, name: card.name };
  }
  const told = await transaction(async () => {
    const isChanged = await changeTool(
      { id: tool.id, lifecycle: ["published", "deprecated"] },
      {
        lifecycle: "deprecated",
        successorId: successor?.id ?? null,
        deprecatedAt: tool.row.deprecatedAt ?? at,
        retiresAt,
        updatedAt: at,
      },
    );
    if (!isChanged) throw changedMeanwhile(tool.name);
    await recordEvent({
      type: "tool.deprecated",
      actor: { kind: "person", id: viewer.id, name: viewer.name },
      target: { kind: "tool", id: tool.id, name: tool.name },
      domainId: tool.domainId,
      reason: input.note,
      changes: {
        before: { lifecycle: tool.lifecycle, successor: tool.row.successor?.slug ?? null },
        after: { lifecycle: "deprecated", successor: input.successor, retiresAt: retiresAt.toISOString() },
      },
    });
    await rateSoon(tool.id, "lifecycle");
    await catalogChanged();
    const instead = successor ? ` Use ${successor.name} instead.` : "";
    return tell(
      tool,
      {
        kind: "tool-deprecated",
        title: `${tool.name} ends on ${dayWords(retiresAt)}`,
        body: `${input.note}${instead}`,
        state: `deprecated/${input.retiresOn}/${input.successor ?? "-"}`,
      },
      viewer.id,
    );
  });
  return { slug, lifecycle: "deprecated", version: tool.published?.version ?? null, told };
}

/** Takes a deprecation back, as long as the tool is not retired. */
export async function undeprecateTool(viewer: Viewer, slug: string): Promise<LifecycleResult> {
  const tool = await requireDraftTool(viewer, slug);
  requirePublished(tool, ["deprecated"], "taken back");
  await transaction(async () => {
    const isChanged = await changeTool(
      { id: tool.id, lifecycle: ["deprecated"] },
      { lifecycle: "published", successorId: null, deprecatedAt: null, retiresAt: null, updatedAt: now() },
    );
    if (!isChanged) throw changedMeanwhile(tool.name);
    await recordEvent({
      type: "tool.undeprecated",
      actor: { kind: "person", id: viewer.id, name: viewer.name },
      target: { kind: "tool", id: tool.id, name: tool.name },
      domainId: tool.domainId,
      changes: { before: { lifecycle: "deprecated" }, after: { lifecycle: "published" } },
    });
    await rateSoon(tool.id, "lifecycle");
    await catalogChanged();
  });
  return { slug, lifecycle: "published", version: tool.published?.version ?? null, told: 0 };
}

type Retirement = {
  readonly tool: Named & { readonly domainId: string; readonly successorName: string | null };
  /** Null when the portal does it on the day. */
  readonly actor: { readonly id: string; readonly name: string } | null;
  readonly note: string;
};

async function retire({ tool, actor, note }: Retirement): Promise<number | null> {
  const at = now();
  const isChanged = await changeTool(
    { id: tool.id, lifecycle: ["published", "deprecated"] },
    { lifecycle: "retired", retiresAt: at, updatedAt: at },
  );
  if (!isChanged) return null;
  await recordEvent({
    type: "tool.retired",
    actor: actor ? { kind: "person", ...actor } : { kind: "system", name: "Weft" },
    target: { kind: "tool", id: tool.id, name: tool.name },
    domainId: tool.domainId,
    reason: note,
  });
  await rateSoon(tool.id, "lifecycle");
  await catalogChanged();
  const instead = tool.successorName ? ` Use ${tool.successorName} instead.` : "";
  return tell(
    tool,
    { kind: "tool-retired", title: `${tool.name} is retired`, body: `${note}${instead}`, state: "retired" },
    actor?.id ?? null,
  );
}

/** Ends a tool now and for good: it answers no more, its page stays with its history and its successor. */
export async function retireTool(viewer: Viewer, slug: string, note: string): Promise<LifecycleResult> {
  const tool = await requireDraftTool(viewer, slug);
  requirePublished(tool, ["published", "deprecated"], "retired");
  const told = await transaction(() =>
    retire({
      tool: { ...tool, successorName: tool.row.successor?.name ?? null },
      actor: { id: viewer.id, name: viewer.name },
      note,
    }),
  );
  if (told === null) throw changedMeanwhile(tool.name);
  return { slug, lifecycle: "retired", version: tool.published?.version ?? null, told };
}

/** Retires the deprecated tools whose last day is over; of two processes that try it, one does. */
export async function retireDueTools(): Promise<number> {
  let count = 0;
  for (const { id } of await dueForRetirement(now())) {
    const found = await unsafeTool({ id });
    if (!found) continue;
    const { row } = found;
    const told = await transaction(() =>
      retire({
        tool: {
          id,
          slug: row.slug,
          name: row.name,
          domainId: row.domain.id,
          successorName: row.successor?.name ?? null,
        },
        actor: null,
        note: "Its last day, as announced, is over.",
      }),
    );
    if (told !== null) count += 1;
  }
  return count;
}
