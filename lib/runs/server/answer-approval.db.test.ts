import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { newId } from "#lib/db/uuid.ts";
import type { CallPart } from "#lib/runs/schema.ts";
import { type ApprovalAnswer, answerApproval } from "#lib/runs/server/answer-approval.ts";
import { listWaitingApprovals } from "#lib/runs/server/list-waiting-approvals.ts";
import { stopRun } from "#lib/runs/server/stop-run.ts";
import { type Company, makeCompany, makeRule } from "#lib/runs/testing/company.ts";
import { createTicketSchema, releaseInputs } from "#lib/runs/testing/company-tools.ts";
import {
  type Asked,
  askAndWait,
  callsIn,
  cardIn,
  fold,
  logOf,
  rested,
  textIn,
  trailOf,
} from "#lib/runs/testing/turns.ts";

testDatabase();
let company: Company;
const args = { subject: "Line is dead", priority: "high" };

beforeAll(async () => {
  company = await makeCompany();
});
beforeEach(() => {
  company.models.script("writer", [
    { calls: [{ tool: "create_ticket", arguments: args }] },
    { say: "I am done." },
  ]);
});
afterAll(() => company.close());

async function askForTicket(): Promise<Asked & { card: CallPart; sent: number }> {
  const sent = company.services.writes().length;
  const { run, ...asked } = await askAndWait(company.amelia, "open a ticket about a dead line");
  expect(run.status).toBe("waiting-approval");
  return { ...asked, card: cardIn(run.parts), sent };
}

function answer(callId: string, given: ApprovalAnswer = { answer: "run" }, viewer = company.amelia) {
  return answerApproval(viewer, callId, given);
}

const toolMessages = () =>
  (company.models.requests.at(-1)?.body.messages ?? []).filter((message) => message.role === "tool");
const callRow = (id: string) =>
  db().toolCall.findUniqueOrThrow({ where: { id }, include: { approval: true } });

