import { isJsonObject, type JsonObject } from "#lib/tools/json-object.ts";

/** A server of the document with its variables filled in; `url` is missing when it is not complete. */
export type ImportedServer = {
  readonly url: string | undefined;
  readonly written: string;
  readonly description: string;
};

function readServer(entry: JsonObject, documentUrl: string | undefined): ImportedServer {
  const written = typeof entry.url === "string" ? entry.url : "/";
  const variables = isJsonObject(entry.variables) ? entry.variables : {};
  const filled = written.replace(/\{([^}]+)\}/g, (mark, name: string) => {
    const variable = Object.hasOwn(variables, name) ? variables[name] : undefined;
    const standard = isJsonObject(variable) ? variable.default : undefined;
    return typeof standard === "string" || typeof standard === "number" ? String(standard) : mark;
  });
  const url = filled.includes("{") ? null : URL.parse(filled, documentUrl);
  const isWeb = (url?.protocol === "https:" || url?.protocol === "http:") && !url.username && !url.password;
  return {
    url: url && isWeb ? url.href.replace(/\/+$/, "") : undefined,
    written,
    description: typeof entry.description === "string" ? entry.description : "",
  };
}

/** The servers of a document, a path or an operation. Relative ones are completed by `documentUrl`. */
export function importServers(servers: unknown, documentUrl: string | undefined): ImportedServer[] {
  return (Array.isArray(servers) ? servers : [])
    .filter(isJsonObject)
    .map((entry) => readServer(entry, documentUrl));
}
