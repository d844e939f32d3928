import "server-only";
import { APICallError } from "ai";
import { isAppError } from "#lib/errors.ts";

export type ModelFailure = {
  readonly code:
    | "credentials-refused"
    | "rate-limited"
    | "model-failed"
    | "model-timeout"
    | "model-unreachable"
    | "unreadable"
    | "refused-request";
  readonly message: string;
  readonly mend: string;
  readonly isRetryable: boolean;
};

function causes(error: unknown): unknown[] {
  const list: unknown[] = [];
  for (let at: unknown = error; at !== undefined && at !== null && list.length < 6; ) {
    list.push(at);
    const errors =
      (at as { lastError?: unknown; cause?: unknown }).lastError ?? (at as { cause?: unknown }).cause;
    at = errors;
  }
  return list;
}

/** Says in words what a model server did wrong, without its own text, which may hold anything. */
export function describeFailure(error: unknown, model: string): ModelFailure {
  for (const cause of causes(error)) {
    if (APICallError.isInstance(cause)) {
      const status = cause.statusCode;
      if (status === 401 || status === 403)
        return {
          code: "credentials-refused",
          message: `The model server refused the portal's key for ${model}.`,
          mend: "An administrator can enter a new key under Models.",
          isRetryable: false,
        };
      if (status === 429)
        return {
          code: "rate-limited",
          message: `The model server of ${model} is answering too many requests at the moment.`,
          mend: "Wait a minute and try again, or choose another model.",
          isRetryable: true,
        };
      if (status !== undefined && status >= 500)
        return {
          code: "model-failed",
          message: `The model server of ${model} failed (status ${status}).`,
          mend: "Try again in a moment, or choose another model.",
          isRetryable: true,
        };
      if (status !== undefined && status >= 400)
        return {
          code: "refused-request",
          message: `The model server of ${model} refused the request (status ${status}).`,
          mend: "The conversation may be too long for it: start a new one, or choose another model.",
          isRetryable: false,
        };
    }
    if (isAppError(cause)) {
      if (cause.code === "upstream-timeout")
        return {
          code: "model-timeout",
          message: `The model server of ${model} did not answer in time.`,
          mend: "Try again. If it stays silent, tell the administrators.",
          isRetryable: true,
        };
      if (cause.code === "egress-refused")
        return {
          code: "model-unreachable",
          message: `The address of ${model} may not be reached from the portal.`,
          mend: "An administrator can list it in WEFT_EGRESS_ALLOW.",
          isRetryable: false,
        };
      if (cause.code === "upstream-failed")
        return {
          code: "model-unreachable",
          message: `The model server of ${model} cannot be reached.`,
          mend: "Try again in a moment. If it stays so, tell the administrators.",
          isRetryable: true,
        };
    }
  }
  return {
    code: "unreadable",
    message: `The model server of ${model} sent an answer that cannot be read.`,
    mend: "Try again. If it happens again, tell the administrators.",
    isRetryable: true,
  };
}
