"use client";

import { useRouter } from "next/navigation";
import { inboxHref } from "#components/notifications/inbox-address.ts";
import { t } from "#components/notifications/words.ts";
import { Segmented } from "#components/ui/segmented.tsx";
import { Select } from "#components/ui/select.tsx";
import { kindGroups, kindSettings } from "#lib/notifications/kind-settings.ts";
import { notificationKinds } from "#lib/notifications/kinds.ts";
import { type InboxFilter, notificationKindSchema } from "#lib/notifications/schema.ts";

/** Which messages are listed; the choice stands in the address. */
export function InboxFilters({ filter }: { filter: InboxFilter }) {
  const router = useRouter();
  const choose = (value: string) => {
    const kind = notificationKindSchema.safeParse(value).data;
    router.push(inboxHref({ ...filter, kind }), { scroll: false });
  };
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Segmented
        label={t("show")}
        current={filter.show}
        items={[
          { id: "all", label: t("showAll"), href: inboxHref({ ...filter, show: "all" }) },
          { id: "unread", label: t("showUnread"), href: inboxHref({ ...filter, show: "unread" }) },
        ]}
      />
      <Select
        aria-label={t("kind")}
        value={filter.kind ?? ""}
        onChange={(event) => choose(event.target.value)}
        className="max-w-80 min-w-0 flex-1"
      >
        <option value="">{t("everyKind")}</option>
        {kindGroups.map((group) => (
          <optgroup key={group} label={t(`group-${group}`)}>
            {notificationKinds
              .filter((kind) => kindSettings[kind].group === group)
              .map((kind) => (
                <option key={kind} value={kind}>
                  {t(`kind-${kind}`)}
                </option>
              ))}
          </optgroup>
        ))}
      </Select>
    </div>
  );
}
