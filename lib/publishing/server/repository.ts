import "server-only";
import type { OperationContent } from "#lib/catalog/operation.ts";
import type { ToolWords } from "#lib/catalog/schema.ts";
import type { ToolSettings } from "#lib/catalog/tool-settings.ts";
import { db } from "#lib/db/client.ts";
import { newId } from "#lib/db/uuid.ts";
import { partsOf } from "#lib/publishing/agent-parts.ts";
import { modelFacts } from "#lib/publishing/model-facts.ts";
import { highestVersion } from "#lib/publishing/next-version.ts";
import { Prisma } from "#prisma/generated/client.ts";

/** Without operations, which can be large. */
const draftColumns = {
  baseVersionId: true,
  words: true,
  settings: true,
  revision: true,
  updatedById: true,
  updatedAt: true,
} as const satisfies Prisma.ToolDraftSelect;

export async function draftOf(toolId: string) {
  return db().toolDraft.findUnique({ where: { toolId }, select: draftColumns });
}

export async function operationsOfDraft(toolId: string): Promise<unknown> {
  const row = await db().toolDraft.findUnique({ where: { toolId }, select: { operations: true } });
  return row?.operations ?? [];
}

export async function draftsOf(toolIds: readonly string[]) {
  return db().toolDraft.findMany({
    where: { toolId: { in: [...toolIds] } },
    select: { toolId: true, updatedAt: true, updatedById: true },
  });
}

export async function insertDraft(data: Prisma.ToolDraftUncheckedCreateInput): Promise<void> {
  await db().toolDraft.create({ data, select: { toolId: true } });
}

/** Changes the draft only if nobody saved since `revision`. */
export async function updateDraft(
  toolId: string,
  revision: number,
  data: Prisma.ToolDraftUncheckedUpdateManyInput,
): Promise<boolean> {
  const { count } = await db().toolDraft.updateMany({
    where: { toolId, revision },
    data: { ...data, revision: { increment: 1 } },
  });
  return count === 1;
}

/** Removes the draft only if nobody saved since `revision`. Of two who try it at once, one is told no. */
export async function deleteDraft(toolId: string, revision: number): Promise<boolean> {
  const { count } = await db().toolDraft.deleteMany({ where: { toolId, revision } });
  return count === 1;
}

/** The highest version that a tool ever had, also when an older one serves again. */
export async function highestVersionOf(toolId: string): Promise<string | null> {
  const rows = await db().toolVersion.findMany({ where: { toolId }, select: { version: true } });
  return highestVersion(rows.map(({ version }) => version));
}

/** Removes a tool that has no version, with all that hangs on it. */
export async function deleteUnreleasedTool(toolId: string): Promise<void> {
  await db().tool.deleteMany({ where: { id: toolId, currentVersionId: null, versions: { none: {} } } });
}

type Json = Prisma.InputJsonValue;
const orNull = (value: unknown) => (value === undefined ? Prisma.DbNull : (value as Json));

/** A version with its operations in their order. */
export async function insertVersion(
  data: Prisma.ToolVersionUncheckedCreateInput,
  operations: readonly OperationContent[],
): Promise<void> {
  await db().toolVersion.create({ data, select: { id: true } });
  await db().toolOperation.createMany({
    data: operations.map((operation, position) => ({
      id: newId(),
      versionId: data.id,
      position,
      name: operation.name,
      title: operation.title,
      description: operation.description,
      inputSchema: operation.inputSchema as Json,
      outputSchema: orNull(operation.outputSchema),
      annotations: operation.annotations,
      binding: operation.binding as Json,
      exampleInput: orNull(operation.exampleInput),
      exampleRequests: operation.exampleRequests,
      contract: orNull(operation.contract),
    })),
  });
}

type NextVersion = {
  readonly versionId: string;
  readonly words: ToolWords;
  readonly settings: ToolSettings;
  readonly operations: readonly OperationContent[];
  readonly at: Date;
};

