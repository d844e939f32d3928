import "server-only";
import type { ModelChoice } from "#lib/routing/server/resolve-model.ts";
import { type FailedCall, failedCall } from "#lib/tools/explain-error.ts";

/** Why a tool that needs a writing model cannot run now. */
export function needsModel(
  toolName: string,
  choice: ModelChoice,
  mend = "Ask an administrator to connect a model.",
): FailedCall {
  const why = choice.ok ? "No model is connected that can write answers." : choice.reason;
  return failedCall("refused", `${toolName} needs a model. ${why}`, mend);
}
