import "server-only";
import type { PGlite, Transaction as PGliteTransaction } from "@electric-sql/pglite";
import type { SqlDriverAdapter, SqlDriverAdapterFactory, Transaction } from "@prisma/driver-adapter-utils";
import { PrismaPGlite } from "pglite-prisma-adapter";

class Rollback extends Error {}

/**
 * The PGlite adapter with transactions of our own: the package's one reports a failed COMMIT
 * (a deferred constraint, a full disk) as success.
 */
export function embeddedAdapter(open: () => Promise<PGlite>): SqlDriverAdapterFactory {
  return {
    provider: "postgres",
    adapterName: "weft-pglite",
    async connect(): Promise<SqlDriverAdapter> {
      const pglite = await open();
      const adapter = await new PrismaPGlite(pglite).connect();
      return Object.assign(adapter, {
        // PGlite has one connection, so every isolation level comes out as one transaction after another.
        startTransaction: () => startTransaction(pglite),
        executeScript: async (script: string) => {
          await pglite.exec(script);
        },
      });
    },
  };
}

async function startTransaction(pglite: PGlite): Promise<Transaction> {
  const end = Promise.withResolvers<void>();
  const started = Promise.withResolvers<PGliteTransaction>();
  const finished = pglite.transaction(async (inner) => {
    started.resolve(inner);
    await end.promise;
  });
  finished.catch(started.reject);
  const inner = await started.promise;
  const queryable = await new PrismaPGlite(inner as unknown as PGlite).connect();
  return {
    provider: "postgres",
    adapterName: queryable.adapterName,
    options: { usePhantomQuery: true },
    queryRaw: (query) => queryable.queryRaw(query),
    executeRaw: (query) => queryable.executeRaw(query),
    async commit() {
      end.resolve();
      await finished;
    },
    async rollback() {
      end.reject(new Rollback());
      await finished.catch((error: unknown) => {
        if (!(error instanceof Rollback)) throw error;
      });
    },
  };
}
