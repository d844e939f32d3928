import { DraftSteps } from "#components/publishing/draft/draft-steps.tsx";
import { type DraftStepId, stepsOf } from "#components/publishing/draft/steps-of.ts";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";
import { draftOverview } from "#lib/publishing/server/draft-overview.ts";
import { getDraft } from "#lib/publishing/server/get-draft.ts";

/** The way to the first release, on each page of the owner area of a tool that was never released. */
export async function StepsPane({ slug, current }: { slug: string; current: DraftStepId }) {
  const viewer = await requireViewer();
  const overview = await draftOverview(viewer, slug);
  if (overview.publishedVersion !== null) return null;
  const { draft, published } = await getDraft(viewer, slug);
  return (
    <DraftSteps slug={slug} steps={stepsOf(overview, draft?.words ?? published.words)} current={current} />
  );
}