describe("an operation that changes something", () => {
  it("sends nothing before the person answers; the card shows the stored arguments", async () => {
    const { card, runId, sent, conversationId } = await askForTicket();
    expect(card).toMatchObject({
      operationName: "create_ticket",
      arguments: args,
      inputSchema: createTicketSchema,
      isDestructive: false,
      result: null,
    });
    expect(company.services.writes()).toHaveLength(sent);
    expect(await callRow(card.callId)).toMatchObject({
      status: "waiting-approval",
      arguments: args,
      approval: { state: "pending", runId },
    });
    expect(await trailOf(runId)).toEqual([
      "model.call-started intended",
      "model.called succeeded",
      "approval.requested succeeded",
    ]);
    const run = await db().run.findUniqueOrThrow({ where: { id: runId } });
    expect(fold(await logOf(runId))).toMatchObject({
      status: "waiting-approval",
      sequence: run.lastSequence,
    });
    expect(await listWaitingApprovals(company.amelia)).toContainEqual(
      expect.objectContaining({
        operationName: "create_ticket",
        operationTitle: expect.stringMatching(/^[A-Z][a-z]+ /),
        conversationId,
      }),
    );
    expect(await listWaitingApprovals(company.ben)).toEqual([]);
  });

  it("runs exactly the stored arguments after *Run*, once, and the model is told", async () => {
    const { card, runId, sent } = await askForTicket();
    await answer(card.callId);
    const run = await rested(runId);
    expect(run.status).toBe("completed");
    expect(company.services.writes().slice(sent)).toMatchObject([
      { body: args, idempotencyKey: card.callId },
    ]);
    expect(callsIn(run.parts)).toMatchObject([
      { callId: card.callId, status: "succeeded", arguments: args, result: { content: { id: 4800 } } },
    ]);
    expect(callsIn(run.parts)[0]).not.toHaveProperty("inputSchema");
    expect(String(toolMessages()[0]?.content)).toContain("4800");
    expect(textIn(run.parts)).toBe("I am done.");
    expect(await trailOf(runId)).toEqual([
      "model.call-started intended",
      "model.called succeeded",
      "approval.requested succeeded",
      "approval.granted succeeded",
      "tool.call-started intended",
      "tool.called succeeded",
      "model.call-started intended",
      "model.called succeeded",
    ]);
    const log = await logOf(runId);
    expect(log.map((event) => event.sequence)).toEqual(log.map((_, at) => at + 1));
    expect(fold(log)).toMatchObject({ status: "completed", parts: run.parts, sequence: run.lastSequence });
  });

  it("stores edited arguments and runs those; ones that do not fit are refused and the card stays", async () => {
    const { card, runId, sent } = await askForTicket();
    const edited = { subject: "Line in Porto is dead", priority: "low" };
    for (const wrong of [
      { subject: "x" },
      { ...edited, extra: 1 },
      { priority: "low" },
      { subject: "ab\u0000c" },
    ]) {
      await expect(answer(card.callId, { answer: "run", arguments: wrong })).rejects.toMatchObject({
        code: "invalid-input",
        fields: [{ path: expect.stringMatching(/^\/(subject|extra)$/) }],
      });
    }
    await answer(card.callId, { answer: "run", arguments: edited });
    const run = await rested(runId);
    expect(company.services.writes().slice(sent)).toMatchObject([{ body: edited }]);
    expect(await callRow(card.callId)).toMatchObject({ status: "succeeded", arguments: edited });
    expect(callsIn(run.parts)).toMatchObject([{ arguments: edited }]);
    const granted = await db().auditEvent.findFirstOrThrow({ where: { runId, type: "approval.granted" } });
    expect(granted.details).toMatchObject({ isEdited: true });
    expect(JSON.stringify(granted.details)).not.toContain("Porto");
  });

  it("does not run after *Don't run*, and the model is told", async () => {
    const { card, runId, sent } = await askForTicket();
    await answer(card.callId, { answer: "decline" });
    const run = await rested(runId);
    expect(run.status).toBe("completed");
    expect(company.services.writes()).toHaveLength(sent);
    expect(callsIn(run.parts)).toMatchObject([{ status: "declined", result: null }]);
    expect(await callRow(card.callId)).toMatchObject({ status: "declined", approval: { state: "declined" } });
    expect(String(toolMessages()[0]?.content)).toContain("chose not to run this");
    expect(await trailOf(runId)).toContain("approval.declined succeeded");
  });

  it.each<[string, ApprovalAnswer, ApprovalAnswer]>([
    ["run and run", { answer: "run" }, { answer: "run" }],
    ["run and decline", { answer: "run" }, { answer: "decline" }],
    ["decline and run", { answer: "decline" }, { answer: "run" }],
    [
      "run and run with other arguments",
      { answer: "run" },
      { answer: "run", arguments: { subject: "Other words" } },
    ],
  ])("takes only the first of two answers at once: %s", async (_, first, second) => {
    const { card, runId, sent } = await askForTicket();
    const results = await Promise.allSettled([answer(card.callId, first), answer(card.callId, second)]);
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = results.find((result) => result.status === "rejected");
    expect(lost).toMatchObject({ reason: { code: "conflict", mend: expect.any(String) } });
    const won = results[0]?.status === "fulfilled" ? first : second;
    const run = await rested(runId);
    expect(run.status).toBe("completed");
    expect(company.services.writes().slice(sent)).toHaveLength(won.answer === "run" ? 1 : 0);
    await expect(answer(card.callId, second)).rejects.toMatchObject({ code: "conflict" });
    expect((await trailOf(runId)).filter((event) => event.startsWith("approval."))).toEqual([
      "approval.requested succeeded",
      won.answer === "run" ? "approval.granted succeeded" : "approval.declined succeeded",
    ]);
  });

  it("is not anybody else's to answer", async () => {
    const { card, runId } = await askForTicket();
    for (const given of [{ answer: "run" }, { answer: "decline" }] as const) {
      await expect(answer(card.callId, given, company.ben)).rejects.toMatchObject({ code: "not-found" });
      await expect(answer(newId(), given)).rejects.toMatchObject({ code: "not-found" });
    }
    expect((await rested(runId)).status).toBe("waiting-approval");
  });

  it("runs several cards of one answer one after the other", async () => {
    const more = { subject: "Second line is dead" };
    company.models.script("writer", [
      {
        calls: [
          { tool: "create_ticket", arguments: args },
          { tool: "find_tickets", arguments: {} },
          { tool: "create_ticket", arguments: more },
        ],
      },
      { say: "Both are open." },
    ]);
    const { card, runId, sent } = await askForTicket();
    await answer(card.callId);
    const between = await rested(runId);
    expect(between.status).toBe("waiting-approval");
    expect(callsIn(between.parts).map((call) => call.status)).toEqual([
      "succeeded",
      "succeeded",
      "waiting-approval",
    ]);
    await answer(cardIn(between.parts).callId, { answer: "decline" });
    expect((await rested(runId)).status).toBe("completed");
    expect(company.services.writes().slice(sent)).toMatchObject([{ body: args }]);
    expect(toolMessages().map((message) => message.tool_call_id)).toEqual([
      "call_2_0",
      "call_2_1",
      "call_2_2",
    ]);
  });
});

