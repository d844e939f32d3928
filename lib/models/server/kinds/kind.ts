import "server-only";
import type { EmbeddingModelV4, LanguageModelV4 } from "@ai-sdk/provider";
import type { ToldCapabilities } from "#lib/models/capabilities.ts";
import type { SecretField, SettingField } from "#lib/models/provider-types.ts";

/** What is needed to speak to a model server. The secrets never leave the server. */
export type Connection = {
  /** The short name of the provider; it stands in the SDK's errors and metadata. */
  readonly slug: string;
  readonly baseUrl: string;
  readonly settings: Readonly<Partial<Record<SettingField, string>>>;
  readonly secrets: Readonly<Partial<Record<SecretField, string>>>;
  /** The only way out. */
  readonly fetch: typeof fetch;
};

/** A model as its server tells of it; what the server leaves open is absent or null. */
export type OfferedModel = {
  readonly name: string;
  readonly displayName: string | null;
  readonly told: ToldCapabilities;
  readonly contextLength: number | null;
};

export type Listing = {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** The models in an answer; undefined when it is not such a list. */
  readonly read: (body: unknown) => OfferedModel[] | undefined;
  /** What to tell where the list cannot name what people will call. */
  readonly note?: string;
};

/** How one type of model server is spoken to. */
export type ProviderKind = {
  readonly languageModel: (connection: Connection, name: string) => LanguageModelV4;
  /** Null where the vendor has none. */
  readonly embeddingModel: ((connection: Connection, name: string) => EmbeddingModelV4) | null;
  readonly listing: (connection: Connection) => Listing | Promise<Listing>;
};

/** An address with a path put after its own. */
export function under(baseUrl: string, path: string): URL {
  return new URL(`${baseUrl.replace(/\/+$/, "")}${path}`);
}
