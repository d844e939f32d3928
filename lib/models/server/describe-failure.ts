import "server-only";
import { APICallError, InvalidResponseDataError, StreamProviderError } from "ai";
import { type AppError, isAppError } from "#lib/errors.ts";
import { type ModelFailure, modelFailure } from "#lib/models/failure.ts";
import { parseRetryAfter } from "#lib/models/retry-wait.ts";

function* causes(error: unknown): Generator<unknown> {
  let at = error;
  for (let depth = 0; at !== undefined && at !== null && depth < 8; depth += 1) {
    yield at;
    const { lastError, cause } = at as { lastError?: unknown; cause?: unknown };
    at = lastError ?? cause;
  }
}

function ofStatus(error: APICallError, status: number, model: string): ModelFailure | undefined {
  const retryAfterMs = parseRetryAfter(error.responseHeaders ?? {}, Date.now());
  if (status === 401 || status === 403) return modelFailure("credentials-refused", model);
  if (status === 429) return modelFailure("rate-limited", model, { retryAfterMs });
  if (status >= 500) return modelFailure("model-failed", model, { status, retryAfterMs });
  return status >= 400 ? modelFailure("refused-request", model, { status }) : undefined;
}

function ofNetwork(error: AppError, model: string): ModelFailure | undefined {
  switch (error.code) {
    case "upstream-timeout":
      // Two seconds without a connection are enough: a second attempt would only be as long again.
      return error.details?.reason === "connect-time"
        ? { ...modelFailure("model-unreachable", model), isRetryable: false }
        : modelFailure("model-timeout", model);
    case "too-many-requests":
      return modelFailure("provider-full", model, {
        retryAfterMs: Number(error.details?.retryAfterMs) || null,
      });
    case "egress-refused":
      return modelFailure("egress-refused", model);
    case "too-large":
      return modelFailure("answer-too-long", model);
    case "upstream-failed":
      return modelFailure(error.details?.reason === "cut" ? "answer-cut" : "model-unreachable", model);
    default:
      return undefined;
  }
}

/** Says in words what a model server did wrong. */
export function describeFailure(error: unknown, model: string): ModelFailure {
  for (const cause of causes(error)) {
    const status = APICallError.isInstance(cause) ? cause.statusCode : undefined;
    const found =
      APICallError.isInstance(cause) && status !== undefined
        ? ofStatus(cause, status, model)
        : isAppError(cause)
          ? ofNetwork(cause, model)
          : undefined;
    if (found) return found;
    // The SDK's words for a stream that ends without saying why.
    if (InvalidResponseDataError.isInstance(cause) && cause.data === undefined)
      return modelFailure("answer-cut", model);
  }
  // What a server itself reports in the middle of its answer.
  return modelFailure(StreamProviderError.isInstance(error) ? "model-failed" : "unreadable", model);
}
