import { z } from "zod";
import { api } from "#lib/http/api-client.ts";
import { type ChangeSourceInput, managedSourceSchema } from "#lib/knowledge/manage-source.ts";

const place = (slug: string) => `/api/sources/${encodeURIComponent(slug)}`;

export function changeSource(slug: string, input: ChangeSourceInput) {
  return api(place(slug), { method: "PATCH", body: input, response: managedSourceSchema });
}

export function deleteSource(slug: string) {
  return api(place(slug), { method: "DELETE", response: z.object({ deleted: z.literal(true) }) });
}

export function removeDocument(slug: string, document: string) {
  return api(`${place(slug)}/documents/${encodeURIComponent(document)}`, {
    method: "DELETE",
    response: z.object({ removed: z.literal(true) }),
  });
}
