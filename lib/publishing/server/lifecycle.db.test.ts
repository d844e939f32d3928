import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { getToolPage } from "#lib/catalog/server/get-tool-page.ts";
import { makeTool } from "#lib/catalog/testing/make-tools.ts";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { newId } from "#lib/db/uuid.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { makeTeam, makeViewer } from "#lib/identity/testing/make-people.ts";
import {
  deprecateTool,
  reachOfTool,
  retireDueTools,
  retireTool,
  undeprecateTool,
} from "#lib/publishing/server/change-lifecycle.ts";
import { getDraft } from "#lib/publishing/server/get-draft.ts";
import { publishDraft } from "#lib/publishing/server/publish-draft.ts";
import { rollBack } from "#lib/publishing/server/roll-back.ts";
import { saveDraft } from "#lib/publishing/server/save-draft.ts";
import { recordUsage } from "#lib/telemetry/server/record-usage.ts";
import { findCallableOperation } from "#lib/tools/server/find-operation.ts";

let team: { domainId: string; teamId: string };
let owner: Viewer;
let user: Viewer;
let stranger: Viewer;
let tool: { id: string; slug: string; versionId: string };
let next: { id: string; slug: string };
let count = 0;

testDatabase();
beforeAll(async () => {
  team = await makeTeam("Support");
  owner = await makeViewer({ name: "Olga", teamId: team.teamId });
  user = await makeViewer({ name: "Uma" });
  stranger = await makeViewer({ name: "Eve" });
});
beforeEach(async () => {
  count += 1;
  const link = { kind: "link", url: "https://desk.example" };
  const own = { ...team, ownerId: owner.id };
  tool = await makeTool({ name: `Desk ${count}`, ...own, operations: [{ name: "find", binding: link }] });
  next = await makeTool({ name: `Better desk ${count}`, ...own });
});

