import "server-only";
import { mkdir } from "node:fs/promises";
import { PGlite } from "@electric-sql/pglite";
import { embeddedAdapter } from "#lib/db/embedded/adapter.ts";
import { embeddedExtensions } from "#lib/db/embedded/extensions.ts";
import { prepareFolder } from "#lib/db/embedded/folder.ts";
import { type FolderLock, lockFolder } from "#lib/db/embedded/lock.ts";
import type { Engine, Row } from "#lib/db/engine.ts";
import { explainFolderFailure } from "#lib/db/failures.ts";

/** The engine for a folder on disk, opened at first use. */
export function embeddedEngine(dataDir: string): Engine {
  let lock: FolderLock | undefined;

  async function openFolder(): Promise<PGlite> {
    try {
      await mkdir(dataDir, { recursive: true, mode: 0o700 });
      lock = await lockFolder(dataDir);
      return await PGlite.create({ dataDir: await prepareFolder(dataDir), extensions: embeddedExtensions });
    } catch (error) {
      await lock?.release();
      lock = undefined;
      throw explainFolderFailure(error, dataDir);
    }
  }

  return pgliteEngine(openFolder, async () => {
    await lock?.release();
    lock = undefined;
  });
}

/** The engine for a PGlite that somebody opens, such as one in memory. */
export function pgliteEngine(create: () => Promise<PGlite>, afterClose?: () => Promise<void>): Engine {
  let opening: Promise<PGlite> | undefined;

  function open(): Promise<PGlite> {
    if (!opening) {
      opening = create();
      // The next call may try again, for instance once the other process has stopped.
      opening.catch(() => {
        opening = undefined;
      });
    }
    return opening;
  }

  return {
    kind: "embedded",
    adapter: embeddedAdapter(open),
    open: async () => {
      await open();
    },
    query: async (sql, values = []) => (await (await open()).query<Row>(sql, [...values])).rows,
    execute: async (script) => {
      await (await open()).exec(script);
    },
    listen: async (channel, listener) => {
      const stop = await (await open()).listen(channel, listener);
      return () => stop();
    },
    close: async () => {
      const pglite = await opening?.catch(() => undefined);
      opening = undefined;
      await pglite?.close();
      await afterClose?.();
    },
  };
}
