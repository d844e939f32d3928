import "server-only";
import { readableSources } from "#lib/catalog/server/may-read-source.ts";
import { AppError, isAppError } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { peopleByIds } from "#lib/identity/server/people-by-ids.ts";
import { sourceIds } from "#lib/knowledge/server/source-ids.ts";
import { type DraftContent, emptyContent } from "#lib/publishing/draft-content.ts";
import { createTool, requireNewTool } from "#lib/publishing/server/create-tool.ts";
import { ownershipNotes } from "#lib/publishing/server/ownership-notes.ts";
import { saveDraft } from "#lib/publishing/server/save-draft.ts";
import {
  type DraftTool,
  publishedContent,
  requireDraftTool,
  type StoredDraft,
  storedDraft,
} from "#lib/publishing/server/tool-draft.ts";
import { type AppliedFile, type ApplyFileInput, appliedFileSchema } from "#lib/publishing/tool-file/apply.ts";
import { contentChanges, isUnchanged } from "#lib/publishing/tool-file/content-changes.ts";
import { contentOfFile, secretsInFile, sourcesInFile } from "#lib/publishing/tool-file/file-to-content.ts";
import {
  type ReadToolFile,
  readToolFile,
  type ToolFileProblem,
} from "#lib/publishing/tool-file/read-tool-file.ts";
import { secretFields } from "#lib/secrets/secret-store.ts";

type GoodFile = Extract<ReadToolFile, { readonly problems: readonly [] }>;

/** The refusal of a file, with line and column of each problem for programs, and in words for people. */
function unusable(problems: readonly ToolFileProblem[]): AppError {
  const [first] = problems;
  const sentence = first ? `Line ${first.line}: ${first.message}` : "The file cannot be used.";
  return new AppError("invalid-input", sentence, {
    mend: "Correct the file and apply it again. Nothing was written.",
    fields: problems.map(({ line, path, message }) => ({
      path: path ? `file.${path}` : "file",
      message: `Line ${line}: ${message}`,
    })),
    details: { problems },
  });
}

/** Runs what may refuse the name or the address of a new tool, and tells such a refusal at its line. */
async function asProblems({ problemAt }: GoodFile, run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!isAppError(error) || error.code !== "invalid-input") throw error;
    throw unusable(error.fields.map(({ path, message }) => problemAt(path, message)));
  }
}

/** The tool that a file is of, or null for one that does not exist yet. */
async function toolOf(viewer: Viewer, slug: string): Promise<DraftTool | null> {
  try {
    return await requireDraftTool(viewer, slug);
  } catch (error) {
    if (isAppError(error) && error.code === "not-found") return null;
    throw error;
  }
}

/** Ids of the sources that the file names, as far as the viewer may answer from them; the others are problems. */
async function knownSources(viewer: Viewer, { file, problemAt }: GoodFile, current: DraftContent) {
  const named = sourcesInFile(file);
  const [found, readable] = await Promise.all([
    sourceIds(named.map(({ slug }) => slug)),
    named.length > 0 ? readableSources(viewer) : new Set<string>(),
  ]);
  const inUse = JSON.stringify(current.operations.map(({ binding }) => binding.sourceIds ?? []));
  const ids = new Map<string, string>();
  for (const [slug, { id, teamId }] of found)
    if (readable.has(id) || teamId === viewer.teamId || inUse.includes(id)) ids.set(slug, id);
  const problems = named
    .filter(({ slug }) => !ids.has(slug))
    .map(({ slug, path }) => problemAt(path, `There is no knowledge source “${slug}” that you may use.`));
  return { ids, problems };
}

function furtherNotes({ file, problemAt }: GoodFile, tool: DraftTool | null): ToolFileProblem[] {
  const present = tool?.row.successor?.slug;
  if (!file.successor || file.successor === present) return [];
  return [problemAt("successor", "A file does not deprecate a tool: use Deprecate on its Release page.")];
}

async function describeDraft(viewer: Viewer, draft: StoredDraft | null, base: DraftContent) {
  if (!draft || isUnchanged(contentChanges(base, draft.content))) return null;
  const isMine = draft.updatedById === viewer.id;
  const names = await peopleByIds(viewer, [draft.updatedById]);
  return {
    by: isMine ? viewer.name : (names.get(draft.updatedById)?.name ?? "Somebody"),
    updatedAt: draft.updatedAt.toISOString(),
    isMine,
    needsOverDraft: !isMine,
  };
}

/**
 * Reads a tool's file, says what it would change, and in the mode `draft` writes it as the draft of its tool, which is
 * made when it does not exist. Nothing is published. The draft of somebody else is replaced only when that is asked for.
 * @throws AppError `invalid-input` whose details hold each problem with its line
 */
export async function applyToolFile(viewer: Viewer, input: ApplyFileInput): Promise<AppliedFile> {
  const good = readToolFile(input.file);
  if (good.file === null) throw unusable(good.problems);
  const { file, problemAt } = good;
  const tool = await toolOf(viewer, file.slug);
  if (tool && tool.kind !== file.kind) {
    throw unusable([
      problemAt("kind", `${tool.name} is of the kind “${tool.kind}”, which stays. Use another slug.`),
    ]);
  }
  const asNew = { name: file.name, kind: file.kind, slug: file.slug };
  if (!tool) await asProblems(good, () => requireNewTool(viewer, asNew));
  const [draft, base] = tool
    ? await Promise.all([storedDraft(tool), publishedContent(tool)])
    : [null, emptyContent(file.name)];
  const before = draft?.content ?? base;
  const sources = await knownSources(viewer, good, before);
  if (sources.problems.length > 0) throw unusable(sources.problems);
  const content = contentOfFile(file, before.operations, sources.ids);
  const changes = contentChanges(before, content);
  const replaces = await describeDraft(viewer, draft, base);
  const owners = await ownershipNotes(viewer, file, tool);
  const notes = [...owners.map(({ path, message }) => problemAt(path, message)), ...furtherNotes(good, tool)];
  const kept = new Set(tool ? (await secretFields("tool", [tool.id])).get(tool.id) : []);
  const outcome = !tool ? "created" : isUnchanged(changes) ? "unchanged" : "changed";
  const isWritten = input.mode === "draft" && outcome !== "unchanged";
  if (isWritten) {
    if (replaces?.needsOverDraft && !input.overDraft) {
      throw new AppError(
        "conflict",
        `${replaces.by} is editing ${file.name}. Their draft was not replaced.`,
        {
          mend: "Ask them to publish or discard it, or apply the file over it (--over-draft).",
        },
      );
    }
    if (tool) await saveDraft(viewer, tool.slug, { ...content, revision: draft?.revision ?? 0 });
    else await asProblems(good, () => createTool(viewer, asNew, content));
  }
  return appliedFileSchema.parse({
    slug: file.slug,
    name: file.name,
    outcome,
    isWritten,
    changes,
    replaces,
    secrets: secretsInFile(file).map((name) => ({ name, isKept: kept.has(name) })),
    notes,
    href: `/owner/${file.slug}/edit`,
  });
}
