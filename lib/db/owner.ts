import "server-only";
import { databaseEngine } from "#lib/db/client.ts";
import type { Engine } from "#lib/db/engine.ts";
import { postgresEngine } from "#lib/db/postgres-engine.ts";
import { env } from "#lib/env.ts";

/** Runs work with the right to change the schema: as the owner when one is configured, else as the app itself. */
export async function asOwner<Value>(
  work: (database: Pick<Engine, "query" | "execute">) => Promise<Value>,
): Promise<Value> {
  const url = env().databaseOwnerUrl;
  if (!url || databaseEngine().kind === "embedded") return work(databaseEngine());
  const engine = postgresEngine({ url, maxConnections: 1 });
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}
