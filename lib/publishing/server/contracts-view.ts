import "server-only";
import { operationContentSchema } from "#lib/catalog/operation.ts";
import { isAppError } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import type { DraftContent } from "#lib/publishing/draft-content.ts";
import { contractsOf } from "#lib/publishing/server/contract-repository.ts";
import { decidedContent } from "#lib/publishing/server/decided-content.ts";
import type { ReleasePlan } from "#lib/publishing/server/publish-draft.ts";
import { planRelease } from "#lib/publishing/server/publish-draft.ts";
import { openRequestOf } from "#lib/publishing/server/request-repository.ts";
import { type DraftTool, publishedContent, requireDraftTool } from "#lib/publishing/server/tool-draft.ts";
import { contractStateSchema } from "#lib/publishing/watch/contract-state.ts";
import { definitionDiff } from "#lib/publishing/watch/definition-diff.ts";
import { pinnedHash } from "#lib/tools/server/pinned-hash.ts";
import { unsafeSuspensionsOf } from "#lib/tools/server/suspensions-of.ts";
import type { Suspension } from "#lib/tools/suspension.ts";

export type Proposal =
  | ({ readonly isPossible: true } & Pick<ReleasePlan, "version" | "approvals">)
  | { readonly isPossible: false; readonly message: string; readonly mend: string | null };

/** What a release with the change taken over would be, or why there can be none. */
async function proposalFor(
  tool: DraftTool,
  published: DraftContent,
  suspension: Suspension,
): Promise<Proposal> {
  try {
    const { content, step } = decidedContent(published, suspension);
    const { version, approvals } = await planRelease(tool, content, step);
    return { isPossible: true, version, approvals };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { isPossible: false, message: error.message, mend: error.mend ?? null };
  }
}

/** Most suspended operations whose differences are shown on one page. */
export const shownSuspensions = 50;

/** Where a tool's operations come from, how that stands, and what its owner has to decide. */
export async function contractsView(viewer: Viewer, slug: string) {
  const tool = await requireDraftTool(viewer, slug);
  const [rows, open, published, request] = await Promise.all([
    contractsOf(tool.id),
    unsafeSuspensionsOf(tool.id),
    publishedContent(tool),
    openRequestOf(tool.id),
  ]);
  const titles = new Map(published.operations.map(({ name, title }) => [name, title]));
  const served = published.operations.flatMap(
    (operation) => operationContentSchema.safeParse(operation).data ?? [],
  );
  const remote = served.filter(({ binding }) => binding.kind === "http" || binding.kind === "mcp");
  const suspensions = await Promise.all(
    open.slice(0, shownSuspensions).map(async ({ before, after, ...suspension }) => ({
      ...suspension,
      title: titles.get(suspension.operationName) ?? suspension.operationName,
      isServed: titles.has(suspension.operationName),
      diff: definitionDiff(suspension.operationName, before, after),
      proposal: await proposalFor(tool, published, { ...suspension, before, after }),
    })),
  );
  return {
    tool: { slug: tool.slug, name: tool.name, kind: tool.kind },
    sources: rows.map(({ id, kind, address, state, message, checkedAt }) => ({
      id,
      kind: kind === "mcp" ? ("mcp" as const) : ("openapi" as const),
      address,
      state: contractStateSchema.parse(state),
      message,
      checkedAt: checkedAt?.toISOString() ?? null,
    })),
    suspensions,
    hiddenSuspensions: Math.max(0, open.length - shownSuspensions),
    operations: {
      remote: remote.length,
      /** Those that are compared with nothing, because nothing was pinned when they were made. */
      unpinned: remote.filter((operation) => pinnedHash(operation) === null).map(({ title }) => title),
    },
    review: request && { id: request.id, version: request.version },
  };
}
export type ContractsView = Awaited<ReturnType<typeof contractsView>>;
