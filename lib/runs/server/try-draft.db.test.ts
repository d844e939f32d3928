import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createDraftConversation } from "#lib/chat/server/draft-conversation.ts";
import { listConversations } from "#lib/chat/server/list-conversations.ts";
import { changeConversation } from "#lib/chat/server/manage-conversation.ts";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { newId } from "#lib/db/uuid.ts";
import { mayRate, ratedTool } from "#lib/reviews/server/rated-tool.ts";
import { answerApproval } from "#lib/runs/server/answer-approval.ts";
import { callByForm } from "#lib/runs/server/call-by-form.ts";
import { type Company, makeCompany } from "#lib/runs/testing/company.ts";
import { createTicketSchema, reads, writes } from "#lib/runs/testing/company-tools.ts";
import { askAndWait, callsIn, cardIn, rested, textIn } from "#lib/runs/testing/turns.ts";
import { recentTools, successOfTools } from "#lib/telemetry/server/people-use.ts";
import { portalUsage } from "#lib/telemetry/server/portal-usage.ts";
import { serviceHistory } from "#lib/telemetry/server/service-history.ts";
import { dailyUse, recentFailures, toolUsage } from "#lib/telemetry/server/tool-usage.ts";
import { isToolPaused } from "#lib/tools/server/with-breaker.ts";
import { gatherFacts } from "#lib/trust/server/gather-facts.ts";
import { settingsInForce } from "#lib/trust/server/trust-settings.ts";
import type { Prisma } from "#prisma/generated/client.ts";

testDatabase();
let company: Company;
let toolId: string;

const empty = { type: "object", properties: {}, additionalProperties: false };
const http = (path: string, more: object = {}) => ({
  kind: "http",
  serverUrl: `${company.services.url}/desk`,
  method: "GET",
  path,
  parameters: [],
  security: [{ scheme: "apiKey", in: "header", name: "x-desk-key", secretName: "key" }],
  ...more,
});
const operation = (name: string, binding: object, more: object = {}) => ({
  name,
  title: name.replaceAll("_", " "),
  description: `It does ${name}.`,
  inputSchema: empty,
  annotations: reads,
  exampleRequests: [],
  binding,
  ...more,
});

async function draft(operations: readonly unknown[], settings: object = { dataClass: "internal" }) {
  const data = {
    operations: operations as unknown as Prisma.InputJsonValue,
    settings: settings as Prisma.InputJsonValue,
    updatedAt: now(),
  };
  await db().toolDraft.upsert({
    where: { toolId },
    create: { toolId, words: {}, updatedById: company.owner.id, ...data },
    update: data,
  });
}

/** All that is made of the ledger of calls. */
async function everythingCounted() {
  const { settings } = await settingsInForce();
  const facts = await gatherFacts({ at: now(), toolIds: [toolId] }, settings, new Map());
  const { calls, ownCalls } = facts.get(toolId) ?? {};
  return {
    usage: (await toolUsage([toolId])).get(toolId),
    daily: await dailyUse(toolId),
    failures: await recentFailures(toolId),
    portal: await portalUsage(28),
    recent: await recentTools(company.owner.id, 10),
    success: await successOfTools([toolId]),
    service: await serviceHistory(toolId),
    trust: { calls, ownCalls },
  };
}

function tryIt(name: string, args: Record<string, unknown> = {}, viewer = company.owner) {
  return callByForm(viewer, "ticket-desk", name, args, new AbortController().signal, toolId);
}

beforeAll(async () => {
  company = await makeCompany();
  toolId = company.tools.desk.id;
});
beforeEach(() => company.models.script("writer"));
afterAll(() => company.close());

