import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { withRequestContext } from "#lib/request-context.ts";
import { callByForm } from "#lib/runs/server/call-by-form.ts";
import { type Company, makeCompany, makeProvider } from "#lib/runs/testing/company.ts";
import { makePrompt } from "#lib/runs/testing/company-tools.ts";
import { askAndWait, callsIn } from "#lib/runs/testing/turns.ts";

testDatabase();
let company: Company;

beforeAll(async () => {
  company = await makeCompany();
});
beforeEach(() => company.models.script("writer"));
afterAll(() => company.close());

function call(
  slug: string,
  operation: string,
  args: Record<string, unknown>,
  viewer: Viewer = company.amelia,
  signal = new AbortController().signal,
) {
  return callByForm(viewer, slug, operation, args, signal);
}

async function trailOfCall(callId: string): Promise<string[]> {
  const rows = await db().auditEvent.findMany({ where: { callId }, orderBy: { id: "asc" } });
  return rows.map((row) => `${row.type} ${row.outcome}`);
}

describe("callByForm", () => {
  it("runs a reading and a writing operation with exactly what was typed, and writes its trail", async () => {
    const sent = company.services.received.length;
    const context = { requestId: "request-12345678", ip: null, client: null };
    const read = await withRequestContext(context, () =>
      call("ticket-desk", "find_tickets", { status: "closed" }),
    );
    expect(read).toMatchObject({
      requestId: "request-12345678",
      version: "1.0.0",
      outcome: { status: "succeeded", result: { content: { tickets: [{ id: 4712 }] } } },
    });
    const written = await call("ticket-desk", "create_ticket", { subject: "By form" });
    expect(written.outcome.status).toBe("succeeded");
    expect(company.services.received.slice(sent)).toMatchObject([
      { method: "GET" },
      { method: "POST", body: { subject: "By form" }, idempotencyKey: written.callId },
    ]);
    expect(await trailOfCall(written.callId)).toEqual([
      "tool.call-started intended",
      "tool.called succeeded",
    ]);
    expect(await db().toolCall.findUnique({ where: { id: written.callId } })).toMatchObject({
      channel: "form",
      status: "succeeded",
      arguments: { subject: "By form" },
      runId: null,
    });
    expect(await db().usageRecord.findFirst({ where: { callId: written.callId } })).toMatchObject({
      kind: "tool",
      channel: "form",
      outcome: "succeeded",
    });
  });

  it("names the field that does not fit, and sends nothing", async () => {
    const sent = company.services.received.length;
    const wrong = [
      [{ subject: "x" }, "/subject"],
      [{}, "/subject"],
      [{ subject: "Long enough", more: 1 }, "/more"],
      [{ subject: "With \u0000 in it" }, "/subject"],
    ] as const;
    for (const [args, path] of wrong)
      await expect(call("ticket-desk", "create_ticket", args)).rejects.toMatchObject({
        code: "invalid-input",
        fields: [{ path }],
      });
    expect(company.services.received.length).toBe(sent);
    expect(await db().toolCall.count({ where: { arguments: { path: ["subject"], equals: "x" } } })).toBe(0);
  });

  it("refuses by rule with its own words, and records it; what may not be seen is not found", async () => {
    const refused = call("salary-bands", "find_band", { job: "engineer" });
    await expect(refused).rejects.toMatchObject({
      code: "refused-by-policy",
      message: "Only the people team may look up salaries.",
      mend: "Ask the people team.",
    });
    const event = await db().auditEvent.findFirstOrThrow({
      where: { type: "policy.refused" },
      orderBy: { id: "desc" },
    });
    expect(event).toMatchObject({
      actorId: company.amelia.id,
      targetId: company.tools.salaries.id,
      outcome: "refused",
      ruleIds: [company.salaryRuleId],
    });
    expect(await db().usageRecord.findFirst({ where: { toolId: company.tools.salaries.id } })).toMatchObject({
      outcome: "refused",
    });

    await db().policyRule.update({
      where: { id: company.salaryRuleId },
      data: { actions: ["discover", "use"] },
    });
    const messages = new Set<string>();
    for (const [slug, operation] of [
      ["salary-bands", "find_band"],
      ["salary-bands", "no_such"],
      ["no-such-tool", "find_band"],
    ] as const) {
      const error = await call(slug, operation, {}).catch((caught: unknown) => caught);
      expect(error).toMatchObject({ code: "not-found" });
      messages.add((error as Error).message);
    }
    expect(messages.size).toBe(1);
    await db().policyRule.update({ where: { id: company.salaryRuleId }, data: { actions: ["use"] } });
    await expect(call("ticket-desk", "no_such", {})).rejects.toMatchObject({
      code: "not-found",
      message: expect.stringContaining("The operation"),
    });
  });

  it("says what a failing tool did, and that it was stopped when the person leaves", async () => {
    const failed = await call("ticket-desk", "break_desk", {});
    expect(failed.outcome).toMatchObject({ status: "failed", error: { code: "tool-failed", status: 500 } });
    expect(await trailOfCall(failed.callId)).toEqual(["tool.call-started intended", "tool.called failed"]);
    const leave = new AbortController();
    const stopped = call("ticket-desk", "wait_for_desk", {}, company.amelia, leave.signal);
    await expect.poll(() => company.services.received.at(-1)?.path).toBe("/desk/slow");
    leave.abort();
    expect((await stopped).outcome).toMatchObject({ status: "stopped" });
  });
});

