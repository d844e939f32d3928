import "server-only";
import type { ToolCard } from "#lib/catalog/schema.ts";
import { successOfTools } from "#lib/telemetry/server/people-use.ts";

export type DomainFacts = {
  readonly tools: number;
  /** Of all judged calls of 28 days together, 0..1; null without any. */
  readonly successShare: number | null;
  readonly judgedCalls: number;
  /** Tools for which nobody active answers. */
  readonly orphans: number;
  /** Tools with an owner who did not confirm the entry within 180 days. */
  readonly stale: number;
};

/** How the living tools of a domain stand, from their cards and from their calls. */
export async function domainFigures(cards: readonly ToolCard[]): Promise<DomainFacts> {
  const living = cards.filter(({ lifecycle }) => lifecycle === "published" || lifecycle === "deprecated");
  const success = await successOfTools(living.map(({ id }) => id));
  return {
    tools: living.length,
    successShare: success.share,
    judgedCalls: success.calls,
    orphans: living.filter(({ isUnowned }) => isUnowned).length,
    stale: living.filter((card) => !card.isUnowned && card.ownerConfirmedAt === null).length,
  };
}
