import { ConcernList } from "#components/catalog/concern-list.tsx";
import { t } from "#components/home/home-words.ts";
import { Section } from "#components/layout/section.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { type ConcernScope, listConcerns } from "#lib/catalog/server/list-concerns.ts";
import type { Viewer } from "#lib/identity/schema.ts";

const shown = 8;

type HealthPaneProps = {
  viewer: Viewer;
  scope: ConcernScope;
  title: string;
  more: { label: string; href: string };
};

/** What needs attention in a domain or everywhere, most urgent first. */
export async function HealthPane({ viewer, scope, title, more }: HealthPaneProps) {
  const concerns = await listConcerns(viewer, scope);
  const hidden = concerns.length - shown;
  return (
    <Section title={title} actions={<TextLink href={more.href}>{more.label}</TextLink>}>
      {concerns.length > 0 ? (
        <ConcernList concerns={concerns.slice(0, shown)} />
      ) : (
        <p className="text-muted">{t("allInOrder")}</p>
      )}
      {hidden > 0 && <p className="text-muted text-small">{t("more", { count: hidden })}</p>}
    </Section>
  );
}
