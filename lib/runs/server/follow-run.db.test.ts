import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { transaction } from "#lib/db/transaction.ts";
import { newId } from "#lib/db/uuid.ts";
import type { RunEvent } from "#lib/runs/schema.ts";
import { answerApproval } from "#lib/runs/server/answer-approval.ts";
import { followRun } from "#lib/runs/server/follow-run.ts";
import { insertEvents, insertRun } from "#lib/runs/server/repository.ts";
import { publish } from "#lib/runs/server/run-hub.ts";
import { type Company, makeCompany } from "#lib/runs/testing/company.ts";
import { ask, askAndWait, fold, logOf, rested } from "#lib/runs/testing/turns.ts";

testDatabase();
let company: Company;
const never = new AbortController().signal;

beforeAll(async () => {
  company = await makeCompany();
});
beforeEach(() =>
  company.models.script("writer", [
    { say: "One two three four five six seven eight nine ten.", pauseMs: 20 },
  ]),
);
afterAll(() => company.close());

async function read(runId: string, after = 0, signal = never, viewer = company.amelia): Promise<RunEvent[]> {
  const events: RunEvent[] = [];
  for await (const event of followRun(viewer, runId, after, signal)) events.push(event);
  return events;
}

describe("followRun", () => {
  it("gives two readers the whole log, each from where it begins, and ends with the run", async () => {
    const { runId } = await ask(company.amelia, "count");
    const [first, second] = await Promise.all([read(runId), read(runId, 3)]);
    const log = await logOf(runId);
    expect(first).toEqual(log);
    expect(second).toEqual(log.slice(3));
    expect(fold(first).status).toBe("completed");
  });

  it("gives a reader who comes after the end what it has not seen, from any event on", async () => {
    const { runId, run } = await askAndWait(company.amelia, "count");
    const log = await logOf(runId);
    expect(run.lastSequence).toBe(log.length);
    for (const after of [0, 1, log.length - 1, log.length, log.length + 7])
      expect(await read(runId, after)).toEqual(log.slice(after));
  });

  it("lets a reader leave and come back where it was, while the answer goes on", async () => {
    const { runId } = await ask(company.amelia, "count");
    const leave = new AbortController();
    const seen: RunEvent[] = [];
    for await (const event of followRun(company.amelia, runId, 0, leave.signal)) {
      seen.push(event);
      if (event.payload.kind === "text") leave.abort();
    }
    const rest = await read(runId, seen.at(-1)?.sequence);
    expect([...seen, ...rest]).toEqual(await logOf(runId));
    expect((await rested(runId)).status).toBe("completed");
  });

  it("stays with a run that waits for the person, and goes on after the answer", async () => {
    company.models.script("writer", [
      { calls: [{ tool: "create_ticket", arguments: { subject: "Dead line" } }] },
      { say: "Done." },
    ]);
    const { runId } = await ask(company.amelia, "open a ticket");
    const reading = read(runId);
    const { parts } = await rested(runId);
    const card = parts.find((part) => part.type === "call");
    await answerApproval(company.amelia, card?.type === "call" ? card.callId : "", { answer: "decline" });
    expect(await reading).toEqual(await logOf(runId));
    expect(fold(await reading).status).toBe("completed");
  });

  it("shows nothing of anybody else's run, nor of one that does not exist", async () => {
    const { runId } = await askAndWait(company.amelia, "count");
    await expect(read(runId, 0, never, company.ben)).rejects.toMatchObject({ code: "not-found" });
    await expect(read(newId())).rejects.toMatchObject({ code: "not-found" });
  });

  it("leaves no gap when an event is handed on while earlier ones are being read", async () => {
    const runId = newId();
    const state = {};
    await insertRun({
      id: runId,
      conversationId: newId(),
      messageId: newId(),
      userMessageId: newId(),
      personId: company.amelia.id,
      status: "running",
      state,
    });
    const event = (sequence: number, isLast = false): RunEvent => ({
      sequence,
      payload: { kind: "status", status: isLast ? "completed" : "running", waitingFor: null, error: null },
    });
    await insertEvents(runId, [event(1)]);
    const follower = followRun(company.amelia, runId, 0, never);
    const seen = [(await follower.next()).value];
    const later = [event(2), event(3), event(4, true)];
    await insertEvents(runId, later);

    // The embedded database has one connection: what the follower reads waits for this transaction.
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const holding = transaction(() => held);
    const next = follower.next();
    await publish(runId, [event(3)]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await publish(runId, [event(4, true)]);
    release();
    await holding;
    seen.push((await next).value);
    for await (const more of follower) seen.push(more);
    expect(seen).toEqual([event(1), ...later]);
  });
});
