/** The kinds of model servers that Weft speaks to. */
export const providerTypes = [
  "embedded",
  "openai-compatible",
  "openai",
  "azure",
  "anthropic",
  "google",
  "bedrock",
  "mistral",
] as const;
export type ProviderType = (typeof providerTypes)[number];

/** What can be connected; the embedded assistant is part of Weft. */
export const connectableTypes = providerTypes.filter((type) => type !== "embedded");
export type ConnectableType = (typeof connectableTypes)[number];

export const secretFields = ["apiKey", "accessKeyId", "secretAccessKey", "sessionToken"] as const;
export type SecretField = (typeof secretFields)[number];
export const settingFields = ["apiVersion", "awsRegion"] as const;
export type SettingField = (typeof settingFields)[number];

export type ProviderTypeFacts = {
  /** Where the vendor runs it; null where every customer has an address of their own. */
  readonly address: string | null;
  readonly secrets: readonly { readonly field: SecretField; readonly isRequired: boolean }[];
  readonly settings: readonly { readonly field: SettingField; readonly isRequired: boolean }[];
  /** Whether it offers models that turn text into vectors. */
  readonly embeds: boolean;
};

const withKey = [{ field: "apiKey", isRequired: true }] as const;

export const providerTypeFacts: Readonly<Record<ConnectableType, ProviderTypeFacts>> = {
  "openai-compatible": {
    address: null,
    secrets: [{ field: "apiKey", isRequired: false }],
    settings: [],
    embeds: true,
  },
  openai: { address: "https://api.openai.com/v1", secrets: withKey, settings: [], embeds: true },
  azure: {
    address: null,
    secrets: withKey,
    settings: [{ field: "apiVersion", isRequired: false }],
    embeds: true,
  },
  anthropic: { address: "https://api.anthropic.com/v1", secrets: withKey, settings: [], embeds: false },
  google: {
    address: "https://generativelanguage.googleapis.com/v1beta",
    secrets: withKey,
    settings: [],
    embeds: true,
  },
  bedrock: {
    address: "https://bedrock-runtime.{awsRegion}.amazonaws.com",
    secrets: [
      { field: "accessKeyId", isRequired: true },
      { field: "secretAccessKey", isRequired: true },
      { field: "sessionToken", isRequired: false },
    ],
    settings: [{ field: "awsRegion", isRequired: true }],
    embeds: true,
  },
  mistral: { address: "https://api.mistral.ai/v1", secrets: withKey, settings: [], embeds: true },
};

/** The vendor's own address, or null when one has to be typed. */
export function standardAddress(
  type: ConnectableType,
  settings: Readonly<Partial<Record<SettingField, string>>>,
): string | null {
  const { address } = providerTypeFacts[type];
  if (!address?.includes("{awsRegion}")) return address;
  return settings.awsRegion ? address.replace("{awsRegion}", settings.awsRegion) : null;
}
