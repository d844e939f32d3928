import type { Metadata } from "next";
import { type ReactNode, Suspense } from "react";
import { ChangesPane } from "#app/(portal)/home/changes-pane.tsx";
import { CollectionsPane } from "#app/(portal)/home/collections-pane.tsx";
import { ContinuePane } from "#app/(portal)/home/continue-pane.tsx";
import { FavouritesPane } from "#app/(portal)/home/favourites-pane.tsx";
import { HealthPane } from "#app/(portal)/home/health-pane.tsx";
import { MissedPane } from "#app/(portal)/home/missed-pane.tsx";
import { MyToolsPane } from "#app/(portal)/home/my-tools-pane.tsx";
import { ToolsPane } from "#app/(portal)/home/tools-pane.tsx";
import { TrailPane } from "#app/(portal)/home/trail-pane.tsx";
import { RecentPane, TeamUsePane } from "#app/(portal)/home/used-panes.tsx";
import { WaitingPane } from "#app/(portal)/home/waiting-pane.tsx";
import { AskField } from "#components/home/ask-field.tsx";
import { Greeting } from "#components/home/greeting.tsx";
import { t } from "#components/home/home-words.ts";
import { Page } from "#components/layout/page.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import type { Viewer } from "#lib/identity/schema.ts";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";
import { describeDomains } from "#lib/identity/server/describe-domains.ts";
import { myTools } from "#lib/publishing/server/my-tools.ts";

export const metadata: Metadata = { title: t("title") };

/** Each pane has its own boundary, so that one that takes long holds up none of the others. */
function Pane({ children, rows = 3 }: { children: ReactNode; rows?: number }) {
  return <Suspense fallback={<SkeletonRows rows={rows} />}>{children}</Suspense>;
}

/** The domains that the viewer leads, each with what needs attention there. */
async function LedDomains({ viewer }: { viewer: Viewer }) {
  const led = (await describeDomains(viewer)).filter(({ id }) => viewer.leadOf.includes(id));
  return led.map((domain) => (
    <HealthPane
      key={domain.id}
      viewer={viewer}
      scope={{ of: "domains", domainIds: [domain.id] }}
      title={t("domainHealth", { domain: domain.name })}
      more={{ label: domain.name, href: `/domains/${domain.slug}` }}
    />
  ));
}

export default async function HomePage() {
  const viewer = await requireViewer();
  const has = (role: Viewer["roles"][number]) => viewer.roles.includes(role);
  const tools = myTools(viewer);
  return (
    <Page className="gap-8 max-md:gap-6">
      <header className="flex flex-col gap-4">
        <h1 className="text-page">
          <Greeting firstName={viewer.name.split(" ")[0] ?? viewer.name} />
        </h1>
        <AskField />
      </header>
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-8 max-lg:order-2">
          <Pane>
            <FavouritesPane viewer={viewer} />
          </Pane>
          {has("admin") && (
            <Pane>
              <HealthPane
                viewer={viewer}
                scope={{ of: "everything" }}
                title={t("allHealth")}
                more={{ label: t("administration"), href: "/admin" }}
              />
            </Pane>
          )}
          {has("auditor") && (
            <Pane>
              <TrailPane viewer={viewer} />
            </Pane>
          )}
          {viewer.leadOf.length > 0 && (
            <Pane>
              <LedDomains viewer={viewer} />
            </Pane>
          )}
          <Pane>
            <MyToolsPane myTools={tools} />
          </Pane>
          <Pane>
            <MissedPane viewer={viewer} />
          </Pane>
          <Pane>
            <ContinuePane viewer={viewer} />
          </Pane>
          {!has("owner") && (
            <Pane rows={6}>
              <ToolsPane viewer={viewer} />
            </Pane>
          )}
          <Pane>
            <CollectionsPane viewer={viewer} />
          </Pane>
        </div>
        <div className="flex min-w-0 flex-col gap-8 max-lg:contents">
          <div className="max-lg:order-1">
            <Pane>
              <WaitingPane viewer={viewer} myTools={tools} />
            </Pane>
          </div>
          <div className="flex flex-col gap-8 max-lg:order-3">
            <Pane>
              <RecentPane viewer={viewer} />
            </Pane>
            <Pane>
              <TeamUsePane viewer={viewer} />
            </Pane>
            <Pane rows={5}>
              <ChangesPane viewer={viewer} />
            </Pane>
          </div>
        </div>
      </div>
    </Page>
  );
}
