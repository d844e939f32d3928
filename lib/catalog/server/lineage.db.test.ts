import { beforeAll, expect, test } from "vitest";
import { toolLineage } from "#lib/catalog/server/lineage.ts";
import { makeTool } from "#lib/catalog/testing/make-tools.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { newId } from "#lib/db/uuid.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { makeTeam, makeViewer } from "#lib/identity/testing/make-people.ts";

testDatabase();
let member: Viewer;
let stranger: Viewer;

const runs = (...tools: string[]) => ({
  kind: "agent",
  steps: tools.map((tool, at) => ({ id: `step-${at}`, tool, operation: "run", inputs: {} })),
});

beforeAll(async () => {
  const support = await makeTeam("Support");
  const other = await makeTeam("Other");
  member = await makeViewer({ teamId: support.teamId });
  stranger = await makeViewer({ teamId: other.teamId });
  const sourceId = newId();
  await db().knowledgeSource.create({
    data: { id: sourceId, slug: "handbook", name: "Handbook", ...support, dataClass: "internal" },
  });
  const tool = (name: string, kind: "http" | "agent" | "knowledge" | "prompt", binding: object, more = {}) =>
    makeTool({ name, kind, ...support, ...more, operations: [{ name: "run", binding }] });
  await tool("Handbook Answers", "knowledge", {
    kind: "knowledge",
    sourceIds: [sourceId],
    maxPassages: 3,
  });
  await tool("Writer", "prompt", { kind: "prompt", instructions: "Write.", modelAlias: "default" });
  await tool("Ticket Desk", "http", {});
  await tool("Pay Slips", "http", {}, { audience: "team" });
  await tool("Leave Check", "agent", runs("handbook-answers", "writer", "pay-slips", "gone"));
  await tool("Morning Round", "agent", runs("leave-check", "ticket-desk"));
  await tool("Secret Round", "agent", runs("leave-check"), { audience: "team" });
  await tool("Week Plan", "agent", runs("morning-round", "leave-check"));
  await tool("Circle", "agent", runs("week-plan", "circle-back"));
  await tool("Circle Back", "agent", runs("circle"));
});

const seen = async (viewer: Viewer, slug: string) => {
  const { nodes, edges, omitted } = await toolLineage(viewer, slug);
  return {
    nodes: Object.fromEntries(nodes.map(({ id, distance }) => [id, distance])),
    edges: edges.map(({ from, to }) => `${from} > ${to}`.replaceAll("tool:", "")),
    omitted,
  };
};

test("what a tool consumes, models and documents included, and who consumes it, two levels each way", async () => {
  expect(await seen(member, "leave-check")).toEqual({
    nodes: {
      "tool:leave-check": 0,
      "tool:handbook-answers": 1,
      "tool:pay-slips": 1,
      "tool:writer": 1,
      "tool:morning-round": -1,
      "tool:secret-round": -1,
      "tool:week-plan": -1,
      "source:handbook": 2,
      "model:default": 2,
      "tool:circle": -2,
    },
    edges: [
      "circle > week-plan",
      "handbook-answers > source:handbook",
      "leave-check > handbook-answers",
      "leave-check > pay-slips",
      "leave-check > writer",
      "morning-round > leave-check",
      "secret-round > leave-check",
      "week-plan > leave-check",
      "week-plan > morning-round",
      "writer > model:default",
    ],
    omitted: 0,
  });
});

test("tools that somebody may not find are in neither the drawing nor the count", async () => {
  const { nodes, edges } = await seen(stranger, "leave-check");
  expect(Object.keys(nodes)).not.toContain("tool:pay-slips");
  expect(Object.keys(nodes)).not.toContain("tool:secret-round");
  expect(edges.join()).not.toMatch(/pay-slips|secret-round/);
  await expect(toolLineage(stranger, "pay-slips")).rejects.toMatchObject({ code: "not-found" });
});

test("documents are a link for those who may use a tool that answers from them", async () => {
  const href = async () =>
    (await toolLineage(member, "leave-check")).nodes.find(({ id }) => id === "source:handbook")?.href;
  expect(await href()).toBe("/sources/handbook");
  await db().tool.update({ where: { slug: "handbook-answers" }, data: { blockedAt: new Date() } });
  expect(await href()).toBeNull();
});

test("a circle ends", async () => {
  expect((await seen(member, "circle")).edges).toContain("circle-back > circle");
});
