import "server-only";
import { listDraftOperations } from "#lib/catalog/server/try-draft.ts";
import { isAppError } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { gistOf } from "#lib/routing/gist.ts";
import { withoutMentions } from "#lib/routing/mentions.ts";
import { sentenceFor } from "#lib/routing/reasons.ts";
import { indexOperations, type OperationIndex } from "#lib/routing/server/operation-index.ts";
import {
  mostOperations,
  rankOperations,
  shownCandidate,
  timedSteps,
} from "#lib/routing/server/rank-operations.ts";
import type { Routed } from "#lib/routing/server/route-request.ts";

/** The operations of a tool's draft by themselves, for those who may edit it. */
export async function draftIndex(viewer: Viewer, toolId: string): Promise<OperationIndex> {
  return indexOperations((await listDraftOperations(viewer, toolId)).operations);
}

/** Chooses among the operations of a tool's draft, and nothing else. Throws for those who may not edit the tool. */
export async function routeDraft(viewer: Viewer, toolId: string, text: string): Promise<Routed> {
  const { steps, timed } = timedSteps();
  const { entry, operations } = await listDraftOperations(viewer, toolId);
  const index = indexOperations(operations);
  timed("explicit", `the draft of ${entry.name}`);
  const { id, slug, name, kind } = entry;
  const pooled = [...index.operations.values()];
  const { ranked } = await rankOperations(
    {
      words: gistOf(withoutMentions(text)),
      index,
      searchable: new Set(pooled.map(({ key }) => key)),
      pooled,
      tools: new Map([[id, { id, slug, name, kind, isRunnable: true }]]),
      basis: "conversation",
      isWhole: true,
    },
    timed,
  );
  const verdict = ranked.length > 0 ? "use" : "none";
  const candidates = ranked.map((candidate, place) => ({ ...candidate, isChosen: place === 0 }));
  timed("verdict", verdict);
  return {
    candidates,
    decision: {
      basis: candidates.length === 0 ? "none" : "conversation",
      verdict,
      sentence: sentenceFor("conversation", verdict, candidates[0], undefined),
      candidates: candidates.slice(0, mostOperations).map(shownCandidate),
      excluded: [],
      model: null,
      steps,
    },
  };
}

/** The index that a turn routes by: of a draft that is tried, or of everything that is published. */
export async function indexOfTurn(
  viewer: Viewer,
  draftOf: string | undefined,
  published: () => Promise<OperationIndex>,
): Promise<OperationIndex> {
  if (!draftOf) return published();
  try {
    return await draftIndex(viewer, draftOf);
  } catch (error) {
    // Whoever lost the right to edit sees at the next call why; nothing of the draft is told before.
    if (isAppError(error)) return indexOperations([]);
    throw error;
  }
}
