import { headers } from "next/headers";
import type { PaneProps } from "#app/(portal)/catalog/[slug]/pane.ts";
import { portalOrigin } from "#app/portal-origin.ts";
import { ApiTab } from "#components/catalog/api/api-tab.tsx";
import { LineageSection } from "#components/catalog/lineage/lineage-section.tsx";
import { toolLineage } from "#lib/catalog/server/lineage.ts";
import { authCookieName } from "#lib/identity/server/session-cookie.ts";

export default async function ApiPane({ viewer, tool }: PaneProps) {
  return (
    <ApiTab tool={tool} origin={portalOrigin(await headers())} cookie={authCookieName("session")}>
      <LineageSection lineage={await toolLineage(viewer, tool.slug)} name={tool.name} />
    </ApiTab>
  );
}
