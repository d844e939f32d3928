import "server-only";
import type { ModelChoice } from "#lib/routing/server/resolve-model.ts";
import { type FailedCall, failedCall } from "#lib/tools/explain-error.ts";

/** Why a tool that needs a writing model cannot run now. */
export function needsModel(
  toolName: string,
  choice: Extract<ModelChoice, { ok: false }>,
  mend?: string,
): FailedCall {
  const { obstacle, reason } = choice;
  const isPassing = obstacle === "no-healthy";
  return failedCall(
    isPassing ? "tool-failed" : "refused",
    `${toolName} needs a model. ${reason}`,
    obstacle === "no-capable" && mend ? mend : choice.mend,
  );
}
