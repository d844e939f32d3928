import { mutationOptions } from "@tanstack/react-query";
import { z } from "zod";
import { api } from "#lib/http/api-client.ts";
import { givenRatingSchema, type RatingInput, type ReplyInput } from "#lib/reviews/schema.ts";

const base = (slug: string) => `/api/tools/${encodeURIComponent(slug)}/ratings`;

/** Rates a tool, or changes one's rating. */
export function rateMutation(slug: string) {
  return mutationOptions({
    mutationFn: (body: RatingInput) =>
      api(`${base(slug)}/mine`, { method: "PUT", body, response: givenRatingSchema }),
  });
}

/** Withdraws one's rating. */
export function withdrawMutation(slug: string) {
  return mutationOptions({
    mutationFn: () =>
      api(`${base(slug)}/mine`, { method: "DELETE", response: z.object({ withdrawn: z.literal(true) }) }),
  });
}

/** Replies to a rating. */
export function replyMutation(slug: string, ratingId: string) {
  return mutationOptions({
    mutationFn: (body: ReplyInput) =>
      api(`${base(slug)}/${ratingId}/reply`, {
        method: "PUT",
        body,
        response: z.object({ id: z.uuid(), repliedAt: z.iso.datetime() }),
      }),
  });
}
