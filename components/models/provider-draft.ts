import type { DataClass } from "#lib/data-class.ts";
import type { ProbeInput } from "#lib/models/administration.ts";
import {
  type ConnectableType,
  connectableTypes,
  providerTypeFacts,
  type SecretField,
} from "#lib/models/provider-types.ts";
import type { ProviderView } from "#lib/models/schema.ts";

export const limitFields = ["maxConcurrent", "requestsPerMinute", "tokensPerMinute"] as const;
export type LimitField = (typeof limitFields)[number];

/** The form of a model server while it is being written; numbers are text until they are sent. */
export type ProviderDraft = {
  readonly type: ConnectableType;
  readonly name: string;
  readonly baseUrl: string;
  /** What was typed; a field that is missing keeps what is stored. */
  readonly secrets: Readonly<Partial<Record<SecretField, string>>>;
  readonly apiVersion: string;
  readonly awsRegion: string;
  readonly region: string;
  readonly dataClassCeiling: DataClass;
  readonly limits: Readonly<Record<LimitField, string>>;
  readonly isActive: boolean;
};

const noLimits = { maxConcurrent: "", requestsPerMinute: "", tokensPerMinute: "" };

export function draftOf(provider: ProviderView | null): ProviderDraft {
  const type = connectableTypes.find((each) => each === provider?.type) ?? "openai-compatible";
  return {
    type,
    name: provider?.name ?? "",
    baseUrl: provider?.baseUrl ?? "",
    secrets: {},
    apiVersion: provider?.settings.apiVersion ?? "",
    awsRegion: provider?.settings.awsRegion ?? "",
    region: provider?.region ?? "",
    dataClassCeiling: provider?.dataClassCeiling ?? "internal",
    limits: provider
      ? {
          maxConcurrent: String(provider.maxConcurrent ?? ""),
          requestsPerMinute: String(provider.requestsPerMinute ?? ""),
          tokensPerMinute: String(provider.tokensPerMinute ?? ""),
        }
      : noLimits,
    isActive: provider?.isActive ?? true,
  };
}

function addressOf({ type, baseUrl, apiVersion, awsRegion, secrets }: ProviderDraft) {
  const { settings } = providerTypeFacts[type];
  const known = { apiVersion, awsRegion };
  return {
    ...(baseUrl.trim() ? { baseUrl } : {}),
    ...secrets,
    ...Object.fromEntries(settings.map(({ field }) => [field, known[field]])),
  };
}

const numberOf = (text: string) => (text.trim() === "" ? null : Number(text));

/** What is sent to be stored. */
export function connectionOf(draft: ProviderDraft) {
  const { name, region, dataClassCeiling, limits } = draft;
  return {
    ...addressOf(draft),
    name,
    region,
    dataClassCeiling,
    maxConcurrent: numberOf(limits.maxConcurrent),
    requestsPerMinute: numberOf(limits.requestsPerMinute),
    tokensPerMinute: numberOf(limits.tokensPerMinute),
  };
}

/** What is tried: the stored connection where nothing of it was changed, and what was typed otherwise. */
export function probeOf(draft: ProviderDraft, provider: ProviderView | null): ProbeInput {
  const address = addressOf(draft);
  const isStored =
    provider !== null &&
    Object.keys(draft.secrets).length === 0 &&
    JSON.stringify(addressOf(draftOf(provider))) === JSON.stringify(address);
  return isStored
    ? { providerId: provider.id }
    : { type: draft.type, apiVersion: "", awsRegion: "", ...address };
}
