import { isAppError } from "#lib/errors.ts";
import { isJsonObject, type JsonObject, member } from "#lib/tools/json-object.ts";
import { dereference } from "#lib/tools/openapi/references.ts";

const methods = ["get", "put", "post", "delete", "options", "head", "patch"];
const outsideOfSchema: ReadonlySet<string> = new Set([
  "name",
  "in",
  "description",
  "required",
  "collectionFormat",
  "allowEmptyValue",
  "schema",
]);
const stylesOfLists: Readonly<Record<string, JsonObject>> = {
  csv: { explode: false },
  multi: { style: "form", explode: true },
  ssv: { style: "spaceDelimited", explode: false },
  pipes: { style: "pipeDelimited", explode: false },
  tsv: { style: "tabs", explode: false },
};

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const textsOf = (value: unknown): string[] => listOf(value).filter((item) => typeof item === "string");

/** The same value with references and words of version 3. */
function renamed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(renamed);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      if (name === "$ref" && typeof inner === "string") {
        return [name, inner.replace(/^#\/(definitions)\//, "#/components/schemas/")];
      }
      return [name === "x-nullable" ? "nullable" : name, renamed(inner)];
    }),
  );
}

/** What a parameter of version 2 says about its value, which version 3 puts into a schema. */
function schemaOf(parameter: JsonObject): JsonObject {
  if (parameter.type === "file") return { type: "string", format: "binary" };
  const kept = Object.entries(parameter).filter(
    ([name]) => !outsideOfSchema.has(name) && !name.startsWith("x-weft-"),
  );
  return renamed(Object.fromEntries(kept)) as JsonObject;
}

function convertParameter(parameter: JsonObject): JsonObject {
  const { name, in: where, description, required } = parameter;
  const own = Object.entries(parameter).filter(([key]) => key.startsWith("x-weft-"));
  const isList = parameter.type === "array";
  const style =
    stylesOfLists[typeof parameter.collectionFormat === "string" ? parameter.collectionFormat : "csv"];
  return {
    name,
    in: where,
    ...(description === undefined ? {} : { description }),
    ...(required === undefined ? {} : { required }),
    ...Object.fromEntries(own),
    ...(isList ? style : {}),
    schema: schemaOf(parameter),
  };
}

function contentOf(mediaTypes: readonly string[], media: JsonObject): JsonObject {
  return Object.fromEntries(mediaTypes.map((name) => [name, media]));
}

function formBody(fields: readonly JsonObject[], consumes: readonly string[]): JsonObject {
  const hasFile = fields.some((field) => field.type === "file");
  const mayBeMultipart = consumes.includes("multipart/form-data");
  const isUrlencoded =
    !hasFile && (consumes.includes("application/x-www-form-urlencoded") || !mayBeMultipart);
  const required = fields.filter((field) => field.required === true).map((field) => String(field.name));
  const properties = fields.map((field) => {
    const { description } = field;
    return [
      String(field.name),
      { ...schemaOf(field), ...(description === undefined ? {} : { description }) },
    ];
  });
  const joined = fields.filter((field) => field.type === "array" && field.collectionFormat !== "multi");
  const schema = {
    type: "object",
    properties: Object.fromEntries(properties),
    ...(required.length > 0 ? { required } : {}),
  };
  const encoding = Object.fromEntries(joined.map((field) => [String(field.name), { explode: false }]));
  const type = isUrlencoded ? "application/x-www-form-urlencoded" : "multipart/form-data";
  return { required: required.length > 0, content: { [type]: { schema, encoding } } };
}

function convertResponses(document: JsonObject, responses: unknown, produces: readonly string[]): JsonObject {
  const entries = Object.entries(isJsonObject(responses) ? responses : {}).map(([code, entry]) => {
    const response = isJsonObject(entry) ? dereference(document, entry, ["responses", code]).value : {};
    const { description, schema } = response;
    const isFile = member(schema, "type") === "file";
    const content =
      schema === undefined || isFile ? {} : { content: contentOf(produces, { schema: renamed(schema) }) };
    return [code, { description, ...content }];
  });
  return Object.fromEntries(entries);
}

