import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { keepSecret } from "#lib/publishing/server/keep-secret.ts";

export const PUT = defineRoute({
  method: "PUT",
  path: "/api/tools/{slug}/secrets",
  summary: "Keep the value of a secret that a tool's calls need; an empty value removes it",
  permission: "portal:read",
  params: z.object({ slug: z.string().max(80) }),
  body: z.strictObject({
    name: z
      .string()
      .regex(/^[A-Za-z0-9_.-]{1,80}$/, "Name a secret with letters, digits, dots, hyphens and underscores."),
    value: z.string().max(10_000, "A secret has at most 10,000 characters."),
  }),
  response: z.object({ isKept: z.boolean() }),
  handler: async ({ viewer, params, body }) => {
    await keepSecret(viewer, params.slug, body.name, body.value);
    return { isKept: body.value !== "" };
  },
});
