import "server-only";
import { createAzure } from "@ai-sdk/azure";
import { type Connection, type ProviderKind, under } from "#lib/models/server/kinds/kind.ts";
import { readOpenAIList } from "#lib/models/server/kinds/openai-compatible.ts";

/** The address of a resource up to `/openai`, whichever part of it was typed. */
export function azureRoot(address: string): string {
  const plain = address.replace(/\/+$/, "").replace(/\/v1$/, "");
  return plain.endsWith("/openai") ? plain : `${plain}/openai`;
}

/** With a dated version of the API each deployment has an address of its own; without one, all share `/v1`. */
const versionOf = ({ settings }: Pick<Connection, "settings">) =>
  settings.apiVersion && settings.apiVersion !== "v1" ? settings.apiVersion : null;

function provider(connection: Connection) {
  const { baseUrl, secrets, fetch } = connection;
  const version = versionOf(connection);
  const root = azureRoot(baseUrl);
  return createAzure({
    baseURL: version ? root : `${root}/v1`,
    apiKey: secrets.apiKey ?? "",
    ...(version ? { apiVersion: version, useDeploymentBasedUrls: true } : {}),
    fetch,
  });
}

/** Azure OpenAI: the name of a model is the name of its deployment. */
export const azure: ProviderKind = {
  languageModel: (connection, name) => provider(connection).chat(name),
  embeddingModel: (connection, name) => provider(connection).embeddingModel(name),
  listing: (connection) => {
    const version = versionOf(connection);
    const url = under(azureRoot(connection.baseUrl), version ? "/models" : "/v1/models");
    if (version) url.searchParams.set("api-version", version);
    return {
      url,
      headers: { "api-key": connection.secrets.apiKey ?? "" },
      // The list is of what could be deployed, not of what is: its names may not answer.
      read: (body) => (readOpenAIList(body) ? [] : undefined),
      note: "Azure does not tell a key the names of its deployments: add them by name.",
    };
  },
};
