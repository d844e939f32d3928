import { z } from "zod";
import { api } from "#lib/http/api-client.ts";
import type { DisputeInput, ExemptionInput, SettlementInput } from "#lib/trust/change-input.ts";
import type { ReviewInput } from "#lib/trust/review-checklist.ts";

const tool = (slug: string) => `/api/tools/${encodeURIComponent(slug)}`;
const made = z.object({ id: z.uuid() });

export function postDispute(slug: string, body: DisputeInput) {
  return api(`${tool(slug)}/trust/disputes`, { method: "POST", body, response: made });
}

export function postSettlement(id: string, body: SettlementInput) {
  const response = z.object({ outcome: z.string() });
  return api(`/api/trust/disputes/${id}/settlement`, { method: "POST", body, response });
}

export function postExemption(slug: string, body: ExemptionInput) {
  return api(`${tool(slug)}/trust/exemptions`, { method: "POST", body, response: made });
}

export function deleteExemption(id: string, reason: string) {
  const response = z.object({ isEnded: z.boolean() });
  return api(`/api/trust/exemptions/${id}`, { method: "DELETE", body: { reason }, response });
}

export function postVerification(slug: string) {
  const response = z.object({ verifiedAt: z.iso.datetime() });
  return api(`${tool(slug)}/docs-verifications`, { method: "POST", response });
}

export function postReview(slug: string, body: ReviewInput) {
  const response = made.extend({ expiresAt: z.iso.datetime() });
  return api(`${tool(slug)}/compliance-reviews`, { method: "POST", body, response });
}
