import "server-only";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { openPGlite } from "#lib/db/embedded/pglite.ts";
import { freeBytes, leastFreeBytes } from "#lib/db/embedded/upkeep.ts";
import { AppError } from "#lib/errors.ts";

/** The major version of PostgreSQL inside the PGlite that is installed; folders of another one do not open. */
export const postgresMajor = 18;

/** What a new database takes. */
const newDatabaseBytes = 60 * 1024 * 1024;

const versionSchema = z.object({ postgres: z.number().int() });

/** Where the data of a data folder lie. */
export function databaseFolder(dataDir: string): string {
  return join(dataDir, "db");
}

/**
 * Makes sure that a whole database of the right version lies in the data folder, and returns its path for PGlite.
 * It is built beside its place and renamed, so a kill during the first start leaves nothing half-made in place.
 * Call it with the folder's lock held.
 */
export async function prepareFolder(dataDir: string): Promise<string> {
  const folder = databaseFolder(dataDir);
  await removeDrafts(dataDir);
  if (existsSync(join(folder, "version.json"))) {
    await checkVersion(dataDir, join(folder, "version.json"));
    refuseFullDisk(dataDir, leastFreeBytes);
    return join(folder, "data");
  }
  await putAsideRemains(folder);
  await createFolder(dataDir, folder);
  return join(folder, "data");
}

async function createFolder(dataDir: string, folder: string): Promise<void> {
  refuseFullDisk(dataDir, newDatabaseBytes + leastFreeBytes);
  const draft = join(dataDir, `db.new-${process.pid}`);
  await mkdir(draft, { recursive: true, mode: 0o700 });
  const pglite = await openPGlite({ dataDir: join(draft, "data") });
  await pglite.close();
  await writeFile(join(draft, "version.json"), `${JSON.stringify({ postgres: postgresMajor })}\n`);
  await rename(draft, folder);
}

function refuseFullDisk(dataDir: string, needed: number): void {
  if (freeBytes(dataDir) >= needed) return;
  throw Object.assign(new Error(`Less than ${needed} bytes are free.`), { code: "ENOSPC" });
}

async function removeDrafts(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    if (name.startsWith("db.new-")) await rm(join(dataDir, name), { recursive: true, force: true });
  }
}

/** Remains without a version file were never a Weft database; they are kept, but out of the way. */
async function putAsideRemains(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  const names = await readdir(folder);
  if (names.length > 0) await rename(folder, `${folder}.aside-${Date.now()}`);
}

async function checkVersion(dataDir: string, path: string): Promise<void> {
  const found = versionSchema.safeParse(JSON.parse(await readFile(path, "utf8")));
  if (found.success && found.data.postgres === postgresMajor) return;
  const written = found.success ? `PostgreSQL ${found.data.postgres}` : "an unknown version";
  throw new AppError(
    "unavailable",
    `The data folder ${dataDir} was written by ${written}, and this Weft has PostgreSQL ${postgresMajor}.`,
    { mend: "Start the Weft that wrote it, dump the data there, and restore them into a new folder." },
  );
}
