import "server-only";
import type { AgentStep, HttpBinding, LoopLimits, OperationDefinition } from "#lib/catalog/operation.ts";
import { catalogChanged } from "#lib/catalog/server/catalog-changed.ts";
import { makeTool } from "#lib/catalog/testing/make-tools.ts";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { newId } from "#lib/db/uuid.ts";
import { createEgress } from "#lib/http/egress.ts";
import { deskKey } from "#lib/runs/testing/services.ts";
import { storeSecret } from "#lib/secrets/secret-store.ts";
import { discoverMcpTools } from "#lib/tools/server/discover-mcp-tools.ts";
import type { Prisma } from "#prisma/generated/client.ts";

export const reads = { readOnly: true, destructive: false, idempotent: true, openWorld: false };
export const writes = { readOnly: false, destructive: false, idempotent: false, openWorld: false };

type Place = { readonly domainId: string; readonly teamId: string; readonly ownerId: string };
export type MadeTool = { readonly id: string; readonly slug: string; readonly versionId: string };

const status = { type: "string", enum: ["open", "closed"], description: "State of the ticket." };
export const createTicketSchema = {
  type: "object",
  properties: {
    subject: { type: "string", minLength: 3, maxLength: 80 },
    priority: { type: "string", enum: ["low", "high"], default: "low" },
  },
  required: ["subject"],
  additionalProperties: false,
};

function deskBinding(
  url: string,
  binding: Pick<HttpBinding, "method" | "path"> & Partial<HttpBinding>,
): HttpBinding {
  return {
    kind: "http",
    serverUrl: `${url}/desk`,
    parameters: [],
    security: [{ scheme: "apiKey", in: "header", name: "x-desk-key", secretName: "key" }],
    ...binding,
  };
}

type Facts = Omit<OperationDefinition, "annotations" | "exampleInput"> &
  Partial<Pick<OperationDefinition, "annotations">>;

function asRow(definition: Facts): Partial<Prisma.ToolOperationUncheckedCreateInput> {
  const { inputSchema, outputSchema, binding, annotations = reads, ...words } = definition;
  return {
    ...words,
    annotations,
    inputSchema: inputSchema as Prisma.InputJsonValue,
    binding: binding as Prisma.InputJsonValue,
    ...(outputSchema === undefined ? {} : { outputSchema: outputSchema as Prisma.InputJsonValue }),
  };
}

/** The ticket desk: one operation that reads, one that writes, one that never answers and one that fails. */
export async function makeDesk(url: string, place: Place): Promise<MadeTool> {
  const empty = { type: "object", properties: {}, additionalProperties: false };
  const tool = await makeTool({
    name: "Ticket desk",
    ...place,
    purpose: "Finds and creates tickets of customers about broken lines.",
    tags: ["tickets", "support"],
    operations: [
      asRow({
        name: "find_tickets",
        title: "Find tickets",
        description: "Lists tickets by their status.",
        inputSchema: { type: "object", properties: { status }, additionalProperties: false },
        binding: deskBinding(url, {
          method: "GET",
          path: "/tickets",
          parameters: [
            {
              name: "status",
              in: "query",
              style: "form",
              explode: true,
              required: false,
              property: "status",
            },
          ],
        }),
      }),
      asRow({
        name: "create_ticket",
        title: "Create a ticket",
        description: "Opens a new ticket.",
        annotations: writes,
        inputSchema: createTicketSchema,
        binding: deskBinding(url, {
          method: "POST",
          path: "/tickets",
          body: {
            contentType: "application/json",
            required: true,
            fields: [
              { name: "subject", property: "subject" },
              { name: "priority", property: "priority" },
            ],
          },
        }),
      }),
      asRow({
        name: "wait_for_desk",
        title: "Wait for the desk",
        description: "Waits.",
        inputSchema: empty,
        binding: deskBinding(url, { method: "GET", path: "/slow" }),
      }),
      asRow({
        name: "break_desk",
        title: "Break the desk",
        description: "Fails.",
        inputSchema: empty,
        binding: deskBinding(url, { method: "GET", path: "/broken" }),
      }),
    ],
  });
  await storeSecret("tool", tool.id, "key", deskKey);
  return tool;
}

/** A tool whose only operation reads salaries; who may use it is said by a rule. */
export async function makeSalaries(url: string, place: Place): Promise<MadeTool> {
  return makeTool({
    name: "Salary bands",
    ...place,
    purpose: "Looks up the salary bands of a job family.",
    operations: [
      asRow({
        name: "find_band",
        title: "Find a salary band",
        description: "Looks up a salary band.",
        inputSchema: { type: "object", properties: { job: { type: "string" } }, required: ["job"] },
        binding: deskBinding(url, { method: "GET", path: "/bands" }),
      }),
    ],
  });
}

const leaveRules = `# Parental leave

## Length

Parents take up to 26 weeks of parental leave. The leave is paid in full for the first 16 weeks.

## Notice

Tell your manager at least eight weeks before parental leave begins.
`;

