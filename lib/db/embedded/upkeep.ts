import "server-only";
import { statfsSync } from "node:fs";
import type { PGlite } from "@electric-sql/pglite";

const megabyte = 1024 * 1024;
/** PGlite spins for ever when it finds no room for its next 16 MB of log, so writing stops well before. */
export const leastFreeBytes = 64 * megabyte;
const enoughFreeBytes = 96 * megabyte;
const diskLookMs = 250;
const checkpointLookMs = 20_000;
const checkpointBytes = 32 * megabyte;

/** Bytes that this user may still write beside a folder. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

export type Upkeep = {
  /** Call before each piece of work: it turns writing off while the disk is nearly full. */
  beforeWork(): Promise<void>;
  stop(): void;
};

/** Does what PostgreSQL's own background processes would do: PGlite has none. */
export function startUpkeep(pglite: PGlite, dataDir: string, free: typeof freeBytes = freeBytes): Upkeep {
  let lastLook = 0;
  let isReadOnly = false;

  const timer = setInterval(() => {
    // Without checkpoints the log grows until the next start, which then replays all of it.
    checkpointWhenDue(pglite).catch(() => undefined);
  }, checkpointLookMs);
  timer.unref();

  return {
    async beforeWork() {
      const now = Date.now();
      if (now - lastLook < diskLookMs) return;
      lastLook = now;
      const bytes = free(dataDir);
      const shouldBe = isReadOnly ? bytes < enoughFreeBytes : bytes < leastFreeBytes;
      if (shouldBe === isReadOnly) return;
      isReadOnly = shouldBe;
      await pglite.exec(`SET default_transaction_read_only = ${isReadOnly ? "on" : "off"}`);
    },
    stop: () => clearInterval(timer),
  };
}

async function checkpointWhenDue(pglite: PGlite): Promise<void> {
  if (pglite.closed) return;
  const { rows } = await pglite.query<{ bytes: string }>(
    "SELECT (pg_current_wal_lsn() - redo_lsn)::text AS bytes FROM pg_control_checkpoint()",
  );
  if (Number(rows[0]?.bytes) > checkpointBytes) await pglite.exec("CHECKPOINT");
}
