import { AppError } from "#lib/errors.ts";
import { isJsonObject, type JsonObject, member } from "#lib/tools/json-object.ts";
import { unusable } from "#lib/tools/openapi/problem.ts";

const wanted = "Paste an OpenAPI 3.1, 3.0 or 2.0 document in JSON or YAML.";

/** Texts that are something else, by how they begin after comments. */
const otherTexts: readonly [RegExp, string, string][] = [
  [
    /^<[\s\S]{0,2000}?\bdefinitions\b/i,
    "it describes a SOAP service (WSDL).",
    "Put an HTTP interface with JSON before the service.",
  ],
  [
    /^<(?:!doctype html|html|head|body|script)\b/i,
    "it is a web page.",
    "Look on that page for the address that ends in openapi.json or openapi.yaml.",
  ],
  [/^</, "it is XML.", wanted],
  [/^syntax\s*=\s*"proto[23]"/, "it is a protobuf file.", "Let grpc-gateway make an OpenAPI document of it."],
  [/^#%RAML/, "it is a RAML document.", "Convert it to OpenAPI 3 first."],
  [/^FORMAT:\s*1A/, "it is an API Blueprint.", "Convert it to OpenAPI 3 first."],
  [
    /^(?:"""[\s\S]{0,4000}?"""\s*)?(?:type|schema|interface|input|enum|union|scalar|extend|directive)\b[^:\n]{0,200}[{=@]/,
    "it is a GraphQL schema, which has one address and no operations over HTTP of its own.",
    "Describe the queries that people need as an OpenAPI document, or offer an MCP server.",
  ],
];

/** Documents that are something else, by a member that only they have. */
const otherDocuments: readonly [(document: JsonObject) => boolean, string, string, string][] = [
  [
    (document) => document.asyncapi !== undefined,
    "asyncapi",
    "the document describes messages (AsyncAPI), not calls that are answered.",
    "Import the HTTP interface of the service, if it has one.",
  ],
  [
    (document) => member(document.data, "__schema") !== undefined || document.__schema !== undefined,
    "__schema",
    "it is a GraphQL schema, which has one address and no operations over HTTP of its own.",
    "Describe the queries that people need as an OpenAPI document, or offer an MCP server.",
  ],
  [
    (document) => document.kind === "discovery#restDescription",
    "kind",
    "it is a Google discovery document.",
    "Convert it to OpenAPI 3 first.",
  ],
  [
    (document) => /postman/i.test(String(member(document.info, "schema") ?? "")),
    "info › schema",
    "it is a Postman collection.",
    "Let Postman export it as OpenAPI 3.",
  ],
  [
    (document) => document.openrpc !== undefined,
    "openrpc",
    "the document describes JSON-RPC (OpenRPC), not calls over HTTP.",
    wanted,
  ],
  [
    (document) => document.arazzo !== undefined || document.overlay !== undefined,
    "the document",
    "it only speaks about another OpenAPI document.",
    "Import that document.",
  ],
];

/** Refuses a text that is plainly not OpenAPI and says what it is. */
export function refuseOtherText(source: string): void {
  const start = source.slice(0, 10_000);
  if (start.trim() === "") throw unusable([], "it is empty.", wanted);
  const body = start.replace(/^(?:\s|(?:#(?!%RAML)|\/\/).*\n)+/, "");
  const other = otherTexts.find(([pattern]) => pattern.test(body));
  if (other) throw unusable([], other[1], other[2]);
}

export type DocumentVersion = "2.0" | "3.0" | "3.1";

/** Which OpenAPI the document is written in. Throws, naming what it is instead. */
export function versionOf(document: JsonObject): DocumentVersion {
  const { openapi, swagger } = document;
  if (openapi === undefined && String(swagger).startsWith("2")) return "2.0";
  if (openapi === undefined) {
    const other = otherDocuments.find(([is]) => is(document));
    if (other) {
      const [, path, message, mend] = other;
      throw new AppError("invalid-input", `${path}: ${message}`, { fields: [{ path, message }], mend });
    }
    if (swagger !== undefined)
      throw unusable(["swagger"], `"${String(swagger)}" is not read.`, "Convert it to OpenAPI 3 first.");
  }
  // YAML reads 3.0 without quotes as the number 3.
  const [, minor] = /^3(?:\.([012])(?:\.|$)|$)/.exec(String(openapi)) ?? [];
  const isKnown = minor !== undefined || openapi === 3;
  if (isKnown) return minor === undefined || minor === "0" ? "3.0" : "3.1";
  const message = openapi === undefined ? "it is missing." : `"${String(openapi)}" is not read.`;
  throw unusable(["openapi"], message, "Use OpenAPI 3.1, 3.0 or 2.0.");
}

/** The paths of a document; throws, saying what the document holds instead. */
export function pathsOf(document: JsonObject): JsonObject {
  if (isJsonObject(document.paths)) return document.paths;
  if (document.paths === undefined && isJsonObject(document.webhooks)) {
    throw unusable(
      ["paths"],
      "the document holds only webhooks, which the other side calls; there is nothing to call.",
      "Import a document that describes calls.",
    );
  }
  throw unusable(["paths"], "an object with the paths is expected here.");
}
