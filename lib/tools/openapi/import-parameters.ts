import {
  type HttpParameter,
  type JsonSchema,
  type SecurityRequirement,
  viewerFactSchema,
} from "#lib/catalog/operation.ts";
import { isJsonObject, type JsonObject, member } from "#lib/tools/json-object.ts";
import type { SchemaConverter } from "#lib/tools/openapi/convert-schema.ts";
import { isHeaderName } from "#lib/tools/openapi/import-security.ts";
import { titleOfName } from "#lib/tools/openapi/names.ts";
import { formatPlace, type Place, type Problem, unusable } from "#lib/tools/openapi/problem.ts";
import { dereference } from "#lib/tools/openapi/references.ts";
import { fillKeyword } from "#lib/tools/viewer-facts.ts";

/** One property of an operation's flat input, and an example of it if the document has one. */
export type InputProperty = {
  readonly property: string;
  readonly schema: JsonSchema;
  readonly isRequired: boolean;
  readonly example: unknown;
};

type Found = { readonly value: JsonObject; readonly place: Place };

const styles: Readonly<Record<HttpParameter["in"], readonly HttpParameter["style"][]>> = {
  path: ["simple", "label", "matrix"],
  query: ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
  header: ["simple"],
  cookie: ["form"],
};
/** Written by the runner itself, so never asked for. */
const ownHeaders: ReadonlySet<string> = new Set([
  "accept",
  "authorization",
  "content-length",
  "content-type",
  "cookie",
  "host",
  "idempotency-key",
]);

/** The example that a parameter, header or media type carries, however it is written. */
export function exampleOf(document: JsonObject, holder: JsonObject, place: Place): unknown {
  if (holder.example !== undefined) return holder.example;
  const [name, first] = Object.entries(isJsonObject(holder.examples) ? holder.examples : {})[0] ?? [];
  if (name === undefined) return undefined;
  return dereference(document, first, [...place, "examples", name]).value.value;
}

/** Adds a description to a schema that has none; a `$ref` may carry siblings in 2020-12. */
export function described(schema: JsonSchema, description: unknown, extra: JsonObject = {}): JsonSchema {
  const members = { ...(typeof description === "string" ? { description } : {}), ...extra };
  if (schema === false || Object.keys(members).length === 0) return schema;
  return schema === true ? members : { ...members, ...schema };
}

function collect(document: JsonObject, lists: readonly { list: unknown; place: Place }[]): Found[] {
  const found = new Map<string, Found>();
  for (const { list, place } of lists) {
    if (list === undefined) continue;
    if (!Array.isArray(list)) throw unusable(place, "a list of parameters is expected here.");
    for (const [index, entry] of list.entries()) {
      const parameter = dereference(document, entry, [...place, index]);
      found.set(`${parameter.value.in} ${parameter.value.name}`, parameter);
    }
  }
  return [...found.values()];
}

function readStyle(found: Found, where: HttpParameter["in"]): Pick<HttpParameter, "style" | "explode"> {
  const { value, place } = found;
  const [mediaType = ""] = Object.keys(isJsonObject(value.content) ? value.content : {});
  if (/json/i.test(mediaType)) return { style: "json", explode: false };
  const [standard] = styles[where];
  const style = styles[where].find((known) => known === (value.style ?? standard));
  if (!style) throw unusable([...place, "style"], `"${String(value.style)}" is not a style for ${where}.`);
  const explode =
    typeof value.explode === "boolean" ? value.explode : style === "form" || style === "deepObject";
  return { style, explode };
}

/** Whether a value of the path may hold slashes of its own, as names of things within things do. */
function spansSegments({ value }: Found): boolean {
  const pattern = member(value.schema, "pattern");
  if (value["x-multi-segment"] === true) return true;
  return typeof pattern === "string" && pattern.replace(/\[\^[^\]]*\]/g, "").includes("/");
}

