import type { ReactNode } from "react";
import { AppShell } from "#components/layout/app-shell.tsx";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";
import { loadFrame } from "#lib/identity/server/load-frame.ts";
import { countUnread } from "#lib/notifications/server/list-notifications.ts";

export default async function AdminLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer();
  const [frame, unread] = await Promise.all([loadFrame(viewer), countUnread(viewer)]);
  const { id, name, email, roles, teamName, domainName } = viewer;
  return (
    <AppShell viewer={{ id, name, email, roles, teamName, domainName }} {...frame} unread={unread}>
      {children}
    </AppShell>
  );
}
