import type { HttpBody } from "#lib/catalog/operation.ts";
import { isJsonObject, type JsonObject, member } from "#lib/tools/json-object.ts";
import type { SchemaConverter } from "#lib/tools/openapi/convert-schema.ts";
import { described, exampleOf, type InputProperty } from "#lib/tools/openapi/import-parameters.ts";
import { formatPlace, type Place, type Problem, unusable } from "#lib/tools/openapi/problem.ts";
import { dereference } from "#lib/tools/openapi/references.ts";

const mediaTypes = [
  /^application\/json\b/,
  /^application\/[^;]+\+json\b/,
  /^(\*\/\*|application\/\*)$/,
  /^application\/x-www-form-urlencoded\b/,
  /^text\/plain\b/,
];

/** The media type to use among those that an operation offers. */
export function pickMediaType(content: unknown): { name: string; media: unknown } | undefined {
  const offered = Object.entries(isJsonObject(content) ? content : {});
  for (const pattern of mediaTypes) {
    const found = offered.find(([name]) => pattern.test(name.toLowerCase()));
    if (found) return { name: found[0].includes("*") ? "application/json" : found[0], media: found[1] };
  }
  return undefined;
}

/** Keywords that speak about the object as a whole, so that its members cannot stand by themselves. */
const wholeKeywords = [
  "allOf",
  "anyOf",
  "oneOf",
  "not",
  "if",
  "patternProperties",
  "propertyNames",
  "minProperties",
  "maxProperties",
  "dependentRequired",
  "dependentSchemas",
  "unevaluatedProperties",
];

function canSpread(schema: JsonObject, isBodyRequired: boolean): boolean {
  const required = Array.isArray(schema.required) ? schema.required : [];
  return (
    (schema.type === "object" || schema.type === undefined) &&
    isJsonObject(schema.properties) &&
    Object.keys(schema.properties).length > 0 &&
    (schema.additionalProperties === undefined || schema.additionalProperties === false) &&
    schema.nullable !== true &&
    wholeKeywords.every((keyword) => schema[keyword] === undefined) &&
    (isBodyRequired || required.length === 0)
  );
}

/**
 * The body of one operation. Members of a plain object become properties of the flat input, beside the
 * parameters; any other body is one property called `body`.
 */
export function importBody(context: {
  readonly document: JsonObject;
  readonly requestBody: unknown;
  readonly place: Place;
  readonly converter: SchemaConverter;
  readonly nameProperty: (wanted: string, prefix: string) => string;
  readonly problems: Problem[];
}): { body: HttpBody | undefined; inputs: InputProperty[] } {
  const { document, converter, nameProperty } = context;
  if (context.requestBody === undefined) return { body: undefined, inputs: [] };
  const { value: requestBody, place } = dereference(document, context.requestBody, context.place);
  const required = requestBody.required === true;
  const picked = pickMediaType(requestBody.content);
  if (!picked) {
    const offered = Object.keys(isJsonObject(requestBody.content) ? requestBody.content : {}).join(", ");
    const message = `bodies of the type ${offered || "(none)"} cannot be sent.`;
    if (required) throw unusable(place, message, "Offer application/json for this operation.");
    context.problems.push({ place: formatPlace(place), message: `${message} The body was left out.` });
    return { body: undefined, inputs: [] };
  }
  const mediaPlace = [...place, "content", picked.name];
  const schema = member(picked.media, "schema") ?? true;
  const example = isJsonObject(picked.media) ? exampleOf(document, picked.media, mediaPlace) : undefined;
  const base = { contentType: picked.name, required };

  const target = isJsonObject(schema) ? dereference(document, schema, [...mediaPlace, "schema"]) : undefined;
  if (target && canSpread(target.value, required)) {
    const whole = converter.convert({ ...target.value, $ref: undefined }, target.place);
    const properties = member(whole, "properties");
    const needed = member(whole, "required");
    const fields: { name: string; property: string }[] = [];
    const inputs: InputProperty[] = [];
    for (const [name, inner] of Object.entries(isJsonObject(properties) ? properties : {})) {
      const property = nameProperty(name, "body");
      fields.push({ name, property });
      inputs.push({
        property,
        schema: isJsonObject(inner) || typeof inner === "boolean" ? inner : true,
        isRequired: Array.isArray(needed) && needed.includes(name),
        example: member(example ?? target.value.example, name),
      });
    }
    return { body: { ...base, fields }, inputs };
  }
  const property = nameProperty("body", "request");
  const converted = described(converter.convert(schema, [...mediaPlace, "schema"]), requestBody.description);
  return {
    body: { ...base, property },
    inputs: [{ property, schema: converted, isRequired: required, example }],
  };
}
