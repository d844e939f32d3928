import "server-only";
import { toolContent } from "#lib/catalog/server/tool-content.ts";
import { AppError } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { emailsByIds } from "#lib/identity/server/emails-by-ids.ts";
import { sourceSlugs } from "#lib/knowledge/server/source-slugs.ts";
import { toolFileSchemaPath } from "#lib/publishing/tool-file/json-schema.ts";
import { toolToFile } from "#lib/publishing/tool-file/tool-to-file.ts";
import { writeToolFile } from "#lib/publishing/tool-file/write-tool-file.ts";

/**
 * The published version of a tool as YAML, for those who may edit it. Secrets are named in it, never told. `origin` is
 * that of the portal.
 */
export async function exportTool(viewer: Viewer, slug: string, origin: string): Promise<string> {
  const tool = await toolContent(viewer, slug);
  const { current, team, owner, deputy, operations } = tool;
  if (!current) {
    throw new AppError(
      "conflict",
      `${tool.name} has no published version yet, so there is nothing to export.`,
    );
  }
  if (!team) throw new AppError("conflict", `No team owns ${tool.name}, so its file cannot be written.`);
  const [emails, sources] = await Promise.all([
    emailsByIds([owner, deputy].flatMap((person) => person?.id ?? [])),
    sourceSlugs(operations.flatMap(({ binding }) => (binding.kind === "knowledge" ? binding.sourceIds : []))),
  ]);
  const file = toolToFile(
    {
      ...tool,
      version: current.version,
      words: current.words,
      successor: tool.successor?.slug ?? null,
      owner: {
        domain: tool.domain.slug,
        team: team.slug,
        productOwner: owner ? emails.get(owner.id) : undefined,
        deputy: deputy ? emails.get(deputy.id) : undefined,
      },
    },
    sources,
  );
  return writeToolFile(file, `${origin}${toolFileSchemaPath}`);
}
