import { ToolCardGrid, ToolCardItem } from "#components/catalog/tool-card.tsx";
import { t } from "#components/home/home-words.ts";
import { Section } from "#components/layout/section.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { starterTools } from "#lib/catalog/server/starter-tools.ts";
import type { Viewer } from "#lib/identity/schema.ts";

const shown = 6;

/** Six tools that work for this person now, those of their own domain first. */
export async function ToolsPane({ viewer }: { viewer: Viewer }) {
  const { cards, ownDomainCount } = await starterTools(viewer, shown);
  const isOwn = viewer.domainName !== null && ownDomainCount > 0;
  const title = isOwn ? t("forDomain", { domain: viewer.domainName ?? "" }) : t("worksNow");
  return (
    <Section
      title={title}
      {...(isOwn && ownDomainCount < cards.length
        ? { description: t("andOthers", { own: ownDomainCount }) }
        : {})}
      actions={<TextLink href="/catalog">{t("allToolsLink")}</TextLink>}
    >
      {cards.length > 0 ? (
        <ToolCardGrid>
          {cards.map((card) => (
            <ToolCardItem key={card.id} card={card} />
          ))}
        </ToolCardGrid>
      ) : (
        <EmptyState action={<LinkButton href="/catalog">{t("allToolsLink")}</LinkButton>}>
          {t("noTools")}
        </EmptyState>
      )}
    </Section>
  );
}
