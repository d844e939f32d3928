import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { loopResultSchema } from "#lib/runs/loop-result.ts";
import { answerApproval } from "#lib/runs/server/answer-approval.ts";
import { callByForm } from "#lib/runs/server/call-by-form.ts";
import { type Company, makeCompany, makeModel, makeRule } from "#lib/runs/testing/company.ts";
import { makeLoop } from "#lib/runs/testing/company-tools.ts";
import { askAndWait, callsIn, cardIn, fold, logOf, rested, textIn } from "#lib/runs/testing/turns.ts";

testDatabase();
let company: Company;
const subject = "No line in Porto";
const desk = ["ticket-desk/find_tickets", "ticket-desk/create_ticket"];
const find = (args: object = {}) => ({ calls: [{ tool: "ticket-desk__find_tickets", arguments: args }] });

beforeAll(async () => {
  company = await makeCompany();
  await makeModel(company.providerId, "inner");
});
beforeEach(() => company.models.script("writer"));
afterAll(() => company.close());

function work(slug: string, request = "Which tickets are open?", signal = new AbortController().signal) {
  return callByForm(company.amelia, slug, "work", { request }, signal);
}
const resultOf = (made: Awaited<ReturnType<typeof work>>) =>
  loopResultSchema.parse(made.outcome.result?.content);
const toldToModel = () => String(company.models.requests.at(-1)?.body.messages.at(-1)?.content);
const offered = () => company.models.requests.at(-1)?.body.tools?.map((tool) => tool.function.name) ?? [];

