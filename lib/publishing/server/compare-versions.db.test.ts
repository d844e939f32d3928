import { beforeAll, expect, test } from "vitest";
import { makeTool } from "#lib/catalog/testing/make-tools.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { newId } from "#lib/db/uuid.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { makeTeam, makeViewer } from "#lib/identity/testing/make-people.ts";
import { compareVersions } from "#lib/publishing/server/compare-versions.ts";

testDatabase();
let member: Viewer;
let stranger: Viewer;
let toolId: string;
const readOnly = { readOnly: true, destructive: false, idempotent: true, openWorld: false };
const input = (properties: object, required: string[] = []) => ({ type: "object", properties, required });

beforeAll(async () => {
  const support = await makeTeam("Support");
  member = await makeViewer({ teamId: support.teamId });
  stranger = await makeViewer({ teamId: (await makeTeam("People")).teamId });
  const desk = await makeTool({
    name: "Ticket Desk",
    ...support,
    audience: "team",
    limits: ["100 tickets"],
    operations: [
      {
        name: "find",
        title: "Find",
        inputSchema: input({ text: { type: "string" } }),
        annotations: readOnly,
      },
      { name: "count", title: "Count", annotations: readOnly },
    ],
  });
  toolId = desk.id;
  const { words } = await db().toolVersion.findUniqueOrThrow({ where: { id: desk.versionId } });
  const versionId = newId();
  await db().toolVersion.create({
    data: {
      id: versionId,
      toolId,
      version: "2.0.0",
      words: { ...(words as object), limits: ["50 tickets"] },
      publishedAt: new Date(),
    },
  });
  await db().toolOperation.create({
    data: {
      id: newId(),
      versionId,
      position: 0,
      name: "find",
      title: "Find",
      description: "",
      inputSchema: input({ text: { type: "string" }, team: { type: "string" } }, ["team"]),
      annotations: readOnly,
      binding: {},
      exampleRequests: [],
    },
  });
});

test("two versions differ in words and in operations, and it is said who breaks", async () => {
  const comparison = await compareVersions(member, "ticket-desk", { before: "1.0.0", after: "2.0.0" });
  expect(comparison).toMatchObject({
    before: { version: "1.0.0", words: { limits: ["100 tickets"] } },
    after: { version: "2.0.0", words: { limits: ["50 tickets"] } },
    fields: ["limits"],
    step: "major",
    operations: [
      {
        kind: "changed",
        operation: "find",
        input: [{ what: "added-required", path: "team", step: "major" }],
      },
      { kind: "removed", operation: "count" },
    ],
  });
});

test("a version with itself, one that does not exist, and a tool that one may not find", async () => {
  expect(await compareVersions(member, "ticket-desk", { before: "2.0.0", after: "2.0.0" })).toMatchObject({
    fields: [],
    operations: [],
    step: null,
  });
  const at = (viewer: Viewer, before: string) =>
    compareVersions(viewer, "ticket-desk", { before, after: "2.0.0" });
  await expect(at(member, "9.9.9")).rejects.toMatchObject({ code: "not-found" });
  await expect(at(stranger, "1.0.0")).rejects.toMatchObject({ code: "not-found" });
});
