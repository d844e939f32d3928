import "server-only";
import { db } from "#lib/db/client.ts";
import type { Prisma } from "#prisma/generated/client.ts";

export async function insertQuestion(data: Prisma.ToolQuestionUncheckedCreateInput): Promise<void> {
  await db().toolQuestion.create({ data, select: { id: true } });
}

export async function countQuestionsSince(askedById: string, since: Date): Promise<number> {
  return db().toolQuestion.count({ where: { askedById, askedAt: { gte: since } } });
}
