import "server-only";
import type { OperationDefinition } from "#lib/catalog/operation.ts";
import { AppError, invalidInput } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import type { SavedDraft } from "#lib/publishing/schema.ts";
import { saveDraft } from "#lib/publishing/server/save-draft.ts";
import { unknownServer } from "#lib/publishing/server/source-listing.ts";
import { type SourceState, sourceState } from "#lib/publishing/server/source-state.ts";
import { draftConflict, requireDraftTool } from "#lib/publishing/server/tool-draft.ts";
import { chooseOperations } from "#lib/publishing/sources/choose-operations.ts";
import type { ChooseOperations } from "#lib/publishing/sources/schema.ts";

function binder(state: SourceState, wanted: string | undefined, isNeeded: boolean) {
  const standard = state.standardServer ?? unknownServer;
  const server = (wanted ?? state.chosenServer ?? standard).replace(/\/+$/, "");
  if (server === unknownServer && isNeeded) {
    throw invalidInput("serverUrl", "The document names no server. Enter the address where it runs.");
  }
  return (definition: OperationDefinition): OperationDefinition => {
    const { binding } = definition;
    if (binding.kind !== "http") return definition;
    const security = binding.security.map((one) => ({
      ...one,
      secretName: state.secretNameOf(one.secretName),
    }));
    const serverUrl = binding.serverUrl === standard ? server : binding.serverUrl;
    return { ...definition, binding: { ...binding, serverUrl, security } };
  };
}

/**
 * Writes the chosen operations of a source into the draft, pinned to the definitions that its owner looked at; operations
 * from elsewhere stay. The source or the draft in another state than was seen is a conflict, and nothing is written.
 */
export async function chooseSourceOperations(
  viewer: Viewer,
  slug: string,
  id: string,
  { operations, fingerprint, serverUrl, revision }: ChooseOperations,
): Promise<SavedDraft> {
  const tool = await requireDraftTool(viewer, slug);
  const state = await sourceState(tool, id);
  if (state.listing.fingerprint !== fingerprint) {
    throw new AppError("conflict", "The source was read again in the meantime. Nothing was taken over.", {
      mend: "Look at its operations as they are now, and take over again.",
    });
  }
  if (state.revision !== revision) throw draftConflict();
  const chosen = chooseOperations({
    draft: state.draft,
    isOwn: state.isOwn,
    offered: state.listing.byKey,
    choices: operations,
    before: state.before,
    bind: binder(state, serverUrl, operations.length > 0),
  });
  return saveDraft(viewer, slug, { operations: chosen, revision });
}
