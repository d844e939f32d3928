import "server-only";
import {
  countRunning,
  partsOfRuns,
  runsOfConversation,
  type ShownRunRow,
} from "#lib/runs/server/repository.ts";

export type RunRow = ShownRunRow;

/** The runs of a conversation that the caller has already found to be the viewer's own, by run id. */
export async function runsById(conversationId: string): Promise<ReadonlyMap<string, RunRow>> {
  return new Map((await runsOfConversation(conversationId)).map((row) => [row.id, row]));
}

/** The answers' parts of a few runs of a conversation that is the viewer's own, by run id. */
export async function partsById(ids: readonly string[]): Promise<ReadonlyMap<string, Pick<RunRow, "parts">>> {
  return new Map((await partsOfRuns(ids)).map((row) => [row.id, row]));
}

/** Whether an answer is being written in the conversation at this moment. */
export async function isAnswering(conversationId: string): Promise<boolean> {
  return (await countRunning(conversationId)) > 0;
}
