import "server-only";
import { createAmazonBedrock } from "@ai-sdk/amazon-bedrock";
import { AwsV4Signer } from "aws4fetch";
import { z } from "zod";
import { type Connection, type ProviderKind, under } from "#lib/models/server/kinds/kind.ts";
import { modalitiesOf } from "#lib/models/server/kinds/openai-compatible.ts";

const listSchema = z.object({
  modelSummaries: z.array(
    z.object({
      modelId: z.string().min(1).max(200),
      modelName: z.string().max(200).optional().catch(undefined),
      inputModalities: z.array(z.string()).default([]),
      outputModalities: z.array(z.string()).default([]),
      responseStreamingSupported: z.boolean().nullish(),
    }),
  ),
});
type Summary = z.infer<typeof listSchema>["modelSummaries"][number];

function provider({ baseUrl, settings, secrets, fetch }: Connection) {
  return createAmazonBedrock({
    region: settings.awsRegion ?? "",
    baseURL: baseUrl,
    // Given as empty, so that a bearer token in the environment of the process is not taken for this one.
    apiKey: "",
    credentialProvider: async () => ({
      accessKeyId: secrets.accessKeyId ?? "",
      secretAccessKey: secrets.secretAccessKey ?? "",
      ...(secrets.sessionToken ? { sessionToken: secrets.sessionToken } : {}),
    }),
    fetch,
  });
}

function told({ inputModalities, outputModalities, responseStreamingSupported }: Summary) {
  if (outputModalities.includes("EMBEDDING")) return { embeddings: true, generates: false, tools: false };
  const generates = outputModalities.includes("TEXT") && responseStreamingSupported !== false;
  return generates
    ? { generates, inputModalities: modalitiesOf(inputModalities) }
    : { generates, tools: false };
}

/** Models are listed by another host of the same region than the one that runs them. */
export function controlAddress(baseUrl: string): string {
  return baseUrl
    .replace("//bedrock-runtime.", "//bedrock.")
    .replace("//bedrock-runtime-fips.", "//bedrock-fips.");
}

export const bedrock: ProviderKind = {
  languageModel: (connection, name) => provider(connection).languageModel(name),
  embeddingModel: (connection, name) => provider(connection).embeddingModel(name),
  listing: async ({ baseUrl, settings, secrets }) => {
    const signed = await new AwsV4Signer({
      url: under(controlAddress(baseUrl), "/foundation-models").href,
      method: "GET",
      service: "bedrock",
      region: settings.awsRegion ?? "",
      accessKeyId: secrets.accessKeyId ?? "",
      secretAccessKey: secrets.secretAccessKey ?? "",
      ...(secrets.sessionToken ? { sessionToken: secrets.sessionToken } : {}),
    }).sign();
    return {
      url: signed.url,
      headers: Object.fromEntries(signed.headers),
      read: (body) =>
        listSchema.safeParse(body).data?.modelSummaries.map((summary) => ({
          name: summary.modelId,
          displayName: summary.modelName ?? null,
          contextLength: null,
          told: told(summary),
        })),
    };
  },
};
