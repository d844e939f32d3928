import "server-only";
import { db } from "#lib/db/client.ts";
import type { Prisma } from "#prisma/generated/client.ts";

export async function insertQuestion(data: Prisma.ToolQuestionUncheckedCreateInput): Promise<void> {
  await db().toolQuestion.create({ data, select: { id: true } });
}

export async function countQuestionsSince(askedById: string, since: Date): Promise<number> {
  return db().toolQuestion.count({ where: { askedById, askedAt: { gte: since } } });
}

/** Questions of living tools that wait for their answer since before a moment, the oldest first. */
export async function waitingQuestions(before: Date) {
  return db().toolQuestion.findMany({
    where: { answer: null, askedAt: { lt: before }, tool: { lifecycle: { not: "retired" } } },
    orderBy: [{ askedAt: "asc" }, { id: "asc" }],
    select: { id: true, toolId: true, askedAt: true },
  });
}