describe("a prompt operation", () => {
  it("asks the model behind its alias with instructions and message, by form and in chat", async () => {
    company.models.script("writer", [{ say: "In plain words: pay by Friday." }]);
    const { outcome, callId } = await call("plain-words", "rewrite", { text: "Remit payment ere Friday." });
    expect(outcome).toMatchObject({
      status: "succeeded",
      result: {
        content: { text: "In plain words: pay by Friday.", model: "Model writer" },
        contentType: "text/markdown",
      },
    });
    const { body } = company.models.requests.at(-1) ?? {};
    expect(body?.messages).toMatchObject([
      { role: "system", content: "Rewrite in plain words." },
      { role: "user", content: "Text: Remit payment ere Friday." },
    ]);
    expect(body).toMatchObject({ max_tokens: 200 });
    expect(await trailOfCall(callId)).toEqual(["tool.call-started intended", "tool.called succeeded"]);

    company.models.script("writer", [
      { calls: [{ tool: "plain-words__rewrite", arguments: { text: "Ere noon." } }] },
      { say: "Before noon." },
    ]);
    const { run } = await askAndWait(company.amelia, "@plain-words rewrite: ere noon");
    expect(callsIn(run.parts)).toMatchObject([
      { toolKind: "prompt", status: "succeeded", result: { content: { model: "Model writer" } } },
    ]);
  });

  it("says what the model server did wrong as the failure of this call", async () => {
    await makePrompt(company.place, "Broken words", "refuses-key");
    const { outcome } = await call("broken-words", "rewrite", { text: "Hello" });
    expect(outcome).toMatchObject({
      status: "failed",
      error: {
        message: expect.stringContaining("refused the portal's key"),
        mend: expect.stringContaining("administrator"),
      },
    });
  });

  it("is refused with a way out when no model may be used", async () => {
    await db().provider.updateMany({ data: { isActive: false } });
    const none = await call("plain-words", "rewrite", { text: "Hello" });
    expect(none.outcome).toMatchObject({
      status: "refused",
      error: {
        message: "Plain words needs a model. No model is connected that can write answers.",
        mend: expect.stringContaining("Copy the prompt"),
      },
    });
    await db().provider.updateMany({ data: { isActive: true, dataClassCeiling: "public" } });
    await makeProvider("http://127.0.0.1:41998/v1", { slug: "unused" });
    const low = await call("plain-words", "rewrite", { text: "Hello" });
    expect(low.outcome).toMatchObject({
      status: "refused",
      error: { message: expect.stringContaining("may receive public content at most; this is internal") },
    });
    await db().provider.updateMany({ data: { dataClassCeiling: "internal" } });
  });
});
