import { versionHref } from "#components/catalog/tool/tool-tabs.ts";
import { VersionList } from "#components/catalog/tool/version-list.tsx";
import { VersionChanges } from "#components/publishing/version-changes.tsx";
import type { ToolPage } from "#lib/catalog/schema.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { compareVersions } from "#lib/publishing/server/compare-versions.ts";

type VersionsPaneProps = {
  viewer: Viewer;
  tool: ToolPage;
  /** From the address: the version whose changes are asked for, and an older one to compare with. */
  changes: string | undefined;
  since: string | undefined;
};

/** The releases of a tool; numbers that do not exist open nothing. */
export async function VersionsPane({ viewer, tool, changes, since }: VersionsPaneProps) {
  const numbers = tool.versions.map(({ version }) => version);
  const at = numbers.indexOf(changes ?? "");
  const older = at === -1 ? [] : numbers.slice(at + 1);
  const before = older.find((version) => version === since) ?? older[0];
  const version = numbers[at];
  if (!version || !before) return <VersionList tool={tool} />;
  const comparison = await compareVersions(viewer, tool.slug, { before, after: version });
  const others = older
    .filter((other) => other !== before)
    .slice(0, 12)
    .map((other) => ({ version: other, href: versionHref(tool.slug, version, other) }));
  return (
    <VersionList
      tool={tool}
      opened={{ version, changes: <VersionChanges comparison={comparison} others={others} /> }}
    />
  );
}
