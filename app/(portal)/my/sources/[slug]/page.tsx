import type { Metadata } from "next";
import { cache } from "react";
import { orNotFound } from "#app/or-not-found.ts";
import { t } from "#components/knowledge/knowledge-words.ts";
import { Page } from "#components/layout/page.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { AddToSource } from "#components/publishing/knowledge-source/add-to-source.tsx";
import { DeleteSource } from "#components/publishing/knowledge-source/delete-source.tsx";
import { SourceDocuments } from "#components/publishing/knowledge-source/source-documents.tsx";
import { SourceNameForm } from "#components/publishing/knowledge-source/source-name-form.tsx";
import { DataClassChip } from "#components/ui/data-class-chip.tsx";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";
import { managedSource } from "#lib/knowledge/server/manage-source.ts";

const loadSource = cache(async (slug: string) => orNotFound(managedSource(await requireViewer(), slug)));

type ManageSourceProps = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: ManageSourceProps): Promise<Metadata> {
  return { title: t("manageSource", { name: (await loadSource((await params).slug)).name }) };
}

/** Where the team that owns a knowledge source sees to it. */
export default async function ManageSourcePage({ params }: ManageSourceProps) {
  const { slug, name, description, dataClass, team, documents } = await loadSource((await params).slug);
  const count = documents.length;
  return (
    <Page>
      <PageHeader
        breadcrumb={[{ label: t("myWork"), href: "/my" }, { label: t("sources") }]}
        title={name}
        description={
          <>
            <p>{t("managedBy", { team })}</p>
            <p className="flex flex-wrap items-center gap-2 text-small">
              {t("documentCount", { count })}
              <DataClassChip value={dataClass} />
            </p>
          </>
        }
      />
      <Section title={t("nameTitle")}>
        <SourceNameForm slug={slug} name={name} description={description} />
      </Section>
      <Section title={t("addTitle")} description={t("addIntro")}>
        <AddToSource slug={slug} />
      </Section>
      <Section title={t("documents")}>
        <SourceDocuments slug={slug} documents={documents} />
      </Section>
      <Section title={t("deleteTitle")} description={t("deleteIntro")}>
        <div>
          <DeleteSource slug={slug} name={name} count={count} />
        </div>
      </Section>
    </Page>
  );
}
