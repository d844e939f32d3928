import type { OperationView } from "#lib/catalog/schema.ts";
import { ApiError } from "#lib/http/api-error.ts";
import type { FormCallResult } from "#lib/runs/form-call.ts";

/** One run of a form within this visit of the page. */
export type Attempt = {
  readonly id: number;
  readonly operation: OperationView;
  readonly arguments: Record<string, unknown>;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly state:
    | { readonly kind: "running" }
    | { readonly kind: "answered"; readonly answer: FormCallResult }
    | { readonly kind: "not-run"; readonly error: ApiError }
    | { readonly kind: "cancelled" };
};

/** Fields that the server refused, wherever it found them: before the call, or from the tool itself. */
export function refusedFields(attempt: Attempt): readonly { path: string; message: string }[] {
  if (attempt.state.kind === "not-run") {
    // Paths of the form are JSON pointers; those of the request around it are not.
    return attempt.state.error.fields.filter(({ path }) => path === "" || path.startsWith("/"));
  }
  return attempt.state.kind === "answered" ? (attempt.state.answer.outcome.error?.fields ?? []) : [];
}

/** A failure of the call as an error with a sentence and what to do. */
export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  return new ApiError(0, {
    code: "unreadable",
    message: "The answer could not be read.",
    mend: "Reload the page and try again.",
    fields: [],
    details: null,
    requestId: null,
  });
}
