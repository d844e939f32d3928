import { mutationOptions } from "@tanstack/react-query";
import { api } from "#lib/http/api-client.ts";
import { askedQuestionSchema } from "#lib/ownership/question.ts";

/** Puts a question to the people who answer for a tool. */
export function askQuestionMutation(slug: string) {
  return mutationOptions({
    mutationFn: (text: string) =>
      api(`/api/tools/${encodeURIComponent(slug)}/questions`, {
        method: "POST",
        body: { text },
        response: askedQuestionSchema,
      }),
  });
}
