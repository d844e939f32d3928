"use client";

import { useQuery } from "@tanstack/react-query";
import { trustMarkQuery } from "#components/chat/queries.ts";
import { TrustMark } from "#components/trust/trust-mark.tsx";

/** The mark of the tool that answered, once it is there; an answer never waits for it. */
export function AnswerTrust({ toolSlug }: { toolSlug: string }) {
  const { data } = useQuery(trustMarkQuery(toolSlug));
  return data ? <TrustMark rating={data} size="small" /> : null;
}
