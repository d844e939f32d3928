"use client";

import type { ReactNode } from "react";
import {
  type FirstOperations,
  useFoundOperations,
} from "#components/catalog/operations/use-found-operations.ts";
import { LoadFailure } from "#components/layout/load-failure.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import type { OperationView } from "#lib/catalog/schema.ts";
import { operations as words } from "#lib/messages/en/operations.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(words);

type OperationFinderProps = FirstOperations & { children: (operation: OperationView) => ReactNode };

/** The operations of a tool; of many some at a time, found by typing. `children` shows one as a list's item. */
export function OperationFinder({ children, ...place }: OperationFinderProps) {
  const found = useFoundOperations(place);
  const isWhole = place.total <= place.first.length;
  return (
    <div className="flex flex-col gap-3">
      {!isWhole && (
        <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
          <div className="w-full md:w-80">
            <Field id="find-operation" label={t("find")} hideLabel>
              {(control) => (
                <Input
                  {...control}
                  type="search"
                  maxLength={100}
                  placeholder={t("find")}
                  value={found.typed}
                  onChange={(event) => found.setTyped(event.target.value)}
                />
              )}
            </Field>
          </div>
          <p role="status" className="text-muted text-small">
            {found.matching === 0
              ? t("noneFound")
              : t("shown", { shown: found.operations.length, count: found.matching })}
          </p>
        </div>
      )}
      {found.error && <LoadFailure title={t("findFailed")} error={found.error} onRetry={found.retry} />}
      <ul className="flex flex-col gap-2">
        {found.operations.map((operation) => (
          <li key={operation.name} className="min-w-0">
            {children(operation)}
          </li>
        ))}
      </ul>
      {found.hasMore && (
        <Button
          className="self-start"
          pending={found.isLoadingMore}
          pendingLabel={t("loadingMore")}
          onClick={found.showMore}
        >
          {t("showMore")}
        </Button>
      )}
    </div>
  );
}
