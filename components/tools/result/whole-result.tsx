"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { LoadFailure } from "#components/layout/load-failure.tsx";
import { callQueries } from "#components/tools/result/queries.ts";
import { Button } from "#components/ui/button.tsx";
import { buttonStyles } from "#components/ui/button-styles.ts";
import { Dialog } from "#components/ui/dialog.tsx";
import { Loading, Skeleton } from "#components/ui/skeleton.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { operations } from "#lib/messages/en/operations.ts";
import { formatNumber } from "#lib/messages/format.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(operations);

function Pages({ callId }: { callId: string }) {
  const result = useInfiniteQuery(callQueries.wholeResult(callId));
  const pages = result.data?.pages ?? [];
  const last = pages.at(-1);
  if (!last) {
    return result.error ? (
      <LoadFailure error={result.error} onRetry={() => void result.refetch()} />
    ) : (
      <Loading label={t("resultLoads")} className="flex flex-col gap-2">
        <Skeleton />
        <Skeleton className="w-3/5" />
      </Loading>
    );
  }
  const shown = formatNumber(last.nextOffset ?? last.length);
  return (
    <>
      <Textarea
        mono
        readOnly
        className="max-h-120"
        aria-label={t("wholeResult")}
        value={pages.map(({ text }) => text).join("")}
      />
      {result.error && <LoadFailure error={result.error} onRetry={() => void result.fetchNextPage()} />}
      <div className="flex flex-wrap items-center gap-2">
        <p role="status" className="mr-auto text-muted text-small">
          {t("wholeResultText", { shown, total: formatNumber(last.length) })}
        </p>
        {result.hasNextPage && !result.error && (
          <Button
            pending={result.isFetchingNextPage}
            pendingLabel={t("loadingMore")}
            onClick={() => void result.fetchNextPage()}
          >
            {t("showMore")}
          </Button>
        )}
        <a href={`/api/calls/${callId}/result/file`} download className={buttonStyles({})}>
          <Download />
          {t("saveAsFile")}
        </a>
      </div>
    </>
  );
}

/** Opens the whole text of a result of which only the beginning is shown. */
export function WholeResult({ callId }: { callId: string }) {
  return (
    <Dialog wide trigger={<Button size="small">{t("showAll")}</Button>} title={t("wholeResult")}>
      <Pages callId={callId} />
    </Dialog>
  );
}
