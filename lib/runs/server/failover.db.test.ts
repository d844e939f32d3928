import { setTimeout as later } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Misbehaviour, misbehaviours } from "#e2e/model-script.ts";
import { continueAnswer } from "#lib/chat/server/continue-answer.ts";
import { getConversation } from "#lib/chat/server/get-conversation.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { makeViewer } from "#lib/identity/testing/make-people.ts";
import { standardBreaker } from "#lib/models/breaker.ts";
import { listProviders } from "#lib/models/server/list-providers.ts";
import { forgetHealth, modelStanding } from "#lib/models/server/model-health.ts";
import { type ModelLimits, withModelLimits } from "#lib/models/server/model-limits.ts";
import type { WritingModel } from "#lib/routing/server/resolve-model.ts";
import { resolveModel, writingModels } from "#lib/routing/server/resolve-model.ts";
import { streamModel } from "#lib/runs/server/stream-model.ts";
import { type Company, makeCompany } from "#lib/runs/testing/company.ts";
import { makeThreeModels, type ThreeModels } from "#lib/runs/testing/three-models.ts";
import { ask, askAndWait, fold, logOf, noticesIn, rested, textIn, trailOf } from "#lib/runs/testing/turns.ts";

testDatabase();
let company: Company;
let three: ThreeModels;
const rounds = 20;
const longestMs = 100_000;
const question = "How do I write to a customer?";
const limits: Partial<ModelLimits> = {
  // Long enough for the models that do answer, also on a busy machine.
  firstTokenMs: 5_000,
  idleMs: 4_000,
  longestAnswer: 40_000,
  longestBlank: 3_000,
};

const beforeFirstToken = [
  "refuses-key",
  "rate-limited",
  "rate-limited-silently",
  "fails",
  "rejects",
  "hangs",
  "hangs-after-headers",
  "resets",
  "cuts-at-once",
  "nonsense",
  "web-page",
  "empty",
  "huge-chunk",
  "endless-blanks",
  "endless-comments",
] as const satisfies readonly Misbehaviour[];
const afterFirstToken = ["hangs-midway", "cuts-midway", "drips"] as const;

beforeAll(async () => {
  company = await makeCompany();
  three = await makeThreeModels(company, misbehaviours);
});
beforeEach(() => {
  company.models.script("second", [{ say: "The second one answers." }]);
});
afterAll(() => company.close());

/** Does it twenty times, so many at once. */
async function all<T>(atOnce: number, work: () => Promise<T>): Promise<T[]> {
  const done: T[] = [];
  while (done.length < rounds) done.push(...(await Promise.all(Array.from({ length: atOnce }, work))));
  return done;
}
const forget = (fault: Misbehaviour) => forgetHealth([three.idOf(fault), three.idOf("second")]);
/** A breaker that hardly ever opens, so that each round meets the fault. */
const alwaysAsked = {
  failuresInRow: 1_000,
  failedShare: 2,
  leastOutcomes: 10,
  windowMs: 1,
  pauseMs: 1,
  longestPauseMs: 1,
};
const asked = (fault: Misbehaviour) =>
  company.models.requests.filter(({ body }) => body.model === fault).length;

function askThree(fault: Misbehaviour, more: Partial<ModelLimits> = {}) {
  return withModelLimits({ ...limits, breaker: alwaysAsked, ...more }, async () => {
    const sent = await ask(company.amelia, question, { modelAlias: three.aliasOf(fault) });
    return { ...sent, run: await rested(sent.runId, longestMs) };
  });
}

async function modelsOf(fault: Misbehaviour): Promise<WritingModel[]> {
  const choice = await resolveModel(company.amelia, { alias: three.aliasOf(fault), dataClass: "internal" });
  expect(writingModels(choice).map(({ name }) => name)).toEqual([fault, "second", "third"]);
  return writingModels(choice);
}

