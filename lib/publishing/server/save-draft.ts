import "server-only";
import { randomInt } from "node:crypto";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import { now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import { violatedUnique } from "#lib/db/unique-violation.ts";
import { AppError } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import {
  type DraftContent,
  type DraftOperation,
  draftOperationsSchema,
  emptyContent,
  largestOperations,
} from "#lib/publishing/draft-content.ts";
import { editOperations, type OperationEdit, repeatedName } from "#lib/publishing/merge-operations.ts";
import type { SavedDraft } from "#lib/publishing/schema.ts";
import { foreignSources } from "#lib/publishing/server/foreign-sources.ts";
import { draftOf, insertDraft, operationsOfDraft, updateDraft } from "#lib/publishing/server/repository.ts";
import {
  type DraftTool,
  draftConflict,
  holdsWordsOnly,
  publishedContent,
  requireDraftTool,
} from "#lib/publishing/server/tool-draft.ts";
import { storableJson } from "#lib/storable.ts";
import type { Prisma } from "#prisma/generated/client.ts";

/** What is saved of a draft; what is left out stays as it is. */
export type DraftChange = Partial<DraftContent> & {
  /** Single operations put in the place of those of the same name. */
  readonly operationEdits?: readonly OperationEdit[];
};

async function recordBegin(viewer: Viewer, tool: DraftTool): Promise<void> {
  await recordEvent({
    type: "tool.draft-saved",
    actor: { kind: "person", id: viewer.id, name: viewer.name },
    target: { kind: "tool", id: tool.id, name: tool.name },
    domainId: tool.domainId,
    details: { baseVersion: tool.published?.version ?? null },
  });
}

function checkedOperations(operations: readonly DraftOperation[]): Prisma.InputJsonValue {
  const parsed = draftOperationsSchema.safeParse(operations);
  const [issue] = parsed.error?.issues ?? [];
  if (!parsed.success) {
    const path = ["operations", ...(issue?.path ?? [])].join(".");
    throw new AppError("invalid-input", issue?.message ?? "The operations cannot be kept.", {
      fields: [{ path, message: issue?.message ?? "cannot be kept" }],
    });
  }
  const twice = repeatedName(parsed.data);
  if (twice !== undefined) {
    const message = `Two operations are named “${twice}”. Callers know an operation by its name; give one another name.`;
    throw new AppError("invalid-input", message, { fields: [{ path: "operations", message }] });
  }
  const clean = storableJson(parsed.data);
  if (JSON.stringify(clean).length > largestOperations) {
    throw new AppError("too-large", "The operations of this draft are larger than 16 MB together.", {
      mend: "Choose fewer operations, or make several tools of them.",
    });
  }
  return clean as Prisma.InputJsonValue;
}

/** A source is read by whoever may use a tool that answers from it, so only its own team builds tools on it. */
async function refuseForeignSources(tool: DraftTool, operations: readonly DraftOperation[]): Promise<void> {
  const foreign = await foreignSources(tool, operations);
  if (foreign.length === 0) return;
  const message = `${foreign.map(({ name }) => name).join(", ")}: only the team that owns a knowledge source builds tools on it.`;
  throw new AppError("forbidden", message, {
    mend: "Ask that team to publish a tool on it; an agent can then call that tool.",
  });
}

async function write(
  viewer: Viewer,
  tool: DraftTool,
  change: DraftChange,
  revision: number,
): Promise<SavedDraft> {
  const updatedAt = now();
  const own = { updatedById: viewer.id, updatedAt };
  const existing = await draftOf(tool.id);
  if ((existing?.revision ?? 0) !== revision) throw draftConflict();
  const base = !existing || holdsWordsOnly(existing.settings) ? await publishedContent(tool) : null;
  const settings = change.settings ?? base?.settings;
  const known = async () => base?.operations ?? draftOperationsSchema.parse(await operationsOfDraft(tool.id));
  const operations = change.operationEdits
    ? editOperations(change.operations ?? (await known()), change.operationEdits)
    : (change.operations ?? base?.operations);
  if (operations) await refuseForeignSources(tool, operations);
  const changed = {
    ...own,
    ...(settings ? { settings: storableJson(settings) } : {}),
    ...(operations ? { operations: checkedOperations(operations) } : {}),
  };
  if (!existing) {
    // A random start: a revision of a draft that was discarded or published never fits a later one.
    const first = randomInt(1, 1_000_000_000);
    await insertDraft({
      toolId: tool.id,
      baseVersionId: tool.published?.versionId ?? null,
      revision: first,
      words: storableJson(change.words ?? base?.words ?? emptyContent(tool.name).words),
      ...changed,
    });
    await recordBegin(viewer, tool);
    return { revision: first, updatedAt: updatedAt.toISOString() };
  }
  const isSaved = await updateDraft(tool.id, revision, {
    ...changed,
    ...(change.words ? { words: storableJson(change.words) } : {}),
  });
  if (!isSaved) throw draftConflict();
  if (existing.updatedById !== viewer.id) await recordBegin(viewer, tool);
  return { revision: revision + 1, updatedAt: updatedAt.toISOString() };
}

/**
 * Keeps what is being written; the published version goes on serving. `revision` is the one that was read or saved last,
 * 0 when there was no draft. Somebody else's newer draft is a conflict and stays as it is. The trail says who began to
 * edit, not each save.
 */
export async function saveDraft(
  viewer: Viewer,
  slug: string,
  { revision, ...change }: DraftChange & { readonly revision: number },
): Promise<SavedDraft> {
  const tool = await requireDraftTool(viewer, slug);
  if (tool.lifecycle === "retired") {
    throw new AppError("conflict", `${tool.name} is retired, so its draft is closed.`, {
      mend: "Clone it to begin a new tool with the same content.",
    });
  }
  try {
    return await transaction(() => write(viewer, tool, change, revision));
  } catch (error) {
    if (violatedUnique(error)) throw draftConflict();
    throw error;
  }
}
