import "server-only";
import { runsOfConversation, type ShownRunRow } from "#lib/runs/server/repository.ts";

export type RunRow = ShownRunRow;

/** The runs of a conversation that the caller has already found to be the viewer's own, by run id. */
export async function runsById(conversationId: string): Promise<ReadonlyMap<string, RunRow>> {
  return new Map((await runsOfConversation(conversationId)).map((row) => [row.id, row]));
}
