/** The closed list of error codes. `httpStatus` is the one table from a code to a status. */
export const httpStatus = {
  "bad-request": 400,
  "sign-in-required": 401,
  forbidden: 403,
  "refused-by-policy": 403,
  "not-found": 404,
  conflict: 409,
  "too-large": 413,
  "invalid-input": 422,
  "too-many-requests": 429,
  "egress-refused": 422,
  "contract-changed": 409,
  internal: 500,
  "upstream-failed": 502,
  unavailable: 503,
  "upstream-timeout": 504,
} as const satisfies Record<string, number>;

export type ErrorCode = keyof typeof httpStatus;

export type FieldProblem = { readonly path: string; readonly message: string };

export type AppErrorOptions = {
  /** Places of the input that are wrong, each with its mend. */
  readonly fields?: readonly FieldProblem[];
  /** What the reader can do about it, one sentence. */
  readonly mend?: string;
  readonly cause?: unknown;
  /** Facts for the answer, such as the deciding rule. Never secrets or prompt text. */
  readonly details?: Readonly<Record<string, unknown>>;
};

/**
 * The one error that domains throw on purpose. It knows no HTTP; `defineRoute` maps its code.
 * The message of a code with a status of 500 or more is logged, not sent, unless `mend` says what to do.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly fields: readonly FieldProblem[];
  readonly mend: string | undefined;
  readonly details: Readonly<Record<string, unknown>> | undefined;

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.fields = options.fields ?? [];
    this.mend = options.mend;
    this.details = options.details;
  }
}

export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && error.name === "AppError" && "code" in error;
}

/** 404 for a row that does not exist or that the viewer may not see; the two are not told apart. */
export function notFound(what: string): AppError {
  return new AppError("not-found", `${what} was not found, or you may not see it.`, {
    mend: "Check the address, or ask the person who sent it to you.",
  });
}

export function invalidInput(path: string, message: string): AppError {
  return new AppError("invalid-input", message, { fields: [{ path, message }] });
}
