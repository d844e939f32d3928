import type { Metadata } from "next";
import { headers } from "next/headers";
import { cache } from "react";
import ActivityPane from "#app/(portal)/catalog/[slug]/activity-pane.tsx";
import ApiPane from "#app/(portal)/catalog/[slug]/api-pane.tsx";
import DocsPane from "#app/(portal)/catalog/[slug]/docs-pane.tsx";
import OverviewPane from "#app/(portal)/catalog/[slug]/overview-pane.tsx";
import type { PaneProps } from "#app/(portal)/catalog/[slug]/pane.ts";
import ReviewsPane from "#app/(portal)/catalog/[slug]/reviews-pane.tsx";
import TrustPane from "#app/(portal)/catalog/[slug]/trust-pane.tsx";
import TryPane from "#app/(portal)/catalog/[slug]/try-pane.tsx";
import VersionsPane from "#app/(portal)/catalog/[slug]/versions-pane.tsx";
import { orNotFound } from "#app/or-not-found.ts";
import { portalOrigin } from "#app/portal-origin.ts";
import { ToolLayout } from "#components/catalog/tool/tool-layout.tsx";
import { type ToolTab, tabsOf, toolTabs } from "#components/catalog/tool/tool-tabs.ts";
import { toolAddresses } from "#lib/catalog/interop/tool-addresses.ts";
import { getToolPage } from "#lib/catalog/server/get-tool-page.ts";
import { hasPermission } from "#lib/identity/schema.ts";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";

const panes: Readonly<Record<ToolTab, React.ComponentType<PaneProps>>> = {
  overview: OverviewPane,
  try: TryPane,
  docs: DocsPane,
  trust: TrustPane,
  api: ApiPane,
  versions: VersionsPane,
  reviews: ReviewsPane,
  activity: ActivityPane,
};

const loadTool = cache(async (slug: string) => {
  const viewer = await requireViewer();
  return { viewer, tool: await orNotFound(getToolPage(viewer, slug)) };
});

type ToolPageProps = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<PaneProps["query"]>;
};

export async function generateMetadata({ params }: ToolPageProps): Promise<Metadata> {
  const { tool } = await loadTool((await params).slug);
  const { json } = toolAddresses(tool.slug, portalOrigin(await headers()));
  return {
    title: tool.name,
    description: tool.purpose,
    alternates: { types: { "application/json": json } },
  };
}

export default async function ToolProductPage({ params, searchParams }: ToolPageProps) {
  const { viewer, tool } = await loadTool((await params).slug);
  const query = await searchParams;
  const tabs = tabsOf(tool, tool.canEdit || hasPermission(viewer, "audit:read"));
  const current =
    toolTabs.find((tab) => tab === query.tab && tabs.some(({ id }) => id === tab)) ?? "overview";
  const Pane = panes[current];
  return (
    <ToolLayout tool={tool} tabs={tabs} current={current}>
      <Pane viewer={viewer} tool={tool} query={query} />
    </ToolLayout>
  );
}
