import "server-only";
import { db } from "#lib/db/client.ts";

export async function isQuestionOf(toolId: string, id: string): Promise<boolean> {
  return (await db().toolQuestion.count({ where: { id, toolId } })) === 1;
}

/** Keeps the first answer only; false when there is one already. */
export async function setAnswer(
  id: string,
  data: { readonly answer: string; readonly answeredAt: Date; readonly answeredById: string },
): Promise<boolean> {
  const { count } = await db().toolQuestion.updateMany({ where: { id, answer: null }, data });
  return count === 1;
}
