import type { Metadata } from "next";
import { headers } from "next/headers";
import { cache } from "react";
import { orNotFound } from "#app/or-not-found.ts";
import { auditAddress } from "#components/audit/audit-address.ts";
import { ActivityTab } from "#components/catalog/tool/activity-tab.tsx";
import { DocsTab } from "#components/catalog/tool/docs-tab.tsx";
import { ToolLayout } from "#components/catalog/tool/tool-layout.tsx";
import { tabsOf, toolTabs } from "#components/catalog/tool/tool-tabs.ts";
import { TrustTab } from "#components/catalog/tool/trust-tab.tsx";
import { VersionList } from "#components/catalog/tool/version-list.tsx";
import { OverviewTab } from "#components/runs/try-it/overview-tab.tsx";
import { TryTab } from "#components/runs/try-it/try-tab.tsx";
import { ApiTab } from "#components/tools/operations/api-tab.tsx";
import type { ToolPage } from "#lib/catalog/schema.ts";
import { getToolPage } from "#lib/catalog/server/get-tool-page.ts";
import { toolActivity } from "#lib/catalog/server/tool-activity.ts";
import { env } from "#lib/env.ts";
import { hasPermission, type Viewer } from "#lib/identity/schema.ts";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";
import { authCookieName } from "#lib/identity/server/session-cookie.ts";

const loadTool = cache(async (slug: string) => {
  const viewer = await requireViewer();
  return { viewer, tool: await orNotFound(getToolPage(viewer, slug)) };
});

type ToolPageProps = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: ToolPageProps): Promise<Metadata> {
  const { tool } = await loadTool((await params).slug);
  return { title: tool.name, description: tool.purpose };
}

async function portalOrigin(): Promise<string> {
  const { publicUrl } = env();
  if (publicUrl) return new URL(publicUrl).origin;
  return `http://${(await headers()).get("host") ?? "localhost:3000"}`;
}

async function activityOf(viewer: Viewer, tool: ToolPage) {
  const activity = await toolActivity(viewer, tool.slug);
  const trailHref = hasPermission(viewer, "audit:read") ? auditAddress({ targetId: tool.id }) : null;
  return <ActivityTab {...activity} trailHref={trailHref} />;
}

export default async function ToolProductPage({ params, searchParams }: ToolPageProps) {
  const { viewer, tool } = await loadTool((await params).slug);
  const query = await searchParams;
  const tabs = tabsOf(tool, tool.canEdit || hasPermission(viewer, "audit:read"));
  const current =
    toolTabs.find((tab) => tab === query.tab && tabs.some(({ id }) => id === tab)) ?? "overview";
  const parts = {
    overview: () => <OverviewTab tool={tool} />,
    try: () => <TryTab tool={tool} hasForm={query.form !== undefined} />,
    docs: () => <DocsTab tool={tool} />,
    trust: () => <TrustTab tool={tool} />,
    api: async () => (
      <ApiTab
        slug={tool.slug}
        operations={tool.operations}
        origin={await portalOrigin()}
        cookie={authCookieName("session")}
      />
    ),
    versions: () => <VersionList tool={tool} />,
    activity: () => activityOf(viewer, tool),
  } as const;
  return (
    <ToolLayout tool={tool} tabs={tabs} current={current}>
      {await parts[current]()}
    </ToolLayout>
  );
}
