import { t } from "#components/notifications/words.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import type { InboxFilter } from "#lib/notifications/schema.ts";

/** Why there is no message, and what to do next. */
export function InboxEmpty({ filter: { show, kind } }: { filter: InboxFilter }) {
  if (show === "all" && !kind) {
    return (
      <EmptyState action={<LinkButton href="/catalog">{t("findTools")}</LinkButton>}>{t("empty")}</EmptyState>
    );
  }
  return (
    <EmptyState action={<LinkButton href="/inbox">{t("showEvery")}</LinkButton>}>
      {t(kind ? "emptyFilter" : "emptyUnread")}
    </EmptyState>
  );
}
