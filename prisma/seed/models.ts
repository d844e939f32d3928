import { db } from "#lib/db/client.ts";
import { defaultAlias } from "#lib/models/default-alias.ts";
import { portalOpenedDaysAgo } from "./organisation.ts";
import { seedId } from "./seed-id.ts";
import type { SeedTime } from "./seed-time.ts";

const aliases = [
  { name: defaultAlias, description: "What chat uses when nobody chooses.", isServed: true },
  { name: "fast", description: "Short texts, answered quickly.", isServed: false },
  { name: "strong", description: "Long or difficult texts.", isServed: false },
  {
    name: "private",
    description: "Confidential content: only a model in our own data centres.",
    isServed: false,
  },
] as const;

/** The embedded assistant, and the aliases that tools bind to; those that need a writing model have none yet. */
export async function seedModels(time: SeedTime): Promise<void> {
  const createdAt = time.at(portalOpenedDaysAgo, "07:10");
  const providerId = seedId("provider weft", createdAt);
  const modelId = seedId("model extractive", createdAt);
  await db().provider.create({
    data: {
      id: providerId,
      slug: "weft",
      name: "Embedded assistant",
      type: "embedded",
      region: "This server",
      // Nothing leaves the process, so the person's own rights are the only limit.
      dataClassCeiling: "restricted",
      createdAt,
    },
    select: { id: true },
  });
  await db().model.create({
    data: {
      id: modelId,
      providerId,
      name: "extractive",
      displayName: "Embedded assistant",
      capabilities: { tools: true, generates: false },
      createdAt,
    },
    select: { id: true },
  });
  await db().modelAlias.createMany({
    data: aliases.map(({ name, description }) => ({
      id: seedId(`alias ${name}`, createdAt),
      name,
      description,
    })),
  });
  await db().modelAliasEntry.createMany({
    data: aliases
      .filter(({ isServed }) => isServed)
      .map(({ name }) => ({
        id: seedId(`alias entry ${name}`, createdAt),
        aliasId: seedId(`alias ${name}`, createdAt),
        modelId,
        position: 0,
      })),
  });
}
