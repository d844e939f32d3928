import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { OperationContent } from "#lib/catalog/operation.ts";
import { toolWordsSchema } from "#lib/catalog/schema.ts";
import { toolSettingsSchema } from "#lib/catalog/tool-settings.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import type { CheckResult } from "#lib/publishing/checks.ts";
import type { DraftContent } from "#lib/publishing/draft-content.ts";
import { runChecks } from "#lib/publishing/server/run-checks.ts";
import { runExamples } from "#lib/publishing/server/run-examples.ts";
import { publishedContent, requireDraftTool } from "#lib/publishing/server/tool-draft.ts";
import { type Company, makeCompany } from "#lib/runs/testing/company.ts";
import { reads, writes } from "#lib/runs/testing/company-tools.ts";
import { toolUsage } from "#lib/telemetry/server/tool-usage.ts";
import { isToolPaused } from "#lib/tools/server/with-breaker.ts";

testDatabase();
let company: Company;
let count = 0;
beforeAll(async () => {
  company = await makeCompany();
});
beforeEach(() => {
  count += 1;
});
afterAll(() => company.close());

const status = { type: "string", enum: ["open", "closed"] };
function operation(name: string, path: string, more: Partial<OperationContent> = {}): OperationContent {
  return {
    name,
    title: name,
    // What answered a moment ago is not called again, so each test has operations of its own.
    description: `Of test ${count}.`,
    inputSchema: { type: "object", properties: { status }, additionalProperties: false },
    annotations: reads,
    exampleInput: { status: "open" },
    exampleRequests: ["One", "Two", "Three"],
    binding: {
      kind: "http",
      serverUrl: `${company.services.url}/desk`,
      method: "GET",
      path,
      parameters: [
        { name: "status", in: "query", style: "form", explode: true, required: false, property: "status" },
      ],
      security: [{ scheme: "apiKey", in: "header", name: "x-desk-key", secretName: "key" }],
    },
    ...more,
  };
}

async function content(operations: readonly OperationContent[]) {
  const tool = await requireDraftTool(company.owner, "ticket-desk");
  const published = await publishedContent(tool);
  const settings = { ...published.settings, dataClass: "internal" as const };
  return { tool, draft: { ...published, settings, operations: [...operations] } satisfies DraftContent };
}

async function examples(operations: readonly OperationContent[], bounds?: Parameters<typeof runExamples>[3]) {
  const { tool, draft } = await content(operations);
  const finished = {
    words: toolWordsSchema.parse(draft.words),
    settings: toolSettingsSchema.parse(draft.settings),
    operations,
  };
  return runExamples(company.owner, tool, finished, bounds);
}
const states = ({ runs = [] }: CheckResult) => runs.map(({ operation, state }) => [operation, state]);
const post = { annotations: writes, binding: { ...operationBinding(), method: "POST" } } as const;
function operationBinding() {
  return {
    kind: "http" as const,
    serverUrl: "http://127.0.0.1:9/desk",
    path: "/tickets",
    parameters: [],
    security: [],
  };
}

