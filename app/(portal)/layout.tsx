import type { ReactNode } from "react";
import { AppShell } from "#components/layout/app-shell.tsx";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";
import { loadFrame } from "#lib/identity/server/load-frame.ts";

export default async function PortalLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer();
  const frame = await loadFrame(viewer);
  const { id, name, email, roles, teamName, domainName } = viewer;
  return (
    <AppShell viewer={{ id, name, email, roles, teamName, domainName }} {...frame}>
      {children}
    </AppShell>
  );
}
