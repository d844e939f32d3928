import { CopyPrompt } from "#components/catalog/tool/copy-prompt.tsx";
import { ActionReason } from "#components/catalog/tool/main-actions.tsx";
import { SuspendedNotice } from "#components/catalog/tool/suspended-notice.tsx";
import { TryIt } from "#components/runs/try-it/try-it.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { mainActionOf } from "#lib/catalog/main-action.ts";
import { operationsAtOnce } from "#lib/catalog/operations-at-once.ts";
import type { ToolPage } from "#lib/catalog/schema.ts";
import { tryIt } from "#lib/messages/en/try-it.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(tryIt);

type TryTabProps = {
  tool: ToolPage;
  /** The operation that the address names. */
  operation: string | undefined;
  hasForm: boolean;
  cookie: string;
};

/** Some operations, the named one first when it would not be among them. */
function firstOperations({ operations }: ToolPage, name: string | undefined) {
  const first = operations.slice(0, operationsAtOnce);
  const named = operations.slice(operationsAtOnce).find((operation) => operation.name === name);
  return named ? [...first, named] : first;
}

/** The forms of a tool, or in their place why they cannot be used now. */
export function TryTab({ tool, operation, hasForm, cookie }: TryTabProps) {
  const action = mainActionOf(tool);
  if (action.kind === "try") {
    return (
      <div className="flex flex-col gap-4">
        <SuspendedNotice titles={tool.suspended} />
        <TryIt
          slug={tool.slug}
          toolName={tool.name}
          toolKind={tool.kind}
          cookie={cookie}
          operations={firstOperations(tool, operation)}
          total={tool.operations.length}
          isFormInAddress={hasForm}
        />
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      {action.kind === "copy-prompt" ? (
        <>
          <ActionReason tool={tool} />
          <div className="md:hidden">
            <CopyPrompt prompt={action.prompt} />
          </div>
          <CodeBlock code={action.prompt} title={t("thePrompt")} />
        </>
      ) : (
        <ActionReason tool={tool} />
      )}
    </div>
  );
}
