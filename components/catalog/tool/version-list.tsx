import { t } from "#components/catalog/tool/tool-words.ts";
import { Badge } from "#components/ui/badge.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { SampleChip } from "#components/ui/sample-chip.tsx";
import { Time } from "#components/ui/time.tsx";
import type { ToolPage } from "#lib/catalog/schema.ts";

/** All releases, newest first, with what changed. */
export function VersionList({ tool }: { tool: ToolPage }) {
  if (tool.versions.length === 0) return <EmptyState>{t("noVersions")}</EmptyState>;
  return (
    <ol className="flex flex-col">
      {tool.versions.map((version) => (
        <li
          key={version.version}
          className="grid gap-x-6 gap-y-1 border-b py-4 first:pt-0 last:border-b-0 md:grid-cols-[8rem_minmax(0,1fr)]"
        >
          <div className="flex flex-wrap items-center gap-2 self-start">
            <h2 className="text-lead">{version.version}</h2>
            {version.isCurrent && <Badge tone="positive">{t("current")}</Badge>}
            {version.source === "sample" && <SampleChip />}
          </div>
          <div className="min-w-0">
            <p className="measure whitespace-pre-line">{version.releaseNotes || t("noNotes")}</p>
            <p className="text-muted text-small">
              <Time value={version.publishedAt} mode="date" />
              {version.publishedBy && ` ${t("publishedBy", { name: version.publishedBy })}`}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}
