import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { AgentStep } from "#lib/catalog/operation.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { sequenceResultSchema } from "#lib/runs/sequence-result.ts";
import { answerApproval } from "#lib/runs/server/answer-approval.ts";
import { callByForm } from "#lib/runs/server/call-by-form.ts";
import { type Company, makeCompany, makeRule } from "#lib/runs/testing/company.ts";
import { makeAgent } from "#lib/runs/testing/company-tools.ts";
import {
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
const subject = "No line in Porto";

beforeAll(async () => {
  company = await makeCompany();
});
beforeEach(() => {
  company.models.script("writer", [
    { calls: [{ tool: "outage-helper__handle", arguments: { subject } }] },
    { say: "The ticket is open." },
  ]);
});
afterAll(() => company.close());

function handle(slug: string, args: Record<string, unknown> = { subject }) {
  return callByForm(company.amelia, slug, "handle", args, new AbortController().signal);
}

const step = (id: string, tool: string, operation: string, more: Partial<AgentStep> = {}): AgentStep => ({
  id,
  tool,
  operation,
  inputs: {},
  ...more,
});

describe("an agent in chat", () => {
  it("runs its reading steps, and shows its last step as a card with the values it prepared", async () => {
    const sent = company.services.writes().length;
    const asked = await askAndWait(company.amelia, "@outage-helper no line in Porto");
    expect(asked.run.status).toBe("waiting-approval");
    const [agent, find, create] = callsIn(asked.run.parts);
    expect(agent).toMatchObject({ toolKind: "agent", status: "succeeded", parentCallId: null });
    expect(find).toMatchObject({
      operationName: "find_tickets",
      status: "succeeded",
      parentCallId: agent?.callId,
      arguments: { status: "open" },
    });
    expect(create).toMatchObject({
      operationName: "create_ticket",
      status: "waiting-approval",
      parentCallId: agent?.callId,
      arguments: { subject: `${subject} (like 4711)` },
    });
    expect(company.services.writes()).toHaveLength(sent);
    const intents = await db().auditEvent.count({ where: { runId: asked.runId, type: "tool.call-started" } });
    expect(intents).toBe(2);

    await answerApproval(company.amelia, cardIn(asked.run.parts).callId, { answer: "run" });
    const run = await rested(asked.runId);
    expect(run.status).toBe("completed");
    expect(company.services.writes().slice(sent)).toMatchObject([
      { body: { subject: `${subject} (like 4711)` } },
    ]);
    expect(textIn(run.parts)).toBe("The ticket is open.");
    const told = String(company.models.requests.at(-1)?.body.messages.at(-1)?.content);
    expect(told).toContain("No line in Porto");
    expect(told).toContain("4800");
    expect(fold(await logOf(asked.runId)).parts).toEqual(run.parts);
    expect((await trailOf(asked.runId)).filter((event) => event.startsWith("tool.called"))).toHaveLength(3);
  });

  it("passes on the last step of an agent that it runs as a step", async () => {
    await makeAgent("Outer helper", company.place, [
      step("inner", "outage-helper", "handle", { inputs: { subject: { from: "input.subject" } } }),
    ]);
    company.models.script("writer", [{ calls: [{ tool: "outer-helper__handle", arguments: { subject } }] }]);
    const { run } = await askAndWait(company.amelia, "@outer-helper no line");
    expect(run.status).toBe("waiting-approval");
    expect(cardIn(run.parts)).toMatchObject({
      operationName: "create_ticket",
      arguments: { subject: `${subject} (like 4711)` },
    });
  });
});

describe("an agent by form", () => {
  it("answers with its steps and the write that it prepared, and writes nothing", async () => {
    const sent = company.services.writes().length;
    const { outcome, callId } = await handle("outage-helper");
    const result = sequenceResultSchema.parse(outcome.result?.content);
    expect(outcome.status).toBe("succeeded");
    expect(result.steps.map(({ id, status, toolName }) => [id, status, toolName])).toEqual([
      ["find", "succeeded", "Ticket desk"],
      ["create", "proposed", "Ticket desk"],
    ]);
    expect(result.proposal).toMatchObject({
      tool: "ticket-desk",
      operation: "create_ticket",
      arguments: { subject: `${subject} (like 4711)` },
    });
    expect(company.services.writes()).toHaveLength(sent);
    expect(await db().toolCall.findUnique({ where: { id: callId } })).toMatchObject({
      channel: "form",
      status: "succeeded",
    });
  });

  it("names the value that is missing, and leaves out what is not needed", async () => {
    const { outcome } = await handle("outage-helper", {});
    expect(outcome).toMatchObject({
      status: "failed",
      error: { code: "missing-value", message: expect.stringContaining("input.subject") },
    });
    expect(sequenceResultSchema.parse(outcome.result?.content).steps).toMatchObject([
      { status: "succeeded" },
      { status: "failed", reason: "No value for input.subject." },
    ]);
  });

  it("has the person's rights at each step, at that moment", async () => {
    await makeAgent("Nosy helper", company.place, [
      step("find", "ticket-desk", "find_tickets"),
      step("band", "salary-bands", "find_band", { inputs: { job: { value: "engineer" } } }),
    ]);
    const refused = await handle("nosy-helper");
    expect(refused.outcome).toMatchObject({
      status: "refused",
      error: { message: expect.stringContaining("Only the people team may look up salaries.") },
    });
    const event = await db().auditEvent.findFirstOrThrow({
      where: { type: "policy.refused", targetId: company.tools.salaries.id },
      orderBy: { id: "desc" },
    });
    expect(event.ruleIds).toEqual([company.salaryRuleId]);

    const ruleId = await makeRule(company.tools.desk.id);
    expect((await handle("nosy-helper")).outcome).toMatchObject({
      status: "refused",
      error: { message: expect.stringContaining("being checked") },
    });
    await db().policyRule.delete({ where: { id: ruleId } });
  });

  it("goes on after an optional step that fails, and says so", async () => {
    await makeAgent("Patient helper", company.place, [
      step("broken", "ticket-desk", "break_desk", { optional: true }),
      step("band", "salary-bands", "find_band", { optional: true, inputs: { job: { value: "engineer" } } }),
      step("find", "ticket-desk", "find_tickets"),
    ]);
    const { outcome } = await handle("patient-helper");
    expect(outcome.status).toBe("succeeded");
    expect(sequenceResultSchema.parse(outcome.result?.content).steps.map((one) => one.status)).toEqual([
      "failed",
      "failed",
      "succeeded",
    ]);
  });

  it("does not run in circles", async () => {
    await makeAgent("Round helper", company.place, [step("again", "round-helper", "handle")]);
    const { outcome } = await handle("round-helper");
    expect(outcome).toMatchObject({
      status: "refused",
      error: {
        message: expect.stringContaining("calls itself through others: Round helper → Round helper."),
      },
    });
  });
});
