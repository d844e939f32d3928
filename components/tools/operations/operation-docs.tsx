import { Section } from "#components/layout/section.tsx";
import { OperationDisclosure } from "#components/tools/operations/operation-disclosure.tsx";
import type { OperationView } from "#lib/catalog/schema.ts";
import { operations as words } from "#lib/messages/en/operations.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(words);

type OperationDocsProps = {
  operations: readonly OperationView[];
  /** The address of the form of an operation; null when this person cannot call it. */
  tryHref: ((name: string) => string) | null;
};

/** What can be called, each with inputs and result made from the schemas. */
export function OperationDocs({ operations, tryHref }: OperationDocsProps) {
  if (operations.length === 0) return null;
  return (
    <Section title={t("operations")} description={t("count", { count: operations.length })}>
      <div className="flex flex-col gap-2">
        {operations.map((operation) => (
          <OperationDisclosure
            key={operation.name}
            operation={operation}
            tryHref={tryHref ? tryHref(operation.name) : null}
            isOpenAtFirst={operations.length === 1}
          />
        ))}
      </div>
    </Section>
  );
}
