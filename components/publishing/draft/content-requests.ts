import { z } from "zod";
import { api } from "#lib/http/api-client.ts";
import { ApiError } from "#lib/http/api-error.ts";
import {
  type DraftOperation,
  draftOperationSchema,
  draftOverviewSchema,
  type saveContentSchema,
} from "#lib/publishing/draft-content.ts";
import { savedDraftSchema } from "#lib/publishing/schema.ts";

const pathOf = (slug: string) => `/api/tools/${encodeURIComponent(slug)}/draft`;

export function loadOverview(slug: string) {
  return api(`${pathOf(slug)}/overview`, { response: draftOverviewSchema });
}

/** One operation as it stands in the draft; null when there is none of this name. */
export async function loadOperation(slug: string, name: string): Promise<DraftOperation | null> {
  try {
    return await api(`${pathOf(slug)}/operations/${encodeURIComponent(name)}`, {
      response: draftOperationSchema,
    });
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null;
    throw error;
  }
}

export function saveContent(slug: string, input: z.input<typeof saveContentSchema>) {
  return api(pathOf(slug), { method: "PUT", body: input, response: savedDraftSchema });
}

/** Keeps the value of a secret; an empty one removes it. */
export function keepSecret(slug: string, name: string, value: string) {
  return api(`/api/tools/${encodeURIComponent(slug)}/secrets`, {
    method: "PUT",
    body: { name, value },
    response: z.object({ isKept: z.boolean() }),
  });
}
