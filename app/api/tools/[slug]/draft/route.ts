import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { saveContentSchema } from "#lib/publishing/draft-content.ts";
import { discardDraftSchema, draftViewSchema, savedDraftSchema } from "#lib/publishing/schema.ts";
import { discardDraft } from "#lib/publishing/server/discard-draft.ts";
import { getDraft } from "#lib/publishing/server/get-draft.ts";
import { saveDraft } from "#lib/publishing/server/save-draft.ts";

// Who may edit hangs on the tool (owner, deputy, team, lead), so the use cases decide it.
const common = {
  path: "/api/tools/{slug}/draft",
  permission: "portal:read",
  params: z.object({ slug: z.string().max(80) }),
} as const;

export const GET = defineRoute({
  ...common,
  method: "GET",
  summary: "The draft of a tool's words, beside what is published",
  response: draftViewSchema,
  handler: ({ viewer, params }) => getDraft(viewer, params.slug),
});

export const PUT = defineRoute({
  ...common,
  method: "PUT",
  summary: "Save parts of a tool's draft, if nobody else did in between",
  body: saveContentSchema,
  // The longest docs in letters of three bytes each and the other words, or operations by the hundred.
  maxBodyBytes: 20 * 1024 * 1024,
  response: savedDraftSchema,
  handler: ({ viewer, params, body }) => saveDraft(viewer, params.slug, body),
});

export const DELETE = defineRoute({
  ...common,
  method: "DELETE",
  summary: "Discard the draft of a tool; one that was never released goes with it",
  body: discardDraftSchema,
  response: z.object({ discarded: z.literal(true) }),
  handler: async ({ viewer, params, body }) => {
    await discardDraft(viewer, params.slug, body);
    return { discarded: true as const };
  },
});
