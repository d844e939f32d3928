import type { Metadata } from "next";
import { headers } from "next/headers";
import { cache } from "react";
import { VersionsPane } from "#app/(portal)/catalog/[slug]/versions-pane.tsx";
import { orNotFound } from "#app/or-not-found.ts";
import { portalOrigin } from "#app/portal-origin.ts";
import { auditAddress } from "#components/audit/audit-address.ts";
import { timelinePageSize } from "#components/audit/timeline-queries.ts";
import { ApiTab } from "#components/catalog/api/api-tab.tsx";
import { LineageSection } from "#components/catalog/lineage/lineage-section.tsx";
import { ActivityTab } from "#components/catalog/tool/activity-tab.tsx";
import { DocsTab } from "#components/catalog/tool/docs-tab.tsx";
import { timelineKindOf } from "#components/catalog/tool/timeline-address.ts";
import { ToolLayout } from "#components/catalog/tool/tool-layout.tsx";
import { tabsOf, toolHref, toolTabs } from "#components/catalog/tool/tool-tabs.ts";
import { TrustTab } from "#components/catalog/tool/trust-tab.tsx";
import { ratingQueryOf, readReviewsView } from "#components/reviews/reviews-address.ts";
import { ReviewsTab } from "#components/reviews/reviews-tab.tsx";
import { OverviewTab } from "#components/runs/try-it/overview-tab.tsx";
import { tryHref } from "#components/runs/try-it/try-address.ts";
import { TryTab } from "#components/runs/try-it/try-tab.tsx";
import { OperationReference, referenceHeadings } from "#components/tools/operations/operation-reference.tsx";
import { referencePage } from "#lib/catalog/docs/address.ts";
import { toolAddresses } from "#lib/catalog/interop/tool-addresses.ts";
import { mainActionOf } from "#lib/catalog/main-action.ts";
import type { ToolPage } from "#lib/catalog/schema.ts";
import { docsFeedbackSummary, myDocsFeedback } from "#lib/catalog/server/docs-feedback.ts";
import { getToolPage } from "#lib/catalog/server/get-tool-page.ts";
import { toolLineage } from "#lib/catalog/server/lineage.ts";
import { docsProblems, readDocs } from "#lib/catalog/server/read-docs.ts";
import { serviceLevel } from "#lib/catalog/server/service-level.ts";
import { toolActivity } from "#lib/catalog/server/tool-activity.ts";
import { toolTimeline } from "#lib/catalog/server/tool-timeline.ts";
import { hasPermission, type Viewer } from "#lib/identity/schema.ts";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";
import { authCookieName } from "#lib/identity/server/session-cookie.ts";
import { listRatings } from "#lib/reviews/server/list-ratings.ts";
import { docsStanding } from "#lib/trust/server/docs-standing.ts";
import { trustOfTool } from "#lib/trust/server/trust-of-tool.ts";
import { settingsInForce } from "#lib/trust/server/trust-settings.ts";

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
  const { json } = toolAddresses(tool.slug, portalOrigin(await headers()));
  return {
    title: tool.name,
    description: tool.purpose,
    alternates: { types: { "application/json": json } },
  };
}

async function activityOf(viewer: Viewer, tool: ToolPage, query: Awaited<ToolPageProps["searchParams"]>) {
  const kind = timelineKindOf(query.kind);
  const [activity, first] = await Promise.all([
    toolActivity(viewer, tool.slug),
    toolTimeline(viewer, tool.slug, { kind, limit: timelinePageSize }),
  ]);
  const readsWholeTrail = hasPermission(viewer, "audit:read");
  const timeline = { tool: { id: tool.id, slug: tool.slug }, kind, first, readsWholeTrail };
  const trailHref = readsWholeTrail ? auditAddress({ targetId: tool.id }) : null;
  return <ActivityTab {...activity} timeline={timeline} trailHref={trailHref} />;
}

async function reviewsOf(viewer: Viewer, tool: ToolPage, query: Awaited<ToolPageProps["searchParams"]>) {
  const view = readReviewsView(query);
  const ratings = await listRatings(viewer, tool.slug, ratingQueryOf(view));
  const tryHref = mainActionOf(tool).kind === "try" ? toolHref(tool.slug, "try") : null;
  return <ReviewsTab slug={tool.slug} ratings={ratings} view={view} tryHref={tryHref} />;
}

const single = (value: string | string[] | undefined) =>
  (Array.isArray(value) ? value[0] : value) || undefined;

async function docsOf(viewer: Viewer, tool: ToolPage, query: Awaited<ToolPageProps["searchParams"]>) {
  const asked = { page: single(query.page), version: single(query.version) };
  const [reading, standing] = await Promise.all([
    readDocs(viewer, tool.slug, asked),
    docsStanding(viewer, tool.slug),
  ]);
  const { version, reference } = reading;
  const page = reference ? referencePage : reading.page?.slug;
  const [given, problems, feedback] = await Promise.all([
    version && page ? myDocsFeedback(viewer, tool.slug, { version, page }) : null,
    tool.canEdit && version ? docsProblems(viewer, tool.slug, version) : [],
    tool.canEdit ? docsFeedbackSummary(viewer, tool.slug) : [],
  ]);
  const canTry = reading.isCurrent && mainActionOf(tool).kind === "try";
  const tryPage = (name: string) => tryHref(tool.slug, name) ?? toolHref(tool.slug, "try");
  return (
    <DocsTab
      tool={tool}
      reading={reading}
      standing={standing}
      find={single(query.find)?.slice(0, 200) ?? null}
      given={given}
      notes={tool.canEdit ? { problems, feedback } : null}
      reference={
        reference && {
          headings: referenceHeadings(reference),
          content: (
            <OperationReference
              operations={reference}
              version={version ?? ""}
              tryHref={canTry ? tryPage : null}
            />
          ),
        }
      }
    />
  );
}

async function trustPane(viewer: Viewer, tool: ToolPage) {
  const [trust, { settings }] = await Promise.all([trustOfTool(viewer, tool.slug), settingsInForce()]);
  return <TrustTab tool={tool} trust={trust} settings={settings} />;
}

export default async function ToolProductPage({ params, searchParams }: ToolPageProps) {
  const { viewer, tool } = await loadTool((await params).slug);
  const query = await searchParams;
  const tabs = tabsOf(tool, tool.canEdit || hasPermission(viewer, "audit:read"));
  const current =
    toolTabs.find((tab) => tab === query.tab && tabs.some(({ id }) => id === tab)) ?? "overview";
  const parts = {
    overview: async () => <OverviewTab tool={tool} level={await serviceLevel(tool)} />,
    try: () => (
      <TryTab
        tool={tool}
        operation={typeof query.op === "string" ? query.op : undefined}
        hasForm={query.form !== undefined}
        cookie={authCookieName("session")}
      />
    ),
    docs: () => docsOf(viewer, tool, query),
    trust: () => trustPane(viewer, tool),
    api: async () => (
      <ApiTab tool={tool} origin={portalOrigin(await headers())} cookie={authCookieName("session")}>
        <LineageSection lineage={await toolLineage(viewer, tool.slug)} name={tool.name} />
      </ApiTab>
    ),
    versions: () => (
      <VersionsPane viewer={viewer} tool={tool} changes={single(query.changes)} since={single(query.since)} />
    ),
    reviews: () => reviewsOf(viewer, tool, query),
    activity: () => activityOf(viewer, tool, query),
  } as const;
  return (
    <ToolLayout tool={tool} tabs={tabs} current={current}>
      {await parts[current]()}
    </ToolLayout>
  );
}
