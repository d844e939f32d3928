import "server-only";
import { db } from "#lib/db/client.ts";

/** A person's newest calls of one operation. */
export async function callsOfOperation(
  personId: string,
  toolId: string,
  operationName: string,
  limit: number,
) {
  return db().toolCall.findMany({
    where: { personId, toolId, operationName },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit,
    select: {
      id: true,
      createdAt: true,
      channel: true,
      status: true,
      durationMs: true,
      error: true,
      arguments: true,
      conversationId: true,
    },
  });
}
