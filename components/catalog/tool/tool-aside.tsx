import { GateList } from "#components/catalog/tool/gate-list.tsx";
import { ActionButtons, ActionReason, hasActionReason } from "#components/catalog/tool/main-actions.tsx";
import { ToolFacts } from "#components/catalog/tool/tool-facts.tsx";
import { t } from "#components/catalog/tool/tool-words.ts";
import { TrustEvidence } from "#components/trust/trust-evidence.tsx";
import { TrustMarkLarge } from "#components/trust/trust-mark-large.tsx";
import { Card } from "#components/ui/card.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { SampleChip } from "#components/ui/sample-chip.tsx";
import type { ToolPage } from "#lib/catalog/schema.ts";

/** What decides whether to rely on the tool: gates, evidence, four facts, and what this person can do. */
export function ToolAside({ tool }: { tool: ToolPage }) {
  return (
    <Card className="flex flex-col gap-4 max-lg:border-0 max-lg:bg-transparent max-lg:p-0">
      <section aria-label={t("trust")} className="flex flex-col gap-3">
        <GateList tool={tool} />
        {tool.trust && <TrustMarkLarge rating={tool.trust} />}
        <TrustEvidence
          size={tool.trust ? "facts" : "panel"}
          ownerConfirmedAt={tool.ownerConfirmedAt}
          successShare={tool.usage.successShare}
          sampleSize={tool.usage.judgedCalls}
        />
        {tool.usage.hasSample && (
          <p className="flex items-center gap-2 text-muted text-small">
            <SampleChip /> {t("includesSample")}
          </p>
        )}
      </section>
      <section aria-label={t("facts")} className="border-t pt-4">
        <ToolFacts tool={tool} />
      </section>
      {hasActionReason(tool) && (
        <div className="border-t pt-4">
          <ActionReason tool={tool} />
        </div>
      )}
      <div className="flex flex-col gap-2 max-md:hidden">
        <ActionButtons tool={tool} wide />
        {tool.canEdit && tool.version !== null && (
          <LinkButton href={`/owner/${tool.slug}/edit`} variant="quiet" wide>
            {t("edit")}
          </LinkButton>
        )}
      </div>
    </Card>
  );
}
