import { z } from "zod";

const why = z
  .string()
  .trim()
  .min(3, "Say why in a sentence, for the people who use the tool.")
  .max(1000, "At most 1,000 characters.");

export const deprecateSchema = z.strictObject({
  /** What to use instead; null when there is nothing. */
  successor: z.string().max(80).nullable(),
  /** The first day on which the tool no longer answers. */
  retiresOn: z.iso.date("Write a day as 2027-03-31."),
  note: why,
});
export type DeprecateInput = z.infer<typeof deprecateSchema>;

export const retireSchema = z.strictObject({ note: why });

export const rollBackSchema = z.strictObject({ version: z.string().max(40), note: why });
export type RollBackInput = z.infer<typeof rollBackSchema>;

export const lifecycleResultSchema = z.object({
  slug: z.string(),
  lifecycle: z.string(),
  version: z.string().nullable(),
  /** How many people were told. */
  told: z.number().int(),
});
export type LifecycleResult = z.infer<typeof lifecycleResultSchema>;

/** What a step in a tool's life would touch, shown before it is taken. */
export const reachOfToolSchema = z.object({
  /** People who used it in the last 90 days, and followers. */
  people: z.number().int(),
  /** Published agents with a step that runs it, as far as the viewer may find them. */
  agents: z.array(z.object({ slug: z.string(), name: z.string() })),
  /** Further agents that the viewer may not find. */
  hiddenAgents: z.number().int(),
  /** Tools that name it as their successor. */
  predecessors: z.array(z.object({ slug: z.string(), name: z.string() })),
});
export type ReachOfTool = z.infer<typeof reachOfToolSchema>;

/** A tool as far as succession goes. */
export type Successor = {
  readonly slug: string;
  readonly lifecycle: string;
  readonly isBlocked: boolean;
  readonly successor: string | null;
};

/**
 * Why a tool cannot succeed another one, or null. The chain of successors is followed, so that nobody is sent in a circle
 * or to a tool that is gone.
 */
export function successorProblem(
  slug: string,
  successor: string,
  bySlug: ReadonlyMap<string, Successor>,
): string | null {
  if (successor === slug) return "A tool cannot succeed itself.";
  const seen = new Set([slug]);
  let at: string | null = successor;
  while (at !== null) {
    if (seen.has(at)) return "The successors would lead back to this tool.";
    seen.add(at);
    const tool: Successor | undefined = bySlug.get(at);
    if (!tool) return `The tool “${at}” does not exist.`;
    if (at === successor) {
      if (tool.lifecycle === "retired") return `“${at}” is retired. Name a tool that people can use.`;
      if (tool.isBlocked) return `“${at}” is blocked. Name a tool that people can use.`;
      if (tool.lifecycle !== "published" && tool.lifecycle !== "deprecated")
        return `“${at}” is not published yet.`;
    }
    at = tool.successor;
  }
  return null;
}
