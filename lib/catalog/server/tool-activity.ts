import "server-only";
import { z } from "zod";
import { requireActivityReader } from "#lib/catalog/server/activity-reader.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { dailyUseSchema, failureSchema } from "#lib/telemetry/schema.ts";
import { dailyUse, recentFailures } from "#lib/telemetry/server/tool-usage.ts";

const toolActivitySchema = z.object({ daily: dailyUseSchema, failures: z.array(failureSchema) });
export type ToolActivity = z.infer<typeof toolActivitySchema>;

/** Calls per day and the newest failures of a tool: for those who may edit it, auditors and administrators. */
export async function toolActivity(viewer: Viewer, slug: string): Promise<ToolActivity> {
  const { tool } = await requireActivityReader(viewer, slug);
  const [daily, failures] = await Promise.all([dailyUse(tool.id), recentFailures(tool.id, 20)]);
  return toolActivitySchema.parse({ daily, failures });
}
