import type { JsonSchema } from "#lib/catalog/operation.ts";
import { isAppError } from "#lib/errors.ts";
import type { ComparedOperation } from "#lib/publishing/contract/operation-changes.ts";
import { isJsonObject, member } from "#lib/tools/json-object.ts";
import { annotationsOfMcpTool, mcpToolSchema } from "#lib/tools/mcp-definition.ts";
import { importOpenApi } from "#lib/tools/openapi/import-openapi.ts";

/** A definition of the other side as far as it can be understood, in its own words. */
export type ReadDefinition = {
  readonly operation: ComparedOperation;
  /** Where calls go, and how they sign in, in words; null where the definition does not say. */
  readonly server: string | null;
  readonly signIn: string | null;
};

function readMcp(raw: unknown, name: string): ReadDefinition | null {
  const read = mcpToolSchema.safeParse(raw);
  if (!read.success) return null;
  const tool = read.data;
  return {
    server: null,
    signIn: null,
    operation: {
      name,
      title: tool.title ?? tool.annotations?.title ?? tool.name,
      description: tool.description ?? "",
      inputSchema: tool.inputSchema as JsonSchema,
      ...(tool.outputSchema ? { outputSchema: tool.outputSchema as JsonSchema } : {}),
      annotations: annotationsOfMcpTool(tool),
    },
  };
}

function readOpenApi(raw: unknown, name: string): ReadDefinition | null {
  try {
    const { operations, securitySchemes, servers } = importOpenApi(JSON.stringify(raw));
    const [only] = operations;
    if (!only?.definition) return null;
    const { binding, ...operation } = only.definition;
    if (binding.kind !== "http") return null;
    const signIn = binding.security.map(({ scheme, in: place, name: key }) =>
      [scheme, place, key].filter(Boolean).join(" "),
    );
    return {
      server: binding.serverUrl || (servers[0]?.url ?? null),
      signIn: signIn.join(", ") || (securitySchemes.length > 0 ? "none" : null),
      operation: { ...operation, name },
    };
  } catch (error) {
    if (isAppError(error)) return null;
    throw error;
  }
}

/** Reads a definition as it was kept word for word; null for one that cannot be understood. */
export function readDefinition(raw: unknown, name: string): ReadDefinition | null {
  if (!isJsonObject(raw)) return null;
  return member(raw, "openapi") === undefined ? readMcp(raw, name) : readOpenApi(raw, name);
}
