import { defineRoute } from "#app/api/define-route.ts";
import { applyToolFile } from "#lib/publishing/server/apply-tool-file.ts";
import { appliedFileSchema, applyFileSchema } from "#lib/publishing/tool-file/apply.ts";

export const POST = defineRoute({
  method: "POST",
  path: "/api/tools/apply",
  summary: "Check a tool's file, or write it as the draft of its tool; nothing is published",
  // Who may make or edit the tool hangs on the file, so the use case decides it.
  permission: "portal:read",
  keyScope: "tools:apply",
  body: applyFileSchema,
  // A file of the largest size in JSON, where quotes and line ends take two characters.
  maxBodyBytes: 6 * 1024 * 1024,
  response: appliedFileSchema,
  handler: ({ viewer, body }) => applyToolFile(viewer, body),
});
