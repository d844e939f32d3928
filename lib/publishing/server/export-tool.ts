import "server-only";
import { knowledgeBindingSchema } from "#lib/catalog/operation.ts";
import { AppError } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { emailsByIds } from "#lib/identity/server/emails-by-ids.ts";
import { sourceSlugs } from "#lib/knowledge/server/source-slugs.ts";
import type { DraftOperation } from "#lib/publishing/draft-content.ts";
import {
  type DraftTool,
  publishedContent,
  requireDraftTool,
  storedDraft,
} from "#lib/publishing/server/tool-draft.ts";
import { toolFileSchemaPath } from "#lib/publishing/tool-file/json-schema.ts";
import { toolToFile } from "#lib/publishing/tool-file/tool-to-file.ts";
import { writeToolFile } from "#lib/publishing/tool-file/write-tool-file.ts";

const sourcesOf = (operations: readonly DraftOperation[]) =>
  operations.flatMap(({ binding }) => knowledgeBindingSchema.safeParse(binding).data?.sourceIds ?? []);

async function contentToWrite(tool: DraftTool, of: "published" | "draft") {
  const isDraft = of === "draft" || !tool.published;
  if (!isDraft) return publishedContent(tool);
  const draft = await storedDraft(tool);
  if (draft) return draft.content;
  throw new AppError("conflict", `Nobody is editing ${tool.name}, so there is no draft to export.`, {
    mend: "Export what is published.",
  });
}

/**
 * A tool as YAML, for those who may edit it: what is published, or its draft, which a tool without a release has only.
 * Secrets are named in it, never told. `origin` is that of the portal.
 */
export async function exportTool(
  viewer: Viewer,
  slug: string,
  origin: string,
  of: "published" | "draft" = "published",
): Promise<string> {
  const tool = await requireDraftTool(viewer, slug);
  const { row } = tool;
  const { words, settings, operations } = await contentToWrite(tool, of);
  const { team, owner, deputy } = row.ownership ?? {};
  if (!team) throw new AppError("conflict", `No team owns ${tool.name}, so its file cannot be written.`);
  const [emails, sources] = await Promise.all([
    emailsByIds([owner, deputy].flatMap((person) => person?.id ?? [])),
    sourceSlugs(sourcesOf(operations)),
  ]);
  const { file, problems } = toolToFile(
    {
      ...settings,
      slug: tool.slug,
      kind: tool.kind,
      version: of === "published" ? tool.published?.version : undefined,
      words,
      operations,
      successor: row.successor?.slug ?? null,
      owner: {
        domain: row.domain.slug,
        team: team.slug,
        productOwner: owner ? emails.get(owner.id) : undefined,
        deputy: deputy ? emails.get(deputy.id) : undefined,
      },
    },
    sources,
  );
  if (!file) {
    throw new AppError("conflict", `The draft of ${tool.name} is not finished, so it makes no file yet.`, {
      mend: "Finish what is named, or export what is published.",
      fields: problems,
    });
  }
  return writeToolFile(file, `${origin}${toolFileSchemaPath}`);
}
