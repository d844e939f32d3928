import { FileLink } from "#components/catalog/api/file-link.tsx";
import { versionHref } from "#components/catalog/tool/tool-tabs.ts";
import { t } from "#components/catalog/tool/tool-words.ts";
import { Badge } from "#components/ui/badge.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { SampleChip } from "#components/ui/sample-chip.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { Time } from "#components/ui/time.tsx";
import type { ToolPage } from "#lib/catalog/schema.ts";

type VersionListProps = {
  tool: Pick<ToolPage, "slug" | "versions">;
  /** The version whose changes are open, with them. */
  opened?: { readonly version: string; readonly changes: React.ReactNode } | null;
};

/** All releases, newest first: what their owner says of them, and on request what is different in them. */
export function VersionList({ tool, opened }: VersionListProps) {
  if (tool.versions.length === 0) return <EmptyState>{t("noVersions")}</EmptyState>;
  return (
    <div className="flex flex-col gap-4">
      <p className="text-small">
        <FileLink href={`/api/tools/${tool.slug}/changes.atom`}>{t("changesFeed")}</FileLink>
      </p>
      <ol className="flex flex-col">
        {tool.versions.map((version, at) => (
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
                {at < tool.versions.length - 1 && (
                  <>
                    {" · "}
                    <TextLink
                      href={versionHref(
                        tool.slug,
                        opened?.version === version.version ? null : version.version,
                      )}
                      scroll={false}
                    >
                      {t(opened?.version === version.version ? "hideChanges" : "showChanges")}
                    </TextLink>
                  </>
                )}
              </p>
              {opened?.version === version.version && <div className="pt-3">{opened.changes}</div>}
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}
