import "server-only";
import type { PGlite } from "@electric-sql/pglite";
import { embeddedAdapter } from "#lib/db/embedded/adapter.ts";
import { openPGlite } from "#lib/db/embedded/pglite.ts";
import { type Migration, readMigrations, readSchema, type SchemaFile } from "#lib/db/migrations/files.ts";
import {
  createSchemaEngine,
  noFilters,
  toMigrationList,
  toSchema,
} from "#lib/db/migrations/schema-engine.ts";
import { partitionedTables, partitionNewTables } from "#lib/db/partitions.ts";

export type DraftOptions = {
  readonly migrations?: readonly Migration[];
  readonly schema?: readonly SchemaFile[];
};

/**
 * The SQL that leads from the migrations to the schema; undefined when they agree.
 * Works on databases in memory, and writes nothing.
 */
export async function draftMigration(options: DraftOptions = {}): Promise<string | undefined> {
  const migrations = options.migrations ?? (await readMigrations());
  const schema = options.schema ?? (await readSchema());
  const opened: PGlite[] = [];
  const openEmpty = async () => {
    const pglite = await openPGlite();
    opened.push(pglite);
    return pglite;
  };
  const main = await openEmpty();
  const engine = await createSchemaEngine({
    adapter: embeddedAdapter({ open: async () => main }),
    execute: async (script) => {
      await main.exec(script);
    },
    openShadow: () => embeddedAdapter({ open: openEmpty }).connect(),
  });
  try {
    const { stdout, exitCode } = await engine.diff({
      from: { tag: "migrations", ...toMigrationList(migrations) },
      to: { tag: "schemaDatamodel", ...toSchema(schema) },
      script: true,
      exitCode: true,
      filters: noFilters,
    });
    if (exitCode === 0 || !stdout) return undefined;
    return partitionNewTables(stdout, partitionedTables);
  } finally {
    engine.free();
    await Promise.all(opened.map((pglite) => pglite.close()));
  }
}
