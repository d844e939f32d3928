import "server-only";
import { canonicalJson } from "#lib/canonical-json.ts";
import { notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import {
  type DraftOperation,
  type DraftOverview,
  draftOverviewSchema,
  type OperationSummary,
} from "#lib/publishing/draft-content.ts";
import { operationProblems } from "#lib/publishing/draft-problems.ts";
import { openRequestOf } from "#lib/publishing/server/request-repository.ts";
import {
  type DraftTool,
  publishedContent,
  requireDraftTool,
  storedDraft,
} from "#lib/publishing/server/tool-draft.ts";
import { secretFields } from "#lib/secrets/secret-store.ts";

function summaryOf(
  tool: DraftTool,
  operation: DraftOperation,
  published: DraftOperation | undefined,
): OperationSummary {
  const isSame = published && canonicalJson(published) === canonicalJson(operation);
  return {
    name: operation.name,
    title: operation.title,
    description: operation.description.slice(0, 300),
    kind: operation.binding.kind,
    isReadOnly: operation.annotations.readOnly,
    isDestructive: operation.annotations.destructive,
    exampleRequests: operation.exampleRequests.length,
    problems: operationProblems(tool.kind, operation),
    change: !published ? "added" : isSame ? "same" : "changed",
  };
}

function secretNames(operations: readonly DraftOperation[]): string[] {
  const names = operations.flatMap(({ binding }) =>
    Array.isArray(binding.security)
      ? binding.security.flatMap((one: unknown) =>
          typeof one === "object" && one !== null && "secretName" in one && typeof one.secretName === "string"
            ? [one.secretName]
            : [],
        )
      : [],
  );
  return [...new Set(names)].sort();
}

/** A draft without its words: settings, operations in short, secrets by name, and whether it waits for approval. */
export async function draftOverview(viewer: Viewer, slug: string): Promise<DraftOverview> {
  const tool = await requireDraftTool(viewer, slug);
  const [draft, base, review, secrets] = await Promise.all([
    storedDraft(tool),
    publishedContent(tool),
    openRequestOf(tool.id),
    secretFields("tool", [tool.id]),
  ]);
  const { settings, operations, words } = draft?.content ?? base;
  const known = new Map(base.operations.map((operation) => [operation.name, operation]));
  const kept = new Set(secrets.get(tool.id) ?? []);
  return draftOverviewSchema.parse({
    toolId: tool.id,
    slug: tool.slug,
    name: words.name || tool.name,
    kind: tool.kind,
    lifecycle: tool.lifecycle,
    publishedVersion: tool.published?.version ?? null,
    revision: draft?.revision ?? 0,
    settings,
    operations: operations.map((operation) => summaryOf(tool, operation, known.get(operation.name))),
    secrets: secretNames(operations).map((name) => ({ name, isKept: kept.has(name) })),
    review: review && { id: review.id, version: review.version },
  });
}

/** One operation of the draft, or of what is published when there is no draft. */
export async function draftOperation(viewer: Viewer, slug: string, name: string): Promise<DraftOperation> {
  const tool = await requireDraftTool(viewer, slug);
  const { operations } = (await storedDraft(tool))?.content ?? (await publishedContent(tool));
  const operation = operations.find((one) => one.name === name);
  if (!operation) throw notFound("The operation");
  return operation;
}
