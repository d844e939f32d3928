import type { Metadata } from "next";
import { SourceList } from "#components/knowledge/source-list.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { readableSources } from "#lib/catalog/server/may-read-source.ts";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";
import { listSources } from "#lib/knowledge/server/read-source.ts";
import { knowledge } from "#lib/messages/en/knowledge.ts";

export const metadata: Metadata = { title: knowledge.sources };

export default async function SourcesPage() {
  const viewer = await requireViewer();
  const sources = await listSources(viewer, await readableSources(viewer));
  return (
    <Page>
      <PageHeader title={knowledge.sources} description={knowledge.sourcesIntro} />
      {sources.length > 0 ? (
        <SourceList sources={sources} />
      ) : (
        <EmptyState action={<LinkButton href="/catalog">{knowledge.findTools}</LinkButton>}>
          {knowledge.noSources}
        </EmptyState>
      )}
    </Page>
  );
}
