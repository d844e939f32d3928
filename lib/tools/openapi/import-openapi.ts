import { canonicalJson } from "#lib/canonical-json.ts";
import type { HttpBinding, OperationAnnotations, OperationDefinition } from "#lib/catalog/operation.ts";
import { AppError } from "#lib/errors.ts";
import { isJsonObject } from "#lib/tools/json-object.ts";
import { convertSwagger } from "#lib/tools/openapi/convert-swagger.ts";
import { createContracts, type OperationContract } from "#lib/tools/openapi/create-contracts.ts";
import { versionOf } from "#lib/tools/openapi/document-version.ts";
import { findOperations, nameAll } from "#lib/tools/openapi/find-operations.ts";
import {
  annotationsOf,
  type DocumentContext,
  type FoundOperation,
  importOperation,
  maxTitleLength,
} from "#lib/tools/openapi/import-operation.ts";
import { type ImportedSecurityScheme, importSecuritySchemes } from "#lib/tools/openapi/import-security.ts";
import { type ImportedServer, importServers } from "#lib/tools/openapi/import-servers.ts";
import { type Problem, problemOf, unusable } from "#lib/tools/openapi/problem.ts";
import { readDocument } from "#lib/tools/openapi/read-document.ts";
import { sha256 } from "#lib/tools/openapi/sha256.ts";
import { shortText } from "#lib/tools/openapi/short-text.ts";
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

const maxOperations = 20_000;

const text = (value: unknown) => (typeof value === "string" ? value.trim() : "");

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
  const tags = Array.isArray(operation.tags) ? operation.tags : [];
  return {
    name,
    title: shortText(summary || titleFromName(name) || name, maxTitleLength),
    method,
    path,
    operationId: text(operation.operationId),
    summary,
    description: text(operation.description),
    tags: tags.filter((tag) => typeof tag === "string"),
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
 * Reads an OpenAPI 3.0, 3.1 or 2.0 document (JSON or YAML text, at most 5 MB) into operation definitions. Nothing
 * is fetched. A document that cannot be read throws `invalid-input` or `too-large` naming the place; what is
 * wrong with one operation stands beside it and leaves the others usable.
 */
export function importOpenApi(source: string, options: ImportOptions = {}): ImportedDocument {
  const problems: Problem[] = [];
  const written = readDocument(source, problems);
  const version = versionOf(written);
  if (version === "2.0") {
    const message = "version 2 was converted; places are those of the same document in version 3.";
    problems.push({ place: "swagger", message });
  }
  const document = version === "2.0" ? convertSwagger(written) : written;
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
  const replacement = options.serverUrl?.replace(/\/+$/, "");
  if (replacement !== undefined && !/^https?:$/.test(URL.parse(replacement)?.protocol ?? ""))
    throw unusable(["servers"], "the address of the server is no web address.", "Begin it with https://.");
  // Without servers everything is relative to where the document came from.
  const general =
    Array.isArray(document.servers) && document.servers.length > 0 ? document.servers : [{ url: "/" }];
  const servers = importServers(general, options.documentUrl);
  const schemes = importSecuritySchemes(document, problems);
  const context = {
    document,
    is30: version !== "3.1",
    schemes,
    serverFor: ({ operation, pathItem }: FoundOperation) =>
      replacement ??
      [operation.servers, pathItem.servers, general]
        .map((list) => importServers(list, options.documentUrl))
        .find((list) => list.length > 0)
        ?.find((server) => server.url)?.url,
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
