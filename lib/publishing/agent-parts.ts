import { agentBindingSchema, agentLoopBindingSchema } from "#lib/catalog/operation.ts";
import type { DraftOperation } from "#lib/publishing/draft-content.ts";

/** An operation of another tool that an agent calls. */
export type AgentPart = { readonly tool: string; readonly operation: string };

/** The operations of other tools that an operation calls; none for kinds that call nothing, or that cannot be read. */
export function partsOf(binding: DraftOperation["binding"] | unknown): readonly AgentPart[] {
  const sequence = agentBindingSchema.safeParse(binding);
  if (sequence.success) return sequence.data.steps.map(({ tool, operation }) => ({ tool, operation }));
  const loop = agentLoopBindingSchema.safeParse(binding);
  return loop.success ? loop.data.tools : [];
}

/**
 * The way from a tool back to itself through what agents call, as slugs, or null. `partsBySlug` gives the slugs that a
 * tool calls.
 */
export function circleThrough(
  slug: string,
  partsBySlug: ReadonlyMap<string, readonly string[]>,
): readonly string[] | null {
  const seen = new Set<string>();
  const walk = (at: string, way: readonly string[]): readonly string[] | null => {
    for (const next of partsBySlug.get(at) ?? []) {
      if (next === slug) return [...way, next];
      if (seen.has(next)) continue;
      seen.add(next);
      const found = walk(next, [...way, next]);
      if (found) return found;
    }
    return null;
  };
  return walk(slug, [slug]);
}
