import "server-only";
import { AppError } from "#lib/errors.ts";

type CodedError = {
  readonly code?: unknown;
  readonly originalCode?: unknown;
  readonly message?: unknown;
  readonly cause?: unknown;
};

function* chain(error: unknown): Generator<CodedError> {
  for (let next = error, depth = 0; typeof next === "object" && next !== null && depth < 8; depth++) {
    const current = next as CodedError & { readonly errors?: readonly unknown[] };
    yield current;
    next = current.cause ?? current.errors?.[0];
  }
}

/** Host, port and database name of a connection string, without user and password. */
export function databaseAddress(url: string): string {
  if (!URL.canParse(url)) return "the configured address";
  const parsed = new URL(url);
  return `${parsed.hostname || "localhost"}:${parsed.port || "5432"}${parsed.pathname}`;
}

const unreachable = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "ETIMEDOUT",
  "ECONNRESET",
  "EHOSTUNREACH",
  "EAI_AGAIN",
  "57P03",
]);
const refused = new Set(["28P01", "28000"]);

/** Says in one sentence why a PostgreSQL server cannot be used; other errors pass unchanged. */
export function explainServerFailure(error: unknown, url: string): unknown {
  const where = databaseAddress(url);
  for (const { code, message } of chain(error)) {
    const isTimeout =
      typeof message === "string" && message.startsWith("timeout exceeded when trying to connect");
    if (isTimeout || unreachable.has(String(code))) {
      return new AppError("unavailable", `The database at ${where} cannot be reached.`, {
        mend: "Start it, or correct DATABASE_URL.",
        cause: error,
      });
    }
    if (refused.has(String(code))) {
      return new AppError("unavailable", `The database at ${where} refuses this user or password.`, {
        mend: "Correct user and password in DATABASE_URL.",
        cause: error,
      });
    }
    if (code === "3D000") {
      return new AppError("unavailable", `The server has no database at ${where}.`, {
        mend: "Create it, or correct DATABASE_URL.",
        cause: error,
      });
    }
  }
  return error;
}

/** Says in one sentence why the data folder cannot be used; other errors pass unchanged. */
export function explainFolderFailure(error: unknown, dataDir: string): unknown {
  for (const { code: ownCode, originalCode, message } of chain(error)) {
    const code = ownCode ?? originalCode;
    // 25006: nothing is written any more, because the disk is nearly full (see upkeep).
    const isFull = code === "ENOSPC" || code === "53100" || code === "25006";
    if (isFull || String(message).includes("No space left on device")) {
      return new AppError("unavailable", `The disk that holds the data folder ${dataDir} is full.`, {
        mend: "Free some space, or set WEFT_DATA_DIR to a folder on another disk.",
        cause: error,
      });
    }
    if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
      return new AppError("unavailable", `The data folder ${dataDir} cannot be written by this user.`, {
        mend: "Correct its permissions, or set WEFT_DATA_DIR to another folder.",
        cause: error,
      });
    }
    if (code === "ENOTDIR" || code === "EEXIST") {
      return new AppError("unavailable", `The data folder ${dataDir} is not a folder.`, {
        mend: "Set WEFT_DATA_DIR to a folder.",
        cause: error,
      });
    }
  }
  return error;
}
