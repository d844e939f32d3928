import { z } from "zod";
import { api } from "#lib/http/api-client.ts";
import {
  type DeprecateInput,
  lifecycleResultSchema,
  type RollBackInput,
  reachOfToolSchema,
} from "#lib/publishing/lifecycle.ts";
import { releasePreviewSchema } from "#lib/publishing/release-preview.ts";
import { type AnswerReleaseInput, answeredSchema } from "#lib/publishing/review.ts";
import type { VersionStep } from "#lib/publishing/schema.ts";

const ownerPath = (slug: string) => `/api/owner/${encodeURIComponent(slug)}`;
const result = { response: lifecycleResultSchema };

export function checkDraft(slug: string, step: VersionStep | null, signal: AbortSignal) {
  return api(`/api/tools/${encodeURIComponent(slug)}/draft/checks`, {
    method: "POST",
    body: step === null ? {} : { step },
    response: releasePreviewSchema,
    signal,
  });
}

export function answerRequest(id: string, input: AnswerReleaseInput) {
  return api(`/api/approvals/${id}`, { method: "POST", body: input, response: answeredSchema });
}

export function withdrawRequest(id: string) {
  return api(`/api/approvals/${id}`, {
    method: "DELETE",
    response: z.object({ withdrawn: z.literal(true) }),
  });
}

export function loadReach(slug: string, signal?: AbortSignal) {
  const response = reachOfToolSchema;
  return api(`${ownerPath(slug)}/deprecation`, signal ? { response, signal } : { response });
}

export function deprecate(slug: string, input: DeprecateInput) {
  return api(`${ownerPath(slug)}/deprecation`, { method: "PUT", body: input, ...result });
}

export function undeprecate(slug: string) {
  return api(`${ownerPath(slug)}/deprecation`, { method: "DELETE", ...result });
}

export function retire(slug: string, note: string) {
  return api(`${ownerPath(slug)}/retirement`, { method: "POST", body: { note }, ...result });
}

export function rollBack(slug: string, input: RollBackInput) {
  return api(`${ownerPath(slug)}/rollback`, { method: "POST", body: input, ...result });
}
