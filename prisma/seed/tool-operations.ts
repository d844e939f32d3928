import { z } from "zod";
import { demoCredentials } from "#demo/services/credentials.ts";
import type { ImportedOperation, OwnOperation, PlannedTool, ServiceSlug } from "#demo/tools/planned-tool.ts";
import type { OperationBinding, OperationDefinition } from "#lib/catalog/operation.ts";
import { createEgress } from "#lib/http/egress.ts";
import { passageAnswerSchema } from "#lib/knowledge/schema.ts";
import { importOpenApi } from "#lib/tools/openapi/import-openapi.ts";
import { discoverMcpTools } from "#lib/tools/server/discover-mcp-tools.ts";
import { sourceId } from "./knowledge.ts";
import type { SeedTime } from "./seed-time.ts";

/** Most passages that a knowledge tool quotes. */
const maxPassages = 4;
const reads = { readOnly: true, destructive: false, idempotent: true, openWorld: false } as const;

export type ToolOperationPlan = {
  readonly definition: OperationDefinition;
  readonly exampleRequests: readonly string[];
};

/** What the demo services offer, read from them as an owner's import would. */
export type ServiceOperations = {
  readonly http: ReadonlyMap<ServiceSlug, ReadonlyMap<string, OperationDefinition>>;
  readonly mcp: ReadonlyMap<string, OperationDefinition>;
};

/** The secrets that the operations of a tool name, by the name under which they are stored. */
export function secretsOf(tool: PlannedTool, token: string): Readonly<Record<string, string>> {
  const { tickets, directory, expenses, network } = demoCredentials(token);
  if (tool.making.kind === "mcp") return { bearer: network.token };
  if (tool.making.kind !== "http") return {};
  switch (tool.making.service) {
    case "tickets":
      return { apiKey: tickets.key };
    case "directory":
      return { bearer: directory.token };
    case "expenses":
      return { basic: `${expenses.username}:${expenses.password}` };
    case "prices":
      return {};
  }
}

async function readDocument(
  servicesUrl: string,
  service: ServiceSlug,
): Promise<ReadonlyMap<string, OperationDefinition>> {
  const documentUrl = `${servicesUrl}/${service}/openapi.json`;
  const response = await fetch(documentUrl);
  if (!response.ok) throw new Error(`${documentUrl} answers ${response.status}.`);
  const { operations } = importOpenApi(await response.text(), { documentUrl });
  return new Map(
    operations.flatMap(({ name, definition }) => (definition ? [[name, definition] as const] : [])),
  );
}

/** Reads the four OpenAPI documents and the list of MCP tools of the running demo services. */
export async function readServiceOperations(servicesUrl: string, token: string): Promise<ServiceOperations> {
  const services = ["tickets", "directory", "expenses", "prices"] as const;
  const [documents, discovery] = await Promise.all([
    Promise.all(
      services.map(async (service) => [service, await readDocument(servicesUrl, service)] as const),
    ),
    discoverMcpTools(`${servicesUrl}/network/mcp`, [{ scheme: "bearer", secretName: "bearer" }], {
      egress: createEgress({ allowPrivate: [new URL(servicesUrl).host] }),
      secrets: { bearer: demoCredentials(token).network.token },
    }),
  ]);
  if (discovery.state !== "connected")
    throw new Error(`The network's MCP server: ${discovery.error.message}`);
  return {
    http: new Map(documents),
    mcp: new Map(
      discovery.tools.flatMap(({ name, definition }) => (definition ? [[name, definition] as const] : [])),
    ),
  };
}

function imported(
  slug: string,
  chosen: Readonly<Record<string, ImportedOperation>>,
  offered: ReadonlyMap<string, OperationDefinition> | undefined,
  day: string,
): ToolOperationPlan[] {
  return Object.entries(chosen).map(([name, plan]) => {
    const found = offered?.get(name);
    if (!found) throw new Error(`${slug}: the service has no operation "${name}".`);
    const example = typeof plan.exampleInput === "function" ? plan.exampleInput(day) : plan.exampleInput;
    return {
      exampleRequests: plan.exampleRequests,
      definition: {
        ...found,
        title: plan.title ?? found.title,
        description: plan.description ?? found.description,
        annotations: { ...found.annotations, ...plan.annotations },
        ...(example === undefined ? {} : { exampleInput: example }),
      },
    };
  });
}

function own(
  operation: OwnOperation,
  inputSchema: OperationDefinition["inputSchema"],
  binding: OperationBinding,
  outputSchema?: OperationDefinition["outputSchema"],
): ToolOperationPlan {
  const { exampleRequests, ...words } = operation;
  return {
    exampleRequests,
    definition: {
      ...words,
      inputSchema,
      annotations: reads,
      binding,
      ...(outputSchema === undefined ? {} : { outputSchema }),
    },
  };
}

const questionSchema = {
  type: "object",
  properties: {
    question: {
      type: "string",
      minLength: 3,
      maxLength: 1000,
      description: "What you want to know, in your own words.",
    },
  },
  required: ["question"],
  additionalProperties: false,
};

/** The operations of a tool, in the order in which its page lists them. */
export function operationsOf(
  tool: PlannedTool,
  services: ServiceOperations,
  time: SeedTime,
): ToolOperationPlan[] {
  const { making } = tool;
  switch (making.kind) {
    case "http":
      return imported(tool.slug, making.operations, services.http.get(making.service), time.day);
    case "mcp":
      return imported(tool.slug, making.operations, services.mcp, time.day);
    case "knowledge":
      return [
        own(
          making.operation,
          questionSchema,
          { kind: "knowledge", sourceIds: making.sets.map((set) => sourceId(set, time)), maxPassages },
          z.toJSONSchema(passageAnswerSchema) as Record<string, unknown>,
        ),
      ];
    case "prompt": {
      const { inputSchema, ...operation } = making.operation;
      const { instructions, message, modelAlias, maxOutputTokens } = making;
      const binding = { kind: "prompt" as const, instructions, message, modelAlias, maxOutputTokens };
      return [own(operation, { ...inputSchema }, binding)];
    }
    case "agent": {
      const { inputSchema, ...operation } = making.operation;
      const binding = { kind: "agent" as const, steps: [...making.steps], output: { ...making.output } };
      return [own(operation, { ...inputSchema }, binding)];
    }
    case "link":
      return [];
  }
}
