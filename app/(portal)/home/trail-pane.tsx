import { TrailState } from "#components/home/trail-state.tsx";
import { trailOverview } from "#lib/audit/server/trail-overview.ts";
import type { Viewer } from "#lib/identity/schema.ts";

/** The state of the trail, for those who may read it. */
export async function TrailPane({ viewer }: { viewer: Viewer }) {
  return <TrailState trail={await trailOverview(viewer)} />;
}
