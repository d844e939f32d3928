import "server-only";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type { MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm";
import type { Migration, SchemaFile } from "#lib/db/migrations/files.ts";

type EngineModule = { readonly SchemaEngine: typeof SchemaEngine; __wbg_set_wasm(exports: unknown): void };

let loading: Promise<EngineModule> | undefined;

async function loadModule(): Promise<EngineModule> {
  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm");
  const file = entry.replace(/schema_engine\.js$/, "schema_engine_bg.wasm");
  const module = (await import("@prisma/schema-engine-wasm/schema_engine_bg")) as unknown as EngineModule;
  const imports = { "./schema_engine_bg.js": module as unknown as WebAssembly.ModuleImports };
  const { instance } = await WebAssembly.instantiate(await readFile(file), imports);
  module.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return module;
}

export type SchemaEngineOptions = {
  readonly adapter: SqlDriverAdapterFactory;
  /** Runs a whole script as one call: Prisma's adapters do not wait for it, or split it at semicolons. */
  readonly execute: (script: string) => Promise<void>;
  /** Opens an empty database in which migrations are replayed; only `diff` needs one. */
  readonly openShadow?: () => Promise<SqlDriverAdapter>;
};

/** Prisma's migration engine as WASM on a driver adapter. */
export async function createSchemaEngine(options: SchemaEngineOptions): Promise<SchemaEngine> {
  loading ??= loadModule();
  const { SchemaEngine } = await loading;
  const factory = bindMigrationAwareSqlAdapterFactory({
    provider: options.adapter.provider,
    adapterName: options.adapter.adapterName,
    connect: async () =>
      Object.assign(await options.adapter.connect(), {
        executeScript: options.execute,
        dispose: async () => {},
      }),
    connectToShadowDb: async () => {
      if (!options.openShadow) throw new Error("Migrations are applied without a shadow database.");
      return options.openShadow();
    },
  });
  return SchemaEngine.new({ datamodels: undefined }, () => undefined, factory);
}

/** Migrations in the shape that the engine takes. */
export function toMigrationList(migrations: readonly Migration[]): MigrationList {
  return {
    baseDir: "prisma/migrations",
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
    })),
  };
}

/** Schema files in the shape that the engine takes. */
export function toSchema(files: readonly SchemaFile[]): { files: SchemaFile[] } {
  return { files: [...files] };
}

export const noFilters = { externalTables: [], externalEnums: [] };
