import "server-only";
import { openSuspensions } from "#lib/tools/server/suspension-repository.ts";
import { type Suspension, suspensionSchema } from "#lib/tools/suspension.ts";

/** The operations of a tool that are suspended now, the newest first, with both definitions. For the tool's owners only. */
export async function unsafeSuspensionsOf(toolId: string): Promise<Suspension[]> {
  const rows = await openSuspensions(toolId);
  return rows.map((row) => suspensionSchema.parse({ ...row, foundAt: row.foundAt.toISOString() }));
}
