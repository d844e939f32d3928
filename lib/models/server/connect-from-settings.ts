import "server-only";
import { z } from "zod";
import { hashJson } from "#lib/canonical-hash.ts";
import { now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import { newId } from "#lib/db/uuid.ts";
import { env } from "#lib/env.ts";
import { defaultAlias } from "#lib/models/default-alias.ts";
import { portal, recordModelEvent } from "#lib/models/server/audit-events.ts";
import {
  aliasByName,
  insertAlias,
  insertModel,
  insertProvider,
  providerBy,
  readModelSetting,
  replaceAliasEntries,
  updateModel,
  updateProvider,
  writeModelSetting,
} from "#lib/models/server/repository.ts";
import { storeSecret } from "#lib/secrets/secret-store.ts";

const slug = "settings";
const name = "Model server of the settings";
const settingKey = "models.connected-from-settings";
const connectedSchema = z.object({ hash: z.string() });

type Settings = NonNullable<ReturnType<typeof env>["model"]>;

async function connectProvider({ baseUrl, apiKey }: Settings): Promise<string> {
  const known = await providerBy({ slug });
  const id = known?.id ?? newId();
  if (known)
    await updateProvider(id, {
      baseUrl,
      isActive: true,
      lastProbeAt: null,
      lastProbeState: null,
      lastProbeError: null,
      lastProbeMs: null,
    });
  else {
    const facts = {
      type: "openai-compatible",
      baseUrl,
      dataClassCeiling: "internal",
      createdAt: now(),
    } as const;
    await insertProvider({ id, slug, name, ...facts });
  }
  await storeSecret("provider", id, "apiKey", apiKey ?? "");
  const facts = (url: string | null, hasKey: boolean | null) => ({ baseUrl: url, hasKey });
  await recordModelEvent(
    known ? "provider.changed" : "provider.created",
    portal,
    { id, name: known?.name ?? name },
    {
      reason: "The settings of the process name it.",
      changes: {
        before: known ? facts(known.baseUrl, null) : null,
        after: facts(baseUrl, apiKey !== undefined),
      },
    },
  );
  return id;
}

async function connectModel(providerId: string, model: string): Promise<string> {
  const known = (await providerBy({ id: providerId }))?.models.find((each) => each.name === model);
  if (known) {
    if (!known.isActive) await updateModel(known.id, { isActive: true });
    return known.id;
  }
  const id = newId();
  const capabilities = { tools: true, generates: true };
  await insertModel({ id, providerId, name: model, displayName: model, capabilities, createdAt: now() });
  return id;
}

async function putFirst(modelId: string, model: string): Promise<void> {
  const alias = await aliasByName(defaultAlias);
  const before = alias?.entries.map((entry) => entry.model.id) ?? [];
  if (before[0] === modelId) return;
  const id = alias?.id ?? newId();
  if (!alias) await insertAlias(id, defaultAlias, "What chat uses when nobody chooses.");
  const order = [modelId, ...before.filter((each) => each !== modelId)];
  await replaceAliasEntries(
    id,
    order.map((each) => ({ id: newId(), modelId: each })),
  );
  const models = alias?.entries.map((entry) => `${entry.model.provider.slug}/${entry.model.name}`) ?? [];
  const fresh = `${slug}/${model}`;
  await recordModelEvent(
    alias ? "alias.changed" : "alias.created",
    portal,
    { id, name: defaultAlias },
    {
      reason: "The settings of the process name it.",
      changes: { before: { models }, after: { models: [fresh, ...models.filter((each) => each !== fresh)] } },
    },
  );
}

/**
 * Connects the model server that WEFT_MODEL_BASE_URL, WEFT_MODEL_NAME and WEFT_MODEL_API_KEY name, and puts its model
 * first under the default alias. It happens once for each set of values: what an administrator changes afterwards
 * stays, until the settings themselves change.
 */
export async function connectFromSettings(): Promise<void> {
  const { model } = env();
  if (!model) return;
  const hash = hashJson({ baseUrl: model.baseUrl, name: model.name, apiKey: model.apiKey ?? null });
  await transaction(async () => {
    const connected = connectedSchema.safeParse(await readModelSetting(settingKey));
    if (connected.data?.hash === hash) return;
    const providerId = await connectProvider(model);
    await putFirst(await connectModel(providerId, model.name), model.name);
    await writeModelSetting(settingKey, { hash }, now());
  });
}
