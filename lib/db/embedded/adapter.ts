import "server-only";
import type { PGlite, Transaction as PGliteTransaction } from "@electric-sql/pglite";
import type { SqlDriverAdapter, SqlDriverAdapterFactory, Transaction } from "@prisma/driver-adapter-utils";
import { PrismaPGlite } from "pglite-prisma-adapter";

class Rollback extends Error {}

export type EmbeddedAdapterOptions = {
  readonly open: () => Promise<PGlite>;
  /** Called before each query outside a transaction, and before each transaction. */
  readonly beforeWork?: (() => Promise<void>) | undefined;
  /** Turns a failure into what people should read. */
  readonly explain?: ((error: unknown) => unknown) | undefined;
};

/**
 * The PGlite adapter with transactions of our own: the package's one reports a failed COMMIT
 * (a deferred constraint, a full disk) as success.
 */
export function embeddedAdapter(options: EmbeddedAdapterOptions): SqlDriverAdapterFactory {
  const { open, beforeWork, explain = (error: unknown) => error } = options;

  async function explained<Value>(work: () => Promise<Value>): Promise<Value> {
    try {
      return await work();
    } catch (error) {
      throw explain(error);
    }
  }

  return {
    provider: "postgres",
    adapterName: "weft-pglite",
    async connect(): Promise<SqlDriverAdapter> {
      const pglite = await open();
      const inner = await new PrismaPGlite(pglite).connect();
      return {
        provider: inner.provider,
        adapterName: inner.adapterName,
        getConnectionInfo: () => ({ supportsRelationJoins: true }),
        async queryRaw(query) {
          await beforeWork?.();
          return explained(() => inner.queryRaw(query));
        },
        async executeRaw(query) {
          await beforeWork?.();
          return explained(() => inner.executeRaw(query));
        },
        async executeScript(script) {
          await pglite.exec(script);
        },
        // PGlite has one connection, so every isolation level comes out as one transaction after another.
        async startTransaction() {
          await beforeWork?.();
          return startTransaction(pglite, explained);
        },
        dispose: async () => {},
      };
    },
  };
}

async function startTransaction(
  pglite: PGlite,
  explained: <Value>(work: () => Promise<Value>) => Promise<Value>,
): Promise<Transaction> {
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
    queryRaw: (query) => explained(() => queryable.queryRaw(query)),
    executeRaw: (query) => explained(() => queryable.executeRaw(query)),
    async commit() {
      end.resolve();
      await explained(() => finished);
    },
    async rollback() {
      end.reject(new Rollback());
      await finished.catch((error: unknown) => {
        if (!(error instanceof Rollback)) throw error;
      });
    },
  };
}
