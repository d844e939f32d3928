import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { BottomBar } from "#components/layout/bottom-bar.tsx";
import { SampleNotice } from "#components/layout/sample-notice.tsx";
import { ShellOverlays } from "#components/layout/shell-overlays.tsx";
import { ShellStateProvider } from "#components/layout/shell-state.tsx";
import {
  type ShellDomain,
  type ShellViewer,
  type SidebarChoice,
  sampleNoticeCookie,
  sidebarCookie,
} from "#components/layout/shell-types.ts";
import { Sidebar } from "#components/layout/sidebar.tsx";
import { SkipLink } from "#components/layout/skip-link.tsx";
import { TopBar } from "#components/layout/top-bar.tsx";

type AppShellProps = {
  viewer: ShellViewer;
  domains: readonly ShellDomain[];
  /** Whether seeded data is in the database, so that the line about it is shown until it is closed. */
  hasSampleData?: boolean;
  /** Messages that the viewer has not read. */
  unread?: number;
  children: ReactNode;
};

/** The frame around every page of the portal: sidebar, or two bars on a phone, and the page itself. */
export async function AppShell({
  viewer,
  domains,
  hasSampleData = false,
  unread = 0,
  children,
}: AppShellProps) {
  const jar = await cookies();
  const stored = jar.get(sidebarCookie)?.value;
  const sidebar: SidebarChoice = stored === "narrow" || stored === "wide" ? stored : null;
  const noticeClosed = jar.get(sampleNoticeCookie)?.value === "closed";
  return (
    <ShellStateProvider sidebar={sidebar}>
      <SkipLink />
      <div data-app-shell="" className="flex min-h-dvh">
        <Sidebar viewer={viewer} domains={domains} unread={unread} />
        <div className="flex min-w-0 flex-1 flex-col">
          <TopBar unread={unread} />
          {hasSampleData && !noticeClosed && <SampleNotice />}
          <main
            id="content"
            tabIndex={-1}
            className="flex min-w-0 flex-1 flex-col outline-none max-md:pb-(--shell-bottom)"
          >
            {children}
          </main>
          <BottomBar viewer={viewer} domains={domains} />
        </div>
      </div>
      <ShellOverlays viewer={viewer} />
    </ShellStateProvider>
  );
}
