import type { HttpBody } from "#lib/catalog/operation.ts";
import { isJsonObject, type JsonObject, member } from "#lib/tools/json-object.ts";
import type { SchemaConverter } from "#lib/tools/openapi/convert-schema.ts";
import { formFieldName, withoutFiles } from "#lib/tools/openapi/form-fields.ts";
import { described, exampleOf, type InputProperty } from "#lib/tools/openapi/import-parameters.ts";
import { isForm, pickMediaType } from "#lib/tools/openapi/media-type.ts";
import { titleOfName } from "#lib/tools/openapi/names.ts";
import { formatPlace, type Place, type Problem, unusable } from "#lib/tools/openapi/problem.ts";
import { dereference } from "#lib/tools/openapi/references.ts";

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

type BodyContext = {
  readonly document: JsonObject;
  readonly requestBody: unknown;
  readonly place: Place;
  readonly converter: SchemaConverter;
  readonly nameProperty: (wanted: string, prefix: string) => string;
  readonly problems: Problem[];
};
type ImportedBody = { readonly body: HttpBody | undefined; readonly inputs: InputProperty[] };

/** The members of a plain object, each an input by itself. */
function spread(
  context: BodyContext,
  target: { readonly value: JsonObject; readonly place: Place },
  media: { readonly contentType: string; readonly encoding: unknown; readonly place: Place },
  example: unknown,
): { fields: { name: string; property: string }[]; inputs: InputProperty[] } {
  const whole = context.converter.convert({ ...target.value, $ref: undefined }, target.place);
  const properties = member(whole, "properties");
  const needed = member(whole, "required");
  const fields: { name: string; property: string }[] = [];
  const inputs: InputProperty[] = [];
  for (const [name, inner] of Object.entries(isJsonObject(properties) ? properties : {})) {
    const property = context.nameProperty(name, "body");
    const written = isForm(media.contentType)
      ? formFieldName(name, media.encoding, media.place, context.problems)
      : name;
    fields.push({ name: written, property });
    inputs.push({
      property,
      schema: described(
        isJsonObject(inner) || typeof inner === "boolean" ? inner : true,
        undefined,
        titleOfName(name),
      ),
      isRequired: Array.isArray(needed) && needed.includes(name),
      example: member(example ?? target.value.example, name),
    });
  }
  return { fields, inputs };
}

/**
 * The body of one operation. Members of a plain object become properties of the flat input, beside the
 * parameters; any other body is one property called `body`.
 */
export function importBody(context: BodyContext): ImportedBody {
  const { document, converter, nameProperty, problems } = context;
  if (context.requestBody === undefined) return { body: undefined, inputs: [] };
  const { value: requestBody, place } = dereference(document, context.requestBody, context.place);
  const picked = pickMediaType(requestBody.content);
  let required = requestBody.required === true;
  if (!picked) {
    const offered = Object.keys(isJsonObject(requestBody.content) ? requestBody.content : {}).join(", ");
    const message = `bodies of the type ${offered || "(none)"} cannot be sent.`;
    if (required) throw unusable(place, message, "Offer application/json for this operation.");
    problems.push({ place: formatPlace(place), message: `${message} The body was left out.` });
    return { body: undefined, inputs: [] };
  }
  const contentType = picked.name;
  const mediaPlace = [...place, "content", picked.written];
  const schemaPlace = [...mediaPlace, "schema"];
  const schema = member(picked.media, "schema") ?? (/^text\//.test(contentType) ? { type: "string" } : true);
  const example = isJsonObject(picked.media) ? exampleOf(document, picked.media, mediaPlace) : undefined;

  const target = isJsonObject(schema) ? dereference(document, schema, schemaPlace) : undefined;
  const isMultipart = /^multipart\//i.test(contentType);
  const plain =
    target && isMultipart
      ? { ...target, value: withoutFiles(document, target.value, target.place, problems) }
      : target;
  // A form with fields that must be there cannot be left out, though many documents forget to say so.
  required ||= isForm(contentType) && Array.isArray(plain?.value.required) && plain.value.required.length > 0;
  if (plain && canSpread(plain.value, required)) {
    const media = { contentType, encoding: member(picked.media, "encoding"), place: mediaPlace };
    const { fields, inputs } = spread(context, plain, media, example);
    return { body: { contentType, required, fields }, inputs };
  }
  if (isMultipart) {
    const message = "the parts of multipart/form-data are not described as the properties of one object.";
    if (required) throw unusable(schemaPlace, message);
    problems.push({ place: formatPlace(schemaPlace), message: `${message} The body was left out.` });
    return { body: undefined, inputs: [] };
  }
  const property = nameProperty("body", "request");
  const converted = described(converter.convert(schema, schemaPlace), requestBody.description);
  return {
    body: { contentType, required, property },
    inputs: [{ property, schema: converted, isRequired: required, example }],
  };
}
