import type { Metadata } from "next";
import { Page } from "#components/layout/page.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { TrustMethod } from "#components/trust/method/trust-method.tsx";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";
import { trustMethod } from "#lib/messages/en/trust-method.ts";
import { readSettings } from "#lib/trust/server/change-settings.ts";

export const metadata: Metadata = { title: trustMethod.title };

export default async function TrustMethodPage() {
  await requireViewer();
  return (
    <Page>
      <PageHeader title={trustMethod.title} description={trustMethod.lead} />
      <TrustMethod {...(await readSettings())} />
    </Page>
  );
}
