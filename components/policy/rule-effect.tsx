"use client";

import { useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import { policyQueries } from "#components/policy/queries.ts";
import { isSayable } from "#components/policy/rule-form-state.ts";
import { Status } from "#components/ui/status.tsx";
import { policies } from "#lib/messages/en/policies.ts";
import { translator } from "#lib/messages/translate.ts";
import type { RuleEffect } from "#lib/policy/access.ts";
import { type RuleDraft, ruleDraftSchema } from "#lib/policy/rule-input.ts";
import { ruleSentence } from "#lib/policy/rule-sentence.ts";

const t = translator(policies);

function withMore(names: readonly string[], count: number): string {
  const listed = names.join(", ");
  return count > names.length ? t("andMore", { names: listed, count: count - names.length }) : listed;
}

function EffectLines({ effect }: { effect: RuleEffect | null }) {
  if (!effect) return <p className="text-muted text-small">{t("effectUnknown")}</p>;
  const { people, stopped, admitted, stoppedNames, admittedNames } = effect;
  if (stopped + admitted === 0) return <Status tone="neutral">{t("effectNone")}</Status>;
  return (
    <>
      {stopped > 0 && (
        <Status tone="caution" className="items-baseline">
          {t("effectStops", { count: stopped, people, names: withMore(stoppedNames, stopped) })}
        </Status>
      )}
      {admitted > 0 && (
        <Status tone="positive" className="items-baseline">
          {t("effectAdmits", { count: admitted, people, names: withMore(admittedNames, admitted) })}
        </Status>
      )}
    </>
  );
}

type RuleEffectProps = { draft: RuleDraft; replaces: string | null; names: ReadonlyMap<string, string> };

/** The rule in a sentence while it is written, and whom it would stop or let in. */
export function RulePreview({ draft, replaces, names }: RuleEffectProps) {
  const rested = useDeferredValue(draft);
  const sayable = isSayable(rested);
  // Title and reason change nothing about whom it concerns; without them the question stays the same while they are typed.
  const question = { ...rested, title: "Rule", reason: "The reason for it.", contact: "" };
  const isAskable = sayable && ruleDraftSchema.safeParse(question).success;
  const effect = useQuery({ ...policyQueries.effect(question, replaces), enabled: isAskable });
  const rule = { ...rested, id: "", isActive: true, revision: 1 };
  return (
    <div
      aria-live="polite"
      className="layer-head sticky -top-1 flex flex-col gap-1 rounded-card border bg-sunken p-3"
    >
      <p className="text-muted text-small">{t("says")}</p>
      <p className="font-semibold">{sayable ? ruleSentence(rule, names) : t("saysNothing")}</p>
      {isAskable && effect.data && <EffectLines effect={effect.data.effect} />}
    </div>
  );
}
