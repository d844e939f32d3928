import type { RoutedOperation, RoutingDecision } from "#lib/routing/schema.ts";

type Basis = "mention" | "conversation" | "search";

/** Why an operation is a candidate, in a sentence. `passageFit` is given when its documents answer. */
export function reasonFor(basis: Basis, words: readonly string[], passageFit: number | null): string {
  const facts = [
    words.length > 0 ? `matches ${words.map((word) => `“${word}”`).join(", ")}` : null,
    passageFit === null
      ? null
      : `a passage of its documents covers ${Math.round(passageFit * 100)} % of the question`,
  ].filter((fact) => fact !== null);
  const matched = facts.length > 0 ? facts.join("; ") : "no word matches";
  if (basis === "mention") return `You named this tool; ${matched}.`;
  if (basis === "conversation") return `This conversation is with this tool; ${matched}.`;
  return `${matched.charAt(0).toUpperCase()}${matched.slice(1)}.`;
}

/** The decision as one sentence. */
export function sentenceFor(
  basis: Basis,
  verdict: RoutingDecision["verdict"],
  first: Pick<RoutedOperation, "toolName" | "reason"> | undefined,
  excluded: RoutingDecision["excluded"][number] | undefined,
): string {
  if (!first)
    return excluded
      ? `${excluded.toolName} would fit, but: ${excluded.reason}`
      : "No tool fits this request.";
  if (basis === "mention") return `You named ${first.toolName}.`;
  if (basis === "conversation") return `This conversation is with ${first.toolName}.`;
  if (verdict === "use") return `${first.toolName} fits best. ${first.reason}`;
  if (verdict === "offer") return "Several tools may fit; none stands out.";
  return "No tool fits this request well enough to be used unasked.";
}

/** The decision with the operation that was really used marked as chosen; the plan may prefer another than the ranking. */
export function withChosen(
  decision: RoutingDecision,
  used: { readonly toolSlug: string; readonly operationName: string },
): RoutingDecision {
  const isUsed = (candidate: RoutedOperation) =>
    candidate.toolSlug === used.toolSlug && candidate.operationName === used.operationName;
  const chosen = decision.candidates.find(isUsed);
  if (!chosen) return decision;
  return {
    ...decision,
    sentence:
      decision.basis === "search" ? `${chosen.toolName} was chosen. ${chosen.reason}` : decision.sentence,
    candidates: decision.candidates
      .map((candidate) => ({ ...candidate, isChosen: isUsed(candidate) }))
      .sort((a, b) => Number(b.isChosen) - Number(a.isChosen)),
  };
}
