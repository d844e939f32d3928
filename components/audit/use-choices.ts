"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { auditQueries } from "#components/audit/queries.ts";
import type { Choices } from "#components/audit/query-text.ts";
import { typeWords } from "#lib/audit/describe-event.ts";
import { outcomes } from "#lib/audit/schema.ts";
import { audit } from "#lib/messages/en/audit.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(audit);
const restMs = 150;

export type NamedChoice = { readonly id: string; readonly name: string };

/** A value that follows another one once it has rested. */
function useRested(value: string): string {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), restMs);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}

/** What may follow each key of the query: people and things by the words typed so far, the rest whole. */
export function useChoices(
  words: string,
  isNeeded: boolean,
  fixed: { readonly domains: readonly NamedChoice[]; readonly rules: readonly NamedChoice[] },
): Choices {
  const rested = useRested(words.slice(0, 100));
  const { data } = useQuery({ ...auditQueries.choices(rested), enabled: isNeeded });
  const named = (list: readonly NamedChoice[] = []) =>
    list.map(({ id, name }) => ({ value: id, label: name }));
  return {
    person: named(data?.actors),
    target: named(data?.targets),
    type: (data?.types ?? []).map((type) => ({ value: type, label: typeWords(type) })),
    outcome: outcomes.map((value) => ({ value, label: t(`outcome-${value}`) })),
    source: (["live", "sample"] as const).map((value) => ({ value, label: t(`source-${value}`) })),
    domain: named(fixed.domains),
    rule: named(fixed.rules),
  };
}
