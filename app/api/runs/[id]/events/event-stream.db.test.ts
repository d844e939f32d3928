import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { eventStream } from "#app/api/runs/[id]/events/event-stream.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { stopRun } from "#lib/runs/server/stop-run.ts";
import { type Company, makeCompany } from "#lib/runs/testing/company.ts";
import { ask, askAndWait, logOf, rested } from "#lib/runs/testing/turns.ts";

testDatabase();
let company: Company;

beforeAll(async () => {
  company = await makeCompany();
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(() => company.close());

type Frame = {
  readonly id?: string;
  readonly event?: string;
  readonly data?: string;
  readonly comment?: string;
};

function framesOf(text: string): Frame[] {
  return text
    .split("\n\n")
    .filter(Boolean)
    .map((frame) =>
      Object.fromEntries(
        frame.split("\n").map((line) => {
          const [name, value] = [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1).trim()];
          return [name || "comment", value];
        }),
      ),
    );
}

function open(runId: string, after = 0, closed = new AbortController().signal) {
  return eventStream(company.amelia, runId, after, closed);
}

const read = (stream: ReadableStream<Uint8Array>) => new Response(stream).text();

describe("the stream of a run's events", () => {
  it("sends every event under its number, and says when that was all", async () => {
    const { runId } = await ask(company.amelia, "[[say One two three.]]");
    const frames = framesOf(await read(open(runId)));
    const log = await logOf(runId);
    const events = frames.filter((frame) => frame.id !== undefined);
    expect(
      events.map((frame) => ({ sequence: Number(frame.id), payload: JSON.parse(frame.data ?? "") })),
    ).toEqual(log);
    expect(frames[0]).toEqual({ retry: "1000" });
    expect(frames.at(-1)).toMatchObject({ event: "end" });
    const rest = framesOf(await read(open(runId, log.length - 1))).filter((frame) => frame.id !== undefined);
    expect(rest.map((frame) => frame.id)).toEqual([String(log.length)]);
  });

  it("keeps the connection alive, and ends with the session while the answer goes on", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    const { runId } = await ask(company.amelia, "hold", { modelAlias: "hangs-midway" });
    const reading = read(open(runId));
    await vi.advanceTimersByTimeAsync(10_000);
    await vi.waitFor(async () => expect((await logOf(runId)).length).toBeGreaterThan(4));
    const where = { id: company.amelia.sessionId };
    await db().session.update({
      where,
      data: { endedAt: new Date(), endedReason: "ended-by-administrator" },
    });
    await vi.advanceTimersByTimeAsync(10_000);
    const frames = framesOf(await reading);
    expect(frames).toContainEqual({ comment: "here" });
    expect(frames.at(-1)).toMatchObject({ event: "session-ended" });
    expect(frames.map((frame) => frame.event)).not.toContain("end");
    expect((await db().run.findUniqueOrThrow({ where: { id: runId } })).status).toBe("running");
    await db().session.update({ where, data: { endedAt: null, endedReason: null } });
    await stopRun(company.amelia, runId);
    expect((await rested(runId)).status).toBe("stopped");
  });

  it("lets its reader go, whichever way it leaves, and does not trouble the run", async () => {
    const { runId } = await ask(company.amelia, "hold", { modelAlias: "hangs" });
    const reader = open(runId).getReader();
    await reader.read();
    await reader.cancel();
    const gone = new AbortController();
    const second = open(runId, 0, gone.signal).getReader();
    await second.read();
    gone.abort();
    await stopRun(company.amelia, runId);
    expect((await rested(runId)).status).toBe("stopped");
    const { runId: next } = await askAndWait(company.amelia, "[[say Fine.]]");
    expect(await read(open(next))).toContain("Fine.");
  });
});
