import { z } from "zod";
import { docsHitsSchema } from "#lib/catalog/docs/docs-hits.ts";
import {
  type DocsFeedbackInput,
  docsImageSchema,
  givenFeedbackSchema,
  type ImageUpload,
} from "#lib/catalog/docs/docs-schema.ts";
import { api } from "#lib/http/api-client.ts";

const tool = (slug: string) => `/api/tools/${encodeURIComponent(slug)}`;

export function fetchDocsHits(slug: string, q: string, version: string | null, signal: AbortSignal) {
  const query = { q, typing: "1", ...(version ? { version } : {}) };
  return api(`${tool(slug)}/docs/search`, { query, response: docsHitsSchema, signal });
}

export function putDocsFeedback(slug: string, body: DocsFeedbackInput) {
  return api(`${tool(slug)}/docs/feedback`, { method: "PUT", body, response: givenFeedbackSchema });
}

export function postDocsImage(slug: string, body: ImageUpload) {
  return api(`${tool(slug)}/images`, { method: "POST", body, response: docsImageSchema });
}

export function deleteDocsImage(slug: string, name: string) {
  const response = z.object({ removed: z.literal(true) });
  return api(`${tool(slug)}/images/${encodeURIComponent(name)}`, { method: "DELETE", response });
}
