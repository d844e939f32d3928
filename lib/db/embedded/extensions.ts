import "server-only";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { vector } from "@electric-sql/pglite-pgvector";

/** What every PGlite of Weft is started with; `CREATE EXTENSION` is the business of migrations. */
export const embeddedExtensions = { pg_trgm, vector };
