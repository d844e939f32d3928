import { CopyPrompt } from "#components/catalog/tool/copy-prompt.tsx";
import { ActionReason } from "#components/catalog/tool/main-actions.tsx";
import { TryIt } from "#components/runs/try-it/try-it.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { mainActionOf } from "#lib/catalog/main-action.ts";
import type { ToolPage } from "#lib/catalog/schema.ts";
import { tryIt } from "#lib/messages/en/try-it.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(tryIt);

/** The forms of a tool, or in their place why they cannot be used now. */
export function TryTab({ tool, hasForm, cookie }: { tool: ToolPage; hasForm: boolean; cookie: string }) {
  const action = mainActionOf(tool);
  if (action.kind === "try") {
    return (
      <TryIt
        slug={tool.slug}
        toolName={tool.name}
        toolKind={tool.kind}
        cookie={cookie}
        operations={tool.operations}
        isFormInAddress={hasForm}
      />
    );
  }
  return (
    <div className="flex flex-col gap-4">
      {action.kind === "copy-prompt" ? (
        <>
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
