import type { Metadata } from "next";
import { FollowedTools } from "#components/collections/followed-tools.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { InboxTabs } from "#components/notifications/inbox-tabs.tsx";
import { PreferenceList } from "#components/notifications/preference-list.tsx";
import { t } from "#components/notifications/words.ts";
import { Notice } from "#components/ui/notice.tsx";
import { listFollowed } from "#lib/collections/server/list-followed.ts";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";
import { notifications } from "#lib/messages/en/notifications.ts";
import { listPreferences } from "#lib/notifications/server/preferences.ts";

export const metadata: Metadata = { title: notifications.settingsTitle };

export default async function InboxSettingsPage() {
  const viewer = await requireViewer();
  const [preferences, followed] = await Promise.all([listPreferences(viewer), listFollowed(viewer)]);
  return (
    <Page width="thread">
      <PageHeader
        title={t("settingsTitle")}
        description={preferences.sendsMail ? t("mailTo", { address: viewer.email }) : undefined}
      />
      <InboxTabs current="settings" />
      {!preferences.sendsMail && <Notice title={t("noMail")}>{t("noMailText")}</Notice>}
      <PreferenceList preferences={preferences} />
      <Section title={t("followed")} description={t("followedIntro")}>
        <FollowedTools tools={followed} />
      </Section>
    </Page>
  );
}
