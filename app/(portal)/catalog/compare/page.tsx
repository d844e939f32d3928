import type { Metadata } from "next";
import { comparedSlugs, compareHref, mostCompared } from "#components/catalog/compare/compare-address.ts";
import { AddColumn } from "#components/catalog/compare/compare-column-head.tsx";
import { CompareTable } from "#components/catalog/compare/compare-table.tsx";
import { CopyAddress } from "#components/catalog/compare/copy-address.tsx";
import { t } from "#components/catalog/compare/words.ts";
import { Page } from "#components/layout/page.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SampleChip } from "#components/ui/sample-chip.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { compareTools } from "#lib/catalog/server/compare-tools.ts";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";
import { compare } from "#lib/messages/en/compare.ts";

export const metadata: Metadata = { title: compare.title };

type ComparePageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ComparePage({ searchParams }: ComparePageProps) {
  const viewer = await requireViewer();
  const query = await searchParams;
  const asked = comparedSlugs(query.tools);
  const onlyDifferences = query.show === "differences";
  const { tools, unknown } = await compareTools(viewer, asked.slice(0, mostCompared));
  const slugs = tools.map(({ slug }) => slug);
  return (
    <Page width="full">
      <PageHeader
        breadcrumb={[{ label: t("seeCatalog"), href: "/catalog" }, { label: t("title") }]}
        title={t("title")}
        description={t("intro")}
        actions={tools.length > 0 && <CopyAddress href={compareHref(slugs, onlyDifferences)} />}
      />
      {unknown.map((slug) => (
        <Notice key={slug} tone="caution">
          {t("unknown", { slug })}
        </Notice>
      ))}
      {asked.length > mostCompared && <Notice tone="info">{t("tooMany")}</Notice>}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {tools.length < mostCompared && (
          <div className="w-72 max-md:w-full">
            <AddColumn slugs={slugs} onlyDifferences={onlyDifferences} />
          </div>
        )}
        {tools.length > 1 && (
          <Segmented
            label={t("rows")}
            current={onlyDifferences ? "differences" : "all"}
            items={[
              { id: "all", label: t("allRows"), href: compareHref(slugs) },
              { id: "differences", label: t("differences"), href: compareHref(slugs, true) },
            ]}
          />
        )}
        {tools.length === 1 && <p className="text-muted">{t("emptyOne")}</p>}
      </div>
      {tools.length > 0 ? (
        <CompareTable tools={tools} onlyDifferences={onlyDifferences && tools.length > 1} />
      ) : (
        <EmptyState action={<LinkButton href="/catalog">{t("seeCatalog")}</LinkButton>}>
          {t("empty")}
        </EmptyState>
      )}
      {tools.some(({ usage }) => usage.hasSample) && (
        <p className="flex items-center gap-2 text-muted text-small">
          <SampleChip /> {t("includesSample")}
        </p>
      )}
    </Page>
  );
}
