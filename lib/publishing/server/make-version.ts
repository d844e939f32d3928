import "server-only";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import { hashJson } from "#lib/canonical-hash.ts";
import type { ToolWords } from "#lib/catalog/schema.ts";
import { catalogChanged } from "#lib/catalog/server/catalog-changed.ts";
import { currentSource, now } from "#lib/clock.ts";
import { newId } from "#lib/db/uuid.ts";
import { changedFields, pickWords } from "#lib/publishing/changed-words.ts";
import { operationChanges } from "#lib/publishing/contract/operation-changes.ts";
import { type DraftContent, settingsFields } from "#lib/publishing/draft-content.ts";
import type { WordsField } from "#lib/publishing/schema.ts";
import type { FinishedContent } from "#lib/publishing/server/content-checks.ts";
import { insertVersion, setCurrentVersion } from "#lib/publishing/server/repository.ts";
import { draftConflict } from "#lib/publishing/server/tool-draft.ts";
import { endSuspensionsOnRelease } from "#lib/tools/server/end-suspension.ts";
import { rateSoon } from "#lib/trust/server/rate-soon.ts";

/** Docs as long as a book stay in their version, which never changes; the trail keeps their hash. */
const longestDocsInTrail = 50_000;

function wordsForTrail(words: ToolWords, fields: readonly WordsField[]) {
  const { docs, ...others } = pickWords(words, fields);
  if (docs === undefined || docs.length <= longestDocsInTrail)
    return { ...others, ...(docs === undefined ? {} : { docs }) };
  return { ...others, docsHash: hashJson(docs), docsCharacters: docs.length };
}

function changesForTrail(before: DraftContent | null, after: FinishedContent) {
  const fields = before ? changedFields(before.words, after.words) : [];
  const settings = settingsFields.filter(
    (field) => JSON.stringify(before?.settings[field]) !== JSON.stringify(after.settings[field]),
  );
  const pick = (from: DraftContent["settings"]) =>
    Object.fromEntries(settings.map((field) => [field, from[field]]));
  const operations = operationChanges(before?.operations ?? [], after.operations);
  return {
    before: before && {
      words: wordsForTrail({ ...after.words, ...pickWords(before.words, fields) }, fields),
      settings: pick(before.settings),
    },
    after: { words: wordsForTrail(after.words, fields), settings: pick(after.settings) },
    operations: operations.slice(0, 100).map(({ kind, operation, step }) => ({ kind, operation, step })),
  };
}

export type NewVersion = {
  readonly tool: { readonly id: string; readonly domainId: string };
  /** What serves at the moment, and must still serve when this takes its place. */
  readonly base: {
    readonly versionId: string;
    readonly version: string;
    readonly content: DraftContent;
  } | null;
  readonly content: FinishedContent;
  readonly version: string;
  readonly notes: string;
  readonly publisher: { readonly id: string; readonly name: string };
  /** Who agreed, when somebody had to. */
  readonly approvals?: readonly { readonly capacity: string; readonly by: string }[];
};

/**
 * Makes content the tool's new immutable version, and what serves from now on. It runs inside the caller's transaction;
 * of two releases at once one is a conflict.
 */
export async function makeVersion(release: NewVersion): Promise<{ versionId: string }> {
  const { tool, base, content, version, notes, publisher } = release;
  const publishedAt = now();
  const versionId = newId(publishedAt);
  const { words, settings, operations } = content;
  await insertVersion(
    {
      id: versionId,
      toolId: tool.id,
      version,
      words,
      settings,
      releaseNotes: notes,
      publishedAt,
      publishedById: publisher.id,
      publishedBy: publisher.name,
      source: currentSource(),
    },
    operations,
  );
  const isSet = await setCurrentVersion(tool.id, base?.versionId ?? null, {
    versionId,
    words,
    settings,
    operations,
    at: publishedAt,
  });
  if (!isSet) throw draftConflict();
  const { before, after, operations: changed } = changesForTrail(base?.content ?? null, content);
  await recordEvent({
    type: "tool.published",
    actor: { kind: "person", id: publisher.id, name: publisher.name },
    target: { kind: "tool", id: tool.id, name: words.name },
    domainId: tool.domainId,
    reason: notes,
    changes: {
      before: base && { version: base.version, ...before },
      after: { version, ...after },
    },
    details: { versionId, version, operations: changed, approvals: release.approvals ?? [] },
  });
  await endSuspensionsOnRelease({ ...tool, name: words.name }, operations, publisher);
  await rateSoon(tool.id, "published");
  await catalogChanged();
  return { versionId };
}
