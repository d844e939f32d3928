import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { closeDatabase, openDatabase } from "#lib/db/client.ts";
import { pgliteEngine } from "#lib/db/embedded/engine.ts";
import { openPGlite } from "#lib/db/embedded/pglite.ts";
import { migrateEmbedded } from "#lib/db/migrate.ts";
import { readMigrations } from "#lib/db/migrations/files.ts";
import { postgresEngine } from "#lib/db/postgres-engine.ts";
import { createServerTemplate, removeServerTemplate, withDatabase } from "#lib/db/testing/template.ts";
import { installQueue } from "#lib/jobs/install-queue.ts";
import { prepareDatabase } from "#lib/jobs/prepare-database.ts";

/** Makes a migrated, empty database the one behind `db()`; embedded in memory, or on a server. Returns its end. */
export async function openScratchDatabase(adminUrl?: string): Promise<() => Promise<void>> {
  if (adminUrl) return openOnServer(adminUrl);
  const pglite = await openPGlite();
  const engine = pgliteEngine({ create: async () => pglite });
  await migrateEmbedded(engine, await readMigrations(), { afterwards: installQueue });
  await openDatabase(engine);
  return closeDatabase;
}

async function openOnServer(adminUrl: string): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), "weft-bench-"));
  const made = await createServerTemplate(adminUrl, (databaseUrl) =>
    prepareDatabase({ dataDir, databaseUrl }),
  );
  if (made.kind !== "server") throw new Error("A server makes databases on a server.");
  await openDatabase(postgresEngine({ url: withDatabase(adminUrl, made.name) }));
  return async () => {
    await closeDatabase();
    await removeServerTemplate(made);
    await rm(dataDir, { recursive: true, force: true });
  };
}
