import "server-only";
import type { z } from "zod";
import { requireEditableTool } from "#lib/catalog/server/require-editable-tool.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import type { formCallResultSchema } from "#lib/runs/form-call.ts";
import { callByForm } from "#lib/runs/server/call-by-form.ts";
import type { Arguments } from "#lib/tools/call.ts";

/** Runs an operation of a tool's draft with exactly what was typed, for those who may edit the tool. */
export async function tryByForm(
  viewer: Viewer,
  slug: string,
  operationName: string,
  args: Arguments,
  signal: AbortSignal,
): Promise<z.infer<typeof formCallResultSchema>> {
  const tool = await requireEditableTool(viewer, slug);
  return callByForm(viewer, tool.slug, operationName, args, signal, tool.id);
}
