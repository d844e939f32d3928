"use client";

import { useState } from "react";
import { OperationMarks } from "#components/tools/operations/operation-marks.tsx";
import { OperationInputDocs, OperationOutputDocs } from "#components/tools/schema-form/schema-docs.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { OperationView } from "#lib/catalog/schema.ts";
import { operations as words } from "#lib/messages/en/operations.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(words);

type OperationDisclosureProps = { operation: OperationView; tryHref: string | null; isOpenAtFirst: boolean };

/** One operation as a row that opens. Its tables are long, so they are made when the row is opened. */
export function OperationDisclosure({ operation, tryHref, isOpenAtFirst }: OperationDisclosureProps) {
  const [wasOpened, setOpened] = useState(isOpenAtFirst);
  return (
    <Disclosure
      open={isOpenAtFirst}
      onOpenChange={(isOpen) => isOpen && setOpened(true)}
      summary={
        <span className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-x-3 gap-y-1 py-1.5">
          <span className="min-w-0">
            <span className="font-semibold">{operation.title}</span>{" "}
            {operation.route && <code className="text-code text-muted wrap-anywhere">{operation.route}</code>}
          </span>
          <OperationMarks annotations={operation.annotations} />
        </span>
      }
    >
      {wasOpened && <OperationDetails operation={operation} tryHref={tryHref} />}
    </Disclosure>
  );
}

function OperationDetails({ operation, tryHref }: { operation: OperationView; tryHref: string | null }) {
  const [wasResultOpened, setResultOpened] = useState(false);
  return (
    <div className="flex flex-col gap-4">
      {operation.description && <p className="measure">{operation.description}</p>}
      {operation.exampleRequests.length > 0 && (
        <div>
          <p className="text-muted text-small">{t("asks")}</p>
          <ul className="list-disc pl-4.5">
            {operation.exampleRequests.map((request) => (
              <li key={request}>{request}</li>
            ))}
          </ul>
        </div>
      )}
      <div className="flex flex-col gap-2">
        <h3 className="font-semibold text-small">{t("inputs")}</h3>
        <OperationInputDocs schema={operation.inputSchema} />
      </div>
      {operation.outputSchema !== null && (
        <Disclosure
          framed={false}
          onOpenChange={(isOpen) => isOpen && setResultOpened(true)}
          summary={<h3 className="font-semibold text-small">{t("outputs")}</h3>}
        >
          {wasResultOpened && <OperationOutputDocs schema={operation.outputSchema} />}
        </Disclosure>
      )}
      {tryHref && (
        <TextLink href={tryHref} scroll={false} className="self-start">
          {t("tryThis")}
        </TextLink>
      )}
    </div>
  );
}