/** The fact of the viewer that fills a parameter. An unknown one throws: people would fill in what they must not. */
function readFill({ value, place }: Found, where: HttpParameter["in"]): HttpParameter["fill"] {
  const written = value[fillKeyword];
  if (written === undefined) return undefined;
  if (where === "cookie") throw unusable([...place, fillKeyword], "cookies are not filled.");
  const { data } = viewerFactSchema.safeParse(written);
  if (data) return data;
  const known = viewerFactSchema.options.join(", ");
  throw unusable([...place, fillKeyword], `"${String(written)}" is not known.`, `Use one of ${known}.`);
}

/** The parameters of one operation. Path parameters that the document forgot are added as texts. */
export function importParameters(context: {
  readonly document: JsonObject;
  readonly lists: readonly { list: unknown; place: Place }[];
  readonly path: string;
  readonly place: Place;
  readonly converter: SchemaConverter;
  readonly nameProperty: (wanted: string, prefix: string) => string;
  /** `in name` of the places that credentials fill. */
  readonly credentialPlaces: ReadonlySet<string>;
  /** Whether credentials are sent already, so that a parameter called Authorization says nothing new. */
  readonly hasSignIn: boolean;
  readonly problems: Problem[];
}): { parameters: HttpParameter[]; inputs: InputProperty[]; credentials: SecurityRequirement[] } {
  const { document, path, place, converter, nameProperty, problems } = context;
  const credentials: SecurityRequirement[] = [];
  const inTemplate = new Set([...path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] ?? ""));
  const parameters: HttpParameter[] = [];
  const inputs: InputProperty[] = [];

  for (const found of collect(document, context.lists)) {
    const { value } = found;
    const where = (["path", "query", "header", "cookie"] as const).find((known) => known === value.in);
    if (!where) throw unusable([...found.place, "in"], "it must be path, query, header or cookie.");
    if (typeof value.name !== "string" || value.name === "")
      throw unusable([...found.place, "name"], "it is missing.");
    if (where === "header" && value.name.toLowerCase() === "authorization" && !context.hasSignIn) {
      const message = "it is not asked for; the owner stores it as a credential.";
      problems.push({ place: formatPlace(found.place), message });
      credentials.push({ scheme: "apiKey", in: "header", name: value.name, secretName: value.name });
    }
    if (where === "header" && ownHeaders.has(value.name.toLowerCase())) continue;
    if (where === "header" && !isHeaderName(value.name))
      throw unusable([...found.place, "name"], `"${value.name}" is no name of a header.`);
    if (context.credentialPlaces.has(`${where} ${value.name}`)) continue;
    if (where === "path" && !inTemplate.delete(value.name)) {
      problems.push({
        place: formatPlace(found.place),
        message: `the path has no {${value.name}}; it was left out.`,
      });
      continue;
    }
    const media = Object.entries(isJsonObject(value.content) ? value.content : {})[0];
    const [schema, schemaPlace] = media
      ? [member(media[1], "schema"), [...found.place, "content", media[0], "schema"]]
      : [value.schema, [...found.place, "schema"]];
    const isRequired = where === "path" || value.required === true;
    const fill = readFill(found, where);
    const property = fill ? value.name : nameProperty(value.name, where);
    parameters.push({
      name: value.name,
      in: where,
      ...readStyle(found, where),
      ...(value.allowReserved === true || (where === "path" && spansSegments(found))
        ? { allowReserved: true }
        : {}),
      required: isRequired,
      property,
      ...(fill ? { fill } : {}),
    });
    if (fill) continue;
    const extra = { ...titleOfName(value.name), ...(value.deprecated === true ? { deprecated: true } : {}) };
    inputs.push({
      property,
      schema: described(converter.convert(schema ?? true, schemaPlace), value.description, extra),
      isRequired,
      example: exampleOf(document, value, found.place),
    });
  }
  for (const name of inTemplate) {
    const message = `the parameter {${name}} of the path is not described; it is taken as a text.`;
    problems.push({ place: formatPlace(place), message });
    const property = nameProperty(name, "path");
    parameters.push({ name, in: "path", style: "simple", explode: false, required: true, property });
    inputs.push({ property, schema: { type: "string", minLength: 1 }, isRequired: true, example: undefined });
  }
  return { parameters, inputs, credentials };
}
