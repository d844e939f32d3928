"use client";

import { OperationFinder } from "#components/catalog/operations/operation-finder.tsx";
import type { FirstOperations } from "#components/catalog/operations/use-found-operations.ts";
import { tryHref } from "#components/runs/try-it/try-address.ts";
import { OperationDisclosure } from "#components/tools/operations/operation-disclosure.tsx";

/** What can be called, each with inputs and result made from the schemas, and a way to its form. */
export function OperationList({ canTry, ...place }: FirstOperations & { canTry: boolean }) {
  const hrefOf = (name: string) => tryHref(place.slug, name) ?? `/catalog/${place.slug}?tab=try`;
  return (
    <OperationFinder {...place}>
      {(operation) => (
        <OperationDisclosure
          operation={operation}
          tryHref={canTry ? hrefOf(operation.name) : null}
          isOpenAtFirst={place.total === 1}
        />
      )}
    </OperationFinder>
  );
}
