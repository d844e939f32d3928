import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningServices, startTestServices } from "#demo/services/services-fixture.ts";
import { plannedTools } from "#demo/tools/all-tools.ts";
import { networkInventory } from "#demo/tools/network-inventory.ts";
import type { PlannedTool } from "#demo/tools/planned-tool.ts";
import { ticketDesk } from "#demo/tools/ticket-desk.ts";
import { operationDefinitionSchema } from "#lib/catalog/operation.ts";
import { makeTool } from "#lib/catalog/testing/make-tools.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { newId } from "#lib/db/uuid.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { makeTeam, makeViewer } from "#lib/identity/testing/make-people.ts";
import { storeSecret } from "#lib/secrets/secret-store.ts";
import type { Arguments, CallableOperation } from "#lib/tools/call.ts";
import type { ToolCallOutcome } from "#lib/tools/outcome.ts";
import { executeDirect } from "#lib/tools/server/execute-direct.ts";
import { findCallableOperation } from "#lib/tools/server/find-operation.ts";
import { isToolPaused } from "#lib/tools/server/with-breaker.ts";
import { checkArguments } from "#lib/tools/validate-arguments.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { seedTime } from "#prisma/seed/seed-time.ts";
import { operationsOf, readServiceOperations, secretsOf } from "#prisma/seed/tool-operations.ts";

const day = "2026-11-20";
const time = seedTime(day, new Date(`${day}T12:00:00Z`));
let services: RunningServices;
let offered: Awaited<ReturnType<typeof readServiceOperations>>;
let viewer: Viewer;
let place: { domainId: string; teamId: string };

testDatabase();
beforeAll(async () => {
  services = await startTestServices(day);
  offered = await readServiceOperations(services.url, services.token);
  place = await makeTeam();
  viewer = await makeViewer({ name: "Amélia Hart", email: "amelia.hart@northmere.example" });
});
afterAll(() => services.stop());

const acceptsAnything = (operation: CallableOperation): CallableOperation => ({
  ...operation,
  inputSchema: true,
});

function nobodyListens(operation: CallableOperation): CallableOperation {
  if (operation.binding.kind !== "http") throw new Error("not an HTTP operation");
  return { ...operation, binding: { ...operation.binding, serverUrl: "http://127.0.0.1:42199" } };
}

function contentOf<Content>(outcome: ToolCallOutcome): Content {
  if (!outcome.result) throw new Error(JSON.stringify(outcome));
  return outcome.result.content as Content;
}

/** A tool of the demo company in the catalog, with its credentials, as the seed would put it there. */
async function seeded(tool: PlannedTool, name: string) {
  const made = await makeTool({
    name,
    ...place,
    kind: tool.making.kind,
    operations: operationsOf(tool, offered, time).map(
      ({ definition }) => definition as Partial<Prisma.ToolOperationUncheckedCreateInput>,
    ),
  });
  for (const [field, value] of Object.entries(secretsOf(tool, services.token)))
    await storeSecret("tool", made.id, field, value);
  return {
    id: made.id,
    async run(operationName: string, args: Arguments, change = (operation: CallableOperation) => operation) {
      const operation = await findCallableOperation(viewer, { id: made.id }, operationName, {
        channel: "form",
      });
      const call = { id: newId(), operation: change(operation), arguments: args };
      return executeDirect(viewer, call, AbortSignal.timeout(10_000));
    },
  };
}

describe("the tools of the demo company", () => {
  test.each(plannedTools.map((tool) => [tool.slug, tool] as const))(
    "%s has valid operations whose examples fit",
    (_, tool) => {
      for (const { definition } of operationsOf(tool, offered, time)) {
        expect(operationDefinitionSchema.parse(definition)).toEqual(definition);
        const { exampleInput, inputSchema, name } = definition;
        if (exampleInput !== undefined) expect(checkArguments(inputSchema, exampleInput), name).toEqual([]);
      }
    },
  );

  test("nobody is asked in whose name a call is made", () => {
    const asked = plannedTools.flatMap((tool) =>
      operationsOf(tool, offered, time).map(({ definition }) => JSON.stringify(definition.inputSchema)),
    );
    expect(asked.filter((schema) => /behalf|acknowledgedBy|x-weft-fill/i.test(schema))).toEqual([]);
  });
});

describe("identity", () => {
  const ticket = { title: "No light on BRG-07", category: "network-alarm" };

  test("a ticket is opened, and commented on, in the name of the caller", async () => {
    const desk = await seeded(ticketDesk, "Ticket desk");
    const opened = await desk.run("createTicket", ticket);
    expect(opened).toMatchObject({ status: "succeeded", result: { content: { openedFor: viewer.email } } });
    const { id } = contentOf<{ id: string }>(opened);
    const comment = await desk.run("addComment", { ticketId: id, text: "Called the site." });
    expect(comment).toMatchObject({ status: "succeeded", result: { content: { author: viewer.email } } });
  });

  test("an argument cannot name somebody else", async () => {
    const desk = await seeded(ticketDesk, "Other desk");
    const somebody = "raul.quintela@northmere.example";
    const refused = await desk.run("createTicket", { ...ticket, "X-On-Behalf-Of": somebody });
    expect(refused).toMatchObject({ status: "failed", error: { code: "invalid-arguments" }, attempts: 0 });
    const everything = {
      ...ticket,
      "X-On-Behalf-Of": somebody,
      X_On_Behalf_Of: somebody,
      viewer: { email: somebody },
    };
    const opened = await desk.run("createTicket", everything, acceptsAnything);
    expect(opened).toMatchObject({ status: "succeeded", result: { content: { openedFor: viewer.email } } });
  });

  test("an MCP server hears it the same way", async () => {
    const network = await seeded(networkInventory, "Network");
    const alarms = await network.run("list_alarms", { state: "active", limit: 1 });
    const [alarm] = contentOf<{ alarms: { id: string }[] }>(alarms).alarms;
    const outcome = await network.run("acknowledge_alarm", { alarm: alarm?.id, note: "On it." });
    expect(outcome).toMatchObject({
      status: "succeeded",
      result: { content: { alarm: { id: alarm?.id, acknowledgedBy: viewer.email } } },
    });
  });
});

test("a tool that keeps failing is left alone, and nobody else is", async () => {
  const broken = await seeded(ticketDesk, "Broken desk");
  const whole = await seeded(ticketDesk, "Whole desk");
  const codes = [];
  for (let i = 0; i < 6; i += 1)
    codes.push((await broken.run("countTickets", {}, nobodyListens)).error?.code);
  expect(codes).toEqual([...Array(5).fill("tool-unreachable"), "paused-after-failures"]);
  expect([isToolPaused(broken.id), isToolPaused(whole.id)]).toEqual([true, false]);
  expect(await broken.run("countTickets", {})).toMatchObject({ error: { code: "paused-after-failures" } });
  expect(await whole.run("countTickets", {})).toMatchObject({ status: "succeeded" });
});
