import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { readCatalogParams, toCatalogQuery, toQueryText } from "#components/catalog/list/catalog-params.ts";
import { CatalogView } from "#components/catalog/list/catalog-view.tsx";
import { catalogKeys } from "#components/catalog/queries.ts";
import { SavedSearchMenu } from "#components/collections/saved-search-menu.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { searchCatalog } from "#lib/catalog/server/search-catalog.ts";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";
import { catalog } from "#lib/messages/en/catalog.ts";
import { collections } from "#lib/messages/en/collections.ts";
import { newTool } from "#lib/messages/en/new-tool.ts";

export const metadata: Metadata = { title: catalog.title };

type CatalogPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function CatalogPage({ searchParams }: CatalogPageProps) {
  const viewer = await requireViewer();
  const params = await readCatalogParams(searchParams);
  const queryClient = new QueryClient();
  const result = await searchCatalog(viewer, toCatalogQuery(params));
  queryClient.setQueryData(catalogKeys.list(toQueryText(params, false)), result);
  return (
    <Page>
      <PageHeader
        title={catalog.title}
        actions={
          <>
            <SavedSearchMenu />
            <LinkButton href="/collections">{collections.title}</LinkButton>
            <LinkButton href="/catalog/new">{newTool.title}</LinkButton>
          </>
        }
      />
      <HydrationBoundary state={dehydrate(queryClient)}>
        <CatalogView />
      </HydrationBoundary>
    </Page>
  );
}
