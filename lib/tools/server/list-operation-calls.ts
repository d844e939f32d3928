import "server-only";
import { z } from "zod";
import { requireFoundTool } from "#lib/catalog/server/require-found-tool.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { type OperationCall, operationCallSchema } from "#lib/tools/operation-call.ts";
import { callsOfOperation } from "#lib/tools/server/operation-calls-repository.ts";

const largestArguments = 64 * 1024;
const errorSchema = z.object({ message: z.string() });

/** The viewer's own newest calls of an operation, whatever version answered, with what they sent. */
export async function listOperationCalls(
  viewer: Viewer,
  slug: string,
  operationName: string,
  limit: number,
): Promise<OperationCall[]> {
  const tool = await requireFoundTool(viewer, slug);
  const rows = await callsOfOperation(viewer.id, tool.id, operationName, limit);
  return rows.map(({ createdAt, error, arguments: sent, ...row }) =>
    operationCallSchema.parse({
      ...row,
      createdAt: createdAt.toISOString(),
      error: errorSchema.safeParse(error).data?.message ?? null,
      arguments: JSON.stringify(sent).length > largestArguments ? null : sent,
    }),
  );
}
