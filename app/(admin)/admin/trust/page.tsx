import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AdminNav } from "#components/layout/admin-nav.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { OpenMatters } from "#components/trust/settings/open-matters.tsx";
import { RatingProgress } from "#components/trust/settings/rating-progress.tsx";
import { t } from "#components/trust/settings/setting-words.ts";
import { SettingsEditor } from "#components/trust/settings/settings-editor.tsx";
import { VersionList } from "#components/trust/settings/version-list.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { Time } from "#components/ui/time.tsx";
import { hasPermission } from "#lib/identity/schema.ts";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";
import { readSettings, versionsShown } from "#lib/trust/server/change-settings.ts";
import { listOpenMatters } from "#lib/trust/server/list-open-matters.ts";
import { settingsProgress } from "#lib/trust/server/settings-progress.ts";

export const metadata: Metadata = { title: t("title") };

export default async function TrustSettingsPage() {
  const viewer = await requireViewer();
  if (!hasPermission(viewer, "policy:write")) notFound();
  const [view, progress, matters] = await Promise.all([
    readSettings(),
    settingsProgress(viewer),
    listOpenMatters(viewer),
  ]);
  const [newest] = view.history;
  return (
    <Page>
      <PageHeader
        title={t("title")}
        description={t("intro")}
        actions={
          <p className="flex flex-wrap gap-x-4 gap-y-1">
            <TextLink href="/docs/trust">{t("method")}</TextLink>
            <TextLink href="/admin/audit?type=trust.settings-changed&span=all">{t("trail")}</TextLink>
          </p>
        }
      />
      <AdminNav roles={viewer.roles} />
      <div className="flex flex-col gap-1">
        <p>
          {newest ? (
            <>
              {t("inForce", { name: newest.setBy })} <Time value={newest.setAt} mode="minute" />.
            </>
          ) : (
            t("standardInForce")
          )}
        </p>
        <RatingProgress key={view.id ?? "standard"} settingsId={view.id} first={progress} />
      </div>
      <SettingsEditor view={view} />
      <VersionList view={view} isWhole={view.history.length < versionsShown} />
      <OpenMatters {...matters} />
    </Page>
  );
}
