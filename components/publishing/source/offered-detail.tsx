"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { RevealedText } from "#components/publishing/contracts/revealed-text.tsx";
import { failureText } from "#components/publishing/source/failure-text.ts";
import { definitionQuery } from "#components/publishing/source/source-requests.ts";
import { t } from "#components/publishing/source/source-words.ts";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Loading, SkeletonRows } from "#components/ui/skeleton.tsx";
import type { OfferedOperation } from "#lib/publishing/sources/schema.ts";
import { countRevealed } from "#lib/tools/reveal-characters.ts";

type OfferedDetailProps = {
  slug: string;
  sourceId: string;
  operation: OfferedOperation;
  useOriginal: boolean;
  onOriginal: (isWanted: boolean) => void;
};

function Definition({
  slug,
  sourceId,
  operationKey,
}: {
  slug: string;
  sourceId: string;
  operationKey: string;
}) {
  const { data, error } = useQuery(definitionQuery(slug, sourceId, operationKey));
  if (error) return <Notice tone="danger">{failureText(error)}</Notice>;
  if (!data) {
    return (
      <Loading label={t("loadingDefinition")}>
        <SkeletonRows rows={3} />
      </Loading>
    );
  }
  return (
    <pre className="max-h-96 overflow-auto whitespace-pre-wrap rounded-control bg-sunken p-3 text-code wrap-anywhere">
      <RevealedText text={JSON.stringify(data.contract, null, 2)} />
    </pre>
  );
}

/** What an operation says of itself: as it will be read, as it was written, and its definition word for word. */
export function OfferedDetail({ slug, sourceId, operation, useOriginal, onOriginal }: OfferedDetailProps) {
  const [isShown, setShown] = useState(false);
  const { texts, original, isImproved } = operation;
  const counts = countRevealed([original.name, original.title, original.description].join("\n"));
  const odd = counts.unseen + counts.lookalikes;
  return (
    <div className="flex flex-col gap-3 px-4 pb-4 md:pl-11">
      {odd > 0 && <Notice tone="danger">{t("unseen", { count: odd })}</Notice>}
      <div className="grid gap-4 md:grid-cols-2">
        <div className="min-w-0">
          <p className="text-muted text-small">{t("improvedTexts")}</p>
          <p className="font-semibold wrap-anywhere">{texts.title}</p>
          <code className="text-code wrap-anywhere">{texts.name}</code>
          <p className="whitespace-pre-wrap wrap-anywhere">{texts.description || t("noDescription")}</p>
        </div>
        <div className="min-w-0">
          <p className="text-muted text-small">{t("originalTexts")}</p>
          <p className="font-semibold wrap-anywhere">
            <RevealedText text={original.title} />
          </p>
          <code className="text-code wrap-anywhere">
            <RevealedText text={original.name} />
          </code>
          <p className="whitespace-pre-wrap wrap-anywhere">
            {original.description ? <RevealedText text={original.description} /> : t("noDescription")}
          </p>
        </div>
      </div>
      {isImproved && operation.isUsable && (
        <Checkbox
          label={t("useOriginal")}
          checked={useOriginal}
          onChange={(event) => onOriginal(event.target.checked)}
        />
      )}
      <Disclosure summary={t("definition")} onOpenChange={(isOpen) => isOpen && setShown(true)}>
        {isShown && <Definition slug={slug} sourceId={sourceId} operationKey={operation.key} />}
      </Disclosure>
      <p className="text-muted text-small">
        {t("pinnedTo")} <code className="text-code wrap-anywhere">{operation.hash}</code>
      </p>
    </div>
  );
}