const dayFrom = (days: number) => new Date(now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
const deprecate = (change: { successor?: string | null; retiresOn?: string } = {}, viewer = owner) =>
  deprecateTool(viewer, tool.slug, {
    successor: next.slug,
    retiresOn: dayFrom(30),
    note: "Too old.",
    ...change,
  });
const rowOf = () => db().tool.findUniqueOrThrow({ where: { id: tool.id } });
const newsOf = (kind: string) => db().notification.findMany({ where: { toolId: tool.id, kind } });
const call = () => findCallableOperation(user, { id: tool.id }, "find", { channel: "form" });
const uses = (viewer: Viewer, daysAgo: number) =>
  recordUsage({
    kind: "tool",
    channel: "form",
    personId: viewer.id,
    teamId: null,
    domainId: team.domainId,
    toolId: tool.id,
    versionId: tool.versionId,
    operationName: "find",
    outcome: "succeeded",
    errorCode: null,
    errorMessage: null,
    durationMs: 5,
    conversationId: null,
    runId: null,
  }).then(() =>
    db().usageRecord.updateMany({
      where: { toolId: tool.id, personId: viewer.id },
      data: { occurredAt: new Date(now().getTime() - daysAgo * 86_400_000) },
    }),
  );

describe("a deprecation", () => {
  test("goes on answering, and tells those who used it in 90 days with day and successor", async () => {
    await uses(user, 80);
    await uses(stranger, 100);
    await expect(deprecate()).resolves.toMatchObject({ lifecycle: "deprecated", told: 1 });
    expect(await newsOf("tool-deprecated")).toMatchObject([
      { personId: user.id, body: `Too old. Use Better desk ${count} instead.` },
    ]);
    await expect(call()).resolves.toMatchObject({ name: "find" });
    expect(await getToolPage(user, tool.slug)).toMatchObject({
      lifecycle: "deprecated",
      successor: { slug: next.slug },
    });
  });

  test("tells the owner of an agent that calls it", async () => {
    const agentOwner = await makeViewer({ name: "Aga", teamId: team.teamId });
    const step = { id: "one", tool: tool.slug, operation: "find", inputs: {} };
    const loop = { kind: "agent-loop", tools: [{ tool: tool.slug, operation: "find" }] };
    for (const binding of [{ kind: "agent", steps: [step] }, loop]) {
      await makeTool({
        name: `Agent ${binding.kind} ${count}`,
        ...team,
        ownerId: agentOwner.id,
        kind: "agent",
        operations: [{ name: "run", binding }],
      });
    }
    const reach = await reachOfTool(owner, tool.slug);
    expect(reach.agents.map(({ name }) => name)).toEqual([
      `Agent agent ${count}`,
      `Agent agent-loop ${count}`,
    ]);
    await deprecate();
    expect((await newsOf("tool-deprecated")).map(({ personId }) => personId)).toEqual([agentOwner.id]);
  });

  test("refuses days that are over and successors that nobody can use", async () => {
    const field = (path: string) => ({ code: "invalid-input", fields: [{ path }] });
    await expect(deprecate({ retiresOn: dayFrom(0) })).rejects.toMatchObject(field("retiresOn"));
    await expect(deprecate({ retiresOn: "9999-01-01" })).rejects.toMatchObject(field("retiresOn"));
    await expect(deprecate({ successor: tool.slug })).rejects.toMatchObject(field("successor"));
    await expect(deprecate({ successor: "no-such-tool" })).rejects.toMatchObject(field("successor"));
    await retireTool(owner, next.slug, "Gone.");
    await expect(deprecate()).rejects.toMatchObject(field("successor"));
    expect((await rowOf()).lifecycle).toBe("published");
  });

  test("is refused to those who may not edit, and can be taken back", async () => {
    await expect(deprecate({}, user)).rejects.toMatchObject({ code: "refused-by-policy" });
    await deprecate();
    await undeprecateTool(owner, tool.slug);
    expect(await rowOf()).toMatchObject({ lifecycle: "published", successorId: null, retiresAt: null });
    await expect(undeprecateTool(owner, tool.slug)).rejects.toMatchObject({ code: "conflict" });
  });

  test("ends on its day by itself, once", async () => {
    await uses(user, 1);
    await deprecate();
    expect(await retireDueTools()).toBe(0);
    await db().tool.update({ where: { id: tool.id }, data: { retiresAt: new Date(now().getTime() - 1000) } });
    const both = await Promise.all([retireDueTools(), retireDueTools()]);
    expect(both.reduce((sum, one) => sum + one, 0)).toBe(1);
    expect(await newsOf("tool-retired")).toHaveLength(1);
    await expect(call()).rejects.toMatchObject({
      message: `Desk ${count} has been retired. Use Better desk ${count} instead.`,
    });
  });
});

test("a retired tool answers no more, keeps its page, and has no way back", async () => {
  await retireTool(owner, tool.slug, "Nobody needs it.");
  await expect(call()).rejects.toMatchObject({ code: "refused-by-policy" });
  expect((await getToolPage(user, tool.slug)).readiness.state).toBe("retired");
  await expect(deprecate()).rejects.toMatchObject({ code: "conflict" });
  await expect(retireTool(owner, tool.slug, "Again.")).rejects.toMatchObject({ code: "conflict" });
  const save = () => saveDraft(owner, tool.slug, { revision: 0, operations: [] });
  await expect(save()).rejects.toMatchObject({ code: "conflict" });
});

describe("a rollback", () => {
  async function better(): Promise<void> {
    const { published } = await getDraft(owner, tool.slug);
    const words = { ...published.words, purpose: "Finds tickets, and better." };
    const { revision } = await saveDraft(owner, tool.slug, { words, revision: 0 });
    await publishDraft(owner, tool.slug, { revision, notes: "Better words.", step: "minor" });
  }
  const back = (version: string) => rollBack(owner, tool.slug, { version, note: "It was better before." });

  test("lets the earlier version serve, and the next release gets a number of its own", async () => {
    await better();
    await expect(back("1.0.0")).resolves.toMatchObject({ version: "1.0.0" });
    expect(await getToolPage(user, tool.slug)).toMatchObject({ version: "1.0.0" });
    expect((await getToolPage(user, tool.slug)).versions.map(({ version }) => version)).toContain("1.1.0");
    await expect(call()).resolves.toMatchObject({ versionId: tool.versionId });
    await better();
    expect((await getToolPage(user, tool.slug)).version).toBe("1.2.0");
  });

  test("to a version that serves or does not exist is refused", async () => {
    await expect(back("1.0.0")).rejects.toMatchObject({ fields: [{ path: "version" }] });
    await expect(back("7.0.0")).rejects.toMatchObject({ fields: [{ path: "version" }] });
  });

  test("to two versions at once ends at one of them, and tells the other", async () => {
    await better();
    await db().toolVersion.create({
      data: {
        id: newId(),
        toolId: tool.id,
        version: "0.9.0",
        words: (await db().toolVersion.findUniqueOrThrow({ where: { id: tool.versionId } })).words ?? {},
        publishedAt: new Date(0),
      },
    });
    const both = await Promise.allSettled([back("1.0.0"), back("0.9.0")]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});
