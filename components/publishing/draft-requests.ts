import { z } from "zod";
import { api } from "#lib/http/api-client.ts";
import {
  draftViewSchema,
  type PublishDraftInput,
  releasedSchema,
  type SaveDraftInput,
  savedDraftSchema,
} from "#lib/publishing/schema.ts";

const pathOf = (slug: string) => `/api/tools/${encodeURIComponent(slug)}/draft`;

export function loadDraft(slug: string) {
  return api(pathOf(slug), { response: draftViewSchema });
}

export function saveDraft(slug: string, input: SaveDraftInput) {
  return api(pathOf(slug), { method: "PUT", body: input, response: savedDraftSchema });
}

export function discardDraft(slug: string, revision: number) {
  return api(pathOf(slug), {
    method: "DELETE",
    body: { revision },
    response: z.object({ discarded: z.literal(true) }),
  });
}

export function publishDraft(slug: string, input: PublishDraftInput) {
  return api(`${pathOf(slug)}/publish`, { method: "POST", body: input, response: releasedSchema });
}
