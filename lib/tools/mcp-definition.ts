import { z } from "zod";
import type { OperationAnnotations } from "#lib/catalog/operation.ts";

/** A tool as an MCP server lists it; what else stands there is not part of the contract. */
export const mcpToolSchema = z.object({
  name: z.string().min(1).max(128),
  title: z.string().optional(),
  description: z.string().optional(),
  inputSchema: z.record(z.string(), z.unknown()),
  outputSchema: z.record(z.string(), z.unknown()).optional(),
  annotations: z
    .object({
      title: z.string().optional(),
      readOnlyHint: z.boolean().optional(),
      destructiveHint: z.boolean().optional(),
      idempotentHint: z.boolean().optional(),
      openWorldHint: z.boolean().optional(),
    })
    .optional(),
});
export type McpTool = z.infer<typeof mcpToolSchema>;

/** One page of `tools/list`; each entry is judged by itself, so that one bad tool does not hide the others. */
export const mcpToolListSchema = z.looseObject({
  tools: z.array(z.looseObject({})).max(1000),
  nextCursor: z.string().optional(),
});

/** MCP's hints with the defaults of its specification, which assume the worst. */
export function annotationsOfMcpTool(tool: McpTool): OperationAnnotations {
  const hints = tool.annotations ?? {};
  const readOnly = hints.readOnlyHint ?? false;
  return {
    readOnly,
    destructive: !readOnly && (hints.destructiveHint ?? true),
    idempotent: readOnly || (hints.idempotentHint ?? false),
    openWorld: hints.openWorldHint ?? true,
  };
}