/** A knowledge tool over one document. */
export async function makeLeaveRules(place: Place): Promise<MadeTool> {
  const sourceId = newId();
  const { domainId, teamId } = place;
  await db().knowledgeSource.create({
    data: { id: sourceId, slug: "leave-rules", name: "Leave rules", domainId, teamId },
  });
  await db().document.create({
    data: {
      id: newId(),
      sourceId,
      slug: "parental-leave",
      title: "Parental leave",
      content: leaveRules,
      updatedAt: new Date(),
    },
  });
  return makeTool({
    name: "Leave rules",
    kind: "knowledge",
    ...place,
    purpose: "Answers questions about leave from the company's own rules.",
    operations: [
      asRow({
        name: "ask",
        title: "Ask about leave",
        description: "Quotes the rules about leave.",
        inputSchema: {
          type: "object",
          properties: { question: { type: "string", minLength: 3 } },
          required: ["question"],
          additionalProperties: false,
        },
        binding: { kind: "knowledge", sourceIds: [sourceId], maxPassages: 3 },
      }),
    ],
  });
}

/** A tool of a real MCP server, imported as an owner would. */
export async function makeInventory(url: string, place: Place): Promise<MadeTool> {
  const egress = createEgress({ allowPrivate: ["127.0.0.1"] });
  const found = await discoverMcpTools(`${url}/mcp`, [], { egress, secrets: {} });
  await egress.close();
  if (found.state !== "connected") throw new Error(found.error.message);
  return makeTool({
    name: "Site inventory",
    kind: "mcp",
    ...place,
    purpose: "Lists the network sites of a region.",
    operations: found.tools.flatMap(({ definition }) => (definition ? [asRow(definition)] : [])),
  });
}

/** A fixed sequence. Without other steps: it finds tickets, then prepares a new one. */
export async function makeAgent(name: string, place: Place, steps?: readonly AgentStep[]): Promise<MadeTool> {
  const standard: AgentStep[] = [
    {
      id: "find",
      title: "Look for open tickets",
      tool: "ticket-desk",
      operation: "find_tickets",
      inputs: { status: { value: "open" } },
    },
    {
      id: "create",
      title: "Open a ticket",
      tool: "ticket-desk",
      operation: "create_ticket",
      inputs: { subject: { template: "{{input.subject}} (like {{steps.find.output.tickets.0.id}})" } },
    },
  ];
  return makeTool({
    name,
    kind: "agent",
    ...place,
    purpose: `${name} looks for similar tickets and opens a new one.`,
    operations: [
      asRow({
        name: "handle",
        title: "Handle an outage",
        description: "Looks for similar tickets, then opens one.",
        inputSchema: {
          type: "object",
          properties: { subject: { type: "string" } },
          additionalProperties: false,
        },
        binding: { kind: "agent", steps: [...(steps ?? standard)] },
      }),
    ],
  });
}

/** An agent that lets a model work with these operations, written `tool/operation`. */
export async function makeLoop(
  name: string,
  place: Place,
  tools: readonly string[],
  more: { readonly limits?: Partial<LoopLimits>; readonly modelAlias?: string } = {},
): Promise<MadeTool> {
  return makeTool({
    name,
    kind: "agent",
    needsModel: true,
    ...place,
    purpose: `${name} works out what a customer needs.`,
    operations: [
      asRow({
        name: "work",
        title: "Work it out",
        description: "Works with other tools.",
        inputSchema: {
          type: "object",
          properties: { request: { type: "string", minLength: 1 } },
          required: ["request"],
          additionalProperties: false,
        },
        binding: {
          kind: "agent-loop",
          instructions: "Help the person with their tickets.",
          message: "{{request}}",
          modelAlias: more.modelAlias ?? "default",
          tools: tools.map((one) => {
            const [tool = "", operation = ""] = one.split("/");
            return { tool, operation };
          }),
          limits: { depth: 2, steps: 5, seconds: 30, tokens: 100_000, ...more.limits },
        },
      }),
    ],
  });
}

/** A prompt tool that the model behind `modelAlias` answers. */
export async function makePrompt(
  place: Place,
  name = "Plain words",
  modelAlias = "default",
): Promise<MadeTool> {
  return makeTool({
    name,
    kind: "prompt",
    needsModel: true,
    ...place,
    purpose: "Rewrites a text in plain words.",
    operations: [
      asRow({
        name: "rewrite",
        title: "Rewrite in plain words",
        description: "Rewrites a text.",
        inputSchema: {
          type: "object",
          properties: { text: { type: "string", minLength: 1 } },
          required: ["text"],
          additionalProperties: false,
        },
        binding: {
          kind: "prompt",
          instructions: "Rewrite in plain words.",
          message: "Text: {{text}}",
          modelAlias,
          maxOutputTokens: 200,
        },
      }),
    ],
  });
}

/** Publishes a new version of a tool in which one operation takes other inputs. */
export async function releaseInputs(
  tool: MadeTool,
  operation: string,
  inputSchema: object,
  version: string,
): Promise<void> {
  const versionId = newId();
  const { words } = await db().toolVersion.findUniqueOrThrow({ where: { id: tool.versionId } });
  const operations = await db().toolOperation.findMany({ where: { versionId: tool.versionId } });
  await db().toolVersion.create({
    data: { id: versionId, toolId: tool.id, version, words: words ?? {}, publishedAt: now() },
  });
  for (const row of operations) {
    const copy = { ...row, id: newId(), versionId, ...(row.name === operation ? { inputSchema } : {}) };
    await db().toolOperation.create({ data: copy as Prisma.ToolOperationUncheckedCreateInput });
  }
  await db().tool.update({ where: { id: tool.id }, data: { currentVersionId: versionId } });
  await catalogChanged();
}
