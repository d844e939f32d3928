import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { draftMigration } from "#lib/db/migrations/draft.ts";
import { migrationsFolder } from "#lib/db/migrations/files.ts";

const name = process.argv[2];
if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error("Name the change, for instance: npm run db:new-migration add_tool_summary");
  process.exit(2);
}

const sql = await draftMigration();
if (!sql) {
  console.log("Schema and migrations agree: there is nothing to write.");
} else {
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = join(migrationsFolder, `${stamp}_${name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "migration.sql"), sql);
  await writeFile(join(migrationsFolder, "migration_lock.toml"), 'provider = "postgresql"\n');
  console.log(
    `Written: ${folder}/migration.sql\nRead it, and add by hand what the schema cannot say (triggers, extensions).`,
  );
}
