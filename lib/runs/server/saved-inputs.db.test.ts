import { beforeAll, describe, expect, test } from "vitest";
import { makeTool } from "#lib/catalog/testing/make-tools.ts";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { newId } from "#lib/db/uuid.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { makeTeam, makeViewer } from "#lib/identity/testing/make-people.ts";
import { savedInputsAtMost } from "#lib/runs/saved-input.ts";
import { deleteSavedInput, listSavedInputs, saveInput } from "#lib/runs/server/saved-inputs.ts";
import { listOperationCalls } from "#lib/tools/server/list-operation-calls.ts";

testDatabase();
let amelia: Viewer;
let ben: Viewer;
let stranger: Viewer;
let tool: { id: string; versionId: string };

beforeAll(async () => {
  const support = await makeTeam("Support");
  const other = await makeTeam("Other");
  amelia = await makeViewer({ name: "Amelia", teamId: support.teamId });
  ben = await makeViewer({ name: "Ben", teamId: support.teamId });
  stranger = await makeViewer({ name: "Sam", teamId: other.teamId });
  const properties = { text: { type: "string" }, pin: { type: "string", format: "password" } };
  tool = await makeTool({
    name: "Ticket Desk",
    ...support,
    audience: "team",
    operations: [{ name: "find", inputSchema: { type: "object", properties } }, { name: "open" }],
  });
});

const save = (viewer: Viewer, name: string, input: Record<string, unknown> = {}, operation = "find") =>
  saveInput(viewer, "ticket-desk", operation, { name, input });
const namesOf = async (viewer: Viewer, operation = "find") =>
  (await listSavedInputs(viewer, "ticket-desk", operation)).map(({ name }) => name);
const trail = async () =>
  (
    await db().auditEvent.findMany({
      where: { type: { startsWith: "saved-input." } },
      orderBy: { id: "asc" },
    })
  ).map(({ type }) => type);

describe("a saved form", () => {
  test("is kept for its person and its operation alone, in its order of fields and without secrets", async () => {
    const saved = await save(amelia, "Every Monday", { text: "open", pin: "4711", also: { b: 1, a: 2 } });
    expect(JSON.stringify(saved.input)).toBe('{"text":"open","also":{"b":1,"a":2}}');
    expect(await namesOf(amelia)).toEqual(["Every Monday"]);
    expect(await namesOf(amelia, "open")).toEqual([]);
    expect(await namesOf(ben)).toEqual([]);
    expect(await trail()).toEqual(["saved-input.saved"]);
  });

  test("gives way to one of the same name", async () => {
    const [before] = await listSavedInputs(amelia, "ticket-desk", "find");
    const after = await save(amelia, "Every Monday", { text: "closed" });
    expect(after).toMatchObject({ id: before?.id, input: { text: "closed" } });
    expect(await namesOf(amelia)).toEqual(["Every Monday"]);
  });

  test("is deleted by its person only, and the trail says so", async () => {
    const { id } = await save(amelia, "Old");
    const remove = (viewer: Viewer, operation = "find") =>
      deleteSavedInput(viewer, "ticket-desk", operation, id);
    await expect(remove(ben)).rejects.toMatchObject({ code: "not-found" });
    await expect(remove(amelia, "open")).rejects.toMatchObject({ code: "not-found" });
    const before = (await trail()).length;
    await remove(amelia);
    expect(await namesOf(amelia)).toEqual(["Every Monday"]);
    expect((await trail()).slice(before)).toEqual(["saved-input.deleted"]);
    await expect(remove(amelia)).rejects.toMatchObject({ code: "not-found" });
  });

  test("needs a tool and an operation that the person may use, and has a bound in size and number", async () => {
    await expect(save(stranger, "Mine")).rejects.toMatchObject({ code: "not-found" });
    await expect(listSavedInputs(stranger, "ticket-desk", "find")).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(save(amelia, "Nothing", {}, "none")).rejects.toMatchObject({ code: "not-found" });
    await expect(save(amelia, "Large", { text: "x".repeat(70_000) })).rejects.toMatchObject({
      code: "invalid-input",
      fields: [{ path: "input" }],
    });
    for (let at = 0; at < savedInputsAtMost; at++) await save(ben, `Form ${at}`);
    await expect(save(ben, "One more")).rejects.toMatchObject({ code: "conflict" });
    await save(ben, "Form 7", { text: "replaced" });
  });
});

describe("the calls of an operation", () => {
  const call = (person: Viewer, operationName: string, sent: object, more = {}) =>
    db().toolCall.create({
      data: {
        id: newId(),
        personId: person.id,
        toolId: tool.id,
        versionId: tool.versionId,
        operationName,
        channel: "form",
        arguments: sent,
        schemaHash: "",
        status: "succeeded",
        createdAt: now(),
        ...more,
      },
    });

  test("are the person's own, newest first, with what was sent and what went wrong", async () => {
    const hourAgo = new Date(now().getTime() - 3_600_000);
    await call(amelia, "find", { text: "first" }, { createdAt: hourAgo, durationMs: 41 });
    await call(
      amelia,
      "find",
      { text: "second" },
      { status: "failed", error: { code: "tool-failed", message: "The desk is down.", mend: "Wait." } },
    );
    await call(amelia, "find", { text: "x".repeat(70_000) });
    await call(amelia, "open", {});
    await call(ben, "find", { text: "Ben's" });
    const calls = await listOperationCalls(amelia, "ticket-desk", "find", 20);
    expect(calls).toMatchObject([
      { arguments: null },
      { status: "failed", error: "The desk is down.", arguments: { text: "second" } },
      { status: "succeeded", error: null, durationMs: 41, arguments: { text: "first" } },
    ]);
    expect(await listOperationCalls(amelia, "ticket-desk", "find", 1)).toHaveLength(1);
    await expect(listOperationCalls(stranger, "ticket-desk", "find", 20)).rejects.toMatchObject({
      code: "not-found",
    });
  });
});
