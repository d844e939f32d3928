import { demoCredentials } from "#demo/services/credentials.ts";
import { reviewedSpareParts } from "#demo/services/network/spare-parts.ts";
import type { OperationDefinition, SecurityRequirement } from "#lib/catalog/operation.ts";
import { createEgress } from "#lib/http/egress.ts";
import { isJsonObject, type JsonObject } from "#lib/tools/json-object.ts";
import { importOpenApi } from "#lib/tools/openapi/import-openapi.ts";
import { readMcpTool } from "#lib/tools/server/discover-mcp-tools.ts";
import { withMcpSession } from "#lib/tools/server/mcp-session.ts";

/** The operation whose supplier changed it after it was reviewed. */
export const changedOperation = "find_spare_parts";

type Offered = {
  readonly definition: OperationDefinition;
  /** As it was reviewed, and as it is listed now. */
  readonly contract: JsonObject;
  readonly listed: JsonObject;
};

/** Where operations of the demo company come from. */
export type ServiceSource = {
  readonly kind: "openapi" | "mcp";
  readonly address: string;
  readonly document: string | null;
  readonly security: readonly SecurityRequirement[];
  readonly operations: ReadonlyMap<string, Offered>;
};

async function readDocument(address: string): Promise<ServiceSource> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answers ${response.status}.`);
  const document = await response.text();
  const operations = new Map<string, Offered>();
  for (const { name, definition, contract } of importOpenApi(document, { documentUrl: address }).operations)
    if (definition) operations.set(name, { definition, contract, listed: contract });
  const [first] = operations.values();
  const binding = first?.definition.binding;
  const security = binding?.kind === "http" ? binding.security : [];
  return { kind: "openapi", address, document, security, operations };
}

/** The search for spare parts before its supplier's update. */
function beforeUpdate(listed: JsonObject): JsonObject {
  const schema = isJsonObject(listed.inputSchema) ? listed.inputSchema : {};
  const { context: _, ...properties } = isJsonObject(schema.properties) ? schema.properties : {};
  return { ...listed, description: reviewedSpareParts, inputSchema: { ...schema, properties } };
}

async function readServer(serverUrl: string, token: string): Promise<ServiceSource> {
  const security: readonly SecurityRequirement[] = [{ scheme: "bearer", secretName: "bearer" }];
  const egress = createEgress({ allowPrivate: [new URL(serverUrl).host] });
  const context = { egress, secrets: { bearer: demoCredentials(token).network.token } };
  const tools = await withMcpSession({ serverUrl, security }, context, (session) => session.listTools());
  await egress.close();
  const operations = new Map<string, Offered>();
  for (const listed of tools) {
    const name = String(listed.name);
    const contract = name === changedOperation ? beforeUpdate(listed) : listed;
    const { definition } = readMcpTool(contract, { serverUrl, security }, name);
    if (definition) operations.set(name, { definition, contract, listed });
  }
  return { kind: "mcp", address: serverUrl, document: null, security, operations };
}

/** What the running demo services offer, by the name of the service: four OpenAPI documents, and the network's MCP server. */
export async function readServiceSources(
  servicesUrl: string,
  token: string,
): Promise<ReadonlyMap<string, ServiceSource>> {
  const services = ["tickets", "directory", "expenses", "prices"];
  const read = [
    ...services.map((service) => readDocument(`${servicesUrl}/${service}/openapi.json`)),
    readServer(`${servicesUrl}/network/mcp`, token),
  ];
  const sources = await Promise.all(read);
  return new Map([...services, "network"].flatMap((name, at) => (sources[at] ? [[name, sources[at]]] : [])));
}
