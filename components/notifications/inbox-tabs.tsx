import { t } from "#components/notifications/words.ts";
import { Tabs } from "#components/ui/tabs.tsx";

/** The two pages of the inbox. */
export function InboxTabs({ current }: { current: "messages" | "settings" }) {
  return (
    <Tabs
      label={t("tabs")}
      current={current}
      items={[
        { id: "messages", label: t("tabInbox"), href: "/inbox" },
        { id: "settings", label: t("tabSettings"), href: "/inbox/settings" },
      ]}
    />
  );
}
