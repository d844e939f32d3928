import "server-only";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

const prismaFolder = join(import.meta.dirname, "../../../prisma");

/** Where the migrations of the product lie. */
export const migrationsFolder = join(prismaFolder, "migrations");

export type Migration = { readonly name: string; readonly sql: string };
export type SchemaFile = { readonly path: string; readonly content: string };

/** The migrations of a folder in the order in which they apply. */
export async function readMigrations(folder: string = migrationsFolder): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => ({
      name,
      sql: await readFile(join(folder, name, "migration.sql"), "utf8"),
    })),
  );
}

/** The Prisma schema: generator and datasource, and one file per domain. */
export async function readSchema(): Promise<SchemaFile[]> {
  const models = join(prismaFolder, "models");
  const names = (await readdir(models)).filter((name) => name.endsWith(".prisma")).sort();
  const paths = [join(prismaFolder, "schema.prisma"), ...names.map((name) => join(models, name))];
  return Promise.all(paths.map(async (path) => ({ path, content: await readFile(path, "utf8") })));
}
