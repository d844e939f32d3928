"use client";

import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import type { DraftEditor } from "#components/publishing/draft/use-draft-content.ts";
import { ChooseFilters } from "#components/publishing/source/choose-filters.tsx";
import { showFailure } from "#components/publishing/source/failure-text.ts";
import { OfferedTable } from "#components/publishing/source/offered-table.tsx";
import { ServerField } from "#components/publishing/source/server-field.tsx";
import { chooseOperations, loadKeys, offeredQuery } from "#components/publishing/source/source-requests.ts";
import { t } from "#components/publishing/source/source-words.ts";
import { useSelection } from "#components/publishing/source/use-selection.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Loading, SkeletonRows } from "#components/ui/skeleton.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { formatNumber } from "#lib/messages/format.ts";
import { mostOperations } from "#lib/publishing/draft-content.ts";
import type { OfferedQuery, SourceView } from "#lib/publishing/sources/schema.ts";

type ChooseOperationsProps = {
  editor: DraftEditor;
  source: SourceView;
  onTaken: () => Promise<void>;
};

/** The list of a source, to choose from: found by words and tags, page by page. */
export function ChooseOperations({ editor, source, onTaken }: ChooseOperationsProps) {
  const { slug } = editor;
  const [filter, setFilter] = useState<OfferedQuery>({});
  const [page, setPage] = useState(1);
  const [server, setServer] = useState(source.server ?? "");
  const [isBusy, setBusy] = useState(false);
  const selection = useSelection();
  const query = useDeferredValue({ ...filter, page });
  const { data, error, refetch, isFetching } = useQuery(offeredQuery(slug, source.id, query));

  if (!data) {
    return error ? (
      <ErrorState
        title={t("loadFailed")}
        action={<Button onClick={() => void refetch()}>{t("again")}</Button>}
      >
        {t("loadFailedMend")}
      </ErrorState>
    ) : (
      <Loading label={t("loading")}>
        <SkeletonRows rows={6} />
      </Loading>
    );
  }
  const selected = selection.of(data.chosen);
  const leaving = data.chosen.filter((key) => !selected.has(key)).length + source.gone.length;
  const isFiltered = Boolean(filter.q || filter.tag || (filter.show && filter.show !== "all"));

  function find(next: OfferedQuery) {
    setFilter(next);
    setPage(1);
  }

  async function selectFound() {
    try {
      const { keys, total, isTooMany } = await loadKeys(slug, source.id, filter);
      if (isTooMany) {
        showToast({ tone: "danger", title: t("tooMany", { count: formatNumber(total) }) });
      } else selection.set([...selected, ...keys]);
    } catch (failure) {
      showFailure(failure);
    }
  }

  async function takeOver() {
    if (!data || isBusy) return;
    setBusy(true);
    try {
      if (!(await editor.save())) {
        showToast({ tone: "danger", title: t("saveFirst") });
        return;
      }
      const operations = [...selected].map((key) =>
        selection.originals.has(key) ? { key, useOriginal: true } : { key },
      );
      const wanted = server.trim();
      const { revision } = await chooseOperations(slug, source.id, {
        operations,
        fingerprint: data.fingerprint,
        revision: editor.revisionOf(),
        ...(source.kind === "openapi" && wanted !== "" && wanted !== source.server
          ? { serverUrl: wanted }
          : {}),
      });
      await editor.adopt(revision);
      selection.clear();
      showToast({ tone: "positive", title: t("taken", { count: operations.length }) });
      await onTaken();
    } catch (failure) {
      showFailure(failure);
      await refetch();
    } finally {
      setBusy(false);
    }
  }

  const isTooMany = selected.size > mostOperations;
  return (
    <div className="flex min-w-0 flex-col gap-4 border-t pt-4">
      {source.kind === "openapi" && <ServerField source={source} value={server} onChange={setServer} />}
      <ChooseFilters filter={filter} tags={data.tags} onChange={find} />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p role="status" className="text-muted text-small">
          {t("found", { count: data.total })}
        </p>
        <div className="flex flex-wrap gap-2">
          {data.total > 0 && data.total <= mostOperations && (
            <Button size="small" onClick={() => void selectFound()}>
              {t("selectFound", { count: data.total })}
            </Button>
          )}
          {selected.size > 0 && (
            <Button size="small" variant="quiet" onClick={() => selection.set([])}>
              {t("selectNone")}
            </Button>
          )}
        </div>
      </div>
      {data.total > mostOperations && (
        <p className="text-caution text-small">{t("tooMany", { count: formatNumber(data.total) })}</p>
      )}
      {data.operations.length === 0 ? (
        <EmptyState action={isFiltered && <Button onClick={() => find({})}>{t("clearSearch")}</Button>}>
          {t("nothingFound")}
        </EmptyState>
      ) : (
        <OfferedTable
          slug={slug}
          sourceId={source.id}
          page={data}
          isFetching={isFetching}
          selected={selected}
          originals={selection.originals}
          onSelect={selection.set}
          onOriginal={selection.setOriginal}
        />
      )}
      {data.pageCount > 1 && (
        <nav aria-label={t("tableLabel")} className="flex flex-wrap items-center gap-2">
          <Button size="small" disabled={data.page <= 1} onClick={() => setPage(data.page - 1)}>
            {t("previous")}
          </Button>
          <span className="text-muted text-small">
            {t("page", { page: formatNumber(data.page), count: formatNumber(data.pageCount) })}
          </span>
          <Button size="small" disabled={data.page >= data.pageCount} onClick={() => setPage(data.page + 1)}>
            {t("next")}
          </Button>
        </nav>
      )}
      <div className="flex flex-wrap items-center gap-3 border-t pt-4">
        <Button
          variant="primary"
          disabled={isTooMany || (selected.size === 0 && leaving === 0)}
          pending={isBusy}
          pendingLabel={t("taking")}
          onClick={() => void takeOver()}
        >
          {selected.size === 0 && leaving > 0 ? t("takeNone") : t("takeOver", { count: selected.size })}
        </Button>
        <p className="text-muted text-small">
          {[
            t("selectedCount", { count: selected.size }),
            leaving > 0 && t("leaving", { count: leaving }),
            isTooMany && t("tooMany", { count: formatNumber(selected.size) }),
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </div>
    </div>
  );
}
