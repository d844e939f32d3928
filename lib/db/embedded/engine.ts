import "server-only";
import { mkdir } from "node:fs/promises";
import type { PGlite } from "@electric-sql/pglite";
import { embeddedAdapter } from "#lib/db/embedded/adapter.ts";
import { prepareFolder } from "#lib/db/embedded/folder.ts";
import { type FolderLock, lockFolder } from "#lib/db/embedded/lock.ts";
import { openPGlite } from "#lib/db/embedded/pglite.ts";
import { startUpkeep, type Upkeep } from "#lib/db/embedded/upkeep.ts";
import type { Engine, Row } from "#lib/db/engine.ts";
import { explainFolderFailure } from "#lib/db/failures.ts";

/** The engine for a folder on disk, opened at first use. */
export function embeddedEngine(dataDir: string): Engine {
  let lock: FolderLock | undefined;
  let upkeep: Upkeep | undefined;

  async function release(): Promise<void> {
    upkeep?.stop();
    upkeep = undefined;
    await lock?.release();
    lock = undefined;
  }

  return pgliteEngine({
    create: async () => {
      await mkdir(dataDir, { recursive: true, mode: 0o700 });
      lock = await lockFolder(dataDir);
      const pglite = await openPGlite({ dataDir: await prepareFolder(dataDir) });
      upkeep = startUpkeep(pglite, dataDir);
      return pglite;
    },
    beforeWork: async () => upkeep?.beforeWork(),
    explain: (error) => explainFolderFailure(error, dataDir),
    release,
  });
}

export type PGliteSource = {
  readonly create: () => Promise<PGlite>;
  /** Called before each query or transaction. */
  readonly beforeWork?: () => Promise<void>;
  /** Turns a failure into what people should read. */
  readonly explain?: (error: unknown) => unknown;
  /** Called after closing, and after opening failed. */
  readonly release?: () => Promise<void>;
};

/** The engine for a PGlite that somebody opens, such as one in memory. */
export function pgliteEngine({
  create,
  beforeWork,
  explain = (error) => error,
  release,
}: PGliteSource): Engine {
  let opening: Promise<PGlite> | undefined;

  function open(): Promise<PGlite> {
    opening ??= create().catch(async (error: unknown) => {
      // The next call may try again, for instance once the other process has stopped.
      opening = undefined;
      await release?.();
      throw explain(error);
    });
    return opening;
  }

  async function work<Value>(run: (pglite: PGlite) => Promise<Value>): Promise<Value> {
    const pglite = await open();
    await beforeWork?.();
    return run(pglite).catch((error: unknown) => {
      throw explain(error);
    });
  }

  return {
    kind: "embedded",
    adapter: embeddedAdapter({ open, beforeWork, explain }),
    open: async () => {
      await open();
    },
    query: (sql, values = []) => work(async (pglite) => (await pglite.query<Row>(sql, [...values])).rows),
    execute: (script) =>
      work(async (pglite) => {
        await pglite.exec(script);
      }),
    listen: async (channel, listener) => {
      const stop = await (await open()).listen(channel, listener);
      return () => stop();
    },
    close: async () => {
      const pglite = await opening?.catch(() => undefined);
      opening = undefined;
      await pglite?.close();
      await release?.();
    },
  };
}
