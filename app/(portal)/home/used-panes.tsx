import { t } from "#components/home/home-words.ts";
import { PlainList } from "#components/home/plain-list.tsx";
import { Section } from "#components/layout/section.tsx";
import { Time } from "#components/ui/time.tsx";
import { recentlyUsed, usedInTeam } from "#lib/collections/server/used-tools.ts";
import type { Viewer } from "#lib/identity/schema.ts";

const shown = 5;

/** What this person used last; nothing for somebody who used nothing in 28 days. */
export async function RecentPane({ viewer }: { viewer: Viewer }) {
  const used = await recentlyUsed(viewer, shown);
  if (used.length === 0) return null;
  return (
    <Section title={t("recent")}>
      <PlainList
        items={used.map(({ card, lastAt }) => ({
          id: card.id,
          text: card.name,
          href: `/catalog/${card.slug}`,
          note: <Time value={lastAt} />,
        }))}
      />
    </Section>
  );
}

/** What several colleagues of the team use; never what one of them does. */
export async function TeamUsePane({ viewer }: { viewer: Viewer }) {
  const used = await usedInTeam(viewer, shown);
  if (used.length === 0) return null;
  return (
    <Section title={t("teamUses")} description={t("teamUsesHow")}>
      <PlainList
        items={used.map(({ card, people }) => ({
          id: card.id,
          text: card.name,
          href: `/catalog/${card.slug}`,
          note: t("teamPeople", { count: people }),
        }))}
      />
    </Section>
  );
}