function convertOperation(document: JsonObject, pathItem: JsonObject, operation: JsonObject): JsonObject {
  const consumes = textsOf(operation.consumes ?? document.consumes);
  const produces = textsOf(operation.produces ?? document.produces);
  const merged = new Map<string, JsonObject>();
  for (const entry of [...listOf(pathItem.parameters), ...listOf(operation.parameters)]) {
    const { value } = dereference(document, entry, ["parameters"]);
    merged.set(`${value.in} ${value.name}`, value);
  }
  const parameters = [...merged.values()];
  const body = parameters.find((parameter) => parameter.in === "body");
  const fields = parameters.filter((parameter) => parameter.in === "formData");
  const types = consumes.length > 0 ? consumes : ["application/json"];
  const requestBody = body
    ? {
        required: body.required === true,
        ...(body.description === undefined ? {} : { description: body.description }),
        content: contentOf(types, { schema: renamed(body.schema) }),
      }
    : fields.length > 0 && formBody(fields, consumes);
  const { consumes: _consumes, produces: _produces, schemes: _schemes, ...rest } = operation;
  return {
    ...rest,
    parameters: parameters
      .filter((parameter) => parameter.in !== "body" && parameter.in !== "formData")
      .map(convertParameter),
    ...(requestBody ? { requestBody } : {}),
    responses: convertResponses(
      document,
      operation.responses,
      produces.length > 0 ? produces : ["application/json"],
    ),
  };
}

function serversOf(document: JsonObject): JsonObject[] {
  const base = typeof document.basePath === "string" ? document.basePath : "";
  if (typeof document.host !== "string") return [{ url: base || "/" }];
  const schemes = textsOf(document.schemes).filter((scheme) => scheme === "https" || scheme === "http");
  const sorted = schemes.length > 0 ? schemes.sort().reverse() : ["https"];
  return sorted.map((scheme) => ({ url: `${scheme}://${document.host}${base}` }));
}

/** What `convert` answers; `otherwise` where a reference leads nowhere, for the reader of version 3 to name its place. */
function attempted<T>(convert: () => T, otherwise: T): T {
  try {
    return convert();
  } catch (failure) {
    if (isAppError(failure)) return otherwise;
    throw failure;
  }
}

function convertPath(document: JsonObject, entry: unknown, place: string): unknown {
  if (!isJsonObject(entry)) return entry;
  const pathItem = attempted(() => dereference(document, entry, ["paths", place]).value, entry);
  const converted = Object.entries(pathItem)
    .filter(([name]) => name !== "parameters")
    .map(([name, inner]) => {
      const isOperation = methods.includes(name) && isJsonObject(inner);
      if (!isOperation) return [name, inner];
      const parameters = [...listOf(pathItem.parameters), ...listOf(inner.parameters)];
      return [name, attempted(() => convertOperation(document, pathItem, inner), { ...inner, parameters })];
    });
  return Object.fromEntries(converted);
}

/** The OpenAPI 3.0 document that says what a Swagger 2.0 document says. */
export function convertSwagger(document: JsonObject): JsonObject {
  const schemes = isJsonObject(document.securityDefinitions) ? document.securityDefinitions : {};
  const securitySchemes = Object.entries(schemes).map(([name, scheme]) => {
    const isBasic = member(scheme, "type") === "basic";
    return [name, isBasic ? { ...Object(scheme), type: "http", scheme: "basic" } : scheme];
  });
  const { paths } = document;
  return {
    openapi: "3.0.0",
    info: document.info,
    servers: serversOf(document),
    ...(document.security === undefined ? {} : { security: document.security }),
    paths: isJsonObject(paths)
      ? Object.fromEntries(
          Object.entries(paths).map(([path, entry]) => [path, convertPath(document, entry, path)]),
        )
      : paths,
    components: {
      schemas: renamed(document.definitions ?? {}),
      securitySchemes: Object.fromEntries(securitySchemes),
    },
  };
}
