import { tmpdir } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { pgliteEngine } from "#lib/db/embedded/engine.ts";
import { openPGlite } from "#lib/db/embedded/pglite.ts";
import { leastFreeBytes, startUpkeep, type Upkeep } from "#lib/db/embedded/upkeep.ts";
import type { Engine } from "#lib/db/engine.ts";
import { explainFolderFailure } from "#lib/db/failures.ts";

let free = 10 * leastFreeBytes;
let upkeep: Upkeep;
let engine: Engine;

beforeAll(async () => {
  const pglite = await openPGlite();
  upkeep = startUpkeep(pglite, tmpdir(), () => free);
  engine = pgliteEngine({
    create: async () => pglite,
    beforeWork: upkeep.beforeWork,
    explain: (error) => explainFolderFailure(error, "/data/weft"),
  });
  await engine.execute("CREATE TABLE note (text text)");
});
afterAll(async () => {
  upkeep.stop();
  await engine.close();
});

it("refuses to write, and still reads, while the disk is nearly full", async () => {
  const write = () => engine.query("INSERT INTO note VALUES ('a') RETURNING text");
  expect(await write()).toHaveLength(1);
  free = leastFreeBytes - 1;
  await pause(300);
  await expect(write()).rejects.toThrow("The disk that holds the data folder /data/weft is full.");
  expect(await engine.query("SELECT * FROM note")).toHaveLength(1);
  free = 10 * leastFreeBytes;
  await pause(300);
  expect(await write()).toHaveLength(1);
});
