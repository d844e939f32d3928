import "server-only";
import { AppError, type FieldProblem } from "#lib/errors.ts";
import type { ProviderChange, TypedConnection } from "#lib/models/administration.ts";
import {
  type ConnectableType,
  providerTypeFacts,
  type SecretField,
  type SettingField,
  secretFields,
  standardAddress,
} from "#lib/models/provider-types.ts";

const wordsFor: Readonly<Record<SecretField | SettingField, string>> = {
  apiKey: "This type of server always wants a key. Enter it.",
  accessKeyId: "Enter the id of the access key.",
  secretAccessKey: "Enter the secret access key.",
  sessionToken: "Enter the session token.",
  apiVersion: "Enter the version of the API.",
  awsRegion: "Enter the region in which the models run, such as eu-central-1.",
};

type Typed = Omit<TypedConnection, "type">;

export type ReadAddress = {
  readonly baseUrl: string;
  readonly settings: Partial<Record<SettingField, string>>;
  /** Those that were entered; an empty one is to be removed. */
  readonly secrets: readonly (readonly [SecretField, string])[];
};

function problemsOf(type: ConnectableType, input: Typed, stored: readonly SecretField[]): FieldProblem[] {
  const { secrets, settings } = providerTypeFacts[type];
  const missingSettings = settings.filter(({ field, isRequired }) => isRequired && input[field] === "");
  const missingSecrets = secrets.filter(
    ({ field, isRequired }) => isRequired && (input[field] ?? (stored.includes(field) ? "kept" : "")) === "",
  );
  const foreign = secretFields.filter(
    (field) => input[field] && !secrets.some((secret) => secret.field === field),
  );
  return [
    ...[...missingSettings, ...missingSecrets].map(({ field }) => ({
      path: field,
      message: wordsFor[field],
    })),
    ...foreign.map((field) => ({ path: field, message: "This type of server takes no such secret." })),
  ];
}

/**
 * Where a connection goes and what it carries, by the rules of its type: the vendor's own address where none was typed,
 * and only the secrets and settings that the type knows. Throws `invalid-input` for what is missing.
 */
export function readAddress(
  type: ConnectableType,
  input: Typed,
  stored: readonly SecretField[],
): ReadAddress {
  const facts = providerTypeFacts[type];
  const settings = Object.fromEntries(
    facts.settings.flatMap(({ field }) => (input[field] === "" ? [] : [[field, input[field]]])),
  );
  const baseUrl = input.baseUrl ?? standardAddress(type, settings);
  const fields = problemsOf(type, input, stored);
  if (baseUrl === null && fields.length === 0) {
    fields.push({
      path: "baseUrl",
      message: "Give the whole address, such as https://models.example.com/v1.",
    });
  }
  if (baseUrl === null || fields.length > 0)
    throw new AppError("invalid-input", "The connection is not complete.", { fields });
  const secrets = facts.secrets.flatMap(({ field }) => {
    const value = input[field];
    return value === undefined ? [] : [[field, value] as const];
  });
  return { baseUrl, settings, secrets };
}

export type ReadConnection = ReadAddress & {
  readonly facts: Pick<
    ProviderChange,
    "name" | "region" | "dataClassCeiling" | "maxConcurrent" | "requestsPerMinute" | "tokensPerMinute"
  > & { readonly baseUrl: string };
};

/** The same of a provider that is to be stored, with its own facts. */
export function readConnection(
  type: ConnectableType,
  input: Omit<ProviderChange, "isActive">,
  stored: readonly SecretField[],
): ReadConnection {
  const address = readAddress(type, input, stored);
  const { name, region, dataClassCeiling, maxConcurrent, requestsPerMinute, tokensPerMinute } = input;
  const limits = { maxConcurrent, requestsPerMinute, tokensPerMinute };
  return { ...address, facts: { name, region, dataClassCeiling, ...limits, baseUrl: address.baseUrl } };
}
