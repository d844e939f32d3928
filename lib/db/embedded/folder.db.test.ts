import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { embeddedEngine } from "#lib/db/embedded/engine.ts";
import { isAppError } from "#lib/errors.ts";

const open = `
  import { embeddedEngine } from "#lib/db/embedded/engine.ts";
  const engine = embeddedEngine(process.env.FOLDER);
  await engine.execute("CREATE TABLE IF NOT EXISTS mark (n int); INSERT INTO mark VALUES (1)");
  console.log("open");
  setInterval(() => {}, 1000);
`;

let folder: string;
const children: ChildProcess[] = [];

function spawnWeft(): ChildProcess {
  const args = ["--conditions=react-server", "--input-type=module", "-e", open];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, FOLDER: folder },
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  return child;
}

async function killed(child: ChildProcess): Promise<void> {
  const exit = once(child, "exit");
  child.kill("SIGKILL");
  await exit;
}

async function openHere(): Promise<unknown[]> {
  const engine = embeddedEngine(folder);
  try {
    await engine.open();
    return await engine.query("SELECT to_regclass('mark')::text AS mark");
  } finally {
    await engine.close();
  }
}

function lockText(holder: object): string {
  return JSON.stringify({ id: "x", pid: process.pid, host: hostname(), ...holder });
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "weft-folder-"));
});
afterEach(async () => {
  for (const child of children.splice(0))
    if (child.exitCode === null && !child.signalCode) await killed(child);
  await rm(folder, { recursive: true, force: true });
});

describe.skipIf(inject("databaseTemplate").kind === "server")("the data folder", () => {
  it("is refused while another process has it open, and free once that was killed", async () => {
    const other = spawnWeft();
    await once(other.stdout as NodeJS.ReadableStream, "data");
    const refusal = await openHere().catch((error: unknown) => error);
    expect(refusal).toMatchObject({
      message: `The data folder ${folder} is open in another Weft (process ${other.pid}).`,
      mend: "Stop it or set WEFT_DATA_DIR.",
    });
    await killed(other);
    expect(await openHere()).toEqual([{ mark: "mark" }]);
    expect(await readdir(folder)).toEqual(["db"]);
  });

  it("opens after a kill at any moment of its first initialisation", async () => {
    for (const delay of [0, 300, 800]) {
      const child = spawnWeft();
      while (!(await readdir(folder)).some((name) => name.startsWith("db.new-"))) await pause(5);
      await pause(delay);
      await killed(child);
      await openHere();
      expect(await readdir(folder)).toEqual(["db"]);
      await rm(join(folder, "db"), { recursive: true });
    }
  });

  it("refuses a second engine inside one process", async () => {
    const engine = embeddedEngine(folder);
    await engine.open();
    await expect(openHere()).rejects.toThrow(`(process ${process.pid})`);
    await engine.close();
    await openHere();
  });

  it("takes over locks of processes that are gone", async () => {
    const lock = join(folder, "db.lock");
    await writeFile(lock, lockText({ pid: 2 ** 22 + 1 }));
    await openHere();
    if (process.platform === "linux") {
      await writeFile(lock, lockText({ started: "another-boot/1" }));
      await openHere();
    }
    await writeFile(lock, "half a lo");
    await utimes(lock, new Date(0), new Date(0));
    await openHere();
  });

  it("believes another machine for as long as its lock moves", async () => {
    const lock = join(folder, "db.lock");
    await writeFile(lock, lockText({ host: "elsewhere", pid: 7 }));
    const beat = setInterval(() => utimes(lock, new Date(), new Date()), 300);
    await expect(openHere()).rejects.toThrow("(process 7 on elsewhere)");
    clearInterval(beat);
    await openHere();
  });

  it("is refused when another version of PostgreSQL wrote it", async () => {
    await openHere();
    await writeFile(join(folder, "db/version.json"), '{"postgres":17}');
    await expect(openHere()).rejects.toThrow(`The data folder ${folder} was written by PostgreSQL 17`);
    expect(await readFile(join(folder, "db/data/PG_VERSION"), "utf8")).toBe("18\n");
  });

  it("keeps remains that it does not know, and starts afresh", async () => {
    await openHere();
    await rm(join(folder, "db/version.json"));
    await openHere();
    const names = await readdir(folder);
    expect(names).toContain("db");
    expect(names.some((name) => name.startsWith("db.aside-"))).toBe(true);
  });

  it("says what is wrong when it is a file or has no room", async () => {
    const file = join(folder, "file");
    await writeFile(file, "");
    const failure = await embeddedEngine(file)
      .open()
      .catch((error: unknown) => error);
    expect(isAppError(failure) && failure.message).toBe(`The data folder ${file} is not a folder.`);
  });
});
