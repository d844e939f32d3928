"use client";

import { useState } from "react";
import { OfferedDetail } from "#components/publishing/source/offered-detail.tsx";
import { t } from "#components/publishing/source/source-words.ts";
import { OperationMarks } from "#components/tools/operations/operation-marks.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { cn } from "#components/ui/cn.ts";
import type { OfferedOperation, OfferedPage } from "#lib/publishing/sources/schema.ts";

type OfferedTableProps = {
  slug: string;
  sourceId: string;
  page: OfferedPage;
  isFetching: boolean;
  selected: ReadonlySet<string>;
  originals: ReadonlySet<string>;
  onSelect: (keys: Iterable<string>) => void;
  onOriginal: (key: string, isWanted: boolean) => void;
};

function StateBadges({ operation }: { operation: OfferedOperation }) {
  return (
    <>
      {!operation.isUsable && <Badge tone="danger">{t("unusable")}</Badge>}
      {operation.isDeprecated && <Badge tone="caution">{t("deprecated")}</Badge>}
      {operation.isChanged && <Badge tone="caution">{t("isChanged")}</Badge>}
      {operation.isChosen && <Badge tone="positive">{t("inDraft")}</Badge>}
    </>
  );
}

/** One page of operations with a box each; a row opens to its texts and its definition. */
export function OfferedTable(props: OfferedTableProps) {
  const { slug, sourceId, page, isFetching, selected, originals, onSelect, onOriginal } = props;
  const [opened, setOpened] = useState<string | null>(null);
  const usable = page.operations.filter(({ isUsable }) => isUsable).map(({ key }) => key);
  const isWholePage = usable.length > 0 && usable.every((key) => selected.has(key));

  function toggle(keys: readonly string[], isOn: boolean) {
    const next = new Set(selected);
    for (const key of keys) {
      if (isOn) next.add(key);
      else next.delete(key);
    }
    onSelect(next);
  }

  return (
    <div
      aria-busy={isFetching}
      className={cn("overflow-clip rounded-card border bg-surface transition-ui", isFetching && "opacity-60")}
    >
      <div className="border-b px-4 py-2">
        <Checkbox
          label={t("selectPage")}
          checked={isWholePage}
          disabled={usable.length === 0}
          onChange={(event) => toggle(usable, event.target.checked)}
        />
      </div>
      <ul aria-label={t("tableLabel")}>
        {page.operations.map((operation) => {
          const useOriginal = originals.has(operation.key);
          const texts = useOriginal ? operation.original : operation.texts;
          const title = texts.title || operation.key;
          const isOpen = opened === operation.key;
          return (
            <li
              key={operation.key}
              className={cn("border-b last:border-b-0", selected.has(operation.key) && "bg-accent-soft")}
            >
              <div className="flex items-start gap-3 px-4 py-2.5">
                <Checkbox
                  aria-label={t("selectOne", { title })}
                  checked={selected.has(operation.key)}
                  disabled={!operation.isUsable}
                  onChange={(event) => toggle([operation.key], event.target.checked)}
                />
                <button
                  type="button"
                  aria-expanded={isOpen}
                  aria-label={t("details", { title })}
                  onClick={() => setOpened(isOpen ? null : operation.key)}
                  className="flex min-w-0 flex-1 flex-wrap items-start justify-between gap-x-4 gap-y-1 rounded-control text-left"
                >
                  <span className="min-w-0 flex-1 basis-72">
                    <span className="block font-semibold wrap-anywhere">{title}</span>
                    <code className="block text-code text-muted wrap-anywhere">{operation.key}</code>
                    <span className="line-clamp-2 text-muted text-small wrap-anywhere">
                      {texts.description || t("noDescription")}
                    </span>
                  </span>
                  <span className="flex flex-wrap gap-1.5">
                    <StateBadges operation={operation} />
                    <OperationMarks annotations={operation.annotations} />
                  </span>
                </button>
              </div>
              {operation.problems.length > 0 && (
                <ul className="px-4 pb-2 pl-11 text-caution text-small">
                  {operation.problems.map(({ place, message, mend }) => (
                    <li key={`${place} ${message}`} className="wrap-anywhere">
                      {place}: {message} {mend && <span className="text-muted">{mend}</span>}
                    </li>
                  ))}
                </ul>
              )}
              {isOpen && (
                <OfferedDetail
                  slug={slug}
                  sourceId={sourceId}
                  operation={operation}
                  useOriginal={useOriginal}
                  onOriginal={(isWanted) => onOriginal(operation.key, isWanted)}
                />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
