import { costText } from "#components/catalog/cost-text.ts";
import { toolHref } from "#components/catalog/tool/tool-tabs.ts";
import { t } from "#components/catalog/tool/tool-words.ts";
import { t as levelText } from "#components/telemetry/service-words.ts";
import { DataClassChip } from "#components/ui/data-class-chip.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { costPerUse } from "#lib/catalog/cost.ts";
import type { ToolPage } from "#lib/catalog/schema.ts";
import { formatDuration, formatNumber, formatShare } from "#lib/messages/format.ts";
import { fewestJudgedCalls } from "#lib/telemetry/service-level.ts";

type FactProps = { name: string; value: React.ReactNode; note?: string | null };

function Fact({ name, value, note }: FactProps) {
  return (
    <div className="min-w-0">
      <dt className="text-muted text-small">{name}</dt>
      <dd>
        {value}
        {note && <span className="block text-muted text-small">{note}</span>}
      </dd>
    </div>
  );
}

function successOf({ usage, kind }: ToolPage): string {
  const { successShare, goodCalls, judgedCalls } = usage;
  // What runs elsewhere is never called through the portal.
  if (successShare === null) return t(kind === "link" ? "notSeen" : "noCalls");
  return judgedCalls < fewestJudgedCalls
    ? levelText("fewShort", { good: formatNumber(goodCalls), count: formatNumber(judgedCalls) })
    : formatShare(successShare);
}

/** Four facts: how often it succeeds, how fast it is, what it costs, what it may be given. */
export function ToolFacts({ tool }: { tool: ToolPage }) {
  const { p95Ms } = tool.usage;
  const cost = costText(costPerUse(tool));
  return (
    <div className="flex flex-col gap-3">
      <dl className="grid grid-cols-2 gap-x-4 gap-y-3">
        <Fact
          name={t("success")}
          value={successOf(tool)}
          note={
            tool.sloSuccess === null ? null : t("successPromised", { share: formatShare(tool.sloSuccess) })
          }
        />
        <Fact
          name={t("p95")}
          value={p95Ms === null ? t(tool.kind === "link" ? "notSeen" : "noCalls") : formatDuration(p95Ms)}
          note={tool.sloP95Ms === null ? null : t("p95Promised", { duration: formatDuration(tool.sloP95Ms) })}
        />
        <Fact name={t("cost")} value={cost.value} note={cost.note} />
        <Fact name={t("dataClass")} value={<DataClassChip value={tool.dataClass} />} />
      </dl>
      <p className="text-small">
        <TextLink href={`${toolHref(tool.slug)}#service-level`}>{levelText("link")}</TextLink>
      </p>
    </div>
  );
}
