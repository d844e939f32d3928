import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { getConversation } from "#lib/chat/server/get-conversation.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { mostSteps } from "#lib/runs/server/drive-model.ts";
import { type Company, makeCompany, modelKey } from "#lib/runs/testing/company.ts";
import { askAndWait, callsIn, fold, logOf, noticesIn, textIn, trailOf } from "#lib/runs/testing/turns.ts";

testDatabase();
let company: Company;
const question = "Which tickets are open?";

beforeAll(async () => {
  company = await makeCompany();
});
beforeEach(() => company.models.script("writer"));
afterAll(() => company.close());

/** The roles of what the model was last sent, and the text of the last message. */
function lastSent() {
  const { messages = [], tools = [] } = company.models.requests.at(-1)?.body ?? {};
  const last = messages.at(-1);
  return {
    roles: messages.map((message) => message.role),
    text: String(last?.content),
    tools: tools.map((tool) => tool.function.name),
  };
}

describe("a turn in which the model writes", () => {
  it("keeps message and answer, and a log without gaps that adds up to the answer", async () => {
    company.models.script("writer", [
      { say: "Two tickets are known, and one of them is open.", pauseMs: 12 },
    ]);
    const { run, runId, conversationId, messageId, answerId } = await askAndWait(company.amelia, question);
    expect(run).toMatchObject({ status: "completed", modelName: "Model writer", messageId: answerId });
    const log = await logOf(runId);
    expect(log.map((event) => event.sequence)).toEqual(log.map((_, at) => at + 1));
    expect(run.lastSequence).toBe(log.length);
    expect(fold(log)).toMatchObject({ status: "completed", parts: run.parts });
    expect(textIn(run.parts)).toBe("Two tickets are known, and one of them is open.");
    expect(log.filter((event) => event.payload.kind === "text").length).toBeGreaterThan(1);
    const { messages } = await getConversation(company.amelia, conversationId);
    expect(messages.map((message) => [message.id, message.parentId, message.role, message.text])).toEqual([
      [messageId, null, "user", question],
      [answerId, messageId, "assistant", ""],
    ]);
    expect(messages[1]).toMatchObject({
      parts: run.parts,
      run: { status: "completed", lastSequence: log.length },
    });
  });

  it("writes the intent before the call and the outcome with its tokens after", async () => {
    const { runId } = await askAndWait(company.amelia, "[[say Done.]]");
    expect(await trailOf(runId)).toEqual(["model.call-started intended", "model.called succeeded"]);
    const called = await db().auditEvent.findFirstOrThrow({ where: { runId, type: "model.called" } });
    expect(called.details).toMatchObject({ channel: "chat", status: "succeeded", tokensOut: 3 });
    const usage = await db().usageRecord.findFirstOrThrow({ where: { runId } });
    expect(usage).toMatchObject({
      kind: "model",
      outcome: "succeeded",
      tokensOut: 3,
      personId: company.amelia.id,
    });
    expect(usage.tokensIn).toBeGreaterThan(10);
    expect(company.models.requests.at(-1)?.authorization).toBe(`Bearer ${modelKey}`);
  });

  it("keeps characters that the database cannot hold from ending the answer", async () => {
    const half = "\ud83d";
    company.models.script("writer", [{ say: `A zero \u0000 and ${half} and a whole 😀.` }]);
    const { run, runId } = await askAndWait(company.amelia, question);
    expect(run.status).toBe("completed");
    expect(textIn(run.parts)).toBe("A zero  and \ufffd and a whole 😀.");
    expect(fold(await logOf(runId)).parts).toEqual(run.parts);
  });

  it("says so when the answer is empty, or was cut at the model's own limit", async () => {
    company.models.script("writer", [{ say: "" }]);
    const empty = await askAndWait(company.amelia, question);
    expect(noticesIn(empty.run.parts)).toMatchObject([{ text: "Model writer sent an empty answer." }]);
    company.models.script("writer", [{ say: "It begins and", finish: "length" }]);
    const long = await askAndWait(company.amelia, question);
    expect(long.run.status).toBe("completed");
    expect(textIn(long.run.parts)).toBe("It begins and");
    expect(noticesIn(long.run.parts)).toMatchObject([
      { text: expect.stringContaining("length"), mend: expect.any(String) },
    ]);
  });
});

