import { z } from "zod";
import { demoCredentials } from "#demo/services/credentials.ts";
import type { ImportedOperation, OwnOperation, PlannedTool } from "#demo/tools/planned-tool.ts";
import type { OperationBinding, OperationDefinition } from "#lib/catalog/operation.ts";
import { passageAnswerSchema } from "#lib/knowledge/schema.ts";
import type { JsonObject } from "#lib/tools/json-object.ts";
import { sourceId } from "./knowledge.ts";
import type { SeedTime } from "./seed-time.ts";
import { readServiceSources, type ServiceSource } from "./service-sources.ts";

/** Most passages that a knowledge tool quotes. */
const maxPassages = 4;
const reads = { readOnly: true, destructive: false, idempotent: true, openWorld: false } as const;

export type ToolOperationPlan = {
  readonly definition: OperationDefinition;
  readonly exampleRequests: readonly string[];
  /** The other side's definition as it was reviewed. */
  readonly contract?: JsonObject;
};

/** What the demo services offer, read from them as an owner's import would. */
export type ServiceOperations = { readonly sources: ReadonlyMap<string, ServiceSource> };

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

/** Reads the four OpenAPI documents and the list of MCP tools of the running demo services. */
export async function readServiceOperations(servicesUrl: string, token: string): Promise<ServiceOperations> {
  return { sources: await readServiceSources(servicesUrl, token) };
}

function imported(
  slug: string,
  chosen: Readonly<Record<string, ImportedOperation>>,
  source: ServiceSource | undefined,
  day: string,
): ToolOperationPlan[] {
  return Object.entries(chosen).map(([name, plan]) => {
    const offered = source?.operations.get(name);
    if (!offered) throw new Error(`${slug}: the service has no operation "${name}".`);
    const { definition: found, contract } = offered;
    const example = typeof plan.exampleInput === "function" ? plan.exampleInput(day) : plan.exampleInput;
    return {
      exampleRequests: plan.exampleRequests,
      contract,
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
      return imported(tool.slug, making.operations, services.sources.get(making.service), time.day);
    case "mcp":
      return imported(tool.slug, making.operations, services.sources.get("network"), time.day);
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
