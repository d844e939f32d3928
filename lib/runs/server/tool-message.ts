import "server-only";
import type { ToolModelMessage } from "ai";
import type { WantedCall } from "#lib/runs/server/model-attempt.ts";
import type { ToolCallOutcome } from "#lib/tools/outcome.ts";

const longestResult = 24_000;

/** The answer to a call that a model asked for, in the AI SDK's form; a long one is cut. */
export function toolMessage(call: WantedCall, value: unknown): ToolModelMessage {
  const text = typeof value === "string" ? value : JSON.stringify(value ?? null);
  return {
    role: "tool",
    content: [
      {
        type: "tool-result",
        toolCallId: call.toolCallId,
        toolName: call.toolName,
        output: {
          type: "text",
          value: text.length > longestResult ? `${text.slice(0, longestResult)}\n[cut]` : text,
        },
      },
    ],
  };
}

/** What a model is told of a call's outcome. */
export function resultForModel(outcome: ToolCallOutcome): unknown {
  return outcome.status === "succeeded"
    ? outcome.result?.content
    : { error: outcome.error?.message ?? `The call ${outcome.status}.`, mend: outcome.error?.mend };
}
