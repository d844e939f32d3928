import "server-only";
import PgBoss from "pg-boss";
import { databaseEngine, db } from "#lib/db/client.ts";
import type { Engine, Row } from "#lib/db/engine.ts";
import { isInTransaction } from "#lib/db/transaction.ts";
import { log } from "#lib/log.ts";

/** All kinds of jobs share one queue: pg-boss makes a table per queue, which the app's role may not. */
export const queueName = "weft";

const daySeconds = 24 * 60 * 60;

type QueueDatabase = Pick<Engine, "query" | "execute">;

/** pg-boss takes objects for JSON columns; our drivers take their text. */
function toParameters(values: readonly unknown[]): unknown[] {
  return values.map((value) => {
    if (value === undefined) return null;
    const isJson =
      typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
    return isJson ? JSON.stringify(value) : value;
  });
}

/**
 * pg-boss on a database. Its scripts carry their own BEGIN and COMMIT; one that fails would leave the connection in an
 * aborted transaction, so they run as one implicit transaction instead.
 */
export function createBoss(
  database: QueueDatabase,
  options: { migrate?: boolean; supervise?: boolean } = {},
): PgBoss {
  const executeSql = async (text: string, values: unknown[] = []) => {
    const script = /^\s*BEGIN;([\s\S]*)COMMIT;\s*$/.exec(text)?.[1];
    if (script === undefined) return { rows: await database.query(text, toParameters(values)) };
    await database.execute(script);
    return { rows: [] };
  };
  const boss = new PgBoss({
    db: { executeSql },
    // A periodic job is found by its slot among the jobs that are not archived yet, so those must stay for a day.
    archiveCompletedAfterSeconds: 2 * daySeconds,
    archiveFailedAfterSeconds: 14 * daySeconds,
    deleteAfterDays: 30,
    schedule: false,
    migrate: options.migrate ?? false,
    supervise: options.supervise ?? false,
  });
  boss.on("error", (error) => log.error({ err: error }, "The queue of background work has a problem."));
  return boss;
}

/** The current database as pg-boss sees it: inside a transaction, queries take part in it. */
export const currentDatabase: QueueDatabase = {
  query: (sql, values = []) =>
    isInTransaction() ? db().$queryRawUnsafe<Row[]>(sql, ...values) : databaseEngine().query(sql, values),
  execute: (script) => databaseEngine().execute(script),
};
