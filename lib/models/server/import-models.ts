import "server-only";
import { canonicalJson } from "#lib/canonical-json.ts";
import { transaction } from "#lib/db/transaction.ts";
import { modelKeyFromEnv } from "#lib/env.ts";
import { AppError, type FieldProblem, isAppError } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { requirePermission } from "#lib/identity/server/require-permission.ts";
import {
  aliasChangeSchema,
  chosenModelsSchema,
  newAliasSchema,
  newProviderSchema,
  providerChangeSchema,
} from "#lib/models/administration.ts";
import { modelCapabilitiesSchema, proposedCapabilities } from "#lib/models/capabilities.ts";
import type {
  FileAlias,
  FileProvider,
  ImportInput,
  ImportResult,
  ModelFile,
} from "#lib/models/model-file.ts";
import { type SecretField, secretFields } from "#lib/models/provider-types.ts";
import { readModelFile } from "#lib/models/read-model-file.ts";
import { addAlias, changeAlias } from "#lib/models/server/change-aliases.ts";
import { addProvider, changeProvider } from "#lib/models/server/change-providers.ts";
import { chooseModels } from "#lib/models/server/choose-models.ts";
import { secretsOf } from "#lib/models/server/connection-of.ts";
import { currentModelFile } from "#lib/models/server/export-models.ts";
import { addPrice } from "#lib/models/server/prices.ts";
import { aliasByName, allProviders, type ProviderRow, providerBy } from "#lib/models/server/repository.ts";

const at = (path: string, message: string) =>
  new AppError("invalid-input", message, { fields: [{ path, message }] });

/** The secrets that the environment holds and that are not stored already. */
async function secretsFor(
  provider: FileProvider,
  row: ProviderRow | null,
): Promise<Partial<Record<SecretField, string>>> {
  const stored = row ? await secretsOf(row.id) : {};
  const entered: Partial<Record<SecretField, string>> = {};
  for (const field of secretFields) {
    const reference = provider.secrets[field];
    if (!reference) continue;
    const value = modelKeyFromEnv(reference.env);
    if (value === undefined && stored[field] === undefined)
      throw at(
        `secrets.${field}`,
        `The environment of the portal holds no ${reference.env}. Set it and start the portal again.`,
      );
    if (value !== undefined && value !== stored[field]) entered[field] = value;
  }
  return entered;
}

async function storeProvider(viewer: Viewer, provider: FileProvider): Promise<string> {
  const row = await providerBy({ slug: provider.slug });
  const { slug, type, settings, limits, isActive, name, baseUrl, region, dataClassCeiling } = provider;
  const facts = {
    name,
    ...(baseUrl === undefined ? {} : { baseUrl }),
    region,
    dataClassCeiling,
    ...settings,
    ...limits,
    ...(await secretsFor(provider, row)),
  };
  if (row && row.type !== type) throw at("type", `${slug} is of the type ${row.type}, and a type stays.`);
  if (row) {
    await changeProvider(viewer, row.id, providerChangeSchema.parse({ ...facts, isActive }));
    return row.id;
  }
  const { id } = await addProvider(viewer, newProviderSchema.parse({ slug, type, ...facts }));
  if (!isActive) await changeProvider(viewer, id, providerChangeSchema.parse({ ...facts, isActive }));
  return id;
}

/** Models of the file are set as it says; others of the same server stay as they are. */
async function storeModels(viewer: Viewer, provider: FileProvider, providerId: string): Promise<void> {
  if (provider.models.length === 0) return;
  const row = await providerBy({ id: providerId });
  const named = new Set(provider.models.map(({ name }) => name));
  const kept = (row?.models ?? [])
    .filter(({ name, isActive }) => isActive && !named.has(name))
    .map(({ name, displayName, capabilities, contextLength }) => ({
      name,
      displayName,
      contextLength,
      capabilities: modelCapabilitiesSchema.parse(capabilities),
    }));
  const toLine = ({ name, displayName, capabilities, contextLength }: FileProvider["models"][number]) => ({
    name,
    displayName: displayName ?? name.slice(0, 80),
    capabilities: proposedCapabilities(capabilities),
    contextLength,
  });
  const wanted = provider.models.filter(({ isActive }) => isActive);
  const off = provider.models.filter(({ isActive }) => !isActive);
  // One that is switched off is stored first as it is, so that aliases can name it.
  if (off.some(({ name }) => !row?.models.some((model) => model.name === name)))
    await chooseModels(
      viewer,
      providerId,
      chosenModelsSchema.parse({ models: [...kept, ...provider.models.map(toLine)] }),
    );
  const models = [...kept, ...wanted.map(toLine)];
  await chooseModels(viewer, providerId, chosenModelsSchema.parse({ models }));
}

