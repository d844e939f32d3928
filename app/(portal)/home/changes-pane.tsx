import { changeItem } from "#components/home/change-words.tsx";
import { t } from "#components/home/home-words.ts";
import { PlainList } from "#components/home/plain-list.tsx";
import { Section } from "#components/layout/section.tsx";
import { recentChanges } from "#lib/catalog/server/recent-changes.ts";
import type { Viewer } from "#lib/identity/schema.ts";

/** Five things that changed within seven days among the tools that this person may find. */
export async function ChangesPane({ viewer }: { viewer: Viewer }) {
  const changes = await recentChanges(viewer, 5);
  return (
    <Section title={t("changed")}>
      {changes.length > 0 ? (
        <PlainList items={changes.map(changeItem)} />
      ) : (
        <p className="text-muted">{t("nothingChanged")}</p>
      )}
    </Section>
  );
}
