import "server-only";
import type { ToolWords } from "#lib/catalog/schema.ts";
import { type EditableTool, requireEditableTool } from "#lib/catalog/server/require-editable-tool.ts";
import { AppError } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";

export type PublishedTool = Omit<EditableTool, "current"> & {
  readonly versionId: string;
  readonly version: string;
  readonly words: ToolWords;
};

/** A tool that the viewer may edit, with the version that serves at the moment. */
export async function requirePublishedTool(viewer: Viewer, slug: string): Promise<PublishedTool> {
  const { current, ...tool } = await requireEditableTool(viewer, slug);
  if (!current) {
    throw new AppError("conflict", `${tool.name} has no published version yet, so there is no page to edit.`);
  }
  return { ...tool, versionId: current.id, version: current.version, words: current.words };
}

/** Somebody else saved, discarded or published in between. Nothing was written. */
export function draftConflict(): AppError {
  return new AppError(
    "conflict",
    "Somebody else changed this draft in the meantime. Nothing was overwritten.",
    {
      mend: "Load the newest draft, choose between the two versions, and save again.",
    },
  );
}
