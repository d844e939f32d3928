import "server-only";
import type { ToolPage } from "#lib/catalog/schema.ts";
import { getToolPage } from "#lib/catalog/server/get-tool-page.ts";
import { requireEditableTool } from "#lib/catalog/server/require-editable-tool.ts";
import { followerCount } from "#lib/collections/server/followers.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import type { DeskFacts } from "#lib/publishing/my-tools.ts";
import { mayConfirm } from "#lib/publishing/server/confirm-tool.ts";
import { deskFactsOf } from "#lib/publishing/server/my-tools.ts";
import { draftOf } from "#lib/publishing/server/repository.ts";
import type { DailyUse, Failure, OperationUse, WeeklyUse } from "#lib/telemetry/schema.ts";
import { dailyUse, recentFailures, slowestOperations, weeklyUse } from "#lib/telemetry/server/tool-usage.ts";

/** How many failures a page lists at most. */
export const listedFailures = 50;

export type Insights = {
  readonly tool: ToolPage;
  /** What the tool wants; null when only those who may edit it find it. */
  readonly facts: DeskFacts | null;
  readonly daily: DailyUse;
  readonly weekly: WeeklyUse;
  /** The slowest first. */
  readonly slowest: readonly OperationUse[];
  readonly followers: number;
  readonly failures: readonly Failure[];
  readonly hasDraft: boolean;
  readonly mayConfirm: boolean;
};

/** How a tool is used and what its owner has to see to: for those who may edit it. */
export async function getInsights(viewer: Viewer, slug: string): Promise<Insights> {
  const { id, facts } = await requireEditableTool(viewer, slug);
  const [tool, daily, failures, draft, weekly, slowest, followers, wanted] = await Promise.all([
    getToolPage(viewer, slug),
    dailyUse(id),
    recentFailures(id, listedFailures),
    draftOf(id),
    weeklyUse(id),
    slowestOperations(id),
    followerCount(id),
    deskFactsOf(viewer, id),
  ]);
  return {
    tool,
    facts: wanted,
    daily,
    weekly,
    slowest,
    followers,
    failures,
    hasDraft: draft !== null,
    mayConfirm: mayConfirm(viewer, facts),
  };
}