describe("what changed between the question and the answer", () => {
  it("a changed schema voids the card, and the model is told why", async () => {
    const { card, runId, sent } = await askForTicket();
    const changed = { ...createTicketSchema, required: ["subject", "priority"] };
    await releaseInputs(company.tools.desk, "create_ticket", changed, "1.1.0");
    await expect(answer(card.callId)).rejects.toMatchObject({
      code: "contract-changed",
      mend: expect.stringContaining("Ask again"),
    });
    await releaseInputs(company.tools.desk, "create_ticket", createTicketSchema, "1.2.0");
    const run = await rested(runId);
    expect(company.services.writes()).toHaveLength(sent);
    expect(callsIn(run.parts)).toMatchObject([{ status: "refused", error: { code: "contract-changed" } }]);
    expect(await callRow(card.callId)).toMatchObject({ status: "refused", approval: { state: "void" } });
    expect(await trailOf(runId)).toContain("approval.voided refused");
    expect(String(toolMessages()[0]?.content)).toContain("changed after this card was shown");
    await expect(answer(card.callId)).rejects.toMatchObject({ code: "conflict" });
  });

  it("a new rule refuses, is recorded, and leaves *Don't run*", async () => {
    const { card, runId, sent } = await askForTicket();
    const ruleId = await makeRule(company.tools.desk.id);
    await expect(answer(card.callId)).rejects.toMatchObject({
      code: "refused-by-policy",
      message: "It is being checked at the moment.",
      mend: "Ask the people team.",
    });
    expect(company.services.writes()).toHaveLength(sent);
    const refused = await db().auditEvent.findFirstOrThrow({ where: { runId, type: "policy.refused" } });
    expect(refused).toMatchObject({ outcome: "refused", ruleIds: [ruleId], actorId: company.amelia.id });
    await answer(card.callId, { answer: "decline" });
    await db().policyRule.delete({ where: { id: ruleId } });
    expect((await rested(runId)).status).toBe("completed");
  });

  it("a blocked tool refuses", async () => {
    const { card, runId, sent } = await askForTicket();
    const blocked = (at: Date | null) =>
      db().tool.update({
        where: { id: company.tools.desk.id },
        data: { blockedAt: at, blockedReason: "it leaks" },
      });
    await blocked(new Date());
    await expect(answer(card.callId)).rejects.toMatchObject({
      code: "refused-by-policy",
      message: expect.stringContaining("it leaks"),
    });
    await blocked(null);
    expect(company.services.writes()).toHaveLength(sent);
    await answer(card.callId);
    expect((await rested(runId)).status).toBe("completed");
    expect(company.services.writes()).toHaveLength(sent + 1);
  });

  it("a stop ends the run that waits; its card can no longer be answered", async () => {
    const { card, runId, sent } = await askForTicket();
    await stopRun(company.amelia, runId);
    const run = await rested(runId);
    expect(run.status).toBe("stopped");
    expect(callsIn(run.parts)).toMatchObject([{ status: "stopped", error: { code: "stopped" } }]);
    expect(fold(await logOf(runId))).toMatchObject({ status: "stopped", parts: run.parts });
    for (const given of [{ answer: "run" }, { answer: "decline" }] as const)
      await expect(answer(card.callId, given)).rejects.toMatchObject({ code: "conflict" });
    expect(company.services.writes()).toHaveLength(sent);
    expect(await callRow(card.callId)).toMatchObject({ status: "stopped", approval: { state: "void" } });
    expect((await trailOf(runId)).slice(-2)).toEqual(["approval.voided refused", "run.stopped succeeded"]);
    expect(
      (await listWaitingApprovals(company.amelia)).map((waiting) => waiting.conversationId),
    ).not.toContain(run.conversationId);
  });
});
