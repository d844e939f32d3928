import { ExampleList } from "#components/catalog/tool/example-list.tsx";
import { IncidentList, KnownLimits, MadeOf } from "#components/catalog/tool/overview-facts.tsx";
import { OverviewWords } from "#components/catalog/tool/overview-words.tsx";
import { QuestionList } from "#components/catalog/tool/question-list.tsx";
import { tryHref } from "#components/runs/try-it/try-address.ts";
import { OperationDocs } from "#components/tools/operations/operation-docs.tsx";
import { mainActionOf } from "#lib/catalog/main-action.ts";
import type { ToolPage } from "#lib/catalog/schema.ts";

/** What the tool is for, what it can do, what went wrong, and what people asked. */
export function OverviewTab({ tool }: { tool: ToolPage }) {
  const canTry = mainActionOf(tool).kind === "try";
  const hrefOf = (name: string) => tryHref(tool.slug, name) ?? `/catalog/${tool.slug}?tab=try`;
  return (
    <div className="flex flex-col gap-8">
      <OverviewWords tool={tool} />
      <ExampleList tool={tool} />
      <MadeOf tool={tool} />
      <OperationDocs operations={tool.operations} tryHref={canTry ? hrefOf : null} />
      <KnownLimits tool={tool} />
      <IncidentList tool={tool} />
      <QuestionList tool={tool} />
    </div>
  );
}
