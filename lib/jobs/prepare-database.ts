import "server-only";
import { grantToApp } from "#lib/db/grants.ts";
import { type MigrateOptions, migrate } from "#lib/db/migrate.ts";
import { installQueue } from "#lib/jobs/install-queue.ts";

/**
 * Everything that a database needs before Weft starts on it: migrations, partitions, the tables of the queue, and the
 * rights of the app's role. Safe to repeat. Returns the names of the migrations that it applied.
 */
export function prepareDatabase(options: Omit<MigrateOptions, "afterwards">): Promise<readonly string[]> {
  return migrate({
    ...options,
    afterwards: async (database) => {
      await installQueue(database);
      if (database.kind === "server") await grantToApp(database, options);
    },
  });
}
