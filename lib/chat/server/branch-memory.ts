import "server-only";
import { lastCallOf } from "#lib/chat/message-text.ts";
import type { MessageRow } from "#lib/chat/server/repository.ts";
import { answerPartsSchema, textOfUser } from "#lib/chat/server/to-dto.ts";
import { textOfParts } from "#lib/runs/answer-text.ts";
import type { RunRow } from "#lib/runs/server/run-rows.ts";
import type { TurnInput } from "#lib/runs/turn.ts";

const mostMessages = 24;
/** What a model is told of earlier turns, in characters; the oldest is left out first. */
const longestHistory = 120_000;

/** The path from the first message to this one. */
export function branchTo(messages: readonly MessageRow[], parentId: string | null): MessageRow[] {
  const byId = new Map(messages.map((message) => [message.id, message]));
  const branch: MessageRow[] = [];
  let at = parentId ? byId.get(parentId) : undefined;
  while (at) {
    branch.push(at);
    at = at.parentId ? byId.get(at.parentId) : undefined;
  }
  return branch.reverse();
}

/** The runs whose answers `memoryOf` reads. */
export function remembered(branch: readonly MessageRow[]): string[] {
  return branch.slice(-mostMessages).flatMap((message) => message.runId ?? []);
}

/** What the next answer knows of a branch: the newest turns as text, and the last call. */
export function memoryOf(
  branch: readonly MessageRow[],
  runs: ReadonlyMap<string, Pick<RunRow, "parts">>,
): Pick<TurnInput, "history" | "lastCall"> {
  const recent = branch.slice(-mostMessages).map((message) => {
    const isPerson = message.role === "user";
    const parts = isPerson
      ? []
      : answerPartsSchema.parse((message.runId && runs.get(message.runId)?.parts) || []);
    return { isPerson, parts, text: isPerson ? textOfUser(message) : textOfParts(parts) };
  });
  const turns = recent.flatMap(({ isPerson, parts }, at) => {
    const before = recent[at - 1];
    return !isPerson && before ? [{ request: before.text, parts }] : [];
  });
  let left = longestHistory;
  const history: TurnInput["history"] = [];
  for (const { isPerson, text } of recent.toReversed()) {
    left -= text.length;
    if (left < 0) break;
    if (text) history.unshift({ role: isPerson ? "user" : "assistant", text });
  }
  return { history, lastCall: lastCallOf(turns) };
}
