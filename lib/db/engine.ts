import "server-only";
import type { SqlDriverAdapterFactory } from "@prisma/driver-adapter-utils";

export type Row = Record<string, unknown>;

/** Called with the payload of a notification, or with undefined when some may have been missed. */
export type NotificationListener = (payload: string | undefined) => void;

/**
 * What stands under the Prisma client: the embedded PGlite or a PostgreSQL server.
 * `query` and `execute` work outside any transaction; on PGlite they wait for the one that is open.
 */
export type Engine = {
  readonly kind: "embedded" | "server";
  readonly adapter: SqlDriverAdapterFactory;
  /** Opens it, or throws an AppError that says in one sentence why it does not open. */
  open(): Promise<void>;
  query(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Runs a script of any number of statements in one call, `$$` bodies included. */
  execute(script: string): Promise<void>;
  /** Listens on a channel and returns the way to stop. */
  listen(channel: string, listener: NotificationListener): Promise<() => Promise<void>>;
  close(): Promise<void>;
};