describe("a draft by form", () => {
  it("runs for those who may edit the tool, while the published version serves the others as before", async () => {
    await draft([operation("list_all", http("/tickets"))]);
    const tried = await tryIt("list_all");
    expect(tried).toMatchObject({ version: "draft", outcome: { status: "succeeded" } });
    expect(await db().toolCall.findUnique({ where: { id: tried.callId } })).toMatchObject({
      channel: "playground",
      toolId,
      versionId: company.tools.desk.versionId,
    });
    const trail = await db().auditEvent.findMany({ where: { callId: tried.callId }, orderBy: { id: "asc" } });
    expect(trail.map(({ type }) => type)).toEqual(["tool.call-started", "tool.called"]);
    expect(trail[1]?.details).toMatchObject({ channel: "playground", version: "draft" });
    const signal = new AbortController().signal;
    const published = () => callByForm(company.owner, "ticket-desk", "list_all", {}, signal);
    await expect(published()).rejects.toMatchObject({ code: "not-found" });
    expect((await callByForm(company.ben, "ticket-desk", "find_tickets", {}, signal)).version).toBe("1.0.0");
    await expect(tryIt("find_tickets")).rejects.toMatchObject({ code: "not-found" });
  });

  it("is refused to everybody else, and the refusal is in the trail", async () => {
    await draft([operation("list_all", http("/tickets"))]);
    await expect(tryIt("list_all", {}, company.ben)).rejects.toMatchObject({ code: "refused-by-policy" });
    const event = await db().auditEvent.findFirstOrThrow({
      where: { type: "policy.refused", actorId: company.ben.id, targetId: toolId },
      orderBy: { id: "desc" },
    });
    expect(event.details).toMatchObject({ action: "edit" });
  });

  it("runs what is published when there is no draft yet, or one of words only", async () => {
    await db().toolDraft.deleteMany({ where: { toolId } });
    expect((await tryIt("find_tickets")).outcome.status).toBe("succeeded");
    await draft([], {});
    expect((await tryIt("find_tickets")).outcome.status).toBe("succeeded");
  });

  it("names the field that is missing in an unfinished operation, and runs the finished ones", async () => {
    const { serverUrl: _serverUrl, ...half } = http("/tickets");
    await draft([operation("half", half), operation("list_all", http("/tickets")), "nonsense"]);
    await expect(tryIt("half")).rejects.toMatchObject({
      code: "invalid-input",
      message: expect.stringContaining("The operation half is not finished: binding.serverUrl"),
      fields: [{ path: "operations.half.binding.serverUrl" }],
    });
    expect((await tryIt("list_all")).outcome.status).toBe("succeeded");
    await draft([operation("odd", http("/tickets"), { inputSchema: { type: "no such type" } })]);
    await expect(tryIt("odd")).rejects.toMatchObject({ code: "invalid-input" });
  });

  it("runs whatever its lifecycle, but not while the tool is blocked", async () => {
    await draft([operation("list_all", http("/tickets"))]);
    const set = (data: object) => db().tool.update({ where: { id: toolId }, data });
    await set({ lifecycle: "retired" });
    expect((await tryIt("list_all")).outcome.status).toBe("succeeded");
    await set({ lifecycle: "published", blockedAt: now(), blockedReason: "It leaks." });
    await expect(tryIt("list_all")).rejects.toMatchObject({ code: "refused-by-policy" });
    await set({ blockedAt: null, blockedReason: null });
  });

  it("answers from no source that its author may not read", async () => {
    const sourceId = newId();
    await db().knowledgeSource.create({
      data: {
        id: sourceId,
        slug: "board-minutes",
        name: "Board minutes",
        domainId: company.place.domainId,
        teamId: company.otherTeamId,
      },
    });
    const ask = (id: string) =>
      operation(
        "ask",
        { kind: "knowledge", sourceIds: [id], maxPassages: 3 },
        { inputSchema: { type: "object", properties: { question: { type: "string" } } } },
      );
    await draft([ask(sourceId)]);
    await expect(tryIt("ask", { question: "parental leave" })).rejects.toMatchObject({
      code: "refused-by-policy",
      message: expect.stringContaining("may not read"),
    });
    await db().knowledgeSource.update({ where: { id: sourceId }, data: { createdById: company.owner.id } });
    expect((await tryIt("ask", { question: "parental leave" })).outcome.status).toBe("succeeded");
    const leave = await db().knowledgeSource.findUniqueOrThrow({ where: { slug: "leave-rules" } });
    await db().knowledgeSource.update({ where: { id: leave.id }, data: { teamId: company.otherTeamId } });
    await draft([ask(leave.id)]);
    expect((await tryIt("ask", { question: "parental leave" })).outcome).toMatchObject({
      status: "succeeded",
      result: { content: { passages: [{ document: "Parental leave" }] } },
    });
  });

  it("sends a credential of the published tool to no other server", async () => {
    await draft([operation("list_all", http("/tickets", { serverUrl: "https://elsewhere.example.com" }))]);
    await expect(tryIt("list_all")).rejects.toMatchObject({
      code: "refused-by-policy",
      message: expect.stringContaining("elsewhere.example.com"),
    });
  });
});

describe("what a draft's calls count for", () => {
  it("is nothing: neither use, nor reliability, nor a right to rate, nor evidence, nor a pause", async () => {
    await draft([
      operation("list_all", http("/tickets")),
      operation("broken", http("/broken")),
      operation("rewrite", { kind: "prompt", instructions: "Rewrite.", modelAlias: "default" }),
    ]);
    const before = await everythingCounted();
    for (let time = 0; time < 8; time += 1) await tryIt("broken");
    await tryIt("list_all");
    await tryIt("rewrite");
    await tryIt("list_all", {}, company.ben).catch(() => undefined);
    expect(await db().usageRecord.count({ where: { toolId, channel: "playground" } })).toBeGreaterThan(10);
    expect(await everythingCounted()).toEqual(before);
    expect(isToolPaused(toolId)).toBe(false);
    const rated = await ratedTool(company.amelia, "ticket-desk");
    await db().usageRecord.create({
      data: {
        id: newId(),
        occurredAt: now(),
        kind: "tool",
        channel: "playground",
        personId: company.amelia.id,
        toolId,
        outcome: "succeeded",
        durationMs: 1,
      },
    });
    expect(await mayRate(company.amelia, rated)).toMatchObject({ allowed: false });
  });
});

