import { ExampleList } from "#components/catalog/tool/example-list.tsx";
import { IncidentList, KnownLimits, MadeOf } from "#components/catalog/tool/overview-facts.tsx";
import { OverviewWords } from "#components/catalog/tool/overview-words.tsx";
import { QuestionList } from "#components/catalog/tool/question-list.tsx";
import { ServiceLevelSection } from "#components/catalog/tool/service-level-section.tsx";
import { SuspendedNotice } from "#components/catalog/tool/suspended-notice.tsx";
import { Section } from "#components/layout/section.tsx";
import { OperationList } from "#components/runs/try-it/operation-list.tsx";
import { mainActionOf } from "#lib/catalog/main-action.ts";
import { operationsAtOnce } from "#lib/catalog/operations-at-once.ts";
import type { ToolPage } from "#lib/catalog/schema.ts";
import type { ServiceLevel } from "#lib/catalog/server/service-level.ts";
import { operations as words } from "#lib/messages/en/operations.ts";
import { translator } from "#lib/messages/translate.ts";
import type { AskingFacts } from "#lib/ownership/server/asking-facts.ts";

const t = translator(words);

type OverviewTabProps = { tool: ToolPage; level: ServiceLevel | null; asking: AskingFacts };

/** What the tool is for, what it can do, what went wrong, and what people asked. */
export function OverviewTab({ tool, level, asking }: OverviewTabProps) {
  const total = tool.operations.length;
  return (
    <div className="flex flex-col gap-8">
      <OverviewWords tool={tool} />
      <ExampleList tool={tool} />
      <ServiceLevelSection tool={tool} level={level} />
      <IncidentList tool={tool} />
      <MadeOf tool={tool} />
      {total > 0 && (
        <Section title={t("operations")} description={t("count", { count: total })}>
          <SuspendedNotice titles={tool.suspended} />
          <OperationList
            slug={tool.slug}
            first={tool.operations.slice(0, operationsAtOnce)}
            total={total}
            canTry={mainActionOf(tool).kind === "try"}
          />
        </Section>
      )}
      <KnownLimits tool={tool} />
      <QuestionList tool={tool} asking={asking} />
    </div>
  );
}
