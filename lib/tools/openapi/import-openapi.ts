import type { HttpBinding, OperationDefinition } from "#lib/catalog/operation.ts";
import { AppError, isAppError } from "#lib/errors.ts";
import { isJsonObject, type JsonObject } from "#lib/tools/json-object.ts";
import { type FoundOperation, importOperation, nameOf } from "#lib/tools/openapi/import-operation.ts";
import { type ImportedSecurityScheme, importSecuritySchemes } from "#lib/tools/openapi/import-security.ts";
import { type ImportedServer, importServers } from "#lib/tools/openapi/import-servers.ts";
import { formatPlace, type Place, type Problem, unusable } from "#lib/tools/openapi/problem.ts";
import { readDocument } from "#lib/tools/openapi/read-document.ts";
import { dereference } from "#lib/tools/openapi/references.ts";
import { titleFromName } from "#lib/tools/title-from-name.ts";

/** One operation of the document. Without a `definition` it cannot be used, and a problem says why. */
export type ImportedOperation = {
  readonly name: string;
  readonly title: string;
  readonly method: string;
  readonly path: string;
  readonly definition: OperationDefinition | undefined;
  readonly problems: readonly Problem[];
};

export type ImportedDocument = {
  readonly title: string;
  readonly version: string;
  readonly description: string;
  readonly servers: readonly ImportedServer[];
  readonly securitySchemes: readonly ImportedSecurityScheme[];
  readonly operations: readonly ImportedOperation[];
  readonly problems: readonly Problem[];
};

export type ImportOptions = {
  /** Replaces every server of the document. */
  readonly serverUrl?: string;
  /** Where the document came from; completes relative servers. */
  readonly documentUrl?: string;
  /** Names of the operations to import; all unless given. */
  readonly select?: readonly string[];
};

const methods: readonly HttpBinding["method"][] = [
  "GET",
  "PUT",
  "POST",
  "DELETE",
  "OPTIONS",
  "HEAD",
  "PATCH",
];
const maxOperations = 500;

function versionOf(document: JsonObject): { is30: boolean } {
  const { openapi, swagger } = document;
  if (swagger !== undefined) {
    throw unusable(["swagger"], "version 2 is not read.", "Convert the document to OpenAPI 3 first.");
  }
  if (typeof openapi !== "string" || !/^3\.[012]\.\d+/.test(openapi)) {
    const message = openapi === undefined ? "it is missing." : `"${String(openapi)}" is not read.`;
    throw unusable(["openapi"], message, "Use OpenAPI 3.0 or 3.1.");
  }
  return { is30: openapi.startsWith("3.0") };
}

function problemOf(failure: unknown, place: Place): Problem {
  if (!isAppError(failure)) throw failure;
  const [field] = failure.fields;
  return { place: field?.path || formatPlace(place), message: field?.message ?? failure.message };
}

function findOperations(document: JsonObject, problems: Problem[]): FoundOperation[] {
  if (!isJsonObject(document.paths)) throw unusable(["paths"], "an object with the paths is expected here.");
  const found: FoundOperation[] = [];
  for (const [path, entry] of Object.entries(document.paths)) {
    if (path.startsWith("x-")) continue;
    const place = ["paths", path];
    try {
      if (!path.startsWith("/")) throw unusable(place, "a path begins with /.");
      const { value: pathItem, place: pathItemPlace } = dereference(document, entry, place);
      for (const method of methods) {
        const operation = pathItem[method.toLowerCase()];
        const operationPlace = [...pathItemPlace, method.toLowerCase()];
        if (operation === undefined) continue;
        if (isJsonObject(operation)) {
          found.push({ method, path, place: operationPlace, pathItem, pathItemPlace, operation });
        } else {
          problems.push({ place: formatPlace(operationPlace), message: "an object is expected here." });
        }
      }
    } catch (failure) {
      problems.push(problemOf(failure, place));
    }
  }
  return found;
}

const text = (value: unknown) => (typeof value === "string" ? value.trim() : "");

/** The name under which each operation is listed, in the order of the document. */
function nameAll(operations: readonly FoundOperation[]): Map<FoundOperation, string> {
  const names = new Map<FoundOperation, string>();
  const taken = new Set<string>();
  for (const found of operations) {
    const wanted = nameOf(found);
    let name = wanted;
    for (let i = 2; taken.has(name); i += 1) name = `${wanted.slice(0, 60)}_${i}`;
    taken.add(name);
    names.set(found, name);
  }
  return names;
}

/**
 * Reads an OpenAPI 3.0 or 3.1 document (JSON or YAML text, at most 5 MB) into operation definitions. Nothing
 * is fetched. A document that cannot be read throws `invalid-input` or `too-large` naming the place; what is
 * wrong with one operation stands beside it and leaves the others usable.
 */
export function importOpenApi(source: string, options: ImportOptions = {}): ImportedDocument {
  const document = readDocument(source);
  const { is30 } = versionOf(document);
  const problems: Problem[] = [];
  const found = findOperations(document, problems);
  if (found.length > maxOperations) {
    throw new AppError(
      "too-large",
      `The document has ${found.length} operations, more than ${maxOperations}.`,
      {
        mend: "Split it by subject and import one tool for each.",
      },
    );
  }
  const servers = importServers(document.servers, options.documentUrl);
  const schemes = importSecuritySchemes(document, problems);
  const context = {
    document,
    is30,
    schemes,
    serverFor: ({ operation, pathItem }: FoundOperation) =>
      options.serverUrl?.replace(/\/+$/, "") ??
      [operation.servers, pathItem.servers]
        .flatMap((list) => importServers(list, options.documentUrl))
        .concat(servers)
        .find((server) => server.url)?.url,
  };
  const info = isJsonObject(document.info) ? document.info : {};
  const operations: ImportedOperation[] = [];
  for (const [one, name] of nameAll(found)) {
    if (options.select && !options.select.includes(name)) continue;
    const own: Problem[] = [];
    let definition: OperationDefinition | undefined;
    try {
      definition = importOperation(context, one, name, own);
    } catch (failure) {
      own.push(problemOf(failure, one.place));
    }
    const title = text(one.operation.summary) || titleFromName(name);
    operations.push({ name, title, method: one.method, path: one.path, definition, problems: own });
  }
  if (found.length === 0) problems.push({ place: "paths", message: "it holds no operation." });
  return {
    title: text(info.title) || "Untitled",
    version: text(info.version),
    description: text(info.description),
    servers,
    securitySchemes: schemes,
    operations,
    problems,
  };
}
