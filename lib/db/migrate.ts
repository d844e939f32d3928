import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";
import pg from "pg";
import type { DatabaseOptions } from "#lib/db/client.ts";
import { embeddedEngine } from "#lib/db/embedded/engine.ts";
import type { Engine } from "#lib/db/engine.ts";
import { explainServerFailure } from "#lib/db/failures.ts";
import { copyBeforeUpgrade } from "#lib/db/migrations/backup.ts";
import { type Migration, readMigrations } from "#lib/db/migrations/files.ts";
import {
  createSchemaEngine,
  noFilters,
  type SchemaEngineOptions,
  toMigrationList,
} from "#lib/db/migrations/schema-engine.ts";
import { ensurePartitions } from "#lib/db/partitions.ts";
import { createPool } from "#lib/db/postgres-engine.ts";
import { AppError } from "#lib/errors.ts";

/** Any number that nothing else on the server locks; two migrating processes wait for each other on it. */
const migrationLock = 7_395_610_213;

export type MigrateOptions = DatabaseOptions & {
  /** A role with the right to change the schema; `databaseUrl` serves when it is not set. */
  readonly databaseOwnerUrl?: string | undefined;
  /** The product's own unless told. */
  readonly migrations?: readonly Migration[];
  /** Runs after the migrations with the same rights, under the same lock. */
  readonly afterwards?: (database: MigratedDatabase) => Promise<void>;
};

export type MigratedDatabase = Pick<Engine, "kind" | "query" | "execute">;

/** Brings the configured database to the newest migration and returns the names of those it applied. */
export async function migrate(options: MigrateOptions): Promise<readonly string[]> {
  const migrations = options.migrations ?? (await readMigrations());
  const url = options.databaseOwnerUrl ?? options.databaseUrl;
  if (url) return migrateServer(url, migrations, options.afterwards);
  const engine = embeddedEngine(options.dataDir);
  try {
    return await migrateEmbedded(engine, migrations, options);
  } finally {
    await engine.close();
  }
}

/** The same for a PGlite that is already open, such as one in memory. */
export async function migrateEmbedded(
  engine: Engine,
  migrations: readonly Migration[],
  {
    dataDir,
    afterwards,
  }: { readonly dataDir?: string; readonly afterwards?: MigrateOptions["afterwards"] } = {},
): Promise<readonly string[]> {
  await engine.open();
  const applied = await applyMigrations(
    { adapter: engine.adapter, execute: engine.execute },
    migrations,
    async () => {
      if (dataDir) await copyBeforeUpgrade(engine, dataDir);
    },
  );
  await ensurePartitions(engine);
  await afterwards?.(engine);
  return applied;
}

async function migrateServer(
  url: string,
  migrations: readonly Migration[],
  afterwards: MigrateOptions["afterwards"],
): Promise<readonly string[]> {
  const guard = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, keepAlive: true });
  guard.on("error", () => undefined);
  const pool = createPool({ url, maxConnections: 2 });
  pool.on("error", () => undefined);
  try {
    await guard.connect();
    await guard.query("SELECT pg_advisory_lock($1)", [migrationLock]);
    const execute = async (script: string) => {
      await pool.query(script);
    };
    const applied = await applyMigrations({ adapter: new PrismaPg(pool), execute }, migrations);
    const query: Engine["query"] = async (sql, values = []) => (await pool.query(sql, [...values])).rows;
    await ensurePartitions({ execute, query });
    await afterwards?.({ kind: "server", execute, query });
    return applied;
  } catch (error) {
    throw explainServerFailure(error, url);
  } finally {
    await pool.end();
    await guard.end();
  }
}

async function applyMigrations(
  options: SchemaEngineOptions,
  migrations: readonly Migration[],
  beforeUpgrade?: () => Promise<void>,
): Promise<readonly string[]> {
  const migrationsList = toMigrationList(migrations);
  let failure: unknown;
  const engine = await createSchemaEngine({
    ...options,
    execute: (script) =>
      options.execute(script).catch((error: unknown) => {
        failure = error;
        throw error;
      }),
  });
  try {
    const { failedMigrationNames, editedMigrationNames, hasMigrationsTable, history } =
      await engine.diagnoseMigrationHistory({
        migrationsList,
        optInToShadowDatabase: false,
        filters: noFilters,
      });
    if (editedMigrationNames.length > 0) {
      throw new AppError(
        "internal",
        `Migrations were edited after they had been applied: ${editedMigrationNames.join(", ")}.`,
        {
          mend: "Put them back as they were, and write the change as a new migration.",
        },
      );
    }
    if (history?.diagnostic === "migrationsDirectoryIsBehind" || history?.diagnostic === "historiesDiverge") {
      throw new AppError(
        "unavailable",
        `The database was written by a newer Weft: it has migrations that this one lacks (${history.unpersistedMigrationNames.join(", ")}).`,
        { mend: "Start the newer Weft, or restore the copy made before the upgrade." },
      );
    }
    await forgetFailures(engine, failedMigrationNames);
    if (history?.diagnostic === "databaseIsBehind" && hasMigrationsTable) await beforeUpgrade?.();
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: noFilters });
    return appliedMigrationNames;
  } catch (error) {
    if (failure === undefined) throw error;
    const after = await engine.diagnoseMigrationHistory({
      migrationsList,
      optInToShadowDatabase: false,
      filters: noFilters,
    });
    await forgetFailures(engine, after.failedMigrationNames);
    const name = after.failedMigrationNames.join(", ");
    throw new AppError(
      "internal",
      `The migration ${name} failed and left nothing behind: ${String((failure as Error).message)}`,
      {
        mend: "Correct its SQL and migrate again.",
        cause: failure,
      },
    );
  } finally {
    engine.free();
  }
}

/** A script is one implicit transaction, so a failed migration has changed nothing and may be tried again. */
async function forgetFailures(engine: SchemaEngine, names: readonly string[]): Promise<void> {
  for (const migrationName of names) await engine.markMigrationRolledBack({ migrationName });
}
