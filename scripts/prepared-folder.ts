import { createHash } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { databaseFolder } from "#lib/db/embedded/folder.ts";
import { lockFolder } from "#lib/db/embedded/lock.ts";
import { readMigrations } from "#lib/db/migrations/files.ts";
import type { Env } from "#lib/env.ts";

const preparedSchema = z.object({
  fingerprint: z.string(),
  isSeeded: z.boolean(),
  day: z.string().optional(),
});
export type Prepared = z.infer<typeof preparedSchema>;

const markerOf = (dataDir: string) => join(dataDir, "prepared.json");

/** What a database depends on: the migrations, and through the lock file the queue and PGlite. */
export async function databaseFingerprint(): Promise<string> {
  const lock = await readFile(join(import.meta.dirname, "../package-lock.json"));
  return createHash("sha256")
    .update(JSON.stringify(await readMigrations()))
    .update(lock)
    .digest("hex");
}

async function readPrepared(dataDir: string): Promise<Prepared | undefined> {
  try {
    await readFile(join(databaseFolder(dataDir), "version.json"));
    return preparedSchema.parse(JSON.parse(await readFile(markerOf(dataDir), "utf8")));
  } catch {
    // Missing or broken: everything is looked at again, which changes nothing that is right.
    return undefined;
  }
}

/** What was prepared in an embedded data folder, when that still holds; throws when another Weft has it open. */
export async function findPrepared(settings: Env, fingerprint: string): Promise<Prepared | undefined> {
  if (!settings.isEmbedded) return undefined;
  const prepared = await readPrepared(settings.dataDir);
  if (prepared?.fingerprint !== fingerprint || (settings.isDemo && !prepared.isSeeded)) return undefined;
  await (await lockFolder(settings.dataDir)).release();
  return prepared;
}

/** Writes down what was prepared, whole or not at all. */
export async function rememberPrepared(dataDir: string, prepared: Prepared): Promise<void> {
  const path = markerOf(dataDir);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await writeFile(`${path}.new`, `${JSON.stringify(prepared)}\n`);
  await rename(`${path}.new`, path);
}

/** Removes the embedded database, unless another Weft has it open. Keys and files stay. */
export async function removeDatabaseFolder(dataDir: string): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const lock = await lockFolder(dataDir);
  try {
    await rm(markerOf(dataDir), { force: true });
    await rm(databaseFolder(dataDir), { recursive: true, force: true });
  } finally {
    await lock.release();
  }
}
