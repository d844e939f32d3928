import "server-only";
import type { TurnInput } from "#lib/runs/turn.ts";
import type { CallPlace } from "#lib/tools/call.ts";

/** Where the calls of a run happen: in a chat, or in a playground with the draft of its tool. */
export function runPlace(
  run: { readonly id: string; readonly conversationId: string },
  { withDraft, toolId }: Pick<TurnInput, "withDraft" | "toolId">,
): CallPlace {
  const isDraft = withDraft && toolId !== null;
  return {
    channel: isDraft ? "playground" : "chat",
    conversationId: run.conversationId,
    runId: run.id,
    ...(isDraft ? { draftOf: toolId } : {}),
  };
}
