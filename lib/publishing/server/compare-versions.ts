import "server-only";
import type { ToolWords } from "#lib/catalog/schema.ts";
import { versionContents } from "#lib/catalog/server/version-content.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { changedFields } from "#lib/publishing/changed-words.ts";
import {
  furthest,
  type OperationChange,
  operationChanges,
} from "#lib/publishing/contract/operation-changes.ts";
import type { ChangeStep } from "#lib/publishing/contract/schema-changes.ts";
import type { WordsField } from "#lib/publishing/schema.ts";

export type VersionComparison = {
  readonly before: { readonly version: string; readonly words: ToolWords };
  readonly after: { readonly version: string; readonly words: ToolWords };
  readonly fields: readonly WordsField[];
  readonly operations: readonly OperationChange[];
  /** How far the change of the operations reaches; null when they are the same. */
  readonly step: ChangeStep | null;
};

/** What differs between two releases: the words field by field, the operations, and whether callers break. */
export async function compareVersions(
  viewer: Viewer,
  slug: string,
  versions: { readonly before: string; readonly after: string },
): Promise<VersionComparison> {
  const [before, after] = await versionContents(viewer, slug, [versions.before, versions.after]);
  const operations = operationChanges(before.operations, after.operations);
  return {
    before: { version: before.version, words: before.words },
    after: { version: after.version, words: after.words },
    fields: changedFields(before.words, after.words),
    operations,
    step: furthest(operations.map(({ step }) => step)) ?? null,
  };
}
