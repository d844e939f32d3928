import { Section } from "#components/layout/section.tsx";
import { OperationMarks } from "#components/tools/operations/operation-marks.tsx";
import { OperationInputDocs, OperationOutputDocs } from "#components/tools/schema-form/schema-docs.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { OperationView } from "#lib/catalog/schema.ts";
import { operations as words } from "#lib/messages/en/operations.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(words);

type OperationDocsProps = {
  operations: readonly OperationView[];
  /** The address of the form of an operation; null when this person cannot call it. */
  tryHref: ((name: string) => string) | null;
};

/** What can be called, with inputs and results made from the schemas. */
export function OperationDocs({ operations, tryHref }: OperationDocsProps) {
  if (operations.length === 0) return null;
  return (
    <Section title={t("operations")} description={t("count", { count: operations.length })}>
      <div className="flex flex-col gap-2">
        {operations.map((operation) => (
          <Disclosure
            key={operation.name}
            open={operations.length === 1}
            summary={
              <span className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-x-3 gap-y-1 py-1.5">
                <span className="min-w-0">
                  <span className="font-semibold">{operation.title}</span>{" "}
                  {operation.route && (
                    <code className="text-code text-muted wrap-anywhere">{operation.route}</code>
                  )}
                </span>
                <OperationMarks annotations={operation.annotations} />
              </span>
            }
          >
            <OperationDetails operation={operation} tryHref={tryHref ? tryHref(operation.name) : null} />
          </Disclosure>
        ))}
      </div>
    </Section>
  );
}

function OperationDetails({ operation, tryHref }: { operation: OperationView; tryHref: string | null }) {
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
      <h3 className="font-semibold text-small">{t("inputs")}</h3>
      <OperationInputDocs schema={operation.inputSchema} />
      {operation.outputSchema !== null && (
        <>
          <h3 className="font-semibold text-small">{t("outputs")}</h3>
          <OperationOutputDocs schema={operation.outputSchema} />
        </>
      )}
      {tryHref && (
        <TextLink href={tryHref} scroll={false} className="self-start">
          {t("tryThis")}
        </TextLink>
      )}
    </div>
  );
}
