import { beforeAll, describe, expect, test } from "vitest";
import { makeTool } from "#lib/catalog/testing/make-tools.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { newId } from "#lib/db/uuid.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { makeTeam, makeViewer } from "#lib/identity/testing/make-people.ts";
import type { Arguments, CallableOperation, StoredCall } from "#lib/tools/call.ts";
import type { ToolCallOutcome } from "#lib/tools/outcome.ts";
import { resultOfText } from "#lib/tools/read-result.ts";
import { approveCall } from "#lib/tools/server/approve-call.ts";
import { declineCall } from "#lib/tools/server/decline-call.ts";
import { findCallableOperation } from "#lib/tools/server/find-operation.ts";
import { findOwnCall } from "#lib/tools/server/find-own-call.ts";
import { performCall } from "#lib/tools/server/perform-call.ts";
import { proposeCall } from "#lib/tools/server/propose-call.ts";
import { readOverflow, streamOverflow } from "#lib/tools/server/read-overflow.ts";

const place = { channel: "form" } as const;
let viewer: Viewer;
let other: Viewer;
let operation: CallableOperation;

testDatabase();
beforeAll(async () => {
  [viewer, other] = [await makeViewer({ name: "Ada" }), await makeViewer({ name: "Eve" })];
  const team = await makeTeam();
  const inputSchema = {
    type: "object",
    properties: { note: { type: "string" } },
    additionalProperties: false,
  };
  const binding = { kind: "link", url: "https://desk.example" };
  const tool = await makeTool({
    name: "Desk",
    ...team,
    operations: [{ name: "send", inputSchema, binding }],
  });
  operation = await findCallableOperation(viewer, { id: tool.id }, "send", place);
});

const propose = (status: "running" | "waiting-approval", args: Arguments = {}) =>
  proposeCall(viewer, operation, args, place, status);

async function perform(call: StoredCall, ended: Partial<ToolCallOutcome>): Promise<ToolCallOutcome> {
  const outcome: ToolCallOutcome = { status: "succeeded", durationMs: 3, attempts: 1, ...ended };
  return performCall(viewer, call, place, async () => outcome, AbortSignal.timeout(5000));
}

/** A call that brought back this text, of which a result holds `limit` bytes. */
async function callWith(text: string, contentType: string, limit: number) {
  const call = await propose("running");
  const read = resultOfText(text, contentType, limit);
  if (!read) throw new Error("unreadable");
  return { id: call.id, outcome: await perform(call, read) };
}

async function readAll(id: string): Promise<{ text: string; pages: number }> {
  const texts: string[] = [];
  for (let offset: number | null = 0; offset !== null; ) {
    const page = await readOverflow(viewer, id, offset);
    texts.push(page.text);
    offset = page.nextOffset;
  }
  return { text: texts.join(""), pages: texts.length };
}

describe("a result that was cut", () => {
  test("is read whole, page by page, with every character in one piece", async () => {
    const text = `begin${"🙂ação\n".repeat(80_000)}end`;
    const { id, outcome } = await callWith(text, "text/plain", 100);
    expect(outcome.result).toMatchObject({ truncated: true, bytes: Buffer.byteLength(text) });
    expect(outcome).not.toHaveProperty("overflow");
    expect(await readAll(id)).toEqual({ text, pages: 3 });
    expect(await new Response(await streamOverflow(viewer, id)).text()).toBe(text);
    const beyond = await readOverflow(viewer, id, 10_000_000);
    expect(beyond).toMatchObject({ text: "", nextOffset: null, length: [...text].length });
  });

  test("is nobody else's", async () => {
    const { id } = await callWith("x".repeat(200), "text/plain", 100);
    await expect(readOverflow(other, id, 0)).rejects.toMatchObject({ code: "not-found" });
    await expect(streamOverflow(other, id)).rejects.toMatchObject({ code: "not-found" });
    await expect(readOverflow(viewer, newId(), 0)).rejects.toMatchObject({ code: "not-found" });
  });
});

test("a result that was not cut is read the same way, a failed call has none", async () => {
  const json = await callWith('{"a":[1,"ü"]}', "application/json", 1000);
  expect(JSON.parse((await readAll(json.id)).text)).toEqual({ a: [1, "ü"] });
  const plain = await callWith("just this", "text/plain", 1000);
  expect(await readAll(plain.id)).toEqual({ text: "just this", pages: 1 });
  const failed = await propose("running");
  await perform(failed, { status: "failed", error: { code: "tool-failed", message: "No.", mend: "Wait." } });
  await expect(readOverflow(viewer, failed.id, 0)).rejects.toMatchObject({ code: "not-found" });
});

test.each([
  ["text", "a\u0000b\ud800".repeat(40)],
  ["JSON", JSON.stringify({ "k\u0000": ["a\u0000b", "\ud800"] })],
])("characters that a database cannot hold do not lose the %s", async (kind, text) => {
  for (const limit of [50, 10_000]) {
    const type = kind === "JSON" ? "application/json" : "text/plain";
    const { id, outcome } = await callWith(text, type, limit);
    expect(outcome.status).toBe("succeeded");
    expect((await readAll(id)).text).toContain("a");
    expect(await db().toolCall.findUnique({ where: { id }, select: { status: true } })).toEqual({
      status: "succeeded",
    });
  }
});

describe("a call that waits for its person", () => {
  const statusOf = async (id: string) =>
    db().toolCall.findUniqueOrThrow({
      where: { id },
      select: { status: true, arguments: true, finishedAt: true },
    });
  const intents = (callId: string) => db().auditEvent.count({ where: { callId, type: "tool.call-started" } });

  test("is theirs alone to find", async () => {
    const { id } = await propose("waiting-approval", { note: "hello" });
    const toolId = operation.tool.id;
    expect(await findOwnCall(viewer, id)).toEqual({
      id,
      toolId,
      operationName: "send",
      arguments: { note: "hello" },
    });
    await expect(findOwnCall(other, id)).rejects.toMatchObject({ code: "not-found" });
  });

  test("runs once, with the arguments of the approval, and its intent is in the trail", async () => {
    const call = await propose("waiting-approval", { note: "hello" });
    expect(await intents(call.id)).toBe(0);
    const edited = { ...call, arguments: { note: "edited" } };
    expect(await approveCall(other, edited, place)).toBe(false);
    expect(await statusOf(call.id)).toMatchObject({
      status: "waiting-approval",
      arguments: { note: "hello" },
    });
    expect(await approveCall(viewer, edited, place)).toBe(true);
    expect(await statusOf(call.id)).toMatchObject({ status: "running", arguments: { note: "edited" } });
    expect(await approveCall(viewer, call, place)).toBe(false);
    expect(await declineCall(viewer, call.id)).toBe(false);
    expect(await statusOf(call.id)).toMatchObject({ status: "running", arguments: { note: "edited" } });
    expect(await intents(call.id)).toBe(1);
  });

  test.each(["declined", "refused"] as const)("ends as %s, once", async (status) => {
    const { id } = await propose("waiting-approval");
    expect(await declineCall(other, id, status)).toBe(false);
    expect(await declineCall(viewer, id, status)).toBe(true);
    expect(await declineCall(viewer, id)).toBe(false);
    expect(await statusOf(id)).toMatchObject({ status, finishedAt: expect.any(Date) });
    expect(await intents(id)).toBe(0);
  });
});
