import type { Metadata } from "next";
import { Page } from "#components/layout/page.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { NewTool } from "#components/publishing/new-tool/new-tool.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";
import { catalog } from "#lib/messages/en/catalog.ts";
import { newTool } from "#lib/messages/en/new-tool.ts";
import { toolChoices } from "#lib/publishing/server/tool-choices.ts";
import { toolTemplates } from "#lib/publishing/start-from/templates/all-templates.ts";

export const metadata: Metadata = { title: newTool.title };

type NewToolPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewToolPage({ searchParams }: NewToolPageProps) {
  const viewer = await requireViewer();
  const wanted = (await searchParams).for;
  const words = typeof wanted === "string" ? wanted.trim().slice(0, 120) : "";
  return (
    <Page className="gap-8">
      <PageHeader
        breadcrumb={[{ label: catalog.title, href: "/catalog" }, { label: newTool.title }]}
        title={newTool.title}
        description={newTool.intro}
      />
      {viewer.teamId ? (
        <NewTool
          choices={await toolChoices(viewer, "")}
          templates={toolTemplates}
          wanted={words === "" ? null : words}
        />
      ) : (
        <EmptyState action={<LinkButton href="/catalog">{newTool.toCatalog}</LinkButton>}>
          {newTool.noTeam}. {newTool.noTeamHint}
        </EmptyState>
      )}
    </Page>
  );
}
