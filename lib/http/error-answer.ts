import { z } from "zod";
import { AppError, type FieldProblem, httpStatus, isAppError } from "#lib/errors.ts";

/** The body of every answer that is not a success. */
export const errorAnswerSchema = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    mend: z.string().nullable(),
    fields: z.array(z.object({ path: z.string(), message: z.string() })),
    details: z.record(z.string(), z.unknown()).nullable(),
    requestId: z.string(),
  }),
});
export type ErrorAnswer = z.infer<typeof errorAnswerSchema>;

/** Zod's issues as places and sentences; unknown keys are named one by one. */
export function problemsOf(error: z.ZodError, root: string): FieldProblem[] {
  return error.issues.flatMap((issue) => {
    const at = [root, ...issue.path.map(String)].filter(Boolean).join(".");
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({
        path: at ? `${at}.${key}` : key,
        message: `${key}: there is no such field. Leave it out.`,
      }));
    }
    return [{ path: at, message: at ? `${at}: ${issue.message}` : issue.message }];
  });
}

/** Maps any error to its answer. The text of an unexpected error never leaves the server. */
export function answerForError(error: unknown, requestId: string): Response {
  const known = isAppError(error)
    ? error
    : new AppError("internal", "Something went wrong on our side.", {
        mend: "Try again. If it happens again, tell the administrators the request id.",
      });
  const body: ErrorAnswer = {
    error: {
      code: known.code,
      message: known.message,
      mend: known.mend ?? null,
      fields: [...known.fields],
      details: known.details ?? null,
      requestId,
    },
  };
  const headers = known.code === "too-many-requests" ? { "retry-after": "60" } : undefined;
  return Response.json(body, { status: httpStatus[known.code], ...(headers ? { headers } : {}) });
}
