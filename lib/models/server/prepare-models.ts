import "server-only";
import { now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import { violatedUnique } from "#lib/db/unique-violation.ts";
import { newId } from "#lib/db/uuid.ts";
import { defaultAlias, embeddingsAlias } from "#lib/models/default-alias.ts";
import { portal, recordModelEvent } from "#lib/models/server/audit-events.ts";
import { connectFromSettings } from "#lib/models/server/connect-from-settings.ts";
import {
  aliasByName,
  insertAlias,
  insertModel,
  insertProvider,
  providerBy,
  replaceAliasEntries,
} from "#lib/models/server/repository.ts";

const embedded = { slug: "weft", name: "Embedded assistant" } as const;
const extractive = "extractive";

type AliasStart = { readonly modelId: string; readonly name: string };

/** The id of the embedded assistant's model, made when it is missing. */
async function embeddedModel(): Promise<string> {
  const provider = await providerBy({ slug: embedded.slug });
  const known = provider?.models.find(({ name }) => name === extractive);
  if (known) return known.id;
  const createdAt = now();
  const providerId = provider?.id ?? newId(createdAt);
  if (!provider) {
    // Nothing leaves the process, so the person's own rights are the only limit.
    const facts = { type: "embedded", region: "This server", dataClassCeiling: "restricted" } as const;
    await insertProvider({ id: providerId, ...embedded, ...facts, createdAt });
    const target = { id: providerId, name: embedded.name };
    await recordModelEvent("provider.created", portal, target, { changes: { before: null, after: facts } });
  }
  const id = newId(createdAt);
  const capabilities = { tools: true, generates: false };
  await insertModel({
    id,
    providerId,
    name: extractive,
    displayName: embedded.name,
    capabilities,
    createdAt,
  });
  return id;
}

/** Makes sure of an alias that the portal itself uses. */
async function ensureAlias(name: string, description: string, models: readonly AliasStart[]): Promise<void> {
  if (await aliasByName(name)) return;
  const id = newId();
  await insertAlias(id, name, description);
  await replaceAliasEntries(
    id,
    models.map(({ modelId }) => ({ id: newId(), modelId })),
  );
  const after = { models: models.map((model) => model.name) };
  await recordModelEvent("alias.created", portal, { id, name }, { changes: { before: null, after } });
}

/** Makes sure that the embedded assistant is there, and the aliases that the portal itself uses. */
export async function ensureEmbeddedProvider(): Promise<void> {
  await transaction(async () => {
    const modelId = await embeddedModel();
    await ensureAlias(defaultAlias, "What chat uses when nobody chooses.", [
      { modelId, name: `${embedded.slug}/${extractive}` },
    ]);
    await ensureAlias(embeddingsAlias, "What the portal makes vectors with, for its own search.", []);
  });
}

/**
 * What the process needs of models before it serves: the embedded assistant, the default alias, and the model server
 * that the settings name. Of several processes that start at once, one does it.
 */
export async function prepareModels(): Promise<void> {
  for (const step of [ensureEmbeddedProvider, connectFromSettings]) {
    try {
      await step();
    } catch (error) {
      // Another process was quicker; what it wrote is what this one was about to write.
      if (!violatedUnique(error)) throw error;
    }
  }
}
