import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AdminNav } from "#components/layout/admin-nav.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { AliasTable } from "#components/models/alias-table.tsx";
import { FigureDaysChoice } from "#components/models/figure-days-choice.tsx";
import { ImportSheet } from "#components/models/import-sheet.tsx";
import { ModelTable } from "#components/models/model-table.tsx";
import { NewAliasButton } from "#components/models/new-alias.tsx";
import { NewProviderButton } from "#components/models/new-provider.tsx";
import { ProviderCard } from "#components/models/provider-card.tsx";
import { buttonStyles } from "#components/ui/button-styles.ts";
import { Notice } from "#components/ui/notice.tsx";
import { hasPermission } from "#lib/identity/schema.ts";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";
import { models } from "#lib/messages/en/models.ts";
import { translator } from "#lib/messages/translate.ts";
import { defaultAlias } from "#lib/models/default-alias.ts";
import { listAliases, listProviders } from "#lib/models/server/list-providers.ts";
import { listModelCards } from "#lib/models/server/model-figures.ts";
import { providerHealth } from "#lib/models/server/provider-health.ts";

const t = translator(models);

export const metadata: Metadata = { title: t("title") };

type ModelsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ModelsPage({ searchParams }: ModelsPageProps) {
  const viewer = await requireViewer();
  if (!hasPermission(viewer, "model:administer")) notFound();
  const days = (await searchParams).days === "30" ? 30 : 7;
  const [providers, aliases, health, cards] = await Promise.all([
    listProviders(viewer),
    listAliases(viewer),
    providerHealth(viewer),
    listModelCards(viewer, days),
  ]);
  const all = providers.flatMap((provider) => provider.models.map((model) => ({ model, provider })));
  const isUsable = ({ model, provider }: (typeof all)[number]) => model.isActive && provider.isActive;
  const offered = all.map((each) => ({
    id: each.model.id,
    name: each.model.displayName,
    makesVectors: each.model.capabilities.embeddings,
    provider: isUsable(each) ? each.provider.name : `${each.provider.name}, ${t("modelOff")}`,
  }));
  const canWrite = all.some((each) => isUsable(each) && each.model.capabilities.generates);
  const first = aliases.find(({ name }) => name === defaultAlias)?.models.find((model) => model.isActive);
  const embedded = providers.filter(({ type }) => type === "embedded").flatMap((provider) => provider.models);
  const isDefaultEmbedded = embedded.some(({ id }) => id === first?.id);
  return (
    <Page>
      <PageHeader
        title={t("title")}
        description={t("intro")}
        actions={
          <div className="flex flex-wrap gap-2">
            <a href="/api/models/file" download className={buttonStyles({ variant: "secondary" })}>
              {t("export")}
            </a>
            <ImportSheet />
            <NewProviderButton />
          </div>
        }
      />
      <AdminNav roles={viewer.roles} />
      {!canWrite && <Notice>{t("noneWriting")}</Notice>}
      {canWrite && isDefaultEmbedded && <Notice>{t("defaultIsEmbedded")}</Notice>}
      <Section title={t("providersTitle")}>
        <div className="grid items-start gap-4 lg:grid-cols-2">
          {providers.map((provider) => (
            <ProviderCard key={provider.id} provider={provider} health={health.get(provider.id) ?? []} />
          ))}
        </div>
      </Section>
      <Section
        title={t("modelsTitle")}
        description={t("modelsText")}
        actions={<FigureDaysChoice days={days} path="/admin/models" />}
      >
        <ModelTable cards={cards} />
      </Section>
      <Section
        title={t("aliasesTitle")}
        description={t("aliasesText")}
        actions={<NewAliasButton offered={offered} />}
      >
        <AliasTable aliases={aliases} offered={offered} />
      </Section>
    </Page>
  );
}
