import type { PaneProps } from "#app/(portal)/catalog/[slug]/pane.ts";
import { TrustTab } from "#components/catalog/tool/trust-tab.tsx";
import { trustOfTool } from "#lib/trust/server/trust-of-tool.ts";
import { settingsInForce } from "#lib/trust/server/trust-settings.ts";

export default async function TrustPane({ viewer, tool }: PaneProps) {
  const [trust, { settings }] = await Promise.all([trustOfTool(viewer, tool.slug), settingsInForce()]);
  return <TrustTab tool={tool} trust={trust} settings={settings} />;
}
