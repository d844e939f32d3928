import type { PaneProps } from "#app/(portal)/catalog/[slug]/pane.ts";
import { toolHref } from "#components/catalog/tool/tool-tabs.ts";
import { ratingQueryOf, readReviewsView } from "#components/reviews/reviews-address.ts";
import { ReviewsTab } from "#components/reviews/reviews-tab.tsx";
import { mainActionOf } from "#lib/catalog/main-action.ts";
import { listRatings } from "#lib/reviews/server/list-ratings.ts";

export default async function ReviewsPane({ viewer, tool, query }: PaneProps) {
  const view = readReviewsView(query);
  const ratings = await listRatings(viewer, tool.slug, ratingQueryOf(view));
  const tryHref = mainActionOf(tool).kind === "try" ? toolHref(tool.slug, "try") : null;
  return <ReviewsTab slug={tool.slug} ratings={ratings} view={view} tryHref={tryHref} />;
}
