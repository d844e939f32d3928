import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import type { Engine } from "#lib/db/engine.ts";
import { explainServerFailure } from "#lib/db/failures.ts";
import { createPostgresListener } from "#lib/db/postgres-listener.ts";

export type PostgresOptions = {
  readonly url: string;
  /** Most connections of this process; 10 unless told. */
  readonly maxConnections?: number;
};

/** A pool whose sessions speak UTC, because the adapter drops the offset of what it reads. */
export function createPool({ url, maxConnections = 10 }: PostgresOptions): pg.Pool {
  return new pg.Pool({
    connectionString: url,
    max: maxConnections,
    application_name: "weft",
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    onConnect: async (client) => {
      await client.query("SET TIME ZONE 'UTC'");
    },
  });
}

/** The engine for a PostgreSQL server. */
export function postgresEngine(options: PostgresOptions): Engine {
  const pool = createPool(options);
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on("error", () => undefined);
  const listener = createPostgresListener(options.url);
  let closing: Promise<unknown> | undefined;

  async function explained<Value>(work: () => Promise<Value>): Promise<Value> {
    try {
      return await work();
    } catch (error) {
      throw explainServerFailure(error, options.url);
    }
  }

  return {
    kind: "server",
    adapter: new PrismaPg(pool),
    open: () =>
      explained(async () => {
        await pool.query("SELECT 1");
      }),
    query: (sql, values = []) => explained(async () => (await pool.query(sql, [...values])).rows),
    execute: (script) =>
      explained(async () => {
        await pool.query(script);
      }),
    listen: (channel, fn) => explained(() => listener.listen(channel, fn)),
    close: async () => {
      closing ??= Promise.all([listener.close(), pool.end()]);
      await closing;
    },
  };
}
