import type { Metadata } from "next";
import { cache } from "react";
import { orNotFound } from "#app/or-not-found.ts";
import { DocumentTable } from "#components/knowledge/document-table.tsx";
import { t } from "#components/knowledge/knowledge-words.ts";
import { Page } from "#components/layout/page.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { DataClassChip } from "#components/ui/data-class-chip.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { mayReadSource } from "#lib/catalog/server/may-read-source.ts";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";
import { mayManageSource } from "#lib/knowledge/server/manage-source.ts";
import { readSource } from "#lib/knowledge/server/read-source.ts";

const loadSource = cache(async (slug: string) =>
  orNotFound(readSource(await requireViewer(), slug, mayReadSource)),
);

type SourcePageProps = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: SourcePageProps): Promise<Metadata> {
  return { title: (await loadSource((await params).slug)).name };
}

export default async function SourcePage({ params }: SourcePageProps) {
  const source = await loadSource((await params).slug);
  const mayManage = await mayManageSource(await requireViewer(), source.slug);
  return (
    <Page>
      <PageHeader
        breadcrumb={[{ label: t("sources"), href: "/sources" }, { label: source.domain }]}
        title={source.name}
        actions={mayManage && <LinkButton href={`/my/sources/${source.slug}`}>{t("manage")}</LinkButton>}
        description={
          <>
            {source.description && <p className="text-text">{source.description}</p>}
            <p className="flex flex-wrap items-center gap-2 text-small">
              {t("ownedBy", { team: source.team })} · {t("documentCount", { count: source.documents.length })}
              <DataClassChip value={source.dataClass} />
            </p>
          </>
        }
      />
      <DocumentTable source={source} />
    </Page>
  );
}
