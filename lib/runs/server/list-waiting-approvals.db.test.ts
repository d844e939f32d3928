import { expect, test } from "vitest";
import { makeTool } from "#lib/catalog/testing/make-tools.ts";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { newId } from "#lib/db/uuid.ts";
import { makeTeam, makeViewer } from "#lib/identity/testing/make-people.ts";
import { listWaitingApprovals } from "#lib/runs/server/list-waiting-approvals.ts";

testDatabase();

test("only the person's own unanswered calls wait, the longest waiting first", async () => {
  const team = await makeTeam();
  const [viewer, other] = [
    await makeViewer({ teamId: team.teamId }),
    await makeViewer({ teamId: team.teamId }),
  ];
  const tool = await makeTool({ name: "Ticket Desk", ...team });
  const ask = async (personId: string, operationName: string, minutesAgo: number, state = "pending") => {
    const createdAt = new Date(now().getTime() - minutesAgo * 60_000);
    const callId = newId();
    await db().toolCall.create({
      data: {
        id: callId,
        personId,
        toolId: tool.id,
        versionId: tool.versionId,
        operationName,
        channel: "chat",
        arguments: {},
        schemaHash: "s",
        status: "waiting-approval",
        createdAt,
      },
    });
    await db().approval.create({
      data: {
        id: newId(),
        callId,
        runId: newId(),
        personId,
        schemaHash: "s",
        argumentsHash: "a",
        state,
        createdAt,
      },
    });
  };
  await ask(viewer.id, "open", 5);
  await ask(viewer.id, "comment", 50);
  await ask(viewer.id, "close", 60, "declined");
  await ask(other.id, "withdraw", 70);
  expect(await listWaitingApprovals(viewer)).toMatchObject([
    { operationName: "comment", tool: { slug: "ticket-desk", name: "Ticket Desk" }, conversationId: null },
    { operationName: "open" },
  ]);
});
