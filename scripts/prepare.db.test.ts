import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lockFolder } from "#lib/db/embedded/lock.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";

const database = testDatabase({ isEmpty: true });
const longEnough = "0123456789abcdef".repeat(4);
let dataDir: string;

/** Prepares a data folder, or the server under test, in a process of its own. */
function prepare(): Promise<{ code: number; out: string; said: string }> {
  const server = database.url
    ? { DATABASE_URL: database.url, WEFT_SECRET: longEnough, WEFT_KEY: longEnough }
    : undefined;
  const env = {
    PATH: process.env.PATH ?? "",
    NODE_ENV: "production" as const,
    WEFT_DATA_DIR: dataDir,
    WEFT_DEMO: "0",
  };
  const args = ["--conditions=react-server", join(import.meta.dirname, "prepare.ts")];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { env: { ...env, ...server } }, (error, out, said) => {
      resolve({ code: error ? 1 : 0, out, said });
    });
  });
}

beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), "weft-prepare-"));
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

test("a new database is migrated, and the second time there is nothing to do", async () => {
  const first = await prepare();
  expect(first.said).toBe("");
  expect(first.out).toMatch(/^\d+ migrations applied\n$/);
  expect((await prepare()).out).toBe(database.url ? "no new migrations\n" : "current\n");
});

test("a folder that is current is still refused while another Weft has it open", async ({ skip }) => {
  skip(database.url !== undefined, "a server takes any number of processes");
  const lock = await lockFolder(dataDir);
  const { code, said } = await prepare();
  await lock.release();
  expect(said).toContain("is open in another Weft");
  expect(code).toBe(1);
});

test("a database that is gone is made again, whatever was written down about it", async ({ skip }) => {
  skip(database.url !== undefined, "a server's database is no folder");
  rmSync(join(dataDir, "db"), { recursive: true });
  expect((await prepare()).out).toMatch(/^\d+ migrations applied\n$/);
});
