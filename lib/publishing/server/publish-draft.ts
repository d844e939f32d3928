import "server-only";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import { hashJson } from "#lib/canonical-hash.ts";
import { type ToolWords, toolWordsSchema } from "#lib/catalog/schema.ts";
import { catalogChanged } from "#lib/catalog/server/catalog-changed.ts";
import { loadCards } from "#lib/catalog/server/load-cards.ts";
import { currentSource, now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import { violatedUnique } from "#lib/db/unique-violation.ts";
import { newId } from "#lib/db/uuid.ts";
import { AppError, type FieldProblem } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { changedFields, pickWords, tidyWords } from "#lib/publishing/changed-words.ts";
import { nextVersion } from "#lib/publishing/next-version.ts";
import {
  type DraftWords,
  draftWordsSchema,
  type PublishDraftInput,
  type Released,
  type WordsField,
} from "#lib/publishing/schema.ts";
import {
  draftConflict,
  type PublishedTool,
  requirePublishedTool,
} from "#lib/publishing/server/published-tool.ts";
import {
  copyOperations,
  deleteDraft,
  draftOf,
  insertVersion,
  setCurrentVersion,
} from "#lib/publishing/server/repository.ts";
import { wordsProblems } from "#lib/publishing/words-problems.ts";
import { rateSoon } from "#lib/trust/server/rate-soon.ts";

function unfit(fields: readonly FieldProblem[]): AppError {
  return new AppError("invalid-input", fields[0]?.message ?? "The draft cannot be published yet.", {
    fields,
  });
}

/** The words of a release; everything that is still wrong with them is told at once. */
async function releaseWords(viewer: Viewer, tool: PublishedTool, draft: DraftWords): Promise<ToolWords> {
  const problems: FieldProblem[] = wordsProblems(draft).map(({ field, message }) => ({
    path: `words.${field}`,
    message,
  }));
  const named = draft.useInstead.flatMap(({ slug }) => (slug ? [slug] : []));
  if (named.length > 0) {
    const { cards } = await loadCards(viewer);
    const known = new Set([...cards.values()].map((card) => card.slug));
    for (const slug of named) {
      if (slug === tool.slug)
        problems.push({ path: "words.useInstead", message: "A tool cannot be named instead of itself." });
      else if (!known.has(slug))
        problems.push({ path: "words.useInstead", message: `The tool “${slug}” does not exist.` });
    }
  }
  if (problems.length > 0) throw unfit(problems);
  return toolWordsSchema.parse(tidyWords(draft));
}

/** Docs as long as a book stay in their version, which never changes; the trail keeps their hash. */
const longestDocsInTrail = 50_000;

function wordsForTrail(words: ToolWords, fields: readonly WordsField[]) {
  const { docs, ...others } = pickWords(words, fields);
  if (docs === undefined || docs.length <= longestDocsInTrail)
    return { ...others, ...(docs === undefined ? {} : { docs }) };
  return { ...others, docsHash: hashJson(docs), docsCharacters: docs.length };
}

async function release(
  viewer: Viewer,
  tool: PublishedTool,
  words: ToolWords,
  input: PublishDraftInput,
): Promise<string> {
  const publishedAt = now();
  const versionId = newId(publishedAt);
  const version = nextVersion(tool.version, input.step);
  // Deleting this very revision is what lets only one of two releases through.
  if (!(await deleteDraft(tool.id, input.revision))) throw draftConflict();
  await insertVersion({
    id: versionId,
    toolId: tool.id,
    version,
    words,
    releaseNotes: input.notes,
    publishedAt,
    publishedById: viewer.id,
    publishedBy: viewer.name,
    source: currentSource(),
  });
  await copyOperations(tool.versionId, versionId);
  await setCurrentVersion(tool.id, { currentVersionId: versionId, name: words.name, updatedAt: publishedAt });
  const fields = changedFields(tool.words, words);
  await recordEvent({
    type: "tool.published",
    actor: { kind: "person", id: viewer.id, name: viewer.name },
    target: { kind: "tool", id: tool.id, name: words.name },
    domainId: tool.domainId,
    reason: input.notes,
    changes: {
      before: { version: tool.version, words: wordsForTrail(tool.words, fields) },
      after: { version, words: wordsForTrail(words, fields) },
    },
    details: { versionId, version, step: input.step },
  });
  await rateSoon(tool.id, "published");
  await catalogChanged();
  return version;
}

/**
 * Makes the draft the tool's new immutable version, with the operations of the one before. Version, event and end of the
 * draft stand in one transaction; of two releases at once one is a conflict.
 */
export async function publishDraft(
  viewer: Viewer,
  slug: string,
  input: PublishDraftInput,
): Promise<Released> {
  const tool = await requirePublishedTool(viewer, slug);
  const draft = await draftOf(tool.id);
  if (draft?.revision !== input.revision) throw draftConflict();
  const words = await releaseWords(viewer, tool, draftWordsSchema.parse(draft.words));
  if (changedFields(tool.words, words).length === 0) {
    throw new AppError("conflict", "Nothing differs from the published version.", {
      mend: "Change something first, or discard the draft.",
    });
  }
  try {
    const version = await transaction(() => release(viewer, tool, words, input));
    return { slug: tool.slug, name: words.name, version };
  } catch (error) {
    if (violatedUnique(error)) throw draftConflict();
    throw error;
  }
}
