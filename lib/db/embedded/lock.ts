import "server-only";
import { randomUUID } from "node:crypto";
import { readFileSync, unlinkSync } from "node:fs";
import { link, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { AppError } from "#lib/errors.ts";

const heartbeatMs = 2_000;
/** A lock of another machine is given up when it has not moved for this long. */
const silenceMs = 7_000;

const holderSchema = z.object({
  id: z.string(),
  pid: z.number().int(),
  host: z.string(),
  /** Start of the process as the system tells it; a reused pid has another one. */
  started: z.string().optional(),
});
type Holder = z.infer<typeof holderSchema>;

export type FolderLock = { release(): Promise<void> };

/** The start of a process: boot id and start ticks on Linux, undefined elsewhere or when there is no such process. */
function startOf(pid: number): string | undefined {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8");
    return `${boot}/${fields.slice(fields.lastIndexOf(")") + 2).split(" ")[19]}`;
  } catch {
    return undefined;
  }
}

function isRunning({ pid, started }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  return started === undefined || startOf(pid) === started;
}

async function isHeld(path: string, holder: Holder | undefined): Promise<boolean> {
  if (holder?.host === hostname()) return isRunning(holder);
  // Another machine (or an unreadable file): only its heartbeat tells whether it lives.
  const before = (await stat(path)).mtimeMs;
  if (Date.now() - before > 10 * silenceMs) return false;
  for (let waited = 0; waited < silenceMs; waited += 500) {
    await pause(500);
    if ((await stat(path)).mtimeMs !== before) return true;
  }
  return false;
}

async function readHolder(path: string): Promise<{ text: string; holder: Holder | undefined } | undefined> {
  try {
    const text = await readFile(path, "utf8");
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch {
      return { text, holder: undefined };
    }
    return { text, holder: holderSchema.safeParse(json).data };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** Moves a dead lock out of the way, unless another process was quicker. */
async function removeStale(path: string, text: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw error;
  }
  if ((await readFile(/* turbopackIgnore: true */ aside, "utf8")) !== text)
    await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}

/**
 * Takes the lock file of a data folder and keeps its time stamp moving.
 * Throws an AppError that names the process that has the folder open.
 */
export async function lockFolder(dataDir: string): Promise<FolderLock> {
  const path = join(dataDir, "db.lock");
  const own: Holder = {
    id: randomUUID(),
    pid: process.pid,
    host: hostname(),
    started: startOf(process.pid),
  };
  const draft = `${path}.${own.id}`;
  await writeFile(draft, JSON.stringify(own), { mode: 0o600 });
  try {
    for (;;) {
      try {
        // A link appears whole or not at all, so no other process reads half a lock.
        await link(draft, path);
        break;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      }
      const found = await readHolder(path);
      if (!found) continue;
      if (await isHeld(path, found.holder)) throw alreadyOpen(dataDir, found.holder);
      await removeStale(path, found.text);
    }
  } finally {
    await rm(draft, { force: true });
  }

  const isOwn = () => {
    try {
      return (JSON.parse(readFileSync(path, "utf8")) as Partial<Holder>).id === own.id;
    } catch {
      return false;
    }
  };
  const onExit = () => {
    if (isOwn()) unlinkSync(path);
  };
  process.on("exit", onExit);
  const heartbeat = setInterval(() => {
    const now = new Date();
    // A missed beat is made up by the next one.
    utimes(path, now, now).catch(() => undefined);
  }, heartbeatMs);
  heartbeat.unref();

  return {
    async release() {
      clearInterval(heartbeat);
      process.off("exit", onExit);
      if (isOwn()) await rm(path, { force: true });
    },
  };
}

function alreadyOpen(dataDir: string, holder: Holder | undefined): AppError {
  const elsewhere = holder && holder.host !== hostname() ? ` on ${holder.host}` : "";
  const who = holder ? ` (process ${holder.pid}${elsewhere})` : "";
  return new AppError("unavailable", `The data folder ${dataDir} is open in another Weft${who}.`, {
    mend: "Stop it or set WEFT_DATA_DIR.",
    details: holder ? { pid: holder.pid, host: holder.host } : {},
  });
}