describe("the first of three models fails before its first word", () => {
  it.each(beforeFirstToken)(
    "%s: twenty of twenty are answered by the next",
    async (fault) => {
      forget(fault);
      const models = await modelsOf(fault);
      const before = asked(fault);
      const heard: string[] = [];
      const turns = await withModelLimits({ ...limits, breaker: alwaysAsked }, () =>
        all(fault.startsWith("hangs") || fault === "endless-comments" ? rounds : 5, async () => {
          // It may have asked to rest, or have been paused at once: each round is the first one.
          forget(fault);
          return streamModel(
            company.amelia,
            { channel: "chat" },
            { models, instructions: "", messages: [{ role: "user", content: question }], tools: [] },
            { onText: (delta) => heard.push(delta), isSeen: true },
            new AbortController().signal,
          );
        }),
      );
      for (const turn of turns) {
        expect([turn.text, turn.model.name]).toEqual(["The second one answers.", "second"]);
        expect(turn.notAnswered.map(({ model }) => model.name)).toEqual([fault]);
      }
      expect(heard.join("")).toBe("The second one answers.".repeat(rounds));
      // Of those that begin at once, one may make the others pass it over.
      expect(asked(fault) - before).toBeGreaterThanOrEqual(rounds / 5);
    },
    longestMs,
  );

  it("tells the person who answered and who did not, and the trail what came next", async () => {
    forget("fails");
    const { run, runId } = await askThree("fails");
    expect([run.status, textIn(run.parts), run.modelName, noticesIn(run.parts)]).toEqual([
      "completed",
      "The second one answers.",
      "Model second",
      [],
    ]);
    const reason = "The model server of Model fails failed (status 500).";
    expect(run.parts[0]).toMatchObject({
      type: "made-by",
      name: "Model second",
      notAnswered: [{ name: "Model fails", reason }],
    });
    expect(run.decision).toMatchObject({
      model: { name: "Model second", tried: [{ name: "Model fails", reason }] },
    });
    expect(fold(await logOf(runId))).toMatchObject({ parts: run.parts, decision: run.decision });
    expect(await trailOf(runId)).toEqual([
      "model.call-started intended",
      "model.called failed",
      "model.call-started intended",
      "model.called succeeded",
    ]);
    const rows = await db().auditEvent.findMany({
      where: { runId, type: "model.called" },
      orderBy: { id: "asc" },
      select: { targetName: true, reason: true, details: true },
    });
    expect(rows).toMatchObject([
      { targetName: "local/fails", reason, details: { errorCode: "model-failed", next: "local/second" } },
      { targetName: "local/second", details: { status: "succeeded" } },
    ]);
  });

  it("never repeats more than the budget allows", async () => {
    const calls = await db().auditEvent.findMany({
      where: { type: "model.called" },
      select: { details: true },
    });
    const attempts = calls.map(({ details }) => (details as { attempts: number }).attempts);
    const repeats = attempts.reduce((sum, count) => sum + count - 1, 0);
    expect(repeats).toBeGreaterThan(0);
    expect(repeats).toBeLessThanOrEqual(attempts.length * 0.1 + 3);
  });

  it("goes on to the third when the second fails too, and says all of it when none answers", async () => {
    forget("fails");
    company.models.script("second", [{ misbehaves: "web-page" }]);
    company.models.script("third", [{ say: "The third one answers." }]);
    const { run } = await askThree("fails");
    expect(run.parts[0]).toMatchObject({
      name: "Model third",
      notAnswered: [{ name: "Model fails" }, { name: "Model second" }],
    });
    company.models.script("third", [{ misbehaves: "empty" }]);
    const none = await askThree("fails");
    expect(none.run.status).toBe("failed");
    expect(noticesIn(none.run.parts)).toMatchObject([
      {
        text:
          "No model answered. The model server of Model fails failed (status 500). " +
          "The model server of Model second sent an answer that cannot be read. Model third sent an empty answer.",
      },
    ]);
    company.models.script("third");
  });
});

describe("the first of three models breaks off in the middle", () => {
  it.each(afterFirstToken)(
    "%s: twenty of twenty keep their text, and go on",
    async (fault) => {
      company.models.script("second", [{ say: "and this is what the second one adds." }]);
      forget(fault);
      const ended = await all(10, () => askThree(fault, fault === "drips" ? { wholeMs: 8_000 } : {}));
      // What a connection loses before it breaks was never shown: then the next one answers.
      const [broken, answered] = [true, false].map((isBroken) =>
        ended.filter(({ run }) => (run.status === "interrupted") === isBroken),
      ) as [typeof ended, typeof ended];
      expect(answered.map(({ run }) => [run.status, textIn(run.parts)])).toEqual(
        answered.map(() => ["completed", "and this is what the second one adds."]),
      );
      expect(broken.length).toBeGreaterThan(fault === "cuts-midway" ? rounds / 2 : rounds - 1);
      const goOn = async ({ run, runId }: (typeof ended)[number]) => {
        const kept = textIn(run.parts);
        expect(kept).toMatch(/^T(his is the first half, and)?/);
        expect(run.error).toMatchObject({ message: expect.stringContaining(`Model ${fault}`) });
        await withModelLimits(limits, () => continueAnswer(company.amelia, runId));
        return { kept, run: await rested(runId, longestMs), events: await logOf(runId) };
      };
      const whole = [];
      for (let at = 0; at < broken.length; at += 5)
        whole.push(...(await Promise.all(broken.slice(at, at + 5).map(goOn))));
      for (const { kept, run, events } of whole) {
        expect(run).toMatchObject({ status: "completed", error: null, modelName: "Model second" });
        expect(textIn(run.parts)).toBe(`${kept.trimEnd()} and this is what the second one adds.`);
        expect(run.parts[0]).toMatchObject({ name: "Model second", begunBy: [`Model ${fault}`] });
        expect(fold(events)).toMatchObject({ status: "completed", parts: run.parts });
        expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, at) => at + 1));
      }
      const sent = company.models.requests.at(-1)?.body.messages ?? [];
      expect(sent.map(({ role }) => role)).toEqual(["system", "user", "assistant", "user"]);
      expect(String(sent.at(-1)?.content)).toContain("Go on from exactly there");
    },
    longestMs,
  );

  it("is continued by its own person only, once, and not while another answer is being written", async () => {
    forget("cuts-midway");
    const { runId, conversationId, answerId } = await askThree("cuts-midway");
    await expect(continueAnswer(company.ben, runId)).rejects.toMatchObject({ code: "not-found" });
    const { messages } = await getConversation(company.amelia, conversationId);
    expect(messages.at(-1)?.run).toMatchObject({
      status: "interrupted",
      error: { mend: expect.stringContaining("Continue") },
    });
    company.models.script("second", [{ say: "slowly ".repeat(20), pauseMs: 50 }]);
    const other = await ask(company.amelia, question, { conversationId, parentId: answerId });
    const refused = continueAnswer(company.amelia, runId);
    await expect(refused).rejects.toMatchObject({ code: "conflict" });
    await rested(other.runId);
    company.models.script("second", [{ say: "the end." }]);
    const twice = await Promise.allSettled([
      continueAnswer(company.amelia, runId),
      continueAnswer(company.amelia, runId),
    ]);
    expect(twice.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await rested(runId)).status).toBe("completed");
    await expect(continueAnswer(company.amelia, runId)).rejects.toMatchObject({ code: "conflict" });
    expect(await trailOf(runId)).toContain("run.continued succeeded");
  });
});

