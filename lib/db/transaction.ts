import "server-only";
import { databaseEngine, rootClient } from "#lib/db/client.ts";
import { databaseState, type TransactionState } from "#lib/db/state.ts";
import { log } from "#lib/log.ts";

export type TransactionOptions = {
  /** Longest life of the transaction in ms; 15 s unless told. */
  readonly timeout?: number;
};

/** PGlite runs transactions one after another, so the last of many waits long; a server has more connections. */
const longestWait = { embedded: 60_000, server: 15_000 };

/**
 * Runs `work` in one database transaction. Every repository call inside takes part through `db()`, whatever it awaits.
 * A transaction inside another joins it: both commit together, and a failure of the inner one rolls back the outer one
 * even when the outer one catches it. No call over the network may be made inside.
 */
export async function transaction<Value>(
  work: () => Promise<Value>,
  { timeout = 15_000 }: TransactionOptions = {},
): Promise<Value> {
  const { transactions } = databaseState();
  const outer = transactions.getStore();
  if (outer && !outer.isOver) return join(outer, work);

  const afterCommit: TransactionState["afterCommit"] = [];
  const value = await rootClient().$transaction(
    async (client) => {
      const state: TransactionState = { client, afterCommit, isOver: false, failure: undefined };
      try {
        const result = await transactions.run(state, work);
        if (state.failure) throw state.failure.error;
        return result;
      } finally {
        state.isOver = true;
      }
    },
    { maxWait: longestWait[databaseEngine().kind], timeout },
  );
  for (const follow of afterCommit) await transactions.run(undefined, () => runFollowUp(follow));
  return value;
}

async function join<Value>(outer: TransactionState, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    outer.failure ??= { error };
    throw error;
  }
}

/**
 * Calls `work` once the surrounding transaction has committed, at once when there is none, never after a rollback.
 * What it throws is logged and changes nothing: the commit stands.
 */
export async function afterCommit(work: () => unknown): Promise<void> {
  const state = databaseState().transactions.getStore();
  if (state && !state.isOver) state.afterCommit.push(work);
  else await databaseState().transactions.run(undefined, () => runFollowUp(work));
}

async function runFollowUp(work: () => unknown): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error({ err: error }, "Work after a commit failed.");
  }
}

/**
 * Starts long-lived work (timers, listeners, background loops) that must not inherit the transaction of its starter.
 * Do not await its queries inside a transaction: PGlite has one connection, and both would wait for each other.
 */
export function outsideTransaction<Value>(work: () => Value): Value {
  return databaseState().transactions.run(undefined, work);
}

/** Whether the caller runs inside a transaction. */
export function isInTransaction(): boolean {
  const state = databaseState().transactions.getStore();
  return state !== undefined && !state.isOver;
}
