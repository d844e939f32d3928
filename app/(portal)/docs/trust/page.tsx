import type { Metadata } from "next";
import { Page } from "#components/layout/page.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { TrustMethod } from "#components/trust/method/trust-method.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { hasPermission } from "#lib/identity/schema.ts";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";
import { trustMethod } from "#lib/messages/en/trust-method.ts";
import { readSettings } from "#lib/trust/server/change-settings.ts";

export const metadata: Metadata = { title: trustMethod.title };

export default async function TrustMethodPage() {
  const viewer = await requireViewer();
  const canSet = hasPermission(viewer, "policy:write");
  return (
    <Page>
      <PageHeader
        title={trustMethod.title}
        description={trustMethod.lead}
        actions={canSet && <TextLink href="/admin/trust">{trustMethod.versionInForce}</TextLink>}
      />
      <TrustMethod {...(await readSettings())} />
    </Page>
  );
}
