import "server-only";
import { estimateTokens } from "#lib/routing/order-models.ts";
import { resolveModel, writingModels } from "#lib/routing/server/resolve-model.ts";
import { messageOf } from "#lib/runs/prompt-message.ts";
import type { ExecutionContext } from "#lib/runs/server/execution-context.ts";
import { insteadWarnings } from "#lib/runs/server/instead-warnings.ts";
import { needsModel } from "#lib/runs/server/needs-model.ts";
import { ModelCallError, streamModel } from "#lib/runs/server/stream-model.ts";
import type { StoredCall } from "#lib/tools/call.ts";
import { failedCall } from "#lib/tools/explain-error.ts";
import type { ToolCallOutcome } from "#lib/tools/outcome.ts";

/** Sends a prompt tool's instructions and the person's inputs to the model behind its alias. */
export async function runPromptOperation(
  context: ExecutionContext,
  call: StoredCall,
  signal: AbortSignal,
): Promise<ToolCallOutcome> {
  const { binding, tool } = call.operation;
  if (binding.kind !== "prompt") throw new Error("not a prompt operation");
  const startedAt = performance.now();
  const elapsed = () => performance.now() - startedAt;
  const message = messageOf(binding.message, call.arguments);
  const choice = await resolveModel(context.viewer, {
    alias: binding.modelAlias,
    dataClass: context.dataClass ?? tool.dataClass,
    generative: true,
    tokens: estimateTokens(binding.instructions.length + message.length),
  });
  if (!choice.ok) {
    const mend = "Copy the prompt from its page, or ask an administrator to connect a model.";
    return {
      ...needsModel(tool.name, choice, mend),
      durationMs: elapsed(),
      attempts: 0,
    };
  }
  try {
    const turn = await streamModel(
      context.viewer,
      context.place,
      {
        models: writingModels(choice),
        instructions: binding.instructions,
        messages: [{ role: "user", content: message }],
        tools: [],
        ...(binding.temperature === undefined ? {} : { temperature: binding.temperature }),
        ...(binding.maxOutputTokens === undefined ? {} : { maxOutputTokens: binding.maxOutputTokens }),
      },
      { onText: () => undefined, isSeen: false },
      signal,
    );
    const content = { text: turn.text, model: turn.model.displayName };
    return {
      status: "succeeded",
      result: {
        content,
        truncated: false,
        bytes: Buffer.byteLength(turn.text),
        contentType: "text/markdown",
      },
      ...insteadWarnings(turn),
      durationMs: elapsed(),
      attempts: 1,
      tokens: { in: turn.tokensIn, out: turn.tokensOut },
    };
  } catch (error) {
    if (signal.aborted)
      return {
        ...failedCall("stopped", "Stopped.", "Ask again when you like."),
        durationMs: elapsed(),
        attempts: 1,
      };
    if (!(error instanceof ModelCallError)) throw error;
    return {
      ...failedCall("tool-failed", error.message, error.failure.mend),
      durationMs: elapsed(),
      attempts: 1,
    };
  }
}
