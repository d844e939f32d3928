import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { z } from "zod";
import { api } from "#lib/http/api-client.ts";
import { personNameSchema } from "#lib/identity/person.ts";
import { accessAnswerSchema, ruleEffectSchema } from "#lib/policy/access.ts";
import type { RuleDraft } from "#lib/policy/rule-input.ts";

const all = ["policies"] as const;

export const policyQueries = {
  people: (words: string) =>
    queryOptions({
      queryKey: [...all, "people", words],
      queryFn: ({ signal }) =>
        api("/api/people/names", {
          query: { words, limit: 20 },
          response: z.array(personNameSchema),
          signal,
        }),
      enabled: words.trim() !== "",
      placeholderData: keepPreviousData,
    }),
  access: (personId: string, toolId: string) =>
    queryOptions({
      queryKey: [...all, "access", personId, toolId],
      queryFn: ({ signal }) =>
        api("/api/policies/explanations", {
          query: { personId, toolId },
          response: accessAnswerSchema,
          signal,
        }),
      // A rule may have changed a moment ago, and the answer must be that of now.
      staleTime: 0,
    }),
  effect: (rule: RuleDraft, replaces: string | null) =>
    queryOptions({
      queryKey: [...all, "effect", rule, replaces],
      queryFn: ({ signal }) =>
        api("/api/policies/previews", {
          method: "POST",
          body: { rule, replaces },
          response: z.object({ effect: ruleEffectSchema.nullable() }),
          signal,
        }),
      placeholderData: keepPreviousData,
      staleTime: 0,
    }),
};
