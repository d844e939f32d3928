import { isMap, isScalar, LineCounter, parseDocument, visit } from "yaml";
import { AppError } from "#lib/errors.ts";
import { storableText } from "#lib/storable.ts";
import { isJsonObject, type JsonObject } from "#lib/tools/json-object.ts";
import { refuseOtherText } from "#lib/tools/openapi/document-version.ts";
import { type Place, type Problem, unusable } from "#lib/tools/openapi/problem.ts";
import { repeatedNames } from "#lib/tools/openapi/repeated-names.ts";

const maxBytes = 5_000_000;
const maxDepth = 100;
const maxValues = 500_000;
/** Most aliases of a YAML text: the reader looks for each among all anchors. */
const maxAliases = 5000;
const tooDeep = `it is nested deeper than ${maxDepth} levels.`;

type Parsed = { readonly root: unknown; readonly hasAliases: boolean };

function badText(place: string, message: string, cause?: unknown): AppError {
  return new AppError("invalid-input", `${place}: ${message}`, {
    fields: [{ path: place, message }],
    mend: "Correct the text there. It must be JSON or YAML.",
    cause,
  });
}

function repeatsTooOften(): AppError {
  return new AppError("invalid-input", "The document repeats parts of itself too often (YAML aliases).", {
    mend: "Write the repeated parts as $ref, or import the document as JSON.",
  });
}

function parseYaml(text: string): Parsed {
  const lineCounter = new LineCounter();
  const placeAt = (offset: number) => {
    const { line, col } = lineCounter.linePos(offset);
    return `Line ${line}, column ${col}`;
  };
  // The reader's own search for repeated names compares each with each.
  const options = { lineCounter, uniqueKeys: false, merge: true, prettyErrors: false } as const;
  const document = parseDocument(text, { ...options, logLevel: "silent" });
  const [error] = document.errors;
  if (error) {
    if (/call stack/i.test(error.message)) throw unusable([], tooDeep, "Import a part of it.");
    throw badText(placeAt(error.pos[0]), error.message, error);
  }
  let aliases = 0;
  visit(document, {
    Alias() {
      aliases += 1;
      if (aliases > maxAliases) throw repeatsTooOften();
    },
    Map(_, map) {
      const seen = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (seen.has(name) && name !== "<<")
          throw badText(placeAt(key.range?.[0] ?? 0), `the name "${name}" stands twice in the same object.`);
        seen.add(name);
      }
    },
  });
  if (document.contents !== null && !isMap(document.contents)) return { root: null, hasAliases: false };
  // What an alias stands for is shared, not copied; how much it amounts to is counted in `check`.
  return { root: document.toJS({ maxAliasCount: -1 }), hasAliases: aliases > 0 };
}

function parseJson(text: string): Parsed {
  try {
    return { root: JSON.parse(text), hasAliases: false };
  } catch (cause) {
    // The YAML reader takes a superset of JSON and names line and column of most mistakes.
    parseYaml(text);
    const detail = cause instanceof Error ? cause.message : "";
    const mend = "Correct the text there.";
    throw new AppError("invalid-input", `The document is not valid JSON: ${detail}`, { mend, cause });
  }
}

/** Refuses what is too large, too deep or no JSON, and takes out characters that cannot be stored. */
function check({ root, hasAliases }: Parsed): void {
  let values = 0;
  const waiting: { value: unknown; place: Place }[] = [{ value: root, place: [] }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, place } = next;
    values += 1;
    if (values > maxValues && hasAliases) throw repeatsTooOften();
    if (values > maxValues)
      throw unusable([], `it holds more than ${maxValues} values.`, "Import a part of it.");
    if (place.length > maxDepth) throw unusable(place.slice(0, 5), tooDeep);
    if (typeof value === "number" && !Number.isFinite(value))
      throw unusable(place, "it is no finite number.");
    if (typeof value !== "object" || value === null) continue;
    if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype)
      throw unusable(place, "it is neither a text nor a number; write it in quotes.");
    for (const [key, inner] of Object.entries(value)) {
      if (key === "__proto__" || storableText(key) !== key)
        throw unusable([...place, key], "this name is not allowed.");
      if (typeof inner === "string") Object.assign(value, { [key]: storableText(inner) });
      waiting.push({ value: inner, place: [...place, key] });
    }
  }
}

/**
 * Reads JSON or YAML text into an object of bounded size. Throws `invalid-input` naming the place. What JSON lets pass,
 * though part of it is lost, is a problem.
 */
export function readDocument(text: string, problems: Problem[] = []): JsonObject {
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > maxBytes) {
    throw new AppError("too-large", "The document is larger than 5 MB.", { mend: "Import a part of it." });
  }
  const source = text.replace(/^\uFEFF/, "");
  refuseOtherText(source);
  const isJson = /^\s*[{[]/.test(source);
  const parsed = isJson ? parseJson(source) : parseYaml(source);
  const { root } = parsed;
  if (!isJsonObject(root)) {
    throw unusable([], "it is not an object.", "Paste an OpenAPI 3.0 or 3.1 document in JSON or YAML.");
  }
  check(parsed);
  if (isJson) problems.push(...repeatedNames(source));
  return root;
}
