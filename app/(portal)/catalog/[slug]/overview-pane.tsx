import type { PaneProps } from "#app/(portal)/catalog/[slug]/pane.ts";
import { OverviewTab } from "#components/runs/try-it/overview-tab.tsx";
import { serviceLevel } from "#lib/catalog/server/service-level.ts";
import { askingFacts } from "#lib/ownership/server/asking-facts.ts";

export default async function OverviewPane({ tool }: PaneProps) {
  return <OverviewTab tool={tool} level={await serviceLevel(tool)} asking={askingFacts(tool.questions)} />;
}