describe("examples of the content that is to be released", () => {
  test("are called where they only read, and the other side's reason is told", async () => {
    const before = company.services.received.length;
    const result = await examples([
      operation("list", "/tickets"),
      operation("broken", "/broken"),
      operation("write", "/tickets", post),
      operation("bare", "/tickets", { exampleInput: undefined }),
      operation("say", "/tickets", {
        binding: { kind: "prompt", instructions: "Say.", modelAlias: "default" },
      }),
    ]);
    expect(states(result)).toEqual([
      ["list", "succeeded"],
      ["broken", "failed"],
      ["write", "left-out"],
      ["bare", "left-out"],
      ["say", "left-out"],
    ]);
    expect(result).toMatchObject({ state: "failed", isRequired: true });
    expect(result.problems).toMatchObject([
      { at: "broken", message: expect.stringContaining("The desk is on fire.") },
    ]);
    const received = company.services.received.slice(before);
    expect(received.map(({ method, path }) => `${method} ${path}`)).toEqual(
      expect.arrayContaining(["GET /desk/tickets", "GET /desk/broken"]),
    );
    expect(received.every(({ method }) => method === "GET")).toBe(true);
    expect(received.find(({ path }) => path === "/desk/tickets")?.query.get("status")).toBe("open");
  });

  test("stand in the trail and count as nothing", async () => {
    const { id } = company.tools.desk;
    const before = { usage: await toolUsage([id]), trail: await db().auditEvent.count() };
    await examples(Array.from({ length: 8 }, (_one, at) => operation(`broken-${at}`, "/broken")));
    expect(await toolUsage([id])).toEqual(before.usage);
    expect(await db().usageRecord.count({ where: { toolId: id, channel: { not: "playground" } } })).toBe(0);
    expect(isToolPaused(id)).toBe(false);
    expect(await db().auditEvent.count()).toBe(before.trail + 16);
  });

  test("end within their time, and at most so many are called", async () => {
    const startedAt = performance.now();
    const result = await examples(
      [operation("slow", "/slow"), operation("list", "/tickets"), operation("third", "/tickets")],
      { most: 2, eachMs: 300, wholeMs: 2000 },
    );
    expect(performance.now() - startedAt).toBeLessThan(5000);
    expect(result).toMatchObject({ state: "warning", isRequired: false });
    expect(result.runs).toMatchObject([
      { state: "failed", message: expect.stringContaining("gave no answer") },
      { state: "succeeded" },
      { state: "left-out", message: "Only the first 2 examples are run." },
    ]);
    const late = await examples(
      Array.from({ length: 6 }, (_one, at) => operation(`slow-${at}`, "/slow")),
      { most: 20, eachMs: 5000, wholeMs: 400 },
    );
    expect(states(late).map(([, state]) => state)).toEqual([
      ...Array.from({ length: 4 }, () => "failed"),
      "left-out",
      "left-out",
    ]);
  });

  test("that answered are not called again at once, those that failed are", async () => {
    const operations = [operation("list", "/tickets"), operation("broken", "/broken")];
    await examples(operations);
    const before = company.services.received.length;
    expect(states(await examples(operations))).toEqual([
      ["list", "succeeded"],
      ["broken", "failed"],
    ]);
    expect(new Set(company.services.received.slice(before).map(({ path }) => path))).toEqual(
      new Set(["/desk/broken"]),
    );
  });

  test("of a sequence are run without what it would change, and not at all when a step needs a model", async () => {
    const sequence = (name: string, tool: string, called: string, inputs: object): OperationContent =>
      operation(name, "/", {
        binding: {
          kind: "agent",
          steps: [
            { id: "one", tool, operation: called, inputs: inputs as Record<string, { value: unknown }> },
          ],
        },
      });
    const before = company.services.writes().length;
    const result = await examples([
      sequence("write", "ticket-desk", "create_ticket", { subject: { value: "No line" } }),
      sequence("rewrite", "plain-words", "rewrite", { text: { value: "Synergy" } }),
    ]);
    expect(result.runs).toMatchObject([
      { state: "succeeded" },
      { state: "left-out", message: "One of its steps needs a model." },
    ]);
    expect(company.services.writes()).toHaveLength(before);
  });

  test("do not run what the draft may not do before somebody has agreed", async () => {
    const elsewhere = operation("list", "/tickets");
    const binding = { ...elsewhere.binding, serverUrl: "https://elsewhere.example.com" };
    const result = await examples([{ ...elsewhere, binding } as OperationContent]);
    expect(result).toMatchObject({
      state: "passed",
      runs: [{ state: "left-out", message: expect.stringContaining("elsewhere.example.com") }],
    });
  });

  test("of a blocked tool are left out", async () => {
    const { id } = company.tools.desk;
    await db().tool.update({ where: { id }, data: { blockedAt: new Date() } });
    expect(states(await examples([operation("list", "/tickets")]))).toEqual([["list", "left-out"]]);
    await db().tool.update({ where: { id }, data: { blockedAt: null } });
  });
});

describe("all checks", () => {
  const runsOf = async (operations: readonly OperationContent[]) => {
    const { tool, draft } = await content(operations);
    const results = await runChecks(company.owner, tool, draft, "major");
    return results.find(({ id }) => id === "runs");
  };

  test("hold the examples once servers answer, and say so before", async () => {
    expect(await runsOf([operation("list", "/tickets")])).toMatchObject({
      state: "passed",
      message: "1 example answered.",
    });
    const down = operation("list", "/tickets", { binding: { ...operationBinding(), method: "GET" } });
    expect(await runsOf([down])).toMatchObject({ state: "warning", isRequired: false, problems: [] });
  });

  test("do not let a failing example stop better words", async () => {
    await db().toolOperation.deleteMany({ where: { name: "wait_for_desk" } });
    const { tool } = await content([]);
    const served = await publishedContent(tool);
    const broken = served.operations.find(({ name }) => name === "break_desk");
    expect(broken).toBeDefined();
    const results = await runChecks(company.owner, tool, served, "patch");
    expect(results.find(({ id }) => id === "runs")).toMatchObject({
      state: "warning",
      isRequired: false,
      problems: expect.arrayContaining([expect.objectContaining({ at: "break_desk" })]),
    });
  });
});
