import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { operationSchema } from "#lib/catalog/server/operation-schema.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/tools/{slug}/operations/{name}/schema",
  summary: "The JSON Schema of an operation's input or output, as a file",
  permission: "portal:read",
  params: z.object({ slug: z.string().max(80), name: z.string().max(64) }),
  query: z.strictObject({ part: z.enum(["input", "output"]).default("input") }),
  response: { mediaType: "application/schema+json" },
  handler: async ({ viewer, params, query }) => {
    const schema = await operationSchema(viewer, params.slug, params.name, query.part);
    const file = `${params.slug}.${params.name}.${query.part}.schema.json`.replace(/[^\w.-]/g, "_");
    return new Response(JSON.stringify(schema, null, 2), {
      headers: {
        "content-type": "application/schema+json; charset=utf-8",
        "content-disposition": `attachment; filename="${file}"`,
      },
    });
  },
});
