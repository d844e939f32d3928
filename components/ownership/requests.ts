import { queryOptions } from "@tanstack/react-query";
import { z } from "zod";
import { api } from "#lib/http/api-client.ts";
import {
  deputyInputSchema,
  type OfferAnswer,
  type OfferInput,
  receiverSchema,
} from "#lib/ownership/transfer.ts";

const ofTool = (slug: string) => `/api/owner/${encodeURIComponent(slug)}`;

/** Who of a team could own a tool. */
export function receiversQuery(teamId: string | null) {
  return queryOptions({
    queryKey: ["ownership", "receivers", teamId],
    queryFn: () => api(`/api/transfers/receivers?teamId=${teamId}`, { response: z.array(receiverSchema) }),
    enabled: teamId !== null,
  });
}

/** What is done about who answers for a tool; each throws ApiError. */
export const peopleActs = {
  offer: (slug: string, body: OfferInput) =>
    api(`${ofTool(slug)}/transfer`, { method: "POST", body, response: z.object({ id: z.uuid() }) }),
  assign: (slug: string, body: OfferInput) =>
    api(`${ofTool(slug)}/assignment`, {
      method: "POST",
      body,
      response: z.object({ assigned: z.literal(true) }),
    }),
  answer: (id: string, body: OfferAnswer) =>
    api(`/api/transfers/${id}/answer`, {
      method: "POST",
      body,
      response: z.object({ slug: z.string(), name: z.string() }),
    }),
  withdraw: (id: string) =>
    api(`/api/transfers/${id}/withdrawal`, {
      method: "POST",
      body: {},
      response: z.object({ slug: z.string() }),
    }),
  nameDeputy: (slug: string, personId: string | null) =>
    api(`${ofTool(slug)}/deputy`, { method: "PUT", body: { personId }, response: deputyInputSchema }),
};
