import { ToolLinks } from "#components/collections/tool-links.tsx";
import { t } from "#components/home/home-words.ts";
import { Section } from "#components/layout/section.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { listFavourites } from "#lib/collections/server/list-favourites.ts";
import type { Viewer } from "#lib/identity/schema.ts";

const shown = 8;

/** The tools that this person keeps at hand; nothing for somebody who keeps none. */
export async function FavouritesPane({ viewer }: { viewer: Viewer }) {
  const cards = await listFavourites(viewer);
  if (cards.length === 0) return null;
  return (
    <Section title={t("favourites")} actions={<TextLink href="/collections">{t("allFavourites")}</TextLink>}>
      <ToolLinks tools={cards.slice(0, shown).map((card) => ({ card }))} />
    </Section>
  );
}