describe("a model that keeps failing", () => {
  const pause = { ...standardBreaker, pauseMs: 700, longestPauseMs: 700 };
  const askPaused = (fault: Misbehaviour) => askThree(fault, { breaker: pause });
  async function untilTrial(id: string): Promise<void> {
    while (modelStanding(id).is !== "half-open") await later(20);
  }

  it("is left alone after three failures, the administrators read why, and it is back once it answers", async () => {
    const id = three.idOf("fails");
    forget("fails");
    for (let failure = 0; failure < 3; failure += 1) await askPaused("fails");
    expect(await db().auditEvent.findFirst({ where: { type: "model.paused", targetId: id } })).toMatchObject({
      actorKind: "system",
      reason: "The model server of Model fails failed (status 500).",
      details: { errorCode: "model-failed" },
    });
    await untilTrial(id);
    const before = asked("fails");
    const long = { ...standardBreaker, pauseMs: 60_000, longestPauseMs: 60_000 };
    await askThree("fails", { breaker: long });
    // One trial, which failed and was not repeated; then none.
    expect(asked("fails")).toBe(before + 1);
    const { run } = await askThree("fails", { breaker: long });
    expect(asked("fails")).toBe(before + 1);
    const why = { name: "Model fails", reason: expect.stringMatching(/is not asked for another/) };
    expect(run.parts[0]).toMatchObject({ name: "Model second", notAnswered: [why] });
    expect(run.decision).toMatchObject({
      model: { reason: expect.stringContaining("Passed over: Model fails is not asked"), tried: [why] },
    });
  });

  it("is back after one answer", async () => {
    const id = three.idOf("fails");
    forget("fails");
    for (let failure = 0; failure < 3; failure += 1) await askPaused("fails");
    await untilTrial(id);
    company.models.heal("fails");
    expect((await askPaused("fails")).run.modelName).toBe("Model fails");
    company.models.heal("fails", false);
    expect(modelStanding(id).is).toBe("closed");
    expect(await db().auditEvent.count({ where: { type: "model.resumed", targetId: id } })).toBe(1);
  });

  it("is paused at once when it refuses the key, and when it is the only one, that is said with why", async () => {
    const id = three.idOf("refuses-key");
    forgetHealth([id]);
    await askThree("refuses-key", { breaker: standardBreaker });
    expect(modelStanding(id)).toMatchObject({ is: "open", why: { code: "credentials-refused" } });
    const admin = await makeViewer({ roles: ["admin"] });
    const [provider] = await listProviders(admin);
    expect(provider?.paused).toContainEqual({
      name: "Model refuses-key",
      until: expect.any(String),
      reason: "The model server refused the portal's key for Model refuses-key.",
    });
    const { run } = await askAndWait(company.amelia, question, { modelAlias: "refuses-key" });
    expect(run.status).toBe("completed");
    expect(noticesIn(run.parts)).toMatchObject([
      {
        text: expect.stringMatching(
          /^No model behind “refuses-key” answers at the moment\. Model refuses-key is not asked for another \d+ seconds?: The model server refused the portal's key/,
        ),
        mend: expect.stringMatching(/^Try again in \d+ second/),
      },
    ]);
  });
});