describe("a loop by form", () => {
  it("calls what the model asks for, tells it what came back, and answers with text, steps and tokens", async () => {
    const made = await makeLoop("Desk loop", company.place, desk);
    company.models.script("writer", [find({ status: "open" }), { say: "One ticket is open: 4711." }]);
    const before = company.models.requests.length;
    const answer = await work(made.slug);
    expect(answer.outcome).toMatchObject({ status: "succeeded", tokens: { out: expect.any(Number) } });
    expect(resultOf(answer)).toMatchObject({
      output: { text: "One ticket is open: 4711." },
      model: "Model writer",
      limit: null,
      proposal: null,
      steps: [{ tool: "ticket-desk", toolName: "Ticket desk", status: "succeeded" }],
    });
    const [first, second] = company.models.requests.slice(before);
    expect(first?.body.messages.map(({ role }) => role)).toEqual(["system", "user"]);
    expect(String(first?.body.messages[0]?.content)).toContain("Help the person with their tickets.");
    expect(first?.body.messages[1]?.content).toBe("Which tickets are open?");
    expect(String(second?.body.messages.at(-1)?.content)).toContain("4711");
    const usage = await db().usageRecord.findFirstOrThrow({ where: { callId: answer.callId } });
    expect(usage).toMatchObject({ outcome: "succeeded", channel: "form" });
    expect(usage.tokensOut).toBeGreaterThan(0);
  });

  it("has the person's rights at each call: a refusal goes back to the model in words, and to the trail", async () => {
    await makeLoop("Nosy loop", company.place, ["salary-bands/find_band", ...desk]);
    company.models.script("writer", [
      { calls: [{ tool: "salary-bands__find_band", arguments: { job: "engineer" } }] },
      { say: "I may not look that up." },
    ]);
    const result = resultOf(await work("nosy-loop"));
    expect(result.steps).toMatchObject([
      { status: "failed", reason: expect.stringContaining("Only the people team may look up salaries.") },
    ]);
    expect(result.output.text).toBe("I may not look that up.");
    expect(toldToModel()).toContain("Only the people team may look up salaries.");
    const event = await db().auditEvent.findFirstOrThrow({
      where: { type: "policy.refused", targetId: company.tools.salaries.id },
      orderBy: { id: "desc" },
    });
    expect(event).toMatchObject({ actorId: company.amelia.id, ruleIds: [company.salaryRuleId] });

    const ruleId = await makeRule(company.tools.desk.id);
    company.models.script("writer", [find(), { say: "Closed." }]);
    expect(resultOf(await work("nosy-loop")).steps).toMatchObject([
      { status: "failed", reason: expect.stringContaining("being checked") },
    ]);
    await db().policyRule.delete({ where: { id: ruleId } });
  });

  it("does not offer a tool that the person may not find", async () => {
    await makeLoop("Blind loop", company.place, ["ticket-desk/find_tickets", "site-inventory/find_sites"]);
    const audience = (value: string) =>
      db().tool.update({ where: { id: company.tools.inventory.id }, data: { audience: value } });
    company.models.script("writer", [{ say: "Nothing to do." }]);
    await work("blind-loop");
    expect(offered()).toHaveLength(2);
    await audience("only-me");
    await work("blind-loop");
    await audience("everyone");
    expect(offered()).toEqual(["ticket-desk__find_tickets"]);
  });

  it("prepares what would change something, runs nothing of it, and lets the model finish", async () => {
    await makeLoop("Writing loop", company.place, desk);
    const create = (subject: string) => ({ tool: "ticket-desk__create_ticket", arguments: { subject } });
    const sent = company.services.writes().length;
    company.models.script("writer", [
      { calls: [create("No"), create("No line in Porto"), create("Another")] },
      { say: "The ticket is ready for you to open." },
    ]);
    const result = resultOf(await work("writing-loop"));
    expect(result.proposal).toEqual({
      tool: "ticket-desk",
      operation: "create_ticket",
      title: "Create a ticket",
      arguments: { subject: "No line in Porto" },
    });
    expect(result.steps.map(({ status }) => status)).toEqual(["failed", "proposed"]);
    expect(result.output.text).toBe("The ticket is ready for you to open.");
    expect(offered()).toEqual([]);
    expect(toldToModel()).toContain("already waits");
    expect(company.services.writes()).toHaveLength(sent);
  });

  it("tells the model what it got wrong, so that it can mend it", async () => {
    await makeLoop("Clumsy loop", company.place, desk);
    company.models.script("writer", [
      { calls: [{ tool: "no_such_tool", arguments: {} }] },
      find({ status: "half-open" }),
      { calls: [{ tool: "ticket-desk__find_tickets", arguments: "[1]" }] },
      { say: "I gave up." },
    ]);
    const result = resultOf(await work("clumsy-loop"));
    expect(result.steps.map(({ status }) => status)).toEqual(["failed", "failed"]);
    const told = company.models.requests
      .at(-1)
      ?.body.messages.filter(({ role }) => role === "tool")
      .map(({ content }) => String(content));
    expect(told).toEqual([
      expect.stringContaining("There is no tool named no_such_tool."),
      expect.stringContaining("/status"),
      expect.stringContaining("not a JSON object"),
    ]);
  });

  it("stops when the person does, with what was done so far", async () => {
    await makeLoop("Stopped loop", company.place, ["ticket-desk/find_tickets", "ticket-desk/wait_for_desk"]);
    company.models.script("writer", [
      find(),
      { calls: [{ tool: "ticket-desk__wait_for_desk", arguments: {} }] },
    ]);
    const abort = new AbortController();
    const at = company.models.requests.length;
    const running = work("stopped-loop", "Wait.", abort.signal);
    await expect.poll(() => company.models.requests.length).toBe(at + 2);
    abort.abort();
    const made = await running;
    expect(made.outcome).toMatchObject({ status: "stopped" });
    expect(resultOf(made).steps[0]).toMatchObject({ status: "succeeded" });
  });

  it("says which model server failed, and that a model is needed where none may be used", async () => {
    await makeLoop("Cut loop", company.place, desk, { modelAlias: "fails" });
    expect((await work("cut-loop")).outcome).toMatchObject({
      status: "failed",
      error: { code: "tool-failed", mend: expect.any(String) },
    });
    const all = { isActive: true };
    const { count } = await db().model.updateMany({ where: all, data: { isActive: false } });
    expect(count).toBeGreaterThan(0);
    const { outcome } = await work("desk-loop");
    await db().model.updateMany({ data: all });
    expect(outcome).toMatchObject({
      status: "refused",
      error: { message: expect.stringContaining("Desk loop needs a model.") },
    });
  });

  it("says so when the model cannot call tools", async () => {
    const modelId = await makeModel(company.providerId, "talker");
    await db().model.update({
      where: { id: modelId },
      data: { capabilities: { tools: false, generates: true } },
    });
    await makeLoop("Talking loop", company.place, desk, { modelAlias: "talker" });
    expect((await work("talking-loop")).outcome).toMatchObject({
      status: "refused",
      error: { message: expect.stringContaining("cannot call tools") },
    });
  });
});

