import { canonicalJson } from "#lib/canonical-json.ts";
import type { HttpBinding, OperationAnnotations, OperationDefinition } from "#lib/catalog/operation.ts";
import { AppError, isAppError } from "#lib/errors.ts";
import { isJsonObject, type JsonObject } from "#lib/tools/json-object.ts";
import { createContracts, type OperationContract } from "#lib/tools/openapi/create-contracts.ts";
import {
  annotationsOf,
  type DocumentContext,
  type FoundOperation,
  importOperation,
  nameOf,
} from "#lib/tools/openapi/import-operation.ts";
import { type ImportedSecurityScheme, importSecuritySchemes } from "#lib/tools/openapi/import-security.ts";
import { type ImportedServer, importServers } from "#lib/tools/openapi/import-servers.ts";
import { formatPlace, type Place, type Problem, unusable } from "#lib/tools/openapi/problem.ts";
import { readDocument } from "#lib/tools/openapi/read-document.ts";
import { dereference } from "#lib/tools/openapi/references.ts";
import { sha256 } from "#lib/tools/openapi/sha256.ts";
import { titleFromName } from "#lib/tools/title-from-name.ts";

/**
 * One operation of the document. The members of the first group are read with the document; each of the second group is
 * worked out when it is first asked for, and kept, so that a list of thousands of operations costs little.
 */
export type ImportedOperation = {
  /** The document's operationId as a legal name, or one made of method and path; unique in the document. */
  readonly name: string;
  readonly title: string;
  readonly method: HttpBinding["method"];
  readonly path: string;
  /** As the document writes them; empty texts where it says nothing. */
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly deprecated: boolean;
  readonly annotations: OperationAnnotations;

  /** What the catalog keeps; undefined when the operation cannot be used, and then a problem says why. */
  readonly definition: OperationDefinition | undefined;
  readonly problems: readonly Problem[];
  /** What the other side promises, in its own words and of bounded size. Method and path tell which one it is. */
  readonly contract: OperationContract;
  /** SHA-256 of the contract's canonical JSON; the same as `hashJson(contract)` of lib/canonical-hash.ts. */
  readonly hash: string;
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
const maxOperations = 20_000;

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
  const counts = new Map<string, number>();
  for (const found of operations) {
    const wanted = nameOf(found);
    let name = wanted;
    for (let count = counts.get(wanted) ?? 2; taken.has(name); count += 1) {
      name = `${wanted.slice(0, 63 - String(count).length)}_${count}`;
      counts.set(wanted, count + 1);
    }
    taken.add(name);
    names.set(found, name);
  }
  return names;
}

/** A value that is worked out when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function listOperation(
  context: DocumentContext,
  found: FoundOperation,
  name: string,
  contractOf: ReturnType<typeof createContracts>,
): ImportedOperation {
  const { operation, method, path } = found;
  const read = once(() => {
    const problems: Problem[] = [];
    try {
      return { definition: importOperation(context, found, name, problems), problems };
    } catch (failure) {
      return { definition: undefined, problems: [...problems, problemOf(failure, found.place)] };
    }
  });
  const contract = once(() => contractOf(method, path) ?? {});
  const hash = once(() => sha256(canonicalJson(contract())));
  const summary = text(operation.summary);
  return {
    name,
    title: summary || titleFromName(name),
    method,
    path,
    operationId: text(operation.operationId),
    summary,
    description: text(operation.description),
    tags: (Array.isArray(operation.tags) ? operation.tags : []).filter((tag) => typeof tag === "string"),
    deprecated: operation.deprecated === true,
    annotations: annotationsOf(found),
    get definition() {
      return read().definition;
    },
    get problems() {
      return read().problems;
    },
    get contract() {
      return contract();
    },
    get hash() {
      return hash();
    },
  };
}

/**
 * Reads an OpenAPI 3.0 or 3.1 document (JSON or YAML text, at most 5 MB) into operation definitions. Nothing
 * is fetched. A document that cannot be read throws `invalid-input` or `too-large` naming the place; what is
 * wrong with one operation stands beside it and leaves the others usable.
 */
export function importOpenApi(source: string, options: ImportOptions = {}): ImportedDocument {
  const problems: Problem[] = [];
  const document = readDocument(source, problems);
  const { is30 } = versionOf(document);
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
  const contractOf = createContracts(document);
  const selected = options.select && new Set(options.select);
  const operations = [...nameAll(found)]
    .filter(([, name]) => !selected || selected.has(name))
    .map(([one, name]) => listOperation(context, one, name, contractOf));
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
