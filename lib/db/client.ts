import "server-only";
import { embeddedEngine } from "#lib/db/embedded/engine.ts";
import type { Engine } from "#lib/db/engine.ts";
import { postgresEngine } from "#lib/db/postgres-engine.ts";
import { databaseState, type OpenDatabase } from "#lib/db/state.ts";
import { env } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { type Prisma, PrismaClient } from "#prisma/generated/client.ts";

export type DatabaseOptions = { readonly dataDir: string; readonly databaseUrl?: string | undefined };

function currentDatabase(): OpenDatabase {
  const state = databaseState();
  state.current ??= withClient(engineFor(env()));
  return state.current;
}

function engineFor({ dataDir, databaseUrl }: DatabaseOptions): Engine {
  return databaseUrl ? postgresEngine({ url: databaseUrl }) : embeddedEngine(dataDir);
}

function withClient(engine: Engine): OpenDatabase {
  return { engine, client: new PrismaClient({ adapter: engine.adapter }) };
}

/**
 * The Prisma client of the moment: that of the surrounding `transaction`, else the client itself.
 * The database opens with the first query. Only repositories call this.
 */
export function db(): Prisma.TransactionClient {
  const transaction = databaseState().transactions.getStore();
  if (!transaction) return currentDatabase().client;
  if (transaction.isOver) {
    throw new AppError(
      "internal",
      "Work went on after its transaction had ended: await it, or use afterCommit.",
    );
  }
  return transaction.client;
}

/** The engine under the client, for work that Prisma has no words for. Its queries run outside transactions. */
export function databaseEngine(): Engine {
  return currentDatabase().engine;
}

/** The client that starts transactions; only for lib/db/transaction.ts. */
export function rootClient(): PrismaClient {
  return currentDatabase().client;
}

/**
 * Opens the database now rather than with the first query, so that a start can say in one sentence what is wrong.
 * Without options it follows the settings. Calling it again while it is open does nothing.
 */
export async function openDatabase(options?: DatabaseOptions | Engine): Promise<void> {
  const state = databaseState();
  if (!state.current) {
    const engine = options && "adapter" in options ? options : engineFor(options ?? env());
    state.current = withClient(engine);
  }
  await state.current.engine.open();
}

/** Ends all connections, or closes the folder and frees its lock. */
export async function closeDatabase(): Promise<void> {
  const state = databaseState();
  const open = state.current;
  state.current = undefined;
  await open?.client.$disconnect();
  await open?.engine.close();
}
