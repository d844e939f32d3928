import "server-only";
import type { Engine } from "#lib/db/engine.ts";

/** Tables that only grow: the app may add and read, nobody but the owner may change or delete. */
const appendOnlyTables = ["audit_event"];

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/**
 * Gives the app's role what it needs and no more: rows of all tables, no schema changes, nothing on partitions directly.
 * Does nothing when app and owner are the same role.
 */
export async function grantToApp(
  database: Pick<Engine, "query" | "execute">,
  urls: { readonly databaseUrl?: string | undefined; readonly databaseOwnerUrl?: string | undefined },
): Promise<void> {
  if (!urls.databaseUrl || !urls.databaseOwnerUrl) return;
  const app = decodeURIComponent(new URL(urls.databaseUrl).username);
  if (!app || app === decodeURIComponent(new URL(urls.databaseOwnerUrl).username)) return;
  const role = quoted(app);
  const tables = await database.query(
    `SELECT nspname AS schema, relname AS name, relispartition AS "isPartition"
       FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
      WHERE nspname IN ('public', 'pgboss') AND relkind IN ('r', 'p')`,
  );
  const statements = tables.map(({ schema, name, isPartition }) => {
    const table = `${quoted(String(schema))}.${quoted(String(name))}`;
    const rights =
      name === "_prisma_migrations"
        ? "SELECT"
        : appendOnlyTables.includes(String(name))
          ? "SELECT, INSERT"
          : "SELECT, INSERT, UPDATE, DELETE";
    const revoke = `REVOKE ALL ON ${table} FROM ${role};`;
    return isPartition ? revoke : `${revoke} GRANT ${rights} ON ${table} TO ${role};`;
  });
  const schemas = new Set(["public", ...tables.map(({ schema }) => String(schema))]);
  for (const schema of schemas) {
    statements.push(`GRANT USAGE ON SCHEMA ${quoted(schema)} TO ${role};`);
    statements.push(`GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${quoted(schema)} TO ${role};`);
  }
  await database.execute(statements.join("\n"));
}
