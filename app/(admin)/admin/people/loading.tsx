import { LoadingPage } from "#components/layout/loading-page.tsx";

export default function PeopleLoading() {
  return <LoadingPage />;
}
