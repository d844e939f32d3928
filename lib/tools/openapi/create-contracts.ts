import { canonicalJson } from "#lib/canonical-json.ts";
import type { HttpBinding } from "#lib/catalog/operation.ts";
import { isJsonObject, type JsonObject, member, parsePointer, valueAt } from "#lib/tools/json-object.ts";
import { contractPart } from "#lib/tools/openapi/contract-parts.ts";
import { dereference } from "#lib/tools/openapi/references.ts";
import { sha256 } from "#lib/tools/openapi/sha256.ts";

/**
 * What one operation promises, word for word, as an OpenAPI document of its own that `importOpenApi` reads: server,
 * operation with its result, and the parts that it refers to at their own places. Of a part that is too long to keep,
 * only the hash stands in it.
 */
export type OperationContract = JsonObject;

/** As in `importOperation`: the first of these describes the result. */
const successCodes = ["200", "201", "202", "203", "2XX", "default"];
/** Most characters of one member of the operation, and of all that it refers to together. */
const maxLength = 60_000;

type Part = {
  readonly value: unknown;
  readonly references: ReadonlySet<string>;
  readonly length: number;
  readonly hash: () => string;
};

function stepsOf(reference: string): string[] {
  const steps = reference.startsWith("#/") ? (parsePointer(reference) ?? []) : [];
  try {
    return steps.map(decodeURIComponent);
  } catch {
    return steps;
  }
}

function put(target: JsonObject, steps: readonly string[], value: unknown): void {
  let at = target;
  for (const step of steps.slice(0, -1)) {
    const inner = member(at, step);
    const next = isJsonObject(inner) ? inner : {};
    at[step] = next;
    at = next;
  }
  const last = steps.at(-1);
  if (last !== undefined && !Object.hasOwn(at, last)) at[last] = value;
}

function schemesOf(document: JsonObject, security: unknown): JsonObject {
  const known = valueAt(document, ["components", "securitySchemes"]);
  const names = (Array.isArray(security) ? security : []).flatMap((one) => Object.keys(Object(one)));
  return Object.fromEntries(
    [...new Set(names)].flatMap((name) => {
      const scheme = member(known, name);
      return scheme === undefined ? [] : [[name, contractPart(scheme, new Set())]];
    }),
  );
}

/** A member that is too long is known by its hash, so that no change of it goes unseen. */
function bounded(value: unknown): unknown {
  const text = canonicalJson(value);
  return text.length > maxLength ? { "x-too-long": sha256(text) } : value;
}

/** Makes the contracts of one document. What many operations refer to is read once. */
export function createContracts(
  document: JsonObject,
): (method: HttpBinding["method"], path: string) => OperationContract | undefined {
  const parts = new Map<string, Part>();

  function partAt(steps: readonly string[], place: string): Part {
    const known = parts.get(place);
    if (known) return known;
    const references = new Set<string>();
    const value = contractPart(valueAt(document, steps), references);
    const text = canonicalJson(value);
    let made: string | undefined;
    const hash = () => {
      made ??= sha256(text);
      return made;
    };
    const part = { value, references, length: text.length, hash };
    parts.set(place, part);
    return part;
  }

  /** Adds what the operation refers to, nearest first and by name, so that the document's order does not matter. */
  function addParts(target: JsonObject, first: ReadonlySet<string>): void {
    const seen = new Set<string>();
    const further: [string, string][] = [];
    let room = maxLength;
    for (let level = [...first].sort(); level.length > 0; ) {
      const next = new Set<string>();
      for (const reference of level) {
        const all = stepsOf(reference);
        const steps = all[0] === "components" ? all.slice(0, 3) : all;
        const place = JSON.stringify(steps);
        if (seen.has(place) || steps.length === 0 || valueAt(document, steps) === undefined) continue;
        seen.add(place);
        const part = partAt(steps, place);
        room -= part.length;
        if (room >= 0) put(target, steps, part.value);
        else further.push([place, part.hash()]);
        for (const inner of part.references) next.add(inner);
      }
      level = [...next].sort();
    }
    if (further.length > 0) target["x-further-parts"] = sha256(canonicalJson(Object.fromEntries(further)));
  }

  return (method, path) => {
    const entry = member(document.paths, path);
    if (entry === undefined) return undefined;
    const { value: pathItem } = dereference(document, entry, ["paths", path]);
    const found = member(pathItem, method.toLowerCase());
    if (!isJsonObject(found)) return undefined;
    const responses = isJsonObject(found.responses) ? found.responses : {};
    const code = successCodes.find((known) => Object.hasOwn(responses, known));
    const security = found.security ?? document.security;
    const servers = found.servers ?? pathItem.servers ?? document.servers;
    const references = new Set<string>();
    const keep = (value: unknown) => bounded(contractPart(value, references));
    const members = Object.entries(contractPart({ ...found, responses: undefined }, new Set()) as JsonObject);
    const operation = {
      ...Object.fromEntries(members.map(([name]) => [name, keep(found[name])])),
      ...(code === undefined ? {} : { responses: { [code]: keep(responses[code]) } }),
      ...(security === undefined ? {} : { security }),
    };
    const schemes = schemesOf(document, security);
    const contract: JsonObject = {
      openapi: String(document.openapi).startsWith("3.0") ? "3.0.0" : "3.1.0",
      info: { title: "One operation", version: "1" },
      ...(servers === undefined ? {} : { servers: keep(servers) }),
      paths: {
        [path]: {
          ...(pathItem.parameters === undefined ? {} : { parameters: keep(pathItem.parameters) }),
          [method.toLowerCase()]: operation,
        },
      },
      ...(Object.keys(schemes).length > 0 ? { components: { securitySchemes: schemes } } : {}),
    };
    addParts(contract, references);
    return contract;
  };
}
