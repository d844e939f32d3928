import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { explainAccess } from "#lib/catalog/server/explain-access.ts";
import { accessAnswerSchema } from "#lib/policy/access.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/policies/explanations",
  summary: "May this person use this tool, and why",
  permission: "policy:read",
  query: z.strictObject({ personId: z.uuid(), toolId: z.uuid() }),
  response: accessAnswerSchema,
  handler: ({ viewer, query }) => explainAccess(viewer, query),
});
