import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { newId } from "#lib/db/uuid.ts";
import { callPart } from "#lib/runs/call-part.ts";
import { carryOut } from "#lib/runs/server/carry-out.ts";
import { drainRuns, markInterruptedRuns } from "#lib/runs/server/reap-runs.ts";
import { insertApproval, insertRun } from "#lib/runs/server/repository.ts";
import { activeRunIds } from "#lib/runs/server/run-hub.ts";
import { RunLog } from "#lib/runs/server/run-log.ts";
import { stopRun } from "#lib/runs/server/stop-run.ts";
import { type Company, makeCompany } from "#lib/runs/testing/company.ts";
import { makeAgent } from "#lib/runs/testing/company-tools.ts";
import {
  ask,
  askAndWait,
  callsIn,
  fold,
  logOf,
  noticesIn,
  rested,
  textIn,
  trailOf,
} from "#lib/runs/testing/turns.ts";
import { findCallableOperation } from "#lib/tools/server/find-operation.ts";
import { proposeCall } from "#lib/tools/server/propose-call.ts";

testDatabase();
let company: Company;

beforeAll(async () => {
  company = await makeCompany();
});
beforeEach(() => company.models.script("writer"));
afterAll(() => company.close());

async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await isSo())) await pause(5);
}

async function stopAndMeasure(runId: string): Promise<number> {
  const startedAt = performance.now();
  await stopRun(company.amelia, runId);
  expect((await rested(runId)).status).toBe("stopped");
  return performance.now() - startedAt;
}

