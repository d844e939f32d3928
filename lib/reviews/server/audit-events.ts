import "server-only";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import type { RatedTool } from "#lib/reviews/server/rated-tool.ts";

type RatingEvent = "rating.given" | "rating.changed" | "rating.withdrawn" | "rating.replied";

/** Writes to the trail what somebody did with a rating of a tool. */
export async function recordRatingEvent(
  viewer: Viewer,
  type: RatingEvent,
  tool: Pick<RatedTool, "id" | "name" | "domainId">,
  ratingId: string,
  changes: { readonly before: unknown; readonly after: unknown },
): Promise<void> {
  await recordEvent({
    type,
    actor: { kind: "person", id: viewer.id, name: viewer.name },
    target: { kind: "tool", id: tool.id, name: tool.name },
    domainId: tool.domainId,
    changes,
    details: { ratingId },
  });
}
