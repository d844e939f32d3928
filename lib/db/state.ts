import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import type { Engine } from "#lib/db/engine.ts";
import type { Prisma, PrismaClient } from "#prisma/generated/client.ts";

export type TransactionState = {
  readonly client: Prisma.TransactionClient;
  readonly afterCommit: (() => unknown)[];
  isOver: boolean;
  /** The first failure of work that joined; the whole transaction then rolls back. */
  failure: { readonly error: unknown } | undefined;
};

export type OpenDatabase = { readonly engine: Engine; readonly client: PrismaClient };

type DatabaseState = {
  current: OpenDatabase | undefined;
  readonly transactions: AsyncLocalStorage<TransactionState | undefined>;
};

// Next loads one module up to three times in a process; the database may be opened only once.
const key = Symbol.for("weft.database");
const holder = globalThis as { [key]?: DatabaseState };

export function databaseState(): DatabaseState {
  holder[key] ??= { current: undefined, transactions: new AsyncLocalStorage() };
  return holder[key];
}
