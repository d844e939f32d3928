import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { readUpload } from "#app/api/tools/[slug]/docs/import/read-upload.ts";
import { requireEditableTool } from "#lib/catalog/server/require-editable-tool.ts";
import { importedDocsSchema } from "#lib/publishing/docs-import/imported-docs.ts";
import { importDocs } from "#lib/publishing/server/import-docs.ts";

export const POST = defineRoute({
  method: "POST",
  path: "/api/tools/{slug}/docs/import",
  summary: "Propose docs from a folder or a ZIP archive of Markdown and images, sent as multipart/form-data",
  // Who may edit hangs on the tool (owner, deputy, team, lead), so the use case decides it.
  permission: "portal:read",
  params: z.object({ slug: z.string().max(80) }),
  response: importedDocsSchema,
  handler: async ({ viewer, params, request }) => {
    // Nothing is read from somebody who may not keep it.
    await requireEditableTool(viewer, params.slug);
    return importDocs(viewer, params.slug, await readUpload(request));
  },
});
