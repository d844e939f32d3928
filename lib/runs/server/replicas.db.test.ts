import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { env } from "#lib/env.ts";
import type { RunEvent } from "#lib/runs/schema.ts";
import { followRun } from "#lib/runs/server/follow-run.ts";
import { markInterruptedRuns } from "#lib/runs/server/reap-runs.ts";
import { activeRunIds } from "#lib/runs/server/run-hub.ts";
import { stopRun } from "#lib/runs/server/stop-run.ts";
import { type Company, makeCompany } from "#lib/runs/testing/company.ts";
import { type Asked, fold, logOf, runRow, textIn } from "#lib/runs/testing/turns.ts";

const serverUrl = vi.hoisted(() => {
  // This process is one of several replicas, as the settings of a server tell it.
  const url = process.env.WEFT_TEST_DATABASE_URL;
  if (url) process.env.DATABASE_URL = url;
  return url;
});

const database = testDatabase();
const root = join(import.meta.dirname, "../../..");
const children: ChildProcess[] = [];
let company: Company;

beforeAll(async () => {
  company = await makeCompany();
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});
afterAll(() => company.close());

/** Lets another process answer; its model falls silent halfway. */
async function askElsewhere(): Promise<{ asked: Asked; child: ChildProcess }> {
  const script = join(root, "lib/runs/testing/replica.ts");
  const args = ["--conditions=react-server", script, company.amelia.sessionId, "hold", "hangs-midway"];
  const settings = { ...process.env, DATABASE_URL: database.url, WEFT_DEMO: "0", WEFT_LOG_LEVEL: "error" };
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: settings,
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  const [line] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  return { asked: JSON.parse(line) as Asked, child };
}

describe.skipIf(!serverUrl)("an answer that another replica writes", () => {
  it("is followed here as it comes, and stopped from here", async () => {
    expect(env().isEmbedded).toBe(false);
    const { asked, child } = await askElsewhere();
    expect(activeRunIds()).toEqual([]);
    const seen: RunEvent[] = [];
    let stoppedAt = 0;
    for await (const event of followRun(company.amelia, asked.runId, 0, AbortSignal.timeout(20_000))) {
      seen.push(event);
      if (stoppedAt === 0 && textIn(fold(seen).parts).includes("half")) {
        stoppedAt = performance.now();
        await stopRun(company.amelia, asked.runId);
      }
    }
    // Without the word that replicas send each other it would take the 5 s of a reader, or the 10 s of a heartbeat.
    expect(performance.now() - stoppedAt).toBeLessThan(2_000);
    expect(fold(seen)).toMatchObject({ status: "stopped" });
    expect(seen).toEqual(await logOf(asked.runId));
    expect(textIn(fold(seen).parts)).toBe("This is the first half, and");
    if (child.exitCode === null) await once(child, "exit");
    expect(child.exitCode).toBe(0);
  });

  it("is marked as interrupted with its text when that replica is killed", async () => {
    const { asked, child } = await askElsewhere();
    await vi.waitFor(
      async () => expect(textIn(fold(await logOf(asked.runId)).parts)).toContain("half"),
      10_000,
    );
    expect(await markInterruptedRuns()).toBe(0);
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(await markInterruptedRuns(0)).toBe(1);
    const run = await runRow(asked.runId);
    expect(run.status).toBe("interrupted");
    expect(textIn(run.parts)).toBe("This is the first half, and");
    expect(fold(await logOf(asked.runId))).toMatchObject({ status: "interrupted", parts: run.parts });
  });
});
