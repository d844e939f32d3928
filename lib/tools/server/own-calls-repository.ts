import "server-only";
import { db } from "#lib/db/client.ts";

export async function callsOfPerson(personId: string, limit: number) {
  return db().toolCall.findMany({
    where: { personId },
    orderBy: { createdAt: "desc" },
    take: limit,
    select: {
      id: true,
      toolId: true,
      operationName: true,
      status: true,
      channel: true,
      durationMs: true,
      createdAt: true,
      conversationId: true,
      source: true,
    },
  });
}
