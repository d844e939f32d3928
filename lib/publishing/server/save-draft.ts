import "server-only";
import { randomInt } from "node:crypto";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import { now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import { violatedUnique } from "#lib/db/unique-violation.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import type { SaveDraftInput, SavedDraft } from "#lib/publishing/schema.ts";
import {
  draftConflict,
  type PublishedTool,
  requirePublishedTool,
} from "#lib/publishing/server/published-tool.ts";
import { draftOf, insertDraft, updateDraft } from "#lib/publishing/server/repository.ts";
import { storableJson } from "#lib/storable.ts";

async function recordBegin(viewer: Viewer, tool: PublishedTool): Promise<void> {
  await recordEvent({
    type: "tool.draft-saved",
    actor: { kind: "person", id: viewer.id, name: viewer.name },
    target: { kind: "tool", id: tool.id, name: tool.name },
    domainId: tool.domainId,
    details: { baseVersion: tool.version },
  });
}

async function write(viewer: Viewer, tool: PublishedTool, input: SaveDraftInput): Promise<SavedDraft> {
  const words = storableJson(input.words);
  const updatedAt = now();
  const own = { words, updatedById: viewer.id, updatedAt };
  const existing = await draftOf(tool.id);
  if ((existing?.revision ?? 0) !== input.revision) throw draftConflict();
  if (!existing) {
    // A random start: a revision of a draft that was discarded or published never fits a later one.
    const revision = randomInt(1, 1_000_000_000);
    await insertDraft({ toolId: tool.id, baseVersionId: tool.versionId, revision, ...own });
    await recordBegin(viewer, tool);
    return { revision, updatedAt: updatedAt.toISOString() };
  }
  if (!(await updateDraft(tool.id, input.revision, own))) throw draftConflict();
  if (existing.updatedById !== viewer.id) await recordBegin(viewer, tool);
  return { revision: input.revision + 1, updatedAt: updatedAt.toISOString() };
}

/**
 * Keeps what is being written; the published version goes on serving. Somebody else's newer draft is a conflict and
 * stays as it is. The trail says who began to edit, not each save.
 */
export async function saveDraft(viewer: Viewer, slug: string, input: SaveDraftInput): Promise<SavedDraft> {
  const tool = await requirePublishedTool(viewer, slug);
  try {
    return await transaction(() => write(viewer, tool, input));
  } catch (error) {
    if (violatedUnique(error)) throw draftConflict();
    throw error;
  }
}
