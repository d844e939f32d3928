import { mutationOptions } from "@tanstack/react-query";
import { api } from "#lib/http/api-client.ts";
import { answeredQuestionSchema, confirmationSchema } from "#lib/ownership/answer.ts";

/** Answers a question about a tool. */
export function answerQuestionMutation(slug: string, questionId: string) {
  return mutationOptions({
    mutationFn: (answer: string) =>
      api(`/api/owner/${encodeURIComponent(slug)}/questions/${questionId}/answer`, {
        method: "POST",
        body: { answer },
        response: answeredQuestionSchema,
      }),
  });
}

/** Says that one still answers for a tool. */
export function confirmOwnershipMutation(slug: string) {
  return mutationOptions({
    mutationFn: () =>
      api(`/api/owner/${encodeURIComponent(slug)}/confirmation`, {
        method: "POST",
        response: confirmationSchema,
      }),
  });
}
