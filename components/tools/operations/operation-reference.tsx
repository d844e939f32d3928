import { OperationMarks } from "#components/tools/operations/operation-marks.tsx";
import { OperationInputDocs, OperationOutputDocs } from "#components/tools/schema-form/schema-docs.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { HeadingLink } from "#components/ui/prose/heading-link.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { OperationView } from "#lib/catalog/schema.ts";
import { docs } from "#lib/messages/en/docs.ts";
import { translator } from "#lib/messages/translate.ts";
import { type ProseHeading, slugMaker } from "#lib/read-markdown.ts";

const t = translator(docs);

/** The operations as sections of a page. */
export function referenceHeadings(operations: readonly OperationView[]): ProseHeading[] {
  const idFor = slugMaker();
  return operations.map(({ name, title }) => ({ id: idFor(name), text: title, level: 3 }));
}

type OperationReferenceProps = {
  operations: readonly OperationView[];
  version: string;
  /** Where an operation is tried; null where this person cannot. */
  tryHref: ((name: string) => string) | null;
};

/** All operations of a version, made from their definitions: what each takes and gives, and an example. */
export function OperationReference({ operations, version, tryHref }: OperationReferenceProps) {
  const headings = referenceHeadings(operations);
  return (
    <div className="flex min-w-0 flex-col gap-8">
      <header className="flex flex-col gap-2">
        <h2 className="font-semibold font-serif text-[1.5rem]/8">{t("reference")}</h2>
        <p className="text-muted text-small">{t("referenceIntro", { version })}</p>
      </header>
      {operations.map((operation, at) => (
        <Operation
          key={operation.name}
          operation={operation}
          id={headings[at]?.id ?? operation.name}
          tryHref={tryHref?.(operation.name) ?? null}
        />
      ))}
    </div>
  );
}

function Operation({
  operation,
  id,
  tryHref,
}: {
  operation: OperationView;
  id: string;
  tryHref: string | null;
}) {
  const { title, description, exampleInput, exampleRequests, inputSchema, outputSchema } = operation;
  return (
    <section aria-labelledby={id} className="flex min-w-0 flex-col gap-3 border-t pt-6">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3
          id={id}
          className="group/heading scroll-mt-4 font-semibold font-serif text-title max-md:scroll-mt-16"
        >
          {title}
          <HeadingLink id={id} heading={title} />
        </h3>
        <OperationMarks annotations={operation.annotations} />
        {operation.route && <code className="text-code text-muted wrap-anywhere">{operation.route}</code>}
      </div>
      {description && <p className="measure">{description}</p>}
      {exampleRequests.length > 0 && (
        <div>
          <h4 className="text-muted text-small">{t("operationAsks")}</h4>
          <ul className="list-disc pl-4.5">
            {exampleRequests.map((request) => (
              <li key={request}>{request}</li>
            ))}
          </ul>
        </div>
      )}
      <h4 className="font-semibold text-small">{t("operationInput")}</h4>
      <OperationInputDocs schema={inputSchema} />
      {exampleInput !== null && exampleInput !== undefined && (
        <CodeBlock
          code={JSON.stringify(exampleInput, null, 2)}
          language="json"
          title={t("operationExample")}
        />
      )}
      {outputSchema !== null && (
        <Disclosure
          framed={false}
          summary={<h4 className="font-semibold text-small">{t("operationOutput")}</h4>}
        >
          <OperationOutputDocs schema={outputSchema} />
        </Disclosure>
      )}
      {tryHref && (
        <TextLink href={tryHref} scroll={false} className="self-start">
          {t("tryThis")}
        </TextLink>
      )}
    </section>
  );
}
