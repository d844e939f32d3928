"use client";

import { useState } from "react";
import { ApiOperation } from "#components/catalog/api/api-operation.tsx";
import { OperationFinder } from "#components/catalog/operations/operation-finder.tsx";
import type { FirstOperations } from "#components/catalog/operations/use-found-operations.ts";
import { Disclosure } from "#components/ui/disclosure.tsx";
import type { SnippetPlace } from "#lib/catalog/interop/snippets.ts";
import type { OperationView } from "#lib/catalog/schema.ts";

/** How each operation is called from a program; of many some at a time. */
export function ApiOperations({ place, ...operations }: FirstOperations & { place: SnippetPlace }) {
  return (
    <OperationFinder {...operations}>
      {(operation) => <ApiRow operation={operation} place={place} isOpenAtFirst={operations.total === 1} />}
    </OperationFinder>
  );
}

type ApiRowProps = { operation: OperationView; place: SnippetPlace; isOpenAtFirst: boolean };

/** The code is made when the row is opened. */
function ApiRow({ operation, place, isOpenAtFirst }: ApiRowProps) {
  const [wasOpened, setOpened] = useState(isOpenAtFirst);
  return (
    <Disclosure
      open={isOpenAtFirst}
      onOpenChange={(isOpen) => isOpen && setOpened(true)}
      summary={
        <span className="min-w-0 py-1.5">
          <span className="font-semibold wrap-anywhere">{operation.title}</span>{" "}
          <code className="text-code text-muted wrap-anywhere">{operation.name}</code>
        </span>
      }
    >
      {wasOpened && <ApiOperation operation={operation} place={place} />}
    </Disclosure>
  );
}
