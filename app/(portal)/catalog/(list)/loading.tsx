import { LoadingPage } from "#components/layout/loading-page.tsx";

export default function CatalogLoading() {
  return <LoadingPage />;
}
