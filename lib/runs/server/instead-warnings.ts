import "server-only";
import type { ModelTurn } from "#lib/runs/server/stream-model.ts";

/** Says which models did not answer before the one that did; empty when it was the first. */
export function insteadWarnings({ model, notAnswered }: Pick<ModelTurn, "model" | "notAnswered">): {
  readonly warnings?: string[];
} {
  if (notAnswered.length === 0) return {};
  const reasons = [...new Set(notAnswered.map(({ failure }) => failure.message))];
  return { warnings: [`${model.displayName} answered instead. ${reasons.join(" ")}`] };
}
