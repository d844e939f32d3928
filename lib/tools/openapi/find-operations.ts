import type { HttpBinding } from "#lib/catalog/operation.ts";
import { isJsonObject, type JsonObject } from "#lib/tools/json-object.ts";
import { pathsOf } from "#lib/tools/openapi/document-version.ts";
import { type FoundOperation, nameOf } from "#lib/tools/openapi/import-operation.ts";
import { formatPlace, type Problem, problemOf, unusable } from "#lib/tools/openapi/problem.ts";
import { dereference } from "#lib/tools/openapi/references.ts";

const methods: readonly HttpBinding["method"][] = [
  "GET",
  "PUT",
  "POST",
  "DELETE",
  "OPTIONS",
  "HEAD",
  "PATCH",
];
const otherMembers: ReadonlySet<string> = new Set([
  "$ref",
  "summary",
  "description",
  "servers",
  "parameters",
]);

function reportStrangers(pathItem: JsonObject, path: string, problems: Problem[]): void {
  for (const name of Object.keys(pathItem)) {
    const isMethod = methods.some((method) => method.toLowerCase() === name);
    if (isMethod || otherMembers.has(name) || name.startsWith("x-")) continue;
    const isWrittenLarge = methods.some((method) => method === name.toUpperCase());
    const message = isWrittenLarge
      ? "it was left out, because methods are written in small letters."
      : "it was left out, because it is not a method that can be called from here.";
    problems.push({ place: formatPlace(["paths", path, name]), message });
  }
}

/** All operations that stand under `paths`, in their order. What is left out is among the problems. */
export function findOperations(document: JsonObject, problems: Problem[]): FoundOperation[] {
  const found: FoundOperation[] = [];
  for (const [path, entry] of Object.entries(pathsOf(document))) {
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
      reportStrangers(pathItem, path, problems);
    } catch (failure) {
      problems.push(problemOf(failure, place));
    }
  }
  return found;
}

/** The name under which each operation is listed, in the order of the document. */
export function nameAll(operations: readonly FoundOperation[]): Map<FoundOperation, string> {
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
