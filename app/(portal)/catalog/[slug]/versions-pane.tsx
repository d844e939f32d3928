import { type PaneProps, single } from "#app/(portal)/catalog/[slug]/pane.ts";
import { versionHref } from "#components/catalog/tool/tool-tabs.ts";
import { VersionList } from "#components/catalog/tool/version-list.tsx";
import { VersionChanges } from "#components/publishing/version-changes.tsx";
import { compareVersions } from "#lib/publishing/server/compare-versions.ts";

/**
 * The releases of a tool; the address names the one whose changes are open, and an older one to compare with. Numbers
 * that do not exist open nothing.
 */
export default async function VersionsPane({ viewer, tool, query }: PaneProps) {
  const [changes, since] = [single(query.changes), single(query.since)];
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
