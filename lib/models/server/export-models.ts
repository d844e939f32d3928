import "server-only";
import { Document } from "yaml";
import { dataClassSchema } from "#lib/data-class.ts";
import { env } from "#lib/env.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { requirePermission } from "#lib/identity/server/require-permission.ts";
import { aliasModes } from "#lib/models/administration.ts";
import { modelCapabilitiesSchema } from "#lib/models/capabilities.ts";
import {
  type FileAlias,
  type FileModel,
  type FileProvider,
  type ModelFile,
  modelFileVersion,
} from "#lib/models/model-file.ts";
import { connectableTypes, type SecretField, secretFields } from "#lib/models/provider-types.ts";
import { readSettings } from "#lib/models/server/connection-of.ts";
import { type PriceRow, pricesOf } from "#lib/models/server/price-repository.ts";
import { type AliasRow, allAliases, allProviders, type ProviderRow } from "#lib/models/server/repository.ts";
import { secretFields as storedSecretFields } from "#lib/secrets/secret-store.ts";
import { dayOf } from "#lib/telemetry/portal-days.ts";

/** The variable that holds a secret of a server for the file: `WEFT_MODEL_KEY_LAB_CLUSTER`. */
export function variableFor(slug: string, field: SecretField): string {
  const words = [slug, ...(field === "apiKey" ? [] : [field.replace(/[A-Z]/g, "_$&")])];
  return `WEFT_MODEL_KEY_${words.join("_").replaceAll("-", "_").toUpperCase()}`.slice(0, 75);
}

function toFileModel(model: ProviderRow["models"][number], prices: readonly PriceRow[]): FileModel {
  return {
    name: model.name,
    displayName: model.displayName,
    isActive: model.isActive,
    capabilities: modelCapabilitiesSchema.parse(model.capabilities),
    contextLength: model.contextLength,
    prices: prices
      .filter(({ modelId }) => modelId === model.id)
      .toReversed()
      .map((price) => ({
        from: dayOf(price.validFrom, env().timeZone),
        currency: price.currency,
        inputPerMillion: price.inputPerMillion.toNumber(),
        outputPerMillion: price.outputPerMillion.toNumber(),
        cachedInputPerMillion: price.cachedInputPerMillion?.toNumber() ?? null,
      })),
  };
}

function toFileProvider(
  row: ProviderRow,
  prices: readonly PriceRow[],
  secrets: readonly string[],
): FileProvider[] {
  const type = connectableTypes.find((each) => each === row.type);
  if (!type) return [];
  const { slug, name, baseUrl, region, isActive } = row;
  const { maxConcurrent, requestsPerMinute, tokensPerMinute } = row;
  const limits = { maxConcurrent, requestsPerMinute, tokensPerMinute };
  const stored = secretFields.filter((field) => secrets.includes(field));
  return [
    {
      slug,
      name,
      type,
      ...(baseUrl === null ? {} : { baseUrl }),
      settings: readSettings(row.settings),
      secrets: Object.fromEntries(stored.map((field) => [field, { env: variableFor(slug, field) }])),
      region,
      dataClassCeiling: dataClassSchema.parse(row.dataClassCeiling),
      limits: Object.fromEntries(Object.entries(limits).filter(([, most]) => most !== null)),
      isActive,
      models: row.models.map((model) => toFileModel(model, prices)),
    },
  ];
}

const toFileAlias = ({ name, description, mode, entries }: AliasRow): FileAlias => ({
  name,
  description,
  mode: aliasModes.find((each) => each === mode) ?? "ordered",
  models: entries.map(({ model, weight }) => ({ model: `${model.provider.slug}/${model.name}`, weight })),
});

/** Everything that a file can hold, as it is now; the secrets by the names of variables only. */
export async function currentModelFile(): Promise<ModelFile> {
  const [providers, aliases] = await Promise.all([allProviders(), allAliases()]);
  const models = providers.flatMap((provider) => provider.models.map(({ id }) => id));
  const [prices, secrets] = await Promise.all([
    pricesOf(models),
    storedSecretFields(
      "provider",
      providers.map(({ id }) => id),
    ),
  ]);
  return {
    apiVersion: modelFileVersion,
    providers: providers.flatMap((row) => toFileProvider(row, prices, secrets.get(row.id) ?? [])),
    aliases: aliases.map(toFileAlias),
  };
}

/** Model servers, models, prices and aliases as YAML, which the import reads again. No secret is in it. */
export async function exportModels(viewer: Viewer): Promise<string> {
  requirePermission(viewer, "model:administer");
  const document = new Document(await currentModelFile(), { aliasDuplicateObjects: false });
  document.commentBefore =
    " Secrets are named by variables of the portal's environment; they are not in this file.";
  return document.toString({ lineWidth: 100 });
}
