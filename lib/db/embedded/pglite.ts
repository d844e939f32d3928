import "server-only";
import { PGlite, type PGliteOptions } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { vector } from "@electric-sql/pglite-pgvector";

const settings = ["timezone=UTC", "max_wal_size=64MB", "min_wal_size=32MB"];

/**
 * Opens a PGlite as every one of Weft is: with the extensions that migrations may create, and a log that stays small.
 * Without `dataDir` it lives in memory.
 */
export function openPGlite(options: Pick<PGliteOptions, "dataDir" | "loadDataDir"> = {}): Promise<PGlite> {
  return PGlite.create({
    ...options,
    extensions: { pg_trgm, vector },
    startParams: [...PGlite.defaultStartParams, ...settings.flatMap((setting) => ["-c", setting])],
  });
}