/** Lets a version serve, if `fromVersionId` still does; of two that try it at once, one is told no. */
export async function setCurrentVersion(
  toolId: string,
  fromVersionId: string | null,
  { versionId, words, settings, operations, at }: NextVersion,
): Promise<boolean> {
  const { needsModel, modelAlias } = modelFacts(operations.map(({ binding }) => binding));
  const { count } = await db().tool.updateMany({
    where: { id: toolId, currentVersionId: fromVersionId, lifecycle: { not: "retired" } },
    data: {
      ...settings,
      modelAlias: modelAlias ?? settings.modelAlias,
      needsModel,
      currentVersionId: versionId,
      name: words.name,
      updatedAt: at,
    },
  });
  // A deprecated tool may get a last release and stays deprecated.
  await db().tool.updateMany({
    where: { id: toolId, lifecycle: { in: ["draft", "in-review"] } },
    data: { lifecycle: "published" },
  });
  return count === 1;
}

/** What was edited after a release was handed in goes on from the version that came of it. */
export async function rebaseDraft(toolId: string, versionId: string): Promise<void> {
  await db().toolDraft.updateMany({ where: { toolId }, data: { baseVersionId: versionId } });
}

/** What the published agents call, by slug: for finding circles, never for an answer to a person. */
export async function callsOfAgents(): Promise<[string, readonly string[]][]> {
  const rows = await db().tool.findMany({
    where: { kind: "agent", lifecycle: { not: "retired" } },
    select: { slug: true, currentVersion: { select: { operations: { select: { binding: true } } } } },
  });
  return rows.map(({ slug, currentVersion }) => [
    slug,
    (currentVersion?.operations ?? []).flatMap(({ binding }) => partsOf(binding).map(({ tool }) => tool)),
  ]);
}

/** How many questions wait for an answer, by tool. */
export async function openQuestionCounts(toolIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db().toolQuestion.groupBy({
    by: ["toolId"],
    where: { toolId: { in: [...toolIds] }, answer: null },
    _count: { _all: true },
  });
  return new Map(rows.map((row) => [row.toolId, row._count._all]));
}

export async function findAutoApproval(domainId: string): Promise<string | null> {
  const row = await db().domain.findUnique({ where: { id: domainId }, select: { autoApproval: true } });
  return row?.autoApproval ?? null;
}

export async function approvalsOfDomains(ids: readonly string[]) {
  return db().domain.findMany({
    where: { id: { in: [...ids] } },
    orderBy: { name: "asc" },
    select: { id: true, name: true, autoApproval: true },
  });
}

export async function setAutoApproval(id: string, autoApproval: string): Promise<void> {
  await db().domain.update({ where: { id }, data: { autoApproval }, select: { id: true } });
}

/** Moves a tool on in its life, if it stands where it is expected; false when somebody was faster. */
export async function setLifecycle(
  toolId: string,
  from: readonly string[],
  to: string,
  data: Prisma.ToolUncheckedUpdateManyInput = {},
): Promise<boolean> {
  const { count } = await db().tool.updateMany({
    where: { id: toolId, lifecycle: { in: [...from] } },
    data: { ...data, lifecycle: to },
  });
  return count === 1;
}

type NewTool = {
  readonly tool: Prisma.ToolUncheckedCreateInput & { readonly id: string };
  readonly ownership: Omit<Prisma.OwnershipUncheckedCreateInput, "toolId">;
};

export async function insertTool({ tool, ownership }: NewTool): Promise<void> {
  await db().tool.create({ data: tool, select: { id: true } });
  await db().ownership.create({ data: { ...ownership, toolId: tool.id }, select: { toolId: true } });
}

/** Everybody who edited a tool's draft since its last release, by the trail. */
export async function draftAuthors(toolId: string): Promise<string[]> {
  const [last, draft] = await Promise.all([
    db().toolVersion.findFirst({
      where: { toolId },
      orderBy: { publishedAt: "desc" },
      select: { publishedAt: true },
    }),
    db().toolDraft.findUnique({ where: { toolId }, select: { updatedById: true } }),
  ]);
  const events = await db().auditEvent.findMany({
    where: {
      type: { in: ["tool.draft-saved", "tool.created"] },
      targetId: toolId,
      ...(last ? { occurredAt: { gte: last.publishedAt } } : {}),
    },
    distinct: ["actorId"],
    select: { actorId: true },
  });
  const ids = [draft?.updatedById, ...events.map(({ actorId }) => actorId)];
  return [...new Set(ids.filter((id) => typeof id === "string"))];
}
