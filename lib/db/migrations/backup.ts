import "server-only";
import { cp, mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { databaseFolder } from "#lib/db/embedded/folder.ts";
import type { Engine } from "#lib/db/engine.ts";

const kept = 3;

/** Copies the open, idle folder to `backups/` before migrations change it, and keeps the newest three copies. */
export async function copyBeforeUpgrade(engine: Pick<Engine, "execute">, dataDir: string): Promise<void> {
  await engine.execute("CHECKPOINT");
  const backups = join(dataDir, "backups");
  await mkdir(backups, { recursive: true, mode: 0o700 });
  const stamp = new Date().toISOString().replace(/[:.]/g, "-");
  await cp(databaseFolder(dataDir), join(backups, stamp), { recursive: true });
  const copies = (await readdir(backups)).sort();
  for (const old of copies.slice(0, -kept)) await rm(join(backups, old), { recursive: true });
}
