import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Misbehaviour } from "#e2e/model-script.ts";
import { getConversation } from "#lib/chat/server/get-conversation.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { type ModelLimits, withModelLimits } from "#lib/models/server/model-limits.ts";
import { type Company, makeCompany, makeModel, makeProvider, modelKey } from "#lib/runs/testing/company.ts";
import { askAndWait, fold, logOf, noticesIn, textIn, trailOf } from "#lib/runs/testing/turns.ts";

testDatabase();
let company: Company;
const question = "How do I write to a customer?";
const limits: Partial<ModelLimits> = {
  firstTokenMs: 400,
  idleMs: 400,
  longestRetryMs: 1_500,
  longestAnswer: 40_000,
  longestBlank: 3_000,
};

beforeAll(async () => {
  company = await makeCompany();
});
afterAll(() => company.close());

function askModel(modelAlias: string) {
  return withModelLimits(limits, () => askAndWait(company.amelia, question, { modelAlias }));
}

const requestsOf = (model: string) =>
  company.models.requests.filter((request) => request.body.model === model).length;

const failures: readonly (readonly [
  Misbehaviour,
  { code: string; says: RegExp; mend: RegExp; requests: number; text?: RegExp; isInterrupted?: true },
])[] = [
  [
    "refuses-key",
    { code: "credentials-refused", says: /refused the portal's key/, mend: /administrator/, requests: 1 },
  ],
  [
    "rate-limited",
    {
      code: "rate-limited",
      says: /no more requests/,
      mend: /1 second, or choose another model/,
      requests: 2,
    },
  ],
  ["fails", { code: "model-failed", says: /failed \(status 500\)/, mend: /Try again/, requests: 2 }],
  [
    "rejects",
    { code: "refused-request", says: /refused the request \(status 400\)/, mend: /too long/, requests: 1 },
  ],
  ["hangs", { code: "model-timeout", says: /did not answer in time/, mend: /Try again/, requests: 1 }],
  [
    "hangs-after-headers",
    { code: "model-timeout", says: /did not answer in time/, mend: /Try again/, requests: 1 },
  ],
  [
    "hangs-midway",
    {
      code: "model-timeout",
      says: /did not answer in time/,
      mend: /Try again/,
      requests: 1,
      text: /^This is the first half,/,
      isInterrupted: true,
    },
  ],
  ["cuts-at-once", { code: "unreadable", says: /cannot be read/, mend: /Try again/, requests: 1 }],
  [
    "cuts-midway",
    {
      code: "answer-cut",
      says: /broke off/,
      mend: /kept/,
      requests: 1,
      text: /^This is the first half,/,
      isInterrupted: true,
    },
  ],
  ["nonsense", { code: "unreadable", says: /cannot be read/, mend: /administrators/, requests: 1 }],
  ["web-page", { code: "unreadable", says: /cannot be read/, mend: /administrators/, requests: 1 }],
  [
    "error-chunk",
    {
      code: "model-failed",
      says: /failed\./,
      mend: /Try again/,
      requests: 1,
      text: /^This is the first half,/,
      isInterrupted: true,
    },
  ],
  [
    "no-finish",
    {
      code: "answer-cut",
      says: /broke off/,
      mend: /kept/,
      requests: 1,
      text: /^This is the first half,/,
      isInterrupted: true,
    },
  ],
  [
    "endless-blanks",
    { code: "answer-blank", says: /nothing but blank space/, mend: /another model/, requests: 1 },
  ],
  [
    "endless-comments",
    { code: "model-timeout", says: /did not answer in time/, mend: /Try again/, requests: 1 },
  ],
  [
    "endless-text",
    {
      code: "answer-too-long",
      says: /did not stop writing/,
      mend: /shorter/,
      requests: 1,
      text: /^and on it goes/,
    },
  ],
];

describe("a model server that misbehaves", () => {
  it.each(failures)(
    "%s: the answer ends with what happened and what to do, and all that was written is kept",
    async (model, expected) => {
      const { run, runId, conversationId } = await askModel(model);
      const status = expected.isInterrupted ? "interrupted" : "failed";
      expect(run.status).toBe(status);
      expect(run.finishedAt).not.toBeNull();
      const error = {
        message: expect.stringMatching(expected.says),
        mend: expect.stringMatching(expected.isInterrupted ? /kept\. Continue/ : expected.mend),
      };
      expect(run.error).toEqual(error);
      const notices = noticesIn(run.parts);
      expect(notices).toMatchObject(
        expected.isInterrupted ? [] : [{ tone: "danger", text: error.message, mend: error.mend }],
      );
      expect(textIn(run.parts)).toMatch(expected.text ?? /^\s*$/);
      expect(requestsOf(model)).toBe(expected.requests);
      expect(fold(await logOf(runId))).toMatchObject({ status, parts: run.parts });

      expect(await trailOf(runId)).toEqual([
        "model.call-started intended",
        "model.called failed",
        ...(expected.isInterrupted ? ["run.interrupted failed"] : []),
      ]);
      const called = await db().auditEvent.findFirstOrThrow({ where: { runId, type: "model.called" } });
      expect(called).toMatchObject({
        reason: expect.stringMatching(expected.says),
        details: { errorCode: expected.code, attempts: expected.requests },
      });
      const usage = await db().usageRecord.findFirstOrThrow({ where: { runId } });
      expect(usage).toMatchObject({ kind: "model", outcome: "failed", errorCode: expected.code });
      const stored = JSON.stringify([run, called.details, called.reason, await logOf(runId)]);
      for (const secret of [modelKey, "sk-...9", "/opt/models", "nginx"])
        expect(stored).not.toContain(secret);

      const { messages } = await getConversation(company.amelia, conversationId);
      expect(messages[0]).toMatchObject({ role: "user", text: question });
      const next = await askAndWait(company.amelia, "[[say Still alive.]]");
      expect(textIn(next.run.parts)).toBe("Still alive.");
    },
  );

  it.each(["rate-limited-once", "fails-once"] as const)(
    "%s: the second attempt answers, and nobody notices",
    async (model) => {
      const startedAt = performance.now();
      const { run, runId } = await askModel(model);
      expect(run.status).toBe("completed");
      expect(textIn(run.parts)).toContain("second half");
      expect(noticesIn(run.parts)).toEqual([]);
      expect(requestsOf(model)).toBe(2);
      if (model === "rate-limited-once") expect(performance.now() - startedAt).toBeGreaterThan(1_000);
      expect(await trailOf(runId)).toEqual(["model.call-started intended", "model.called succeeded"]);
    },
  );

  it("does not wait for a server that wants too long a pause", async () => {
    const before = requestsOf("rate-limited");
    const { run } = await withModelLimits({ ...limits, longestRetryMs: 200 }, () =>
      askAndWait(company.amelia, question, { modelAlias: "rate-limited" }),
    );
    expect(run.status).toBe("failed");
    expect(requestsOf("rate-limited")).toBe(before + 1);
  });

  it("cannot be reached, or may not be: each has its own words", async () => {
    const gone = await makeProvider("http://127.0.0.1:41999/v1", { slug: "gone" });
    await makeModel(gone, "gone");
    expect(noticesIn((await askModel("gone")).run.parts)).toMatchObject([
      { text: "The model server of Model gone cannot be reached." },
    ]);
    const metadata = await makeProvider("http://169.254.169.254/v1", { slug: "metadata" });
    await makeModel(metadata, "metadata");
    expect(noticesIn((await askModel("metadata")).run.parts)).toMatchObject([
      { mend: expect.stringContaining("WEFT_EGRESS_ALLOW") },
    ]);
  });
});

describe("the choice of a model", () => {
  it("passes over a model that may not receive this class of content, and says so when none is left", async () => {
    const choice = await askAndWait(company.amelia, question, { dataClass: "confidential" });
    expect(choice.run.status).toBe("completed");
    expect(noticesIn(choice.run.parts)).toMatchObject([
      {
        text: expect.stringMatching(
          /^No model that is connected may be used for this\. Model writer may receive internal content at most/,
        ),
        mend: expect.stringContaining("lower data class"),
      },
    ]);
    expect(await trailOf(choice.runId)).toEqual(["policy.refused refused"]);

    const safe = await makeProvider(company.models.baseUrl, {
      slug: "safe",
      dataClassCeiling: "confidential",
      apiKey: modelKey,
    });
    await makeModel(safe, "writer", "safe-writer");
    const allowed = await askAndWait(company.amelia, "[[say In safe hands.]]", { dataClass: "confidential" });
    expect(textIn(allowed.run.parts)).toBe("In safe hands.");
    expect(allowed.run.decision).toMatchObject({
      model: {
        provider: "safe",
        reason: expect.stringContaining("Model writer may receive internal content at most"),
      },
    });
  });
});
