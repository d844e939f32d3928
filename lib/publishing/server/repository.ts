import "server-only";
import { db } from "#lib/db/client.ts";
import { newId } from "#lib/db/uuid.ts";
import { Prisma } from "#prisma/generated/client.ts";

const draftColumns = {
  baseVersionId: true,
  words: true,
  revision: true,
  updatedById: true,
  updatedAt: true,
} as const satisfies Prisma.ToolDraftSelect;

export async function draftOf(toolId: string) {
  return db().toolDraft.findUnique({ where: { toolId }, select: draftColumns });
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

export async function insertVersion(data: Prisma.ToolVersionUncheckedCreateInput): Promise<void> {
  await db().toolVersion.create({ data, select: { id: true } });
}

/** Gives one version the operations of another, unchanged. */
export async function copyOperations(fromVersionId: string, toVersionId: string): Promise<void> {
  const rows = await db().toolOperation.findMany({ where: { versionId: fromVersionId } });
  await db().toolOperation.createMany({
    data: rows.map((row) => ({
      ...row,
      id: newId(),
      versionId: toVersionId,
      inputSchema: row.inputSchema as Prisma.InputJsonValue,
      outputSchema: (row.outputSchema as Prisma.InputJsonValue | null) ?? Prisma.DbNull,
      annotations: row.annotations as Prisma.InputJsonValue,
      binding: row.binding as Prisma.InputJsonValue,
      exampleInput: (row.exampleInput as Prisma.InputJsonValue | null) ?? Prisma.DbNull,
      contract: (row.contract as Prisma.InputJsonValue | null) ?? Prisma.DbNull,
    })),
  });
}

export async function setCurrentVersion(
  toolId: string,
  data: { readonly currentVersionId: string; readonly name: string; readonly updatedAt: Date },
): Promise<void> {
  await db().tool.update({ where: { id: toolId }, data, select: { id: true } });
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
