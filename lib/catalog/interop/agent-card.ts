import { z } from "zod";
import { operationAddresses, toolAddresses } from "#lib/catalog/interop/tool-addresses.ts";
import type { ToolPage } from "#lib/catalog/schema.ts";

/*
 * Follows the AgentCard message of A2A 1.0 (specification/a2a.proto in a2aproject/A2A, JSON mapping: `url` and
 * `protocolVersion` stand in `supportedInterfaces`, security as `securitySchemes` and `securityRequirements`).
 * Weft speaks no A2A methods. The interface therefore names Weft's own JSON API as its binding, and a required
 * extension says so: a client that does not know the binding leaves the tool alone, as A2A asks of it.
 */
export const agentCardMediaType = "application/a2a-agent-card+json";
const a2aVersion = "1.0";
const json = "application/json";

const skillSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  tags: z.array(z.string()),
  examples: z.array(z.string()).optional(),
  inputModes: z.array(z.string()).optional(),
  outputModes: z.array(z.string()).optional(),
});

export const agentCardSchema = z.strictObject({
  name: z.string(),
  description: z.string(),
  supportedInterfaces: z.array(
    z.strictObject({ url: z.url(), protocolBinding: z.string(), protocolVersion: z.string() }),
  ),
  provider: z.strictObject({ organization: z.string(), url: z.url() }),
  version: z.string(),
  documentationUrl: z.url(),
  capabilities: z.strictObject({
    streaming: z.boolean(),
    pushNotifications: z.boolean(),
    extensions: z.array(
      z.strictObject({
        uri: z.url(),
        description: z.string(),
        required: z.boolean(),
        params: z.record(z.string(), z.unknown()),
      }),
    ),
  }),
  securitySchemes: z.record(
    z.string(),
    z.strictObject({
      apiKeySecurityScheme: z.strictObject({
        description: z.string(),
        location: z.literal("cookie"),
        name: z.string(),
      }),
    }),
  ),
  securityRequirements: z.array(
    z.strictObject({
      schemes: z.record(z.string(), z.strictObject({ list: z.array(z.string()) })),
    }),
  ),
  defaultInputModes: z.array(z.string()),
  defaultOutputModes: z.array(z.string()),
  skills: z.array(skillSchema),
});
export type AgentCard = z.infer<typeof agentCardSchema>;

type Place = {
  /** Origin of the portal, such as `https://weft.example.com`. */
  readonly origin: string;
  /** Name of the session's cookie. */
  readonly cookie: string;
};

/** The tool as an agent card in the style of A2A; each operation is a skill. */
export function agentCard(tool: ToolPage, { origin, cookie }: Place): AgentCard {
  const addresses = toolAddresses(tool.slug, origin);
  const binding = `${origin}/docs/api`;
  return agentCardSchema.parse({
    name: tool.name,
    description: tool.purpose,
    supportedInterfaces: [{ url: addresses.json, protocolBinding: binding, protocolVersion: a2aVersion }],
    provider: { organization: tool.team?.name ?? tool.domain.name, url: origin },
    version: tool.version ?? "0",
    documentationUrl: `${addresses.html}?tab=docs`,
    capabilities: {
      streaming: false,
      pushNotifications: false,
      extensions: [
        {
          uri: binding,
          description:
            "Operations are called over Weft's own JSON API with the person's session, not with A2A methods.",
          required: true,
          params: {
            page: addresses.html,
            card: addresses.json,
            operations: tool.operations.map(({ name, outputSchema, annotations }) => {
              const links = operationAddresses(tool.slug, name, origin);
              return {
                id: name,
                call: links.call,
                inputSchema: links.input,
                ...(outputSchema === null ? {} : { outputSchema: links.output }),
                annotations,
              };
            }),
          },
        },
      ],
    },
    securitySchemes: {
      session: {
        apiKeySecurityScheme: {
          description: "The session of a person who is signed in to the portal.",
          location: "cookie",
          name: cookie,
        },
      },
    },
    securityRequirements: [{ schemes: { session: { list: [] } } }],
    defaultInputModes: [json],
    defaultOutputModes: [json],
    skills: tool.operations.map(({ name, title, description, exampleRequests }) => ({
      id: name,
      name: title,
      description: description || tool.purpose,
      tags: tool.tags,
      ...(exampleRequests.length > 0 ? { examples: [...exampleRequests] } : {}),
    })),
  });
}
