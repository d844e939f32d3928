/** What a log line says of an error. */
export type LoggedError = {
  readonly type: string;
  readonly message: string;
  readonly code?: string | number;
  readonly stack?: string;
  readonly cause?: LoggedError;
};

const deepest = 5;

/**
 * An error without what libraries hang on it: requests and answers of models, rows of the database, values of queries. Of
 * Prisma's account of a wrong query only the last line is kept; the lines before it print the query with its values.
 */
export function plainError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error))
    return { type: typeof error, message: "something that is no error was thrown" };
  const isQuery = error.name === "PrismaClientValidationError";
  const message = isQuery ? (error.message.trim().split("\n").at(-1) ?? "") : error.message;
  const code = "code" in error ? error.code : undefined;
  const stack = error.stack?.split("\n").filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    message,
    ...(typeof code === "string" || typeof code === "number" ? { code } : {}),
    ...(stack && stack.length > 0 ? { stack: stack.join("\n") } : {}),
    ...(error.cause === undefined || depth === deepest ? {} : { cause: plainError(error.cause, depth + 1) }),
  };
}
