import "server-only";
import { z } from "zod";
import { entryBySlug } from "#lib/catalog/server/repository.ts";
import { factsOf } from "#lib/catalog/server/to-dto.ts";
import { AppError, notFound } from "#lib/errors.ts";
import { hasPermission, type Viewer } from "#lib/identity/schema.ts";
import { evaluate } from "#lib/policy/evaluate.ts";
import { loadRules, subjectOf } from "#lib/policy/server/load-rules.ts";
import { visibleTools } from "#lib/policy/visible-tools.ts";
import { dailyUseSchema, failureSchema } from "#lib/telemetry/schema.ts";
import { dailyUse, recentFailures } from "#lib/telemetry/server/tool-usage.ts";

const toolActivitySchema = z.object({ daily: dailyUseSchema, failures: z.array(failureSchema) });
export type ToolActivity = z.infer<typeof toolActivitySchema>;

/** Calls per day and the newest failures of a tool: for those who may edit it, auditors and administrators. */
export async function toolActivity(viewer: Viewer, slug: string): Promise<ToolActivity> {
  const rules = await loadRules();
  const subject = subjectOf(viewer);
  const row = await entryBySlug(slug, visibleTools("discover", subject, rules));
  if (!row) throw notFound("The tool");
  if (!hasPermission(viewer, "audit:read") && !evaluate("edit", subject, factsOf(row), rules).allowed) {
    throw new AppError("forbidden", "The activity of a tool is for its owners and auditors.");
  }
  const [daily, failures] = await Promise.all([dailyUse(row.id), recentFailures(row.id, 20)]);
  return toolActivitySchema.parse({ daily, failures });
}
