import type { Metadata } from "next";
import { AccessKeyDialog } from "#components/identity/access-key-dialog.tsx";
import { AccessKeyTable } from "#components/identity/access-key-table.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { listAccessKeys } from "#lib/identity/server/access-keys.ts";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";
import { keys as words } from "#lib/messages/en/keys.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(words);

export const metadata: Metadata = { title: t("title") };

export default async function MyKeysPage() {
  const viewer = await requireViewer();
  const keys = await listAccessKeys(viewer);
  return (
    <Page className="gap-6">
      <PageHeader
        title={t("title")}
        description={t("intro")}
        breadcrumb={[{ label: t("myWork"), href: "/my" }, { label: t("title") }]}
        actions={<AccessKeyDialog />}
      />
      {keys.length === 0 ? <EmptyState>{t("none")}</EmptyState> : <AccessKeyTable keys={keys} />}
    </Page>
  );
}
