import { z } from "zod";
import { agentCardMediaType } from "#lib/catalog/interop/agent-card.ts";
import { toolAddresses } from "#lib/catalog/interop/tool-addresses.ts";
import type { ToolCard } from "#lib/catalog/schema.ts";

/*
 * Follows the AI Catalog draft (specification/ai-catalog.md in Agent-Card/ai-catalog, commit 0379c86, `specVersion`
 * 1.0): `type` in place of the older `mediaType`. Name, description and version stand in the agent card that an entry
 * leads to, so the entry leaves them out, as the draft asks. Identifiers are `urn:uuid` and not `urn:air`, whose
 * grammar is not settled: they stay when a tool is renamed or the portal moves.
 */
export const aiCatalogMediaType = "application/ai-catalog+json";

const catalogEntrySchema = z.strictObject({
  identifier: z.string(),
  type: z.string(),
  url: z.url(),
  tags: z.array(z.string()).optional(),
  updatedAt: z.iso.datetime().optional(),
  publisher: z.strictObject({ identifier: z.string(), displayName: z.string() }).optional(),
  extensions: z.record(z.string(), z.unknown()).optional(),
});

export const aiCatalogSchema = z.strictObject({
  specVersion: z.literal("1.0"),
  host: z.strictObject({ displayName: z.string(), identifier: z.string(), documentationUrl: z.url() }),
  entries: z.array(catalogEntrySchema),
});
export type AiCatalog = z.infer<typeof aiCatalogSchema>;

export type CatalogedTool = Pick<ToolCard, "id" | "slug" | "tags" | "team" | "lifecycle"> & {
  /** When the version that serves was published. */
  readonly publishedAt: string | null;
};

/** An AI Catalog of these tools; each entry leads to the tool's agent card. */
export function aiCatalog(tools: readonly CatalogedTool[], origin: string): AiCatalog {
  const host = new URL(origin).hostname;
  return aiCatalogSchema.parse({
    specVersion: "1.0",
    host: { displayName: "Weft", identifier: host, documentationUrl: `${origin}/docs/api` },
    entries: tools.map((tool) => {
      const { html, json, agentCard } = toolAddresses(tool.slug, origin);
      return {
        identifier: `urn:uuid:${tool.id}`,
        type: agentCardMediaType,
        url: agentCard,
        ...(tool.tags.length > 0 ? { tags: tool.tags } : {}),
        ...(tool.publishedAt ? { updatedAt: tool.publishedAt } : {}),
        ...(tool.team ? { publisher: { identifier: host, displayName: tool.team.name } } : {}),
        extensions: { weft: { page: html, card: json, lifecycle: tool.lifecycle } },
      };
    }),
  });
}
