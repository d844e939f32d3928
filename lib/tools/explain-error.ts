import { isAppError } from "#lib/errors.ts";
import type { ToolCallOutcome, ToolError, ToolErrorCode } from "#lib/tools/outcome.ts";

/** How a call ended that gave no result. */
export type FailedCall = Pick<ToolCallOutcome, "status"> & { readonly error: ToolError };

export function failedCall(
  code: ToolErrorCode,
  message: string,
  mend: string,
  more: Partial<Pick<ToolError, "fields" | "status">> = {},
): FailedCall {
  const status =
    code === "tool-timeout"
      ? "timed-out"
      : code === "stopped"
        ? "stopped"
        : code === "egress-refused" || code === "refused" || code === "contract-changed"
          ? "refused"
          : "failed";
  return { status, error: { code, message, mend, ...more } };
}

const tryAgain = "Try again in a moment. If it keeps happening, tell the owner of the tool.";

/** What a failure on the way to a tool means to the person who called it. Throws faults of our own again. */
export function explainError(error: unknown): FailedCall {
  if (!isAppError(error)) throw error;
  const mend = error.mend ?? tryAgain;
  switch (error.code) {
    case "egress-refused":
      return failedCall("egress-refused", error.message, mend);
    case "upstream-timeout":
      return failedCall("tool-timeout", error.message, mend);
    case "upstream-failed":
      return failedCall("tool-unreachable", error.message, mend);
    case "too-large":
      return failedCall("result-too-large", error.message, mend);
    case "invalid-input":
      return failedCall("invalid-arguments", error.message, mend, { fields: [...error.fields] });
    case "unavailable":
      return failedCall("credentials-missing", error.message, mend);
    default:
      return failedCall("internal", error.message, mend);
  }
}
