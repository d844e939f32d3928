import { t } from "#components/catalog/tool/tool-words.ts";
import { DataClassChip } from "#components/ui/data-class-chip.tsx";
import type { ToolPage } from "#lib/catalog/schema.ts";
import { formatDuration, formatShare } from "#lib/messages/format.ts";

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

/** Four facts: how often it succeeds, how fast it is, what it costs, what it may be given. */
export function ToolFacts({ tool }: { tool: ToolPage }) {
  const { successShare, p95Ms } = tool.usage;
  // What runs elsewhere is never called through the portal.
  const none = t(tool.kind === "link" ? "notSeen" : "noCalls");
  return (
    <dl className="grid grid-cols-2 gap-x-4 gap-y-3">
      <Fact
        name={t("success")}
        value={successShare === null ? none : formatShare(successShare)}
        note={tool.sloSuccess === null ? null : t("successPromised", { share: formatShare(tool.sloSuccess) })}
      />
      <Fact
        name={t("p95")}
        value={p95Ms === null ? none : formatDuration(p95Ms)}
        note={tool.sloP95Ms === null ? null : t("p95Promised", { duration: formatDuration(tool.sloP95Ms) })}
      />
      <Fact name={t("cost")} value={t("costUnknown")} />
      <Fact name={t("dataClass")} value={<DataClassChip value={tool.dataClass} />} />
    </dl>
  );
}