async function storePrices(viewer: Viewer, provider: FileProvider, before: ModelFile): Promise<void> {
  const row = await providerBy({ slug: provider.slug });
  const known = before.providers.find(({ slug }) => slug === provider.slug);
  for (const { name, prices } of provider.models) {
    const model = row?.models.find((each) => each.name === name);
    const have = new Set(known?.models.find((each) => each.name === name)?.prices.map(canonicalJson));
    for (const price of prices)
      if (model && !have.has(canonicalJson(price))) await addPrice(viewer, model.id, price);
  }
}

async function storeAlias(viewer: Viewer, alias: FileAlias): Promise<void> {
  const providers = await allProviders();
  const ids = new Map<string, string>(
    providers.flatMap(({ slug, models }) => models.map(({ name, id }) => [`${slug}/${name}`, id] as const)),
  );
  const models = alias.models.map(({ model, weight }, index) => {
    const id = ids.get(model);
    if (!id) throw at(`models.${index}.model`, `There is no model ${model}.`);
    return { id, weight };
  });
  const { name, description, mode } = alias;
  const row = await aliasByName(name);
  if (row) await changeAlias(viewer, row.id, aliasChangeSchema.parse({ description, mode, models }));
  else await addAlias(viewer, newAliasSchema.parse({ name, description, mode, models }));
}

/** Puts the place in the file before a problem that turned up while it was carried out. */
async function within(
  place: readonly (string | number)[],
  lineOf: (path: readonly (string | number)[]) => number,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isAppError(error) || (error.code !== "invalid-input" && error.code !== "conflict")) throw error;
    const fields: readonly FieldProblem[] =
      error.fields.length > 0 ? error.fields : [{ path: "", message: error.message }];
    const placed = fields.map(({ path, message }) => {
      const parts = [...place, ...path.split(".").filter(Boolean)];
      const inFile = parts.map((part) => (/^\d+$/.test(String(part)) ? Number(part) : part));
      return { path: parts.join("."), message: `Line ${lineOf(inFile)}: ${message}` };
    });
    throw new AppError("invalid-input", placed[0]?.message ?? error.message, {
      fields: placed,
      cause: error,
    });
  }
}

/** Thrown to take back everything that a trial did. */
class TrialOver extends Error {
  readonly result: ImportResult;
  constructor(result: ImportResult) {
    super("The trial is over.");
    this.name = "TrialOver";
    this.result = result;
  }
}

type Change = ImportResult["changes"][number];

function changeOf(kind: Change["kind"], name: string, before: unknown, after: unknown): Change {
  if (before === undefined) return { kind, name, did: "added" };
  return { kind, name, did: canonicalJson(before) === canonicalJson(after) ? "same" : "changed" };
}

async function carryOut(viewer: Viewer, input: ImportInput): Promise<ImportResult> {
  const { file, lineOf } = readModelFile(input.text);
  const before = await currentModelFile();
  for (const [index, provider] of file.providers.entries()) {
    await within(["providers", index], lineOf, async () => {
      const id = await storeProvider(viewer, provider);
      await storeModels(viewer, provider, id);
      await storePrices(viewer, provider, before);
    });
  }
  for (const [index, alias] of file.aliases.entries())
    await within(["aliases", index], lineOf, () => storeAlias(viewer, alias));
  const after = await currentModelFile();
  const providerOf = (of: ModelFile, slug: string) => of.providers.find((one) => one.slug === slug);
  const aliasOf = (of: ModelFile, name: string) => of.aliases.find((one) => one.name === name);
  return {
    isTrial: input.isTrial,
    changes: [
      ...file.providers.map(({ slug }) =>
        changeOf("provider", slug, providerOf(before, slug), providerOf(after, slug)),
      ),
      ...file.aliases.map(({ name }) => changeOf("alias", name, aliasOf(before, name), aliasOf(after, name))),
    ],
  };
}

/**
 * Reads a file of model servers, models, prices and aliases, all of it or nothing. What the file does not name stays as
 * it is. A trial does the same and takes it back, so what it tells is what would happen.
 */
export async function importModels(viewer: Viewer, input: ImportInput): Promise<ImportResult> {
  requirePermission(viewer, "model:administer");
  try {
    return await transaction(
      async () => {
        const result = await carryOut(viewer, input);
        if (input.isTrial) throw new TrialOver(result);
        return result;
      },
      { timeout: 60_000 },
    );
  } catch (error) {
    if (error instanceof TrialOver) return error.result;
    throw error;
  }
}
