import { Page } from "#components/layout/page.tsx";
import { Loading, Skeleton, SkeletonRows } from "#components/ui/skeleton.tsx";
import { shell } from "#lib/messages/en/shell.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(shell);

/** What `loading.tsx` of a list page shows: title, one line and rows. */
export function LoadingPage({ dense }: { dense?: boolean }) {
  return (
    <Page>
      <Loading label={t("loading")} className="flex flex-col gap-3">
        <Skeleton className="h-9 w-64" />
        <Skeleton className="w-96 max-w-full" />
      </Loading>
      <SkeletonRows dense={dense} />
    </Page>
  );
}