describe("a draft in chat", () => {
  it("routes to the draft's operations only, in a conversation that stands in no list", async () => {
    await draft([
      operation("list_all", http("/tickets")),
      operation(
        "open_ticket",
        http("/tickets", {
          method: "POST",
          body: {
            contentType: "application/json",
            required: true,
            fields: [{ name: "subject", property: "subject" }],
          },
        }),
        { annotations: writes, inputSchema: createTicketSchema },
      ),
    ]);
    const { id: conversationId } = await createDraftConversation(company.owner, "ticket-desk");
    company.models.script("writer", [
      { calls: [{ tool: "ticket-desk__list_all", arguments: {} }] },
      { calls: [{ tool: "ticket-desk__open_ticket", arguments: { subject: "No line" } }] },
      { say: "Both were tried." },
    ]);
    const asked = await askAndWait(company.owner, "@leave-rules open a ticket", { conversationId });
    expect(asked.run.status).toBe("waiting-approval");
    expect(
      company.models.requests
        .at(-1)
        ?.body.tools?.map((tool) => tool.function.name)
        .toSorted(),
    ).toEqual(["ticket-desk__list_all", "ticket-desk__open_ticket"]);
    const sent = company.services.writes().length;
    await answerApproval(company.owner, cardIn(asked.run.parts).callId, { answer: "run" });
    const run = await rested(asked.runId);
    expect(textIn(run.parts)).toBe("Both were tried.");
    expect(callsIn(run.parts).map(({ status }) => status)).toEqual(["succeeded", "succeeded"]);
    expect(company.services.writes()).toHaveLength(sent + 1);
    const calls = await db().toolCall.findMany({ where: { runId: asked.runId } });
    expect(calls.map(({ channel }) => channel)).toEqual(["playground", "playground"]);
    const { conversations } = await listConversations(company.owner, {});
    expect(conversations.map(({ id }) => id)).not.toContain(conversationId);
    const move = () => changeConversation(company.owner, conversationId, { tool: "leave-rules" });
    await expect(move()).rejects.toMatchObject({ code: "conflict" });
  });

  it("works without a model, and follows up", async () => {
    await draft([operation("list_all", http("/tickets"), { exampleRequests: ["List all tickets"] })]);
    await db().model.updateMany({ data: { isActive: false } });
    const embedded = newId();
    const provider = newId();
    await db().provider.create({
      data: {
        id: provider,
        slug: "embedded",
        name: "Embedded",
        type: "embedded",
        dataClassCeiling: "restricted",
      },
    });
    await db().model.create({
      data: {
        id: embedded,
        providerId: provider,
        name: "weft/extractive",
        displayName: "Offline assistant",
        capabilities: { tools: true, generates: false },
      },
    });
    const { id: conversationId } = await createDraftConversation(company.owner, "ticket-desk");
    const { run } = await askAndWait(company.owner, "List all tickets", { conversationId });
    expect(callsIn(run.parts)).toMatchObject([{ operationName: "list_all", status: "succeeded" }]);
    await db().model.delete({ where: { id: embedded } });
    await db().model.updateMany({ data: { isActive: true } });
  });

  it("is for those who may edit, also when the right is lost in between", async () => {
    await draft([operation("list_all", http("/tickets"))]);
    const begin = () => createDraftConversation(company.ben, "ticket-desk");
    await expect(begin()).rejects.toMatchObject({ code: "refused-by-policy" });
    const { id: conversationId } = await createDraftConversation(company.owner, "ticket-desk");
    await db().conversation.update({ where: { id: conversationId }, data: { personId: company.ben.id } });
    const { run } = await askAndWait(company.ben, "List all tickets", { conversationId });
    expect(run.status).toBe("failed");
    expect(callsIn(run.parts)).toEqual([]);
  });

  it("calls other tools as they are published, with the person's rights", async () => {
    const loop = {
      kind: "agent-loop",
      instructions: "Help.",
      modelAlias: "default",
      tools: [
        { tool: "ticket-desk", operation: "list_all" },
        { tool: "leave-rules", operation: "ask" },
        { tool: "salary-bands", operation: "find_band" },
      ],
      limits: { depth: 2, steps: 5, seconds: 30, tokens: 100_000 },
    };
    await draft([operation("work", loop), operation("list_all", http("/tickets"))]);
    company.models.script("writer", [
      {
        calls: [
          { tool: "ticket-desk__list_all", arguments: {} },
          { tool: "leave-rules__ask", arguments: { question: "How long is parental leave?" } },
          { tool: "salary-bands__find_band", arguments: { job: "engineer" } },
        ],
      },
      { say: "Done." },
    ]);
    const { outcome } = await tryIt("work");
    expect(outcome.result?.content).toMatchObject({
      steps: [{ status: "succeeded" }, { status: "succeeded" }, { status: "failed" }],
    });
    const usage = await db().usageRecord.findFirstOrThrow({
      where: { toolId: company.tools.leave.id },
      orderBy: { id: "desc" },
    });
    expect(usage.channel).toBe("playground");
  });
});
