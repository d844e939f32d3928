"use client";

import { FileLink } from "#components/catalog/api/file-link.tsx";
import { useFollowing } from "#components/collections/following.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { Time } from "#components/ui/time.tsx";
import type { FollowedTool } from "#lib/collections/following.ts";
import { notifications } from "#lib/messages/en/notifications.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(notifications);

/** What a person follows, with the way out of it. */
export function FollowedTools({ tools }: { tools: readonly FollowedTool[] }) {
  const { ids, set } = useFollowing();
  const followed = tools.filter(({ id }) => ids.has(id));
  if (followed.length === 0) {
    return (
      <EmptyState action={<LinkButton href="/catalog">{t("findTools")}</LinkButton>}>
        {t("followedNone")}
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      <ul className="flex flex-col rounded-card border bg-surface px-4">
        {followed.map((tool) => (
          <li
            key={tool.id}
            className="flex min-h-12 items-center justify-between gap-4 border-b py-1 last:border-b-0"
          >
            <span className="min-w-0">
              <TextLink href={`/catalog/${tool.slug}`}>{tool.name}</TextLink>{" "}
              <span className="text-muted text-small">
                {t("followSince")} <Time value={tool.since} mode="date" />
              </span>
            </span>
            <Button
              size="small"
              aria-label={t("unfollowLabel", { tool: tool.name })}
              onClick={() => set(tool, false)}
            >
              {t("unfollow")}
            </Button>
          </li>
        ))}
      </ul>
      <p className="text-small">
        <FileLink href="/api/notifications/followed.atom">{t("followedFeed")}</FileLink>
      </p>
    </div>
  );
}
