import "server-only";
import { type ToolKind, type ToolWords, toolKindSchema } from "#lib/catalog/schema.ts";
import { requireEditableEntry } from "#lib/catalog/server/require-editable-tool.ts";
import { contentOfEntry } from "#lib/catalog/server/tool-content.ts";
import type { ToolEntry } from "#lib/catalog/server/tool-for-work.ts";
import { AppError } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import type { ToolFacts } from "#lib/policy/schema.ts";
import {
  asDraftOperation,
  type DraftContent,
  draftOperationsSchema,
  draftSettingsSchema,
  emptyContent,
} from "#lib/publishing/draft-content.ts";
import { draftWordsSchema } from "#lib/publishing/schema.ts";
import { draftOf, operationsOfDraft } from "#lib/publishing/server/repository.ts";

/** A tool that the viewer may edit, published or not. */
export type DraftTool = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: ToolKind;
  readonly domainId: string;
  readonly lifecycle: string;
  readonly facts: ToolFacts;
  readonly row: ToolEntry;
  /** What serves now; null before the first release. */
  readonly published: {
    readonly versionId: string;
    readonly version: string;
    readonly words: ToolWords;
  } | null;
};

export async function requireDraftTool(viewer: Viewer, slug: string): Promise<DraftTool> {
  const { row, facts, words } = await requireEditableEntry(viewer, slug);
  const { currentVersion } = row;
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    kind: toolKindSchema.parse(row.kind),
    domainId: row.domain.id,
    lifecycle: row.lifecycle,
    facts,
    row,
    published: currentVersion && {
      versionId: currentVersion.id,
      version: currentVersion.version,
      words,
    },
  };
}

/** What serves now, as one would edit it; of a tool that is not released yet, nothing but its name. */
export async function publishedContent(tool: DraftTool): Promise<DraftContent> {
  if (!tool.published) return emptyContent(tool.name);
  const { settings, operations } = await contentOfEntry(tool.row);
  return { words: tool.published.words, settings, operations: operations.map(asDraftOperation) };
}

/** Drafts begun before they held settings and operations have none: those are as published. */
export function holdsWordsOnly(settings: unknown): boolean {
  return Object.keys(settings ?? {}).length === 0;
}

export type StoredDraft = {
  readonly content: DraftContent;
  readonly revision: number;
  readonly baseVersionId: string | null;
  readonly updatedById: string;
  readonly updatedAt: Date;
};

/** The draft of a tool with all that is in it; null when nobody has begun to edit. */
export async function storedDraft(tool: DraftTool): Promise<StoredDraft | null> {
  const [head, operations] = await Promise.all([draftOf(tool.id), operationsOfDraft(tool.id)]);
  if (!head) return null;
  const { words, settings, ...rest } = head;
  const base = holdsWordsOnly(settings) ? await publishedContent(tool) : null;
  return {
    ...rest,
    content: {
      words: draftWordsSchema.parse(words),
      settings: base?.settings ?? draftSettingsSchema.parse(settings),
      operations: base?.operations ?? draftOperationsSchema.parse(operations),
    },
  };
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
