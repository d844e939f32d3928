import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { AdminNav } from "#components/layout/admin-nav.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { FigureDaysChoice } from "#components/models/figure-days-choice.tsx";
import { ModelFacts } from "#components/models/model-facts.tsx";
import { ModelFigureTiles } from "#components/models/model-figure-tiles.tsx";
import { NewPriceButton } from "#components/models/new-price.tsx";
import { PriceTable } from "#components/models/price-table.tsx";
import { isAppError } from "#lib/errors.ts";
import { hasPermission } from "#lib/identity/schema.ts";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";
import { models } from "#lib/messages/en/models.ts";
import { translator } from "#lib/messages/translate.ts";
import { listAliases } from "#lib/models/server/list-providers.ts";
import { getModelCard } from "#lib/models/server/model-figures.ts";
import { listPrices } from "#lib/models/server/prices.ts";

const t = translator(models);

export const metadata: Metadata = { title: t("modelTitle") };

type ModelPageProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ModelPage({ params, searchParams }: ModelPageProps) {
  const viewer = await requireViewer();
  const { id } = await params;
  if (!hasPermission(viewer, "model:administer") || !z.uuid().safeParse(id).success) notFound();
  const days = (await searchParams).days === "30" ? 30 : 7;
  const [card, prices, aliases] = await Promise.all([
    getModelCard(viewer, id, days).catch((error: unknown) => {
      if (isAppError(error) && error.code === "not-found") notFound();
      throw error;
    }),
    listPrices(viewer, id),
    listAliases(viewer),
  ]);
  const names = aliases
    .filter((alias) => alias.models.some((model) => model.id === id))
    .map(({ name }) => name);
  return (
    <Page>
      <PageHeader
        title={card.displayName}
        description={t("modelOn", { provider: card.provider.name, name: card.name })}
        breadcrumb={[{ label: t("title"), href: "/admin/models" }, { label: card.displayName }]}
      />
      <AdminNav roles={viewer.roles} />
      <Section
        title={t("figuresTitle")}
        description={t("figuresText")}
        actions={<FigureDaysChoice days={days} path={`/admin/models/${id}`} />}
      >
        <ModelFigureTiles figures={card.figures} />
      </Section>
      <Section title={t("factsTitle")}>
        <ModelFacts card={card} aliases={names} />
      </Section>
      <Section
        title={t("pricesTitle")}
        description={t("pricesText")}
        actions={<NewPriceButton modelId={id} />}
      >
        <PriceTable modelId={id} prices={prices} />
      </Section>
    </Page>
  );
}
