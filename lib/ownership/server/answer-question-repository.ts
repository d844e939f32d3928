import "server-only";
import { db } from "#lib/db/client.ts";

/** Who asked a question about a tool; null when it is not about that tool. */
export async function askerOf(toolId: string, id: string): Promise<string | null> {
  const row = await db().toolQuestion.findFirst({ where: { id, toolId }, select: { askedById: true } });
  return row?.askedById ?? null;
}

/** Keeps the first answer only; false when there is one already. */
export async function setAnswer(
  id: string,
  data: { readonly answer: string; readonly answeredAt: Date; readonly answeredById: string },
): Promise<boolean> {
  const { count } = await db().toolQuestion.updateMany({ where: { id, answer: null }, data });
  return count === 1;
}