describe("the limits of a loop", () => {
  it("ends after its rounds, with a last turn in which no tools are offered", async () => {
    await makeLoop("Short loop", company.place, desk, { limits: { steps: 2 } });
    company.models.script("writer", [find(), find(), { say: "This is what I found." }]);
    const before = company.models.requests.length;
    const made = await work("short-loop");
    expect(company.models.requests).toHaveLength(before + 3);
    expect(offered()).toEqual([]);
    expect(resultOf(made)).toMatchObject({
      output: { text: "This is what I found." },
      limit: { of: "steps" },
      steps: [{}, {}],
    });
    expect(made.outcome.warnings).toEqual(["It stopped at its limit of 2 rounds of tool calls."]);
  });

  it("answers with what it had said when the model goes on calling all the same", async () => {
    await makeLoop("Stubborn loop", company.place, desk, { limits: { steps: 1 } });
    company.models.script("writer", [{ say: "I will look.", ...find() }, find(), find()]);
    const made = await work("stubborn-loop");
    expect(resultOf(made)).toMatchObject({ output: { text: "I will look." }, limit: { of: "steps" } });
    company.models.script("writer", [find(), find(), find()]);
    expect((await work("stubborn-loop")).outcome).toMatchObject({
      status: "failed",
      error: { message: "It stopped at its limit of 1 round of tool calls." },
    });
  });

  it("counts the tokens of all rounds, and sends nothing once they are used up", async () => {
    await makeLoop("Thrifty loop", company.place, desk, { limits: { tokens: 1000, steps: 20 } });
    company.models.script(
      "writer",
      Array.from({ length: 30 }, () => ({ say: "word ".repeat(300), ...find() })),
    );
    const before = company.models.requests.length;
    const made = await work("thrifty-loop");
    expect(resultOf(made).limit).toMatchObject({ of: "tokens" });
    expect(made.outcome.warnings).toEqual(["It stopped at its limit of 1,000 tokens."]);
    expect(company.models.requests.length - before).toBeLessThan(6);
  });

  it("ends when its time is over, also while a tool or the model is silent", async () => {
    const limits = { seconds: 5 };
    await makeLoop("Slow loop", company.place, ["ticket-desk/wait_for_desk"], { limits });
    const wait = { calls: [{ tool: "ticket-desk__wait_for_desk", arguments: {} }] };
    company.models.script("writer", [{ say: "I am waiting.", ...wait }, { say: "never" }]);
    // The desk never answers: without a limit this would not end.
    const made = await work("slow-loop");
    expect(resultOf(made)).toMatchObject({ output: { text: "I am waiting." }, limit: { of: "seconds" } });
    expect(made.outcome.warnings).toEqual(["It stopped at its time limit of 5 seconds."]);
  }, 20_000);

  it("lets agents call agents only as deep as it and those above allow", async () => {
    await makeLoop("Inner loop", company.place, desk, { modelAlias: "inner" });
    company.models.script("inner", [{ say: "Inner." }]);
    const ask = { calls: [{ tool: "inner-loop__work", arguments: { request: "Help." } }] };
    company.models.script("writer", [ask, { say: "Outer." }]);
    await makeLoop("Shallow loop", company.place, ["inner-loop/work"], { limits: { depth: 1 } });
    expect(resultOf(await work("shallow-loop")).steps).toMatchObject([
      {
        status: "failed",
        reason: "Inner loop would be the second agent in a chain, and the limit here is 1 agent.",
      },
    ]);
    await makeLoop("Deep loop", company.place, ["inner-loop/work"], { limits: { depth: 2 } });
    const deep = resultOf(await work("deep-loop"));
    expect(deep.steps).toMatchObject([{ status: "succeeded", output: { output: { text: "Inner." } } }]);
    expect(deep.output.text).toBe("Outer.");
  });

  it("does not run in circles", async () => {
    await makeLoop("Round loop", company.place, ["round-loop/work"], { limits: { depth: 4 } });
    const again = { calls: [{ tool: "round-loop__work", arguments: { request: "again" } }] };
    company.models.script("writer", [again, { say: "It goes round." }]);
    const result = resultOf(await work("round-loop"));
    expect(result.steps).toMatchObject([
      { status: "failed", reason: "This agent calls itself through others: Round loop → Round loop." },
    ]);
  });
});

describe("a loop in chat", () => {
  it("is one trace: its calls stand under it, and what it prepared becomes a card", async () => {
    await makeLoop("Chat loop", company.place, desk, { modelAlias: "inner" });
    const create = { tool: "ticket-desk__create_ticket", arguments: { subject: "No line" } };
    company.models.script("inner", [find(), { calls: [create] }, { say: "Prepared." }]);
    company.models.script("writer", [
      { calls: [{ tool: "chat-loop__work", arguments: { request: subject } }] },
      { say: "The ticket is open." },
    ]);
    const asked = await askAndWait(company.amelia, `@chat-loop ${subject}`);
    expect(asked.run.status).toBe("waiting-approval");
    const [agent, looked, card] = callsIn(asked.run.parts);
    expect(agent).toMatchObject({ toolKind: "agent", status: "succeeded", parentCallId: null });
    expect(looked).toMatchObject({ operationName: "find_tickets", parentCallId: agent?.callId });
    expect(card).toMatchObject({ operationName: "create_ticket", parentCallId: agent?.callId });
    expect(fold(await logOf(asked.runId)).parts).toEqual(asked.run.parts);

    const sent = company.services.writes().length;
    await answerApproval(company.amelia, cardIn(asked.run.parts).callId, { answer: "run" });
    const run = await rested(asked.runId);
    expect(textIn(run.parts)).toBe("The ticket is open.");
    expect(company.services.writes().slice(sent)).toMatchObject([{ body: { subject: "No line" } }]);
    expect(await db().toolCall.count({ where: { runId: asked.runId } })).toBe(3);
  });
});
