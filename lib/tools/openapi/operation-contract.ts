import type { HttpBinding } from "#lib/catalog/operation.ts";
import { isJsonObject, type JsonObject, member, parsePointer, valueAt } from "#lib/tools/json-object.ts";
import { dereference } from "#lib/tools/openapi/references.ts";

/** Of an operation, what neither a caller nor a model relies on: a new tag needs no review. */
const asides = new Set(["tags", "externalDocs", "callbacks", "responses"]);
const isOwnNote = (name: string) => name.startsWith("x-") && !name.startsWith("x-weft-");
/** As in `importOperation`: the first of these describes the result. */
const successCodes = ["200", "201", "202", "203", "2XX", "default"];
const mostReferences = 2000;

function withoutAsides(operation: JsonObject): JsonObject {
  const kept = Object.entries(operation).filter(([name]) => !asides.has(name) && !isOwnNote(name));
  const responses = isJsonObject(operation.responses) ? operation.responses : {};
  const code = successCodes.find((known) => Object.hasOwn(responses, known));
  return { ...Object.fromEntries(kept), responses: code ? { [code]: responses[code] } : {} };
}

function stepsOf(reference: unknown): string[] | undefined {
  if (typeof reference !== "string" || !reference.startsWith("#/")) return undefined;
  try {
    return parsePointer(reference)?.map(decodeURIComponent);
  } catch {
    return parsePointer(reference);
  }
}

/** Every `$ref` and `mapping` of a discriminator leads to a part that belongs to the operation. */
function referencesIn(value: unknown, found: Set<string>): void {
  const waiting: unknown[] = [value];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === "string" && next.startsWith("#/")) found.add(next);
    else if (typeof next === "object" && next !== null) waiting.push(...Object.values(next));
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
  if (last !== undefined) at[last] = value;
}

/** The parts that an operation refers to, at their own places, so that the references go on leading there. */
function componentsOf(document: JsonObject, operation: unknown): JsonObject {
  const taken: JsonObject = {};
  const seen = new Set<string>();
  let waiting: unknown[] = [operation];
  while (waiting.length > 0 && seen.size < mostReferences) {
    const found = new Set<string>();
    for (const value of waiting) referencesIn(value, found);
    waiting = [];
    for (const reference of found) {
      if (seen.has(reference)) continue;
      seen.add(reference);
      const steps = stepsOf(reference);
      if (steps?.[0] !== "components" || steps.length < 3) continue;
      const value = valueAt(document, steps.slice(0, 3));
      if (value === undefined) continue;
      put(taken, steps.slice(1, 3), value);
      waiting.push(value);
    }
  }
  return taken;
}

function schemesOf(document: JsonObject, security: unknown): JsonObject {
  const known = valueAt(document, ["components", "securitySchemes"]);
  const names = (Array.isArray(security) ? security : []).flatMap((one) =>
    isJsonObject(one) ? Object.keys(one) : [],
  );
  return Object.fromEntries(
    [...new Set(names)].flatMap((name) => {
      const scheme = member(known, name);
      return scheme === undefined ? [] : [[name, scheme]];
    }),
  );
}

/**
 * What one operation of an OpenAPI document promises, word for word, as a document of its own that holds nothing else:
 * server, operation with its result, and the parts that it refers to. Two hashes of it are equal when nothing that a
 * caller or a model relies on differs. Undefined when the document has no such operation. `importOpenApi` reads it.
 */
export function operationContract(
  document: JsonObject,
  method: HttpBinding["method"],
  path: string,
): JsonObject | undefined {
  const entry = member(document.paths, path);
  if (entry === undefined) return undefined;
  const { value: pathItem } = dereference(document, entry, ["paths", path]);
  const found = member(pathItem, method.toLowerCase());
  if (!isJsonObject(found)) return undefined;
  const security = found.security ?? document.security;
  const operation: JsonObject = {
    ...withoutAsides(found),
    ...(security === undefined ? {} : { security }),
  };
  const { parameters } = pathItem;
  const item = { ...(parameters === undefined ? {} : { parameters }), [method.toLowerCase()]: operation };
  const servers = found.servers ?? pathItem.servers ?? document.servers;
  const schemes = schemesOf(document, security);
  const components = {
    ...componentsOf(document, item),
    ...(Object.keys(schemes).length > 0 ? { securitySchemes: schemes } : {}),
  };
  return {
    openapi: String(document.openapi).startsWith("3.0") ? "3.0.0" : "3.1.0",
    info: { title: "One operation", version: "1" },
    ...(servers === undefined ? {} : { servers }),
    paths: { [path]: item },
    ...(Object.keys(components).length > 0 ? { components } : {}),
  };
}
