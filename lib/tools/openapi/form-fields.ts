import { isAppError } from "#lib/errors.ts";
import { isJsonObject, type JsonObject, member } from "#lib/tools/json-object.ts";
import { formatPlace, type Place, type Problem, unusable } from "#lib/tools/openapi/problem.ts";
import { dereference } from "#lib/tools/openapi/references.ts";

function followed(document: JsonObject, schema: unknown): JsonObject {
  try {
    return isJsonObject(schema) ? dereference(document, schema, []).value : {};
  } catch (failure) {
    if (isAppError(failure)) return {};
    throw failure;
  }
}

/** Whether a field of a form holds a file, or a list of them, rather than a text. */
function isFile(document: JsonObject, written: unknown): boolean {
  const schema = followed(document, written);
  if (schema.type === "array") return isFile(document, schema.items);
  if (schema.format === "binary") return true;
  return schema.contentMediaType !== undefined && schema.contentEncoding === undefined;
}

/**
 * A form's schema without its files, which cannot be sent: one that is required makes the operation unusable, another
 * is left out and named.
 */
export function withoutFiles(
  document: JsonObject,
  schema: JsonObject,
  place: Place,
  problems: Problem[],
): JsonObject {
  const properties = Object.entries(isJsonObject(schema.properties) ? schema.properties : {});
  const files = properties.filter(([, inner]) => isFile(document, inner)).map(([name]) => name);
  if (files.length === 0) return schema;
  const needed = Array.isArray(schema.required) ? schema.required : [];
  const required = files.find((name) => needed.includes(name));
  if (required !== undefined) {
    const mend = "Offer another way, such as the text of the file in JSON or its address.";
    throw unusable(
      [...place, "properties", required],
      "a file is required here, and files cannot be sent.",
      mend,
    );
  }
  for (const name of files) {
    const message = "files cannot be sent; the field was left out.";
    problems.push({ place: formatPlace([...place, "properties", name]), message });
  }
  const kept = properties.filter(([name]) => !files.includes(name));
  return { ...schema, properties: Object.fromEntries(kept) };
}

/** The name of a form's field as `writeForm` reads it: `name[*]` for one whose members are written each by itself. */
export function formFieldName(name: string, encoding: unknown, place: Place, problems: Problem[]): string {
  const own = member(encoding, name);
  const style = member(own, "style");
  if (style === "deepObject") return `${name}[*]`;
  const isJoined =
    style === "spaceDelimited" || style === "pipeDelimited" || member(own, "explode") === false;
  if (isJoined) {
    const message = "lists of this field are sent one value at a time, not joined.";
    problems.push({ place: formatPlace([...place, "encoding", name]), message });
  }
  return name;
}
