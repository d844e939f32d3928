import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import type { HttpBinding } from "#lib/catalog/operation.ts";
import { isAppError } from "#lib/errors.ts";
import { readUpTo } from "#lib/http/egress-body.ts";
import { timedOut } from "#lib/http/egress-errors.ts";
import { type BuiltRequest, buildHttpRequest } from "#lib/tools/build-http-request.ts";
import { explainError, type FailedCall, failedCall } from "#lib/tools/explain-error.ts";
import { explainStatus } from "#lib/tools/explain-status.ts";
import { isJsonObject } from "#lib/tools/json-object.ts";
import type { ToolCallOutcome } from "#lib/tools/outcome.ts";
import { resultOfText, textOfBytes } from "#lib/tools/read-result.ts";
import { redactSecrets } from "#lib/tools/redact-secrets.ts";
import {
  type CallContext,
  type RunnableOperation,
  refuseArguments,
  resultWarnings,
  standardResultBytes,
  standardTimeLimitMs,
} from "#lib/tools/server/call-context.ts";

const maxReadBytes = 4_000_000;
const maxErrorBytes = 65_536;
const transientStatuses: ReadonlySet<number> = new Set([429, 502, 503, 504]);
const transientReasons: ReadonlySet<unknown> = new Set(["unreachable", "cut", "connect-time"]);

type Attempt =
  | {
      readonly kind: "answer";
      readonly outcome: Pick<ToolCallOutcome, "status" | "result" | "error" | "overflow">;
    }
  | { readonly kind: "transient"; readonly outcome: FailedCall; readonly waitMs: number };

function retryDelay(retryAfter: string | null): number {
  const seconds = /^\d+$/.test(retryAfter ?? "") ? Number(retryAfter) : 0;
  return Math.max(seconds * 1000, 100 + Math.random() * 200);
}

async function readAnswer(response: Response, method: string, context: CallContext): Promise<Attempt> {
  const contentType = response.headers.get("content-type") ?? "";
  if (response.status < 200 || response.status > 299) {
    const { bytes } = await readUpTo(response, maxErrorBytes);
    const said = redactSecrets(textOfBytes(bytes, contentType) ?? "", context.secrets);
    const retryAfter = response.headers.get("retry-after");
    const outcome = explainStatus(response.status, said, retryAfter);
    return transientStatuses.has(response.status)
      ? { kind: "transient", outcome, waitMs: retryDelay(retryAfter) }
      : { kind: "answer", outcome };
  }
  const { bytes, isCut } = await readUpTo(response, maxReadBytes);
  const text = bytes.length === 0 ? "" : textOfBytes(bytes, contentType);
  if (text === undefined) {
    const message = `The tool answered with ${contentType || "unknown data"}, which cannot be shown as text.`;
    return {
      kind: "answer",
      outcome: failedCall("unreadable-result", message, "Tell the owner of the tool."),
    };
  }
  const limit = context.maxResultBytes ?? standardResultBytes;
  const type = contentType || (/^\s*[[{]/.test(text) ? "application/json" : "text/plain");
  const read = resultOfText(
    method === "HEAD" ? "" : redactSecrets(text, context.secrets),
    type,
    limit,
    isCut,
  );
  if (!read) {
    const message = "The tool said that it answers in JSON, but its answer cannot be read.";
    return {
      kind: "answer",
      outcome: failedCall("unreadable-result", message, "Tell the owner of the tool."),
    };
  }
  return { kind: "answer", outcome: { status: "succeeded", ...read } };
}

async function attempt(request: BuiltRequest, context: CallContext, timeLimitMs: number): Promise<Attempt> {
  try {
    const response = await context.egress.fetch(request.url, {
      method: request.method,
      headers: request.headers,
      body: request.body ?? null,
      signal: context.signal ?? null,
      timeLimitMs,
      maxBytes: Number.POSITIVE_INFINITY,
    });
    return await readAnswer(response, request.method, context);
  } catch (error) {
    if (context.signal?.aborted) {
      return {
        kind: "answer",
        outcome: failedCall("stopped", "The call was stopped.", "Run it again if needed."),
      };
    }
    const outcome = explainError(error);
    const isTransient = isAppError(error) && transientReasons.has(error.details?.reason);
    return isTransient
      ? { kind: "transient", outcome, waitMs: retryDelay(null) }
      : { kind: "answer", outcome };
  }
}

/**
 * Calls one operation of an HTTP tool. What goes wrong is in the outcome; only our own faults throw. One second attempt
 * is made where the operation is idempotent and the failure may pass.
 */
export async function runHttp(
  operation: RunnableOperation<HttpBinding>,
  args: unknown,
  context: CallContext,
): Promise<ToolCallOutcome> {
  const start = performance.now();
  const elapsed = () => performance.now() - start;
  const refused = refuseArguments(operation.inputSchema, args);
  if (refused) return { ...refused, durationMs: elapsed(), attempts: 0 };
  let request: BuiltRequest;
  try {
    request = buildHttpRequest(
      operation.binding,
      isJsonObject(args) ? args : {},
      context.secrets,
      context.viewer,
    );
  } catch (error) {
    return { ...explainError(error), durationMs: elapsed(), attempts: 0 };
  }
  const isWrite = !["GET", "HEAD", "OPTIONS"].includes(request.method);
  if (isWrite && context.idempotencyKey) request.headers.set("idempotency-key", context.idempotencyKey);
  if (context.requestId) request.headers.set("x-request-id", context.requestId);

  const limit = context.timeLimitMs ?? standardTimeLimitMs;
  const mayRepeat = operation.annotations.idempotent || operation.annotations.readOnly;
  for (let attempts = 1; ; attempts += 1) {
    const left = limit - elapsed();
    if (left <= 0) {
      const late = explainError(timedOut(new URL(request.url).host, limit, "time"));
      return { ...late, durationMs: elapsed(), attempts: attempts - 1 };
    }
    const made = await attempt(request, context, left);
    const isLast = made.kind === "answer" || !mayRepeat || attempts === 2;
    if (isLast || elapsed() + made.waitMs > limit) {
      const { outcome } = made;
      const warnings = "result" in outcome ? resultWarnings(operation.outputSchema, outcome.result) : {};
      return { ...outcome, ...warnings, durationMs: elapsed(), attempts };
    }
    await pause(made.waitMs, undefined, { signal: context.signal }).catch(() => undefined);
  }
}
