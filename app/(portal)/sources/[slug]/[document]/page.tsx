import type { Metadata } from "next";
import { cache } from "react";
import { orNotFound } from "#app/or-not-found.ts";
import { DocumentFacts } from "#components/knowledge/document-facts.tsx";
import { DocumentReader } from "#components/knowledge/document-reader.tsx";
import { t } from "#components/knowledge/knowledge-words.ts";
import { Page } from "#components/layout/page.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { mayReadSource } from "#lib/catalog/server/may-read-source.ts";
import { now } from "#lib/clock.ts";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";
import { readWords } from "#lib/knowledge/document-href.ts";
import { isStale } from "#lib/knowledge/freshness.ts";
import { readDocument } from "#lib/knowledge/server/read-source.ts";

const loadDocument = cache(async (source: string, document: string, passageId: string | undefined) =>
  orNotFound(readDocument(await requireViewer(), { source, document, passageId }, mayReadSource)),
);

type DocumentPageProps = {
  params: Promise<{ slug: string; document: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

async function load({ params, searchParams }: DocumentPageProps) {
  const { slug, document } = await params;
  const { passage } = await searchParams;
  return loadDocument(slug, document, typeof passage === "string" ? passage : undefined);
}

export async function generateMetadata(props: DocumentPageProps): Promise<Metadata> {
  return { title: (await load(props)).document.title };
}

export default async function DocumentPage(props: DocumentPageProps) {
  const opened = await load(props);
  const { passage, words } = await props.searchParams;
  return (
    <Page>
      <PageHeader
        breadcrumb={[
          { label: t("sources"), href: "/sources" },
          { label: opened.source.name, href: `/sources/${opened.source.slug}` },
        ]}
        title={<span lang={opened.document.language}>{opened.document.title}</span>}
        description={<DocumentFacts opened={opened} />}
      />
      <DocumentReader
        opened={opened}
        isPassageWanted={passage !== undefined}
        words={readWords(words)}
        isStale={isStale(opened.document.verifiedAt, now())}
      />
    </Page>
  );
}
