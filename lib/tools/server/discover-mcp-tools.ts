import "server-only";
import type { OperationDefinition, SecurityRequirement } from "#lib/catalog/operation.ts";
import { countInvisible, stripInvisible } from "#lib/tools/invisible.ts";
import type { JsonObject } from "#lib/tools/json-object.ts";
import { annotationsOfMcpTool, mcpToolSchema } from "#lib/tools/mcp-definition.ts";
import { normaliseSchema } from "#lib/tools/normalise-schema.ts";
import { cleanName } from "#lib/tools/openapi/names.ts";
import type { ToolError } from "#lib/tools/outcome.ts";
import type { ConnectionContext } from "#lib/tools/server/call-context.ts";
import { hashMcpTool } from "#lib/tools/server/hash-mcp-tool.ts";
import { explainMcpFailure } from "#lib/tools/server/mcp-errors.ts";
import { type McpServerAddress, withMcpSession } from "#lib/tools/server/mcp-session.ts";
import { takeFilledInputs } from "#lib/tools/take-filled-inputs.ts";
import { titleFromName } from "#lib/tools/title-from-name.ts";
import { schemaProblem } from "#lib/tools/validate-arguments.ts";

/** A tool that a server lists. Without a `definition` it cannot be used, and a problem says why. */
export type DiscoveredMcpTool = {
  readonly name: string;
  /** The description word for word, for the reviewer; show it through `revealInvisible`. */
  readonly description: string;
  readonly definition: OperationDefinition | undefined;
  readonly problems: readonly string[];
};

/** Connected, or why not: an unmet sign-in is never an empty list. */
export type McpDiscovery =
  | {
      readonly state: "connected";
      readonly server: { readonly name: string; readonly version: string; readonly protocol: string };
      readonly instructions: string | undefined;
      readonly tools: readonly DiscoveredMcpTool[];
    }
  | { readonly state: "needs-sign-in" | "failing"; readonly error: ToolError };

const maxSchemaLength = 100_000;

/** One tool as a server lists it, made into an operation of the given name. */
export function readMcpTool(
  listed: JsonObject,
  server: McpServerAddress,
  operationName: string,
): DiscoveredMcpTool {
  const name = typeof listed.name === "string" ? listed.name : "(without a name)";
  const description = typeof listed.description === "string" ? listed.description : "";
  const unusable = (problem: string) => ({ name, description, definition: undefined, problems: [problem] });
  const parsed = mcpToolSchema.safeParse(listed);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return unusable(`${issue?.path.join(".") || "the definition"}: ${issue?.message ?? "is not valid"}`);
  }
  const tool = parsed.data;
  if (JSON.stringify(tool.inputSchema).length > maxSchemaLength)
    return unusable("its inputs are too large to use.");
  const filled = takeFilledInputs(tool.inputSchema);
  if (filled.problem) return unusable(filled.problem);
  const inputProblem = schemaProblem(tool.inputSchema);
  if (inputProblem) return unusable(`the schema of its inputs is not valid: ${inputProblem}`);

  const problems: string[] = [];
  const unseen = countInvisible(
    `${tool.name}${tool.title ?? ""}${description}${JSON.stringify(tool.inputSchema)}`,
  );
  if (unseen > 0) problems.push(`its texts hold ${unseen} characters that cannot be seen.`);
  const outputProblem = tool.outputSchema && schemaProblem(tool.outputSchema);
  if (outputProblem) problems.push(`the schema of its results is not valid: ${outputProblem}`);
  const definition: OperationDefinition = {
    name: operationName,
    title: stripInvisible(tool.title ?? tool.annotations?.title ?? titleFromName(tool.name)).slice(0, 120),
    description: stripInvisible(description).slice(0, 4000),
    inputSchema: normaliseSchema(filled.schema),
    ...(tool.outputSchema && !outputProblem ? { outputSchema: normaliseSchema(tool.outputSchema) } : {}),
    annotations: annotationsOfMcpTool(tool),
    binding: {
      kind: "mcp",
      serverUrl: server.serverUrl,
      toolName: tool.name,
      definitionHash: hashMcpTool(listed),
      ...(Object.keys(filled.fill).length > 0 ? { fill: filled.fill } : {}),
      security: [...server.security],
    },
  };
  return { name, description, definition, problems };
}

/** What a server lists, each tool judged by itself and under a name of its own. */
export function readMcpTools(
  listed: readonly JsonObject[],
  address: McpServerAddress,
): readonly DiscoveredMcpTool[] {
  const taken = new Set<string>();
  return listed.map((tool) => {
    const wanted = cleanName(String(tool.name)) || "tool";
    let name = wanted;
    for (let i = 2; taken.has(name); i += 1) name = `${wanted.slice(0, 60)}_${i}`;
    taken.add(name);
    return readMcpTool(tool, address, name);
  });
}

/** Lists what an MCP server offers, each tool judged by itself. */
export async function discoverMcpTools(
  serverUrl: string,
  security: readonly SecurityRequirement[],
  context: ConnectionContext,
): Promise<McpDiscovery> {
  const address = { serverUrl, security };
  try {
    return await withMcpSession(address, context, async (session) => ({
      state: "connected",
      server: session.server,
      instructions: session.instructions,
      tools: readMcpTools(await session.listTools(), address),
    }));
  } catch (failure) {
    if (context.signal?.aborted) throw context.signal.reason;
    const { error } = explainMcpFailure(failure);
    const isSignIn = error.code === "credentials-refused" || error.code === "credentials-missing";
    return { state: isSignIn ? "needs-sign-in" : "failing", error };
  }
}
