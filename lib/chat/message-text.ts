import { gistOf } from "#lib/routing/gist.ts";
import type { AssistantPart } from "#lib/runs/schema.ts";
import type { TurnInput } from "#lib/runs/turn.ts";

/** The newest finished call among earlier answers, oldest message first, with the request that led to it. */
export function lastCallOf(
  turns: readonly { readonly request: string; readonly parts: readonly AssistantPart[] }[],
): TurnInput["lastCall"] {
  for (const turn of turns.toReversed()) {
    const call = turn.parts.findLast(
      (part) => part.type === "call" && part.status === "succeeded" && part.parentCallId === null,
    );
    if (call?.type !== "call") continue;
    return {
      toolSlug: call.toolSlug,
      operationName: call.operationName,
      arguments: call.arguments,
      ...(call.result ? { result: call.result.content } : {}),
      request: gistOf(turn.request),
    };
  }
  return null;
}

const longestTitle = 60;

/** A conversation's title from its first message: its first line, without mentions, cut at a word. */
export function titleFrom(text: string): string {
  const line =
    (text.trim().split("\n")[0] ?? "")
      .replace(/(?<![\w@])@[a-z0-9-]+\s*/g, "")
      .replace(/\s+/g, " ")
      .trim() || "Conversation";
  if (line.length <= longestTitle) return line;
  const cut = line.slice(0, longestTitle);
  return `${cut.slice(0, Math.max(20, cut.lastIndexOf(" ")))}…`;
}
