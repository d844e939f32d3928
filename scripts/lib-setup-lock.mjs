import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Problem } from "./lib-problem.mjs";
import { root } from "./lib-processes.mjs";

// Outside the project, because an installation empties node_modules and a build empties .next.
const path = join(tmpdir(), `weft-setup-${createHash("sha256").update(root).digest("hex").slice(0, 16)}`);

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function take() {
  for (;;) {
    try {
      writeFileSync(path, String(process.pid), { flag: "wx" });
      return;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const holder = Number(readFileSync(path, "utf8"));
    if (holder && holder !== process.pid && isRunning(holder)) {
      throw new Problem(
        `Another command (process ${holder}) is installing or building in this folder. Wait until it has ended, then run this one again.`,
      );
    }
    rmSync(path, { force: true });
  }
}

/** Keeps two commands from installing or building in one folder at the same time. */
export async function withSetupLock(work) {
  take();
  const release = () => rmSync(path, { force: true });
  process.once("exit", release);
  try {
    return await work();
  } finally {
    process.off("exit", release);
    release();
  }
}
