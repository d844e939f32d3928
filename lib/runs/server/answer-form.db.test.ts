import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createConversation } from "#lib/chat/server/manage-conversation.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { newId } from "#lib/db/uuid.ts";
import type { AssistantPart } from "#lib/runs/schema.ts";
import { answerForm } from "#lib/runs/server/answer-form.ts";
import { restRun } from "#lib/runs/server/end-run.ts";
import { insertRun } from "#lib/runs/server/repository.ts";
import { RunLog } from "#lib/runs/server/run-log.ts";
import { stopRun } from "#lib/runs/server/stop-run.ts";
import { type Company, makeCompany, makeRule } from "#lib/runs/testing/company.ts";
import { callsIn, rested } from "#lib/runs/testing/turns.ts";
import type { TurnState } from "#lib/runs/turn.ts";

testDatabase();
let company: Company;

beforeAll(async () => {
  company = await makeCompany();
});
afterAll(() => company.close());

/** A run that rests with a form for the desk's list of tickets. */
async function askedForm(): Promise<{ runId: string; formId: string }> {
  const { id: conversationId } = await createConversation(company.amelia, {});
  const runId = newId();
  const formId = newId();
  const form: AssistantPart = {
    type: "form",
    formId,
    state: "open",
    toolId: company.tools.desk.id,
    toolSlug: "ticket-desk",
    toolName: "Ticket desk",
    operationName: "find_tickets",
    title: "Find tickets",
    inputSchema: {},
    filled: {},
    filledFrom: {},
    missing: ["status"],
    doubtful: [],
  };
  const input = {
    text: "tickets",
    history: [],
    lastCall: null,
    dataClass: "internal",
    modelAlias: null,
    toolId: null,
  } as const;
  const decision = {
    basis: "search",
    verdict: "use",
    sentence: "",
    candidates: [],
    excluded: [],
    model: null,
    steps: [],
  } as const;
  const state = {
    input,
    driver: "assistant",
    decision,
    waitingAt: 0,
    model: null,
    assistant: null,
  } as unknown as TurnState;
  await insertRun({
    id: runId,
    conversationId,
    messageId: newId(),
    userMessageId: newId(),
    personId: company.amelia.id,
    status: "running",
  });
  const log = new RunLog(runId);
  log.addPart(form);
  await restRun(log, { runId, from: "running", to: "waiting-input", state });
  return { runId, formId };
}

const send = (
  asked: { runId: string; formId: string },
  args: Record<string, unknown>,
  viewer = company.amelia,
) => answerForm(viewer, asked.runId, asked.formId, { kind: "send", arguments: args });

function formIn(parts: readonly AssistantPart[]) {
  return parts.find((part) => part.type === "form");
}

describe("answerForm", () => {
  it("sends what the person filled in, and the operation runs with it", async () => {
    const asked = await askedForm();
    await send(asked, { status: "open" });
    const run = await rested(asked.runId);
    expect(run.status).toBe("completed");
    expect(formIn(run.parts)).toMatchObject({ state: "sent", filled: { status: "open" } });
    expect(callsIn(run.parts)).toMatchObject([
      { operationName: "find_tickets", status: "succeeded", arguments: { status: "open" } },
    ]);
  });

  it("names what does not fit, and the form stays", async () => {
    const asked = await askedForm();
    await expect(send(asked, { status: "lost" })).rejects.toMatchObject({
      code: "invalid-input",
      fields: [{ path: "/status" }],
    });
    const ruleId = await makeRule(company.tools.desk.id);
    await expect(send(asked, { status: "open" })).rejects.toMatchObject({ code: "refused-by-policy" });
    await db().policyRule.delete({ where: { id: ruleId } });
    expect((await rested(asked.runId)).status).toBe("waiting-input");
    await answerForm(company.amelia, asked.runId, asked.formId, { kind: "dismiss" });
    const run = await rested(asked.runId);
    expect(formIn(run.parts)).toMatchObject({ state: "dismissed" });
    expect(callsIn(run.parts)).toEqual([]);
  });

  it("takes only the first of two answers", async () => {
    const asked = await askedForm();
    const results = await Promise.allSettled([
      send(asked, { status: "open" }),
      send(asked, { status: "closed" }),
      answerForm(company.amelia, asked.runId, asked.formId, { kind: "dismiss" }),
    ]);
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected", "rejected"]);
    for (const result of results)
      if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "conflict" });
    const run = await rested(asked.runId);
    expect(callsIn(run.parts).length).toBeLessThanOrEqual(1);
    await expect(send(asked, { status: "open" })).rejects.toMatchObject({ code: "conflict" });
  });

  it("is nobody else's to answer, and not after a stop", async () => {
    const asked = await askedForm();
    await expect(send(asked, { status: "open" }, company.ben)).rejects.toMatchObject({ code: "not-found" });
    await expect(send({ ...asked, formId: newId() }, {})).rejects.toMatchObject({ code: "not-found" });
    await stopRun(company.amelia, asked.runId);
    expect(formIn((await rested(asked.runId)).parts)).toMatchObject({ state: "dismissed" });
    await expect(send(asked, { status: "open" })).rejects.toMatchObject({ code: "conflict" });
  });
});
