import { LineageDrawing } from "#components/catalog/lineage/lineage-drawing.tsx";
import { LineageTable } from "#components/catalog/lineage/lineage-table.tsx";
import { LineageView } from "#components/catalog/lineage/lineage-view.tsx";
import { t } from "#components/catalog/lineage/lineage-words.ts";
import { Section } from "#components/layout/section.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { Lineage } from "#lib/catalog/lineage.ts";

/** What a tool uses and what uses it, as a drawing with a table behind it. */
export function LineageSection({ lineage, name }: { lineage: Lineage; name: string }) {
  if (lineage.nodes.length <= 1) {
    return (
      <Section title={t("title")}>
        <EmptyState>{t("none")}</EmptyState>
      </Section>
    );
  }
  return (
    <Section title={t("title")} description={`${t("note")} ${t("arrows")}`}>
      <LineageView
        drawing={<LineageDrawing lineage={lineage} name={name} />}
        table={<LineageTable lineage={lineage} name={name} />}
      />
      {lineage.omitted > 0 && (
        <p className="text-muted text-small">{t("omitted", { count: lineage.omitted })}</p>
      )}
    </Section>
  );
}
