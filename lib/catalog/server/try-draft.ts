import "server-only";
import type { DraftToTry } from "#lib/catalog/draft-to-try.ts";
import type { OperationContent } from "#lib/catalog/operation.ts";
import { toolKindSchema } from "#lib/catalog/schema.ts";
import { draftedView, type RunnableDraft, unsafeDraft } from "#lib/catalog/server/draft-operation.ts";
import { mayTrySources } from "#lib/catalog/server/draft-sources.ts";
import type { ListedOperation } from "#lib/catalog/server/list-operations.ts";
import type { EntryRow } from "#lib/catalog/server/repository.ts";
import { unsafeEntry } from "#lib/catalog/server/repository.ts";
import { requireEditableEntry } from "#lib/catalog/server/require-editable-tool.ts";
import { wordsOf } from "#lib/catalog/server/to-dto.ts";
import { notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";

function whole({ operations }: RunnableDraft) {
  return operations.flatMap((one) => ("content" in one ? one.content : []));
}

/** What somebody who may edit a tool can try of its draft; without a draft, what is published. */
export async function draftToTry(viewer: Viewer, slug: string): Promise<DraftToTry> {
  const { row } = await requireEditableEntry(viewer, slug);
  const draft = await unsafeDraft(row);
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    kind: toolKindSchema.parse(row.kind),
    hasDraft: draft.isDraft,
    operations: whole(draft).map(draftedView),
    unfinished: draft.operations.flatMap((one) =>
      "problem" in one ? { name: one.name, title: one.title, problem: one.problem.message } : [],
    ),
  };
}

/**
 * The operations of a draft as routing reads them, without those that answer from sources closed to the viewer. Throws
 * like `requireEditableEntry`.
 */
export async function listDraftOperations(
  viewer: Viewer,
  toolId: string,
): Promise<{ readonly entry: EntryRow; readonly operations: readonly ListedOperation[] }> {
  const known = await unsafeEntry({ id: toolId });
  if (!known) throw notFound("The tool");
  const { row } = await requireEditableEntry(viewer, known.slug);
  const words = wordsOf(row);
  const reachable: OperationContent[] = [];
  for (const content of whole(await unsafeDraft(row))) {
    const { binding } = content;
    if (binding.kind !== "knowledge" || (await mayTrySources(viewer, row, binding.sourceIds)))
      reachable.push(content);
  }
  const operations = reachable.map((content) => ({
    toolId: row.id,
    toolName: row.name,
    words,
    name: content.name,
    title: content.title,
    description: content.description,
    inputSchema: content.inputSchema as Record<string, unknown>,
    outputSchema: (content.outputSchema ?? null) as Record<string, unknown> | null,
    annotations: content.annotations,
    binding: content.binding,
    exampleRequests: content.exampleRequests,
  }));
  return { entry: row, operations };
}
