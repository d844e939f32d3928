import type { Metadata } from "next";
import { CollectionForm } from "#components/collections/collection-form.tsx";
import { t } from "#components/collections/words.ts";
import { Page } from "#components/layout/page.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { curatedHomes } from "#lib/collections/server/curated-homes.ts";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";
import { collections as words } from "#lib/messages/en/collections.ts";

export const metadata: Metadata = { title: words.newTitle };

type NewPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewCollectionPage({ searchParams }: NewPageProps) {
  const [homes, query] = await Promise.all([requireViewer().then(curatedHomes), searchParams]);
  const breadcrumb = [{ label: t("title"), href: "/collections" }, { label: t("newTitle") }];
  const [first] = homes;
  if (!first) {
    return (
      <Page>
        <PageHeader breadcrumb={breadcrumb} title={t("notAllowedMake")} />
        <EmptyState action={<LinkButton href="/collections">{t("backToAll")}</LinkButton>}>
          {t("notAllowedMakeWhy")}
        </EmptyState>
      </Page>
    );
  }
  const home = homes.find(({ slug }) => slug !== null && slug === query.domain) ?? first;
  return (
    <Page>
      <PageHeader breadcrumb={breadcrumb} title={t("newTitle")} />
      <CollectionForm
        edited={null}
        first={{ title: "", text: "", domain: home.slug, items: [] }}
        homes={homes}
      />
    </Page>
  );
}