describe("stopRun", () => {
  it("ends an answer that is being written within 300 ms, and keeps what was written", async () => {
    const times: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      const { runId } = await ask(company.amelia, "hold", { modelAlias: "hangs-midway" });
      await until(async () => textIn(fold(await logOf(runId)).parts).includes("half"));
      times.push(await stopAndMeasure(runId));
      const run = await rested(runId);
      expect(textIn(run.parts)).toBe("This is the first half, and");
      expect(noticesIn(run.parts)).toMatchObject([{ tone: "info", text: "Stopped." }]);
      expect(run.error).toBeNull();
      expect(fold(await logOf(runId))).toMatchObject({ status: "stopped", parts: run.parts });
      expect(await trailOf(runId)).toEqual([
        "model.call-started intended",
        "run.stopped succeeded",
        "model.called failed",
      ]);
      expect(await db().usageRecord.findFirst({ where: { runId } })).toMatchObject({ outcome: "stopped" });
    }
    expect(Math.min(...times)).toBeLessThan(300);
  });

  it("ends a tool's call, which is shown and recorded as stopped", async () => {
    company.models.script("writer", [
      { calls: [{ tool: "wait_for_desk", arguments: {} }] },
      { say: "Never said." },
    ]);
    const { runId } = await ask(company.amelia, "wait for the ticket desk");
    await until(() => company.services.received.some((call) => call.path === "/desk/slow"));
    await stopAndMeasure(runId);
    const run = await rested(runId);
    expect(callsIn(run.parts)).toMatchObject([{ status: "stopped", error: { code: "stopped" } }]);
    expect(await db().toolCall.findFirst({ where: { runId } })).toMatchObject({
      status: "stopped",
      finishedAt: expect.any(Date),
    });
    expect(await trailOf(runId)).toContain("tool.called failed");
    expect(textIn(run.parts)).not.toContain("Never said");
  });

  it("ends a sequence between its steps as stopped, not as a failure of ours", async () => {
    company.models.script("writer", [{ calls: [{ tool: "wait", arguments: {} }] }]);
    await makeAgent("Slow helper", company.place, [
      { id: "wait", tool: "ticket-desk", operation: "wait_for_desk", inputs: {} },
      { id: "find", tool: "ticket-desk", operation: "find_tickets", inputs: {} },
    ]);
    company.models.script("writer", [{ calls: [{ tool: "slow-helper__handle", arguments: {} }] }]);
    const before = company.services.received.length;
    const { runId } = await ask(company.amelia, "@slow-helper please");
    await until(() => company.services.received.length > before);
    await stopAndMeasure(runId);
    expect(callsIn((await rested(runId)).parts).map((call) => call.error?.code)).toEqual([
      "stopped",
      "stopped",
    ]);
    expect(company.services.received.length).toBe(before + 1);
  });

  it("is heard although the run was not at work yet when it was asked", async () => {
    const { conversationId } = await askAndWait(company.amelia, "hello");
    const runId = newId();
    const input = {
      text: "x",
      history: [],
      lastCall: null,
      dataClass: "internal",
      modelAlias: "hangs",
      toolId: null,
    };
    const state = { input, driver: null, decision: null, waitingAt: null, model: null, assistant: null };
    await insertRun({
      id: runId,
      conversationId,
      messageId: newId(),
      userMessageId: newId(),
      personId: company.amelia.id,
      status: "running",
      state,
    });
    await stopRun(company.amelia, runId);
    await carryOut(company.amelia, runId, null);
    expect((await rested(runId)).status).toBe("stopped");
    expect(activeRunIds()).not.toContain(runId);
  });

  it("changes nothing on a run that has ended, and is nobody else's to do", async () => {
    const { runId, run } = await askAndWait(company.amelia, "hello");
    await stopRun(company.amelia, runId);
    expect(await rested(runId)).toEqual(run);
    await expect(stopRun(company.ben, runId)).rejects.toMatchObject({ code: "not-found" });
    await expect(stopRun(company.amelia, newId())).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("a run whose process died", () => {
  /** What a process leaves behind that dies while a tool runs and a card waits. */
  async function deadRun(heartbeatAt: Date) {
    const { conversationId } = await askAndWait(company.amelia, "hello");
    const runId = newId();
    await insertRun({
      id: runId,
      conversationId,
      messageId: newId(),
      userMessageId: newId(),
      personId: company.amelia.id,
      status: "running",
      heartbeatAt,
    });
    const place = { channel: "chat", conversationId, runId } as const;
    const operation = (name: string) =>
      findCallableOperation(company.amelia, { slug: "ticket-desk" }, name, place);
    const facts = { parentCallId: null, note: null };
    const running = await proposeCall(company.amelia, await operation("find_tickets"), {}, place, "running");
    const create = await operation("create_ticket");
    const waiting = await proposeCall(
      company.amelia,
      create,
      { subject: "Dead line" },
      place,
      "waiting-approval",
    );
    await insertApproval({
      id: newId(),
      callId: waiting.id,
      runId,
      personId: company.amelia.id,
      schemaHash: create.schemaHash,
      argumentsHash: "x",
    });
    const log = new RunLog(runId);
    log.addText("Half of an ans");
    log.addPart(callPart(running, facts));
    log.addPart({ ...callPart(waiting, facts), status: "waiting-approval" });
    log.append({ kind: "status", status: "running", waitingFor: null, error: null });
    await until(async () => (await logOf(runId)).length === 4);
    return { runId, runningId: running.id, waitingId: waiting.id };
  }

  it("is marked as interrupted with its text kept; nothing stays open; the trail says what is not known", async () => {
    const { runId, runningId, waitingId } = await deadRun(new Date(Date.now() - 60_000));
    expect(await Promise.all([markInterruptedRuns(), markInterruptedRuns()]).then(([a, b]) => a + b)).toBe(1);
    const run = await rested(runId);
    expect(run).toMatchObject({
      status: "interrupted",
      error: { message: "The answer was interrupted.", mend: expect.stringContaining("kept") },
    });
    expect(textIn(run.parts)).toBe("Half of an ans");
    expect(callsIn(run.parts)).toMatchObject([
      { callId: runningId, status: "failed", error: { message: expect.stringContaining("not known") } },
      { callId: waitingId, status: "stopped" },
    ]);
    const log = await logOf(runId);
    expect(fold(log)).toMatchObject({ status: "interrupted", parts: run.parts, sequence: run.lastSequence });
    expect(log.map((event) => event.sequence)).toEqual(log.map((_, at) => at + 1));
    expect(
      await db().toolCall.findMany({ where: { runId }, orderBy: { id: "asc" }, select: { status: true } }),
    ).toEqual([{ status: "failed" }, { status: "stopped" }]);
    expect(await db().approval.findUnique({ where: { callId: waitingId } })).toMatchObject({ state: "void" });
    expect(await trailOf(runId)).toEqual([
      "tool.call-started intended",
      "approval.voided refused",
      "tool.called failed",
      "run.interrupted failed",
    ]);
    expect(await markInterruptedRuns()).toBe(0);
  });

  it("is not one that still beats, nor one that this process works on", async () => {
    const { runId } = await deadRun(new Date());
    const alive = await ask(company.amelia, "hold", { modelAlias: "hangs" });
    await db().run.update({ where: { id: alive.runId }, data: { heartbeatAt: new Date(0) } });
    await until(() => activeRunIds().includes(alive.runId));
    expect(await markInterruptedRuns()).toBe(0);
    expect((await db().run.findUniqueOrThrow({ where: { id: runId } })).status).toBe("running");
    await stopAndMeasure(alive.runId);
  });

  it("is told at once by a process that is being stopped", async () => {
    const { runId } = await ask(company.amelia, "hold", { modelAlias: "hangs-midway" });
    await until(async () => textIn(fold(await logOf(runId)).parts).includes("half"));
    await drainRuns(10);
    const run = await rested(runId);
    expect(run).toMatchObject({
      status: "interrupted",
      error: { message: expect.stringContaining("being stopped") },
    });
    expect(textIn(run.parts)).toContain("first half");
    expect(activeRunIds()).toEqual([]);
  });
});
