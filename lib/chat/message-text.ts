import { gistOf } from "#lib/routing/gist.ts";
import type { AssistantPart } from "#lib/runs/schema.ts";
import type { TurnInput } from "#lib/runs/turn.ts";

/** What an answer said, as plain text for a model's memory of the conversation. */
export function textOfParts(parts: readonly AssistantPart[]): string {
  return parts
    .flatMap((part) => {
      if (part.type === "markdown") return [part.text];
      if (part.type === "call" && part.status === "succeeded") {
        return [
          `[${part.toolName}: ${part.title} ${JSON.stringify(part.arguments)} → ${JSON.stringify(part.result?.content).slice(0, 2000)}]`,
        ];
      }
      if (part.type === "answer" && part.part.type === "passage")
        return [`> ${part.part.text}\n(${part.part.document})`];
      if (part.type === "answer" && part.part.type === "text") return [part.part.text];
      return [];
    })
    .join("\n\n");
}

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