describe("a turn in which the model calls tools", () => {
  it("gives back what a read-only tool answered, and the answer streams", async () => {
    company.models.script("writer", [
      { calls: [{ tool: "find_tickets", arguments: { status: "open" } }] },
      { say: "Ticket 4711 is open." },
    ]);
    const { run, runId } = await askAndWait(company.amelia, question);
    expect(callsIn(run.parts)).toMatchObject([
      {
        status: "succeeded",
        operationName: "find_tickets",
        toolName: "Ticket desk",
        ownerTeam: "Support",
        arguments: { status: "open" },
      },
    ]);
    expect(textIn(run.parts)).toBe("Ticket 4711 is open.");
    expect(lastSent()).toMatchObject({
      roles: ["system", "user", "assistant", "tool"],
      text: expect.stringContaining("No line in Porto"),
    });
    expect(await trailOf(runId)).toEqual([
      "model.call-started intended",
      "model.called succeeded",
      "tool.call-started intended",
      "tool.called succeeded",
      "model.call-started intended",
      "model.called succeeded",
    ]);
    const log = await logOf(runId);
    expect(fold(log).parts).toEqual(run.parts);
    expect(log.map((event) => event.sequence)).toEqual(log.map((_, at) => at + 1));
  });

  it("carries out several calls of one answer, over MCP and over documents too", async () => {
    company.models.script("writer", [
      {
        say: "I look it up.",
        calls: [
          { tool: "find_sites", arguments: { region: "Porto" } },
          { tool: "ask", arguments: { question: "How long is parental leave?" } },
        ],
      },
      { say: "There you are." },
    ]);
    const { run } = await askAndWait(company.amelia, "sites of region Porto and parental leave");
    const [sites, leave] = callsIn(run.parts);
    expect(sites).toMatchObject({
      toolKind: "mcp",
      status: "succeeded",
      result: { content: { sites: ["Porto-01", "Porto-02"] } },
    });
    expect(leave).toMatchObject({ toolKind: "knowledge", status: "succeeded" });
    expect(JSON.stringify(leave?.result?.content)).toContain("26 weeks of parental leave");
    expect(run.parts.map((part) => part.type)).toEqual(["made-by", "markdown", "call", "call", "markdown"]);
    expect(textIn(run.parts)).toBe("I look it up.\nThere you are.");
    const { messages } = company.models.requests.at(-1)?.body ?? { messages: [] };
    expect(
      messages.slice(2).map((message) => message.tool_call_id ?? message.tool_calls?.map((call) => call.id)),
    ).toEqual([["call_2_0", "call_2_1"], "call_2_0", "call_2_1"]);
  });

  it("tells the model in words what was wrong with a name or with arguments, once for each call", async () => {
    company.models.script("writer", [
      {
        calls: [
          { tool: "no_such_tool", arguments: {} },
          { tool: "find_tickets", arguments: '{"status": "op' },
          { tool: "find_tickets", arguments: { status: "lost" } },
          { tool: "find_tickets", arguments: '"open"' },
        ],
      },
      { say: "I see." },
    ]);
    const before = company.services.received.length;
    const { run } = await askAndWait(company.amelia, question);
    expect(run.status).toBe("completed");
    expect(company.services.received.length).toBe(before);
    const { messages } = company.models.requests.at(-1)?.body ?? { messages: [] };
    const answers = messages.filter((message) => message.role === "tool");
    expect(answers.map((message) => message.tool_call_id)).toEqual([
      "call_2_0",
      "call_2_1",
      "call_2_2",
      "call_2_3",
    ]);
    expect(answers.map((message) => String(message.content))).toEqual([
      expect.stringContaining("There is no tool named no_such_tool"),
      expect.stringContaining("not a JSON object"),
      expect.stringContaining('must be one of \\"open\\", \\"closed\\"'),
      expect.stringContaining("not a JSON object"),
    ]);
    expect(textIn(run.parts)).toBe("I see.");
  });

  it("lets a tool that fails be the tool's failure, not the answer's", async () => {
    company.models.script("writer", [
      { calls: [{ tool: "break_desk", arguments: {} }] },
      { say: "The desk does not work." },
    ]);
    const { run, runId } = await askAndWait(company.amelia, "break the ticket desk");
    expect(run.status).toBe("completed");
    expect(callsIn(run.parts)).toMatchObject([
      { status: "failed", error: { code: "tool-failed", message: expect.stringContaining("status 500") } },
    ]);
    expect(lastSent().text).toContain("status 500");
    expect(await trailOf(runId)).toContain("tool.called failed");
  });

  it("ends after the last step that is allowed, and does not offer tools in it", async () => {
    const call = { calls: [{ tool: "find_tickets", arguments: {} }] };
    company.models.script(
      "writer",
      Array.from({ length: 20 }, () => call),
    );
    const before = company.models.requests.length;
    const { run } = await askAndWait(company.amelia, question);
    const sent = company.models.requests.slice(before);
    expect(sent).toHaveLength(mostSteps);
    expect(sent.at(-2)?.body.tools?.length).toBeGreaterThan(0);
    expect(sent.at(-1)?.body.tools ?? []).toEqual([]);
    expect(run.status).toBe("completed");
    expect(noticesIn(run.parts).at(-1)?.text).toContain(`${mostSteps} rounds`);
    expect(callsIn(run.parts)).toHaveLength(mostSteps - 1);
  });

  it("offers at most eight operations, with schemas that are objects", async () => {
    await askAndWait(
      company.amelia,
      "tickets sites leave salary outage text region status customers broken lines",
    );
    const { tools = [] } = company.models.requests.at(-1)?.body ?? {};
    expect(tools.length).toBeGreaterThan(3);
    expect(tools.length).toBeLessThanOrEqual(8);
    for (const tool of tools) expect(tool.function.parameters).toMatchObject({ type: "object" });
    expect(new Set(tools.map((tool) => tool.function.name)).size).toBe(tools.length);
  });

  it("remembers earlier turns of the branch with what tools answered", async () => {
    company.models.script("writer", [
      { calls: [{ tool: "find_tickets", arguments: { status: "open" } }] },
      { say: "Ticket 4711." },
    ]);
    const first = await askAndWait(company.amelia, question);
    company.models.script("writer");
    await askAndWait(company.amelia, "And who reported it?", {
      conversationId: first.conversationId,
      parentId: first.answerId,
    });
    const { messages } = company.models.requests.at(-1)?.body ?? { messages: [] };
    expect(messages.map((message) => message.role)).toEqual(["system", "user", "assistant", "user"]);
    expect(String(messages[2]?.content)).toContain("No line in Porto");
  });
});
