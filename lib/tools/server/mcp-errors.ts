import "server-only";
import {
  InsufficientScopeError,
  ProtocolError,
  ProtocolErrorCode,
  SdkError,
  SdkErrorCode,
  SdkHttpError,
  UnauthorizedError,
} from "@modelcontextprotocol/client";
import { type AppError, isAppError } from "#lib/errors.ts";
import { explainError, type FailedCall, failedCall } from "#lib/tools/explain-error.ts";
import { explainStatus, sentenceOf } from "#lib/tools/explain-status.ts";

const tellOwner = "Tell the owner of the tool.";
const again = "Try again in a moment. If it keeps happening, tell the owner of the tool.";

/** The error of the egress client inside of the SDK's own, where there is one. */
function appErrorInside(error: unknown): AppError | undefined {
  let current = error;
  for (let depth = 0; depth < 6 && current instanceof Error; depth += 1) {
    if (isAppError(current)) return current;
    current = current.cause;
  }
  return undefined;
}

/** What a failure between us and an MCP server means to the person who called it. */
export function explainMcpFailure(error: unknown): FailedCall {
  const inside = appErrorInside(error);
  if (inside) return explainError(inside);
  if (error instanceof UnauthorizedError || error instanceof InsufficientScopeError) {
    return explainStatus(401, "", null);
  }
  if (error instanceof SdkHttpError) return explainStatus(error.status, "", null);
  if (error instanceof ProtocolError) {
    const said = sentenceOf(error.message);
    return error.code === ProtocolErrorCode.InvalidParams
      ? failedCall(
          "rejected-by-tool",
          `The tool did not accept the input. It says: ${said}`,
          "Change the input.",
        )
      : failedCall("tool-failed", `The tool failed. It says: ${said}`, again);
  }
  if (error instanceof SdkError) {
    if (error.code === SdkErrorCode.RequestTimeout) {
      return failedCall("tool-timeout", "The tool did not answer in time.", again);
    }
    if (error.code === SdkErrorCode.UnsupportedResultType) {
      const message = "The tool asks for more information in the middle of a call, which is not supported.";
      return failedCall("tool-failed", message, tellOwner);
    }
    if (error.code === SdkErrorCode.ConnectionClosed || error.code === SdkErrorCode.SendFailed) {
      return failedCall("tool-unreachable", "The tool closed the connection before it answered.", again);
    }
  }
  return failedCall("unreadable-result", "The tool's answer is not one that MCP allows.", tellOwner);
}
