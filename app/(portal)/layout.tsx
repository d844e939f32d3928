import type { ReactNode } from "react";
import { CompareBar } from "#components/catalog/compare/compare-bar.tsx";
import { KeepingTools } from "#components/collections/tool-controls.tsx";
import { AppShell } from "#components/layout/app-shell.tsx";
import { idsOfFavourites } from "#lib/collections/server/list-favourites.ts";
import { idsOfFollowed } from "#lib/collections/server/list-followed.ts";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";
import { loadFrame } from "#lib/identity/server/load-frame.ts";
import { countUnread } from "#lib/notifications/server/list-notifications.ts";

export default async function PortalLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer();
  const [frame, favourites, followed, unread] = await Promise.all([
    loadFrame(viewer),
    idsOfFavourites(viewer),
    idsOfFollowed(viewer),
    countUnread(viewer),
  ]);
  const { id, name, email, roles, teamName, domainName } = viewer;
  return (
    <AppShell viewer={{ id, name, email, roles, teamName, domainName }} {...frame} unread={unread}>
      <KeepingTools favourites={favourites} followed={followed}>
        {children}
      </KeepingTools>
      <CompareBar />
    </AppShell>
  );
}
