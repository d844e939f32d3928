import { isJsonObject, type JsonObject } from "#lib/tools/json-object.ts";
import { fillServer, type ServerVariable, serverVariables } from "#lib/tools/openapi/server-variables.ts";

/** A server of the document with its variables filled in; `url` is missing when it is not complete. */
export type ImportedServer = {
  readonly url: string | undefined;
  readonly written: string;
  /** The whole address with its variables as marks; null when there are none, or when it cannot be completed. */
  readonly template: string | null;
  readonly description: string;
  readonly variables: readonly ServerVariable[];
};

function wholeTemplate(written: string, documentUrl: string | undefined): string | null {
  if (written.includes("://")) return written;
  const href = URL.parse(written, documentUrl)?.href;
  // Marks are no letters of an address, so completing it encodes them.
  return href?.replaceAll(/%7B/gi, "{").replaceAll(/%7D/gi, "}") ?? null;
}

function readServer(entry: JsonObject, documentUrl: string | undefined): ImportedServer {
  const written = typeof entry.url === "string" ? entry.url : "/";
  const variables = serverVariables(written, entry.variables);
  const standards = Object.fromEntries(
    variables.flatMap(({ name, standard }) => (standard === null ? [] : [[name, standard]])),
  );
  const filled = fillServer(written, standards);
  const url = filled.includes("{") ? null : URL.parse(filled, documentUrl);
  const isWeb = (url?.protocol === "https:" || url?.protocol === "http:") && !url.username && !url.password;
  return {
    url: url && isWeb ? url.href.replace(/\/+$/, "") : undefined,
    written,
    template: variables.length === 0 ? null : wholeTemplate(written, documentUrl),
    description: typeof entry.description === "string" ? entry.description : "",
    variables,
  };
}

/** The servers of a document, a path or an operation. Relative ones are completed by `documentUrl`. */
export function importServers(servers: unknown, documentUrl: string | undefined): ImportedServer[] {
  return (Array.isArray(servers) ? servers : [])
    .filter(isJsonObject)
    .map((entry) => readServer(entry, documentUrl));
}
