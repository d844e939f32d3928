import { LineCounter, parseDocument } from "yaml";
import { AppError } from "#lib/errors.ts";
import { isJsonObject, type JsonObject } from "#lib/tools/json-object.ts";
import { type Place, unusable } from "#lib/tools/openapi/problem.ts";

const maxBytes = 5_000_000;
const maxDepth = 100;
const maxValues = 500_000;
/** How often aliases may repeat what they stand for, in values, before the document counts as a bomb. */
const maxAliasCount = 100;

function parseYaml(text: string): unknown {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false, logLevel: "silent" });
  const [error] = document.errors;
  if (error) {
    const { line, col } = lineCounter.linePos(error.pos[0]);
    throw new AppError("invalid-input", `Line ${line}, column ${col}: ${error.message}`, {
      mend: "Correct the text there. It must be JSON or YAML.",
      cause: error,
    });
  }
  try {
    return document.toJS({ maxAliasCount });
  } catch (cause) {
    throw new AppError("invalid-input", "The document repeats parts of itself too often (YAML aliases).", {
      mend: "Write the repeated parts as $ref, or import the document as JSON.",
      cause,
    });
  }
}

function parse(text: string): unknown {
  if (!/^\s*[{[]/.test(text)) return parseYaml(text);
  try {
    return JSON.parse(text);
  } catch (cause) {
    // The YAML reader takes a superset of JSON and names line and column of most mistakes.
    parseYaml(text);
    const detail = cause instanceof Error ? cause.message : "";
    const mend = "Correct the text there.";
    throw new AppError("invalid-input", `The document is not valid JSON: ${detail}`, { mend, cause });
  }
}

function check(root: unknown): void {
  let values = 0;
  const waiting: { value: unknown; place: Place }[] = [{ value: root, place: [] }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, place } = next;
    values += 1;
    if (values > maxValues)
      throw unusable([], `it holds more than ${maxValues} values.`, "Import a part of it.");
    if (place.length > maxDepth)
      throw unusable(place.slice(0, 5), `it is nested deeper than ${maxDepth} levels.`);
    if (typeof value !== "object" || value === null) continue;
    for (const [key, inner] of Object.entries(value)) {
      if (key === "__proto__") throw unusable([...place, key], "this name is not allowed.");
      waiting.push({ value: inner, place: [...place, key] });
    }
  }
}

/** Reads JSON or YAML text into an object of bounded size. Throws `invalid-input` naming the place. */
export function readDocument(text: string): JsonObject {
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > maxBytes) {
    throw new AppError("too-large", "The document is larger than 5 MB.", { mend: "Import a part of it." });
  }
  const root = parse(text.replace(/^\uFEFF/, ""));
  if (!isJsonObject(root)) {
    throw unusable([], "it is not an object.", "Paste an OpenAPI 3.0 or 3.1 document in JSON or YAML.");
  }
  check(root);
  return root;
}
