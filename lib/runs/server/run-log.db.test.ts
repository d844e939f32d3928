import { describe, expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { newId } from "#lib/db/uuid.ts";
import type { AssistantPart, RunEvent, RunEventPayload } from "#lib/runs/schema.ts";
import { subscribe } from "#lib/runs/server/run-hub.ts";
import { RunLog } from "#lib/runs/server/run-log.ts";
import { fold, logOf, textIn } from "#lib/runs/testing/turns.ts";

testDatabase();
const end: RunEventPayload = { kind: "status", status: "completed", waitingFor: null, error: null };
const form: AssistantPart = {
  type: "form",
  formId: newId(),
  state: "open",
  toolId: newId(),
  toolSlug: "desk",
  toolName: "Desk",
  operationName: "find",
  title: "Find",
  inputSchema: {},
  filled: {},
  filledFrom: {},
  missing: ["status"],
  doubtful: [],
};

async function heard(runId: string): Promise<RunEvent[]> {
  const events: RunEvent[] = [];
  await subscribe(runId, (more) => {
    if (more !== "read-again") events.push(...more);
  });
  return events;
}

describe("a run's log", () => {
  it("joins a character that came in two halves, and replaces a half that stays alone", async () => {
    const runId = newId();
    const log = new RunLog(runId);
    for (const delta of ["Look \ud83d", "\ude00 and ", "\ud83d", ""]) log.addText(delta);
    await log.finish([end], async () => undefined);
    const events = await logOf(runId);
    expect(textIn(fold(events).parts)).toBe("Look 😀 and \ufffd");
    expect(fold(events).parts).toEqual(log.parts);
    expect(events.map((event) => event.sequence)).toEqual(events.map((_, at) => at + 1));
  });

  it("holds a question back until the run waits for its answer", async () => {
    const runId = newId();
    const events = await heard(runId);
    const log = new RunLog(runId);
    log.addText("Before. ");
    log.append({ ...end, status: "running" });
    log.addPart(form);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(events.map((event) => event.payload.kind)).toEqual(["text", "status"]);
    expect(await logOf(runId)).toHaveLength(2);
    await log.finish([{ ...end, status: "waiting-approval" }], async () => undefined);
    expect(events.map((event) => event.payload.kind)).toEqual(["text", "status", "part", "status"]);
    expect(events).toEqual(await logOf(runId));
  });

  it("stores before it hands on, and neither when the last change fails", async () => {
    const runId = newId();
    const events = await heard(runId);
    const log = new RunLog(runId);
    log.addText("Kept.");
    const failing = log.finish([end], async () => {
      throw new Error("somebody else ended it");
    });
    await expect(failing).rejects.toThrow("somebody else");
    expect(events.map((event) => event.payload.kind)).toEqual(["text"]);
    expect(await logOf(runId)).toEqual(events);
  });

  it("hands on the first words at once, whatever was stored just before", async () => {
    const runId = newId();
    const log = new RunLog(runId);
    log.append({ ...end, status: "running" });
    for (const delta of ["First", " and", " then"]) log.addText(delta);
    await log.finish([end], async () => undefined);
    const deltas = (await logOf(runId)).flatMap(({ payload }) =>
      payload.kind === "text" ? payload.delta : [],
    );
    expect(deltas).toEqual(["First", " and then"]);
  });

  it("groups text that comes fast", async () => {
    const runId = newId();
    const log = new RunLog(runId);
    const words = Array.from({ length: 400 }, (_, at) => `word${at} `);
    for (const word of words) {
      log.addText(word);
      if (Number(word.slice(4)) % 40 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await log.finish([end], async () => undefined);
    const events = await logOf(runId);
    expect(textIn(fold(events).parts)).toBe(words.join(""));
    expect(events.length).toBeLessThan(20);
    expect(events[0]?.payload).toMatchObject({ delta: "word0 " });
  });
});
