import type {
  HttpBinding,
  JsonSchema,
  OperationAnnotations,
  OperationDefinition,
} from "#lib/catalog/operation.ts";
import { countInvisible, stripInvisible } from "#lib/tools/invisible.ts";
import { isJsonObject, type JsonObject, member } from "#lib/tools/json-object.ts";
import { createSchemaConverter, type SchemaConverter } from "#lib/tools/openapi/convert-schema.ts";
import { importBody } from "#lib/tools/openapi/import-body.ts";
import { type InputProperty, importParameters } from "#lib/tools/openapi/import-parameters.ts";
import { type ImportedSecurityScheme, pickSecurity } from "#lib/tools/openapi/import-security.ts";
import { pickMediaType } from "#lib/tools/openapi/media-type.ts";
import { cleanName, createNames, nameFromPath } from "#lib/tools/openapi/names.ts";
import { formatPlace, type Place, type Problem, unusable } from "#lib/tools/openapi/problem.ts";
import { dereference } from "#lib/tools/openapi/references.ts";
import { shortText } from "#lib/tools/openapi/short-text.ts";
import { titleFromName } from "#lib/tools/title-from-name.ts";
import { schemaProblem } from "#lib/tools/validate-arguments.ts";

/** One operation as it stands in the document, before it is turned into a definition. */
export type FoundOperation = {
  readonly method: HttpBinding["method"];
  readonly path: string;
  readonly place: Place;
  readonly pathItem: JsonObject;
  readonly pathItemPlace: Place;
  readonly operation: JsonObject;
};

/** What all operations of one document have in common. */
export type DocumentContext = {
  readonly document: JsonObject;
  readonly is30: boolean;
  readonly schemes: readonly ImportedSecurityScheme[];
  /** Address of the server for an operation; undefined when the document leaves it open. */
  readonly serverFor: (found: FoundOperation) => string | undefined;
};

/** A schema beyond this many characters is more than a person or a model can use. */
const maxSchemaLength = 100_000;
const maxDescriptionLength = 4000;
export const maxTitleLength = 120;

export function nameOf(found: FoundOperation): string {
  const { operationId } = found.operation;
  const wanted = typeof operationId === "string" ? cleanName(operationId) : "";
  return wanted || nameFromPath(found.method, found.path) || found.method.toLowerCase();
}

function flag(operation: JsonObject, name: string, standard: boolean): boolean {
  const value = operation[`x-weft-${name}`];
  return typeof value === "boolean" ? value : standard;
}

/** What the operation does to the world, by its method unless the document says otherwise. */
export function annotationsOf({ method, operation }: FoundOperation): OperationAnnotations {
  const isRead = method === "GET" || method === "HEAD" || method === "OPTIONS";
  const readOnly = flag(operation, "read-only", isRead);
  const isRepeatable = readOnly || method === "PUT" || method === "DELETE";
  return {
    readOnly,
    destructive: !readOnly && flag(operation, "destructive", method === "DELETE"),
    idempotent: flag(operation, "idempotent", isRepeatable),
    openWorld: flag(operation, "open-world", false),
  };
}

function inputSchemaOf(inputs: readonly InputProperty[], converter: SchemaConverter): JsonSchema {
  const definitions = converter.definitions();
  const required = inputs.filter((input) => input.isRequired).map((input) => input.property);
  return {
    type: "object",
    properties: Object.fromEntries(inputs.map((input) => [input.property, input.schema])),
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
    ...(Object.keys(definitions).length > 0 ? { $defs: definitions } : {}),
  };
}

function exampleInputOf(inputs: readonly InputProperty[]): { exampleInput?: unknown } {
  const given = inputs.filter((input) => input.example !== undefined);
  const isWhole = inputs.every((input) => !input.isRequired || input.example !== undefined);
  if (given.length === 0 || !isWhole) return {};
  return { exampleInput: Object.fromEntries(given.map((input) => [input.property, input.example])) };
}

function outputSchemaOf(
  context: DocumentContext,
  found: FoundOperation,
  problems: Problem[],
): JsonSchema | undefined {
  const { document, is30 } = context;
  const responses = isJsonObject(found.operation.responses) ? found.operation.responses : {};
  const code = ["200", "201", "202", "203", "2XX", "default"].find((known) =>
    Object.hasOwn(responses, known),
  );
  if (code === undefined) return undefined;
  try {
    const response = dereference(document, responses[code], [...found.place, "responses", code]);
    const picked = pickMediaType(response.value.content);
    const schema = picked && /json/.test(picked.name) ? member(picked.media, "schema") : undefined;
    if (!picked || schema === undefined) return undefined;
    const converter = createSchemaConverter(document, { is30, direction: "output", problems });
    const place = [...response.place, "content", picked.written, "schema"];
    const converted = converter.convert(schema, place);
    const definitions = converter.definitions();
    const whole =
      typeof converted === "object" && Object.keys(definitions).length > 0
        ? { ...converted, $defs: definitions }
        : converted;
    const problem =
      JSON.stringify(whole).length > maxSchemaLength ? "it is too large." : schemaProblem(whole);
    if (!problem) return whole;
    problems.push({ place: formatPlace(place), message: `answers are not described: ${problem}` });
  } catch (failure) {
    const message = failure instanceof Error ? failure.message : "unusable";
    problems.push({
      place: formatPlace([...found.place, "responses"]),
      message: `answers are not described: ${message}`,
    });
  }
  return undefined;
}

/** Turns one operation into a definition called `name`. Throws `invalid-input` when it cannot be used. */
export function importOperation(
  context: DocumentContext,
  found: FoundOperation,
  name: string,
  problems: Problem[],
): OperationDefinition {
  const { document, is30, schemes } = context;
  const { operation, place, path, method } = found;
  const serverUrl = context.serverFor(found);
  if (!serverUrl)
    throw unusable(place, "no server address is known for it.", "Enter the address of the server.");
  if (/[?#]/.test(path))
    throw unusable(place, "its path holds ? or #; describe what follows as parameters of the query.");
  const security = pickSecurity(
    operation.security ?? document.security,
    schemes,
    operation.security ? [...place, "security"] : ["security"],
  );
  const converter = createSchemaConverter(document, { is30, direction: "input", problems });
  const nameProperty = createNames();
  const credentialPlaces = new Set(security.map((credential) => `${credential.in} ${credential.name}`));
  const { parameters, inputs, credentials } = importParameters({
    document,
    lists: [
      { list: found.pathItem.parameters, place: [...found.pathItemPlace, "parameters"] },
      { list: operation.parameters, place: [...place, "parameters"] },
    ],
    path,
    place,
    converter,
    nameProperty,
    credentialPlaces,
    hasSignIn: security.length > 0,
    problems,
  });
  const hasNoBody = method === "GET" || method === "HEAD";
  if (hasNoBody && operation.requestBody !== undefined) {
    const bodyPlace = [...place, "requestBody"];
    const message = `${method} requests carry no body;`;
    if (dereference(document, operation.requestBody, bodyPlace).value.required === true)
      throw unusable(bodyPlace, `${message} this one requires it.`, "Offer the same as POST.");
    problems.push({ place: formatPlace(bodyPlace), message: `${message} it was left out.` });
  }
  const body = importBody({
    document,
    requestBody: hasNoBody ? undefined : operation.requestBody,
    place: [...place, "requestBody"],
    converter,
    nameProperty,
    problems,
  });
  const allInputs = [...inputs, ...body.inputs];
  const inputSchema = inputSchemaOf(allInputs, converter);
  if (JSON.stringify(inputSchema).length > maxSchemaLength)
    throw unusable(place, "its inputs are too large to use.");
  const schemaFault = schemaProblem(inputSchema);
  if (schemaFault) throw unusable(place, `the schema of its inputs is not valid: ${schemaFault}`);

  const outputSchema = outputSchemaOf(context, found, problems);
  const unseen = countInvisible(JSON.stringify([operation.summary, operation.description, inputSchema]));
  if (unseen > 0) {
    const message = `its texts hold ${unseen} characters that cannot be seen.`;
    problems.push({ place: formatPlace(place), message });
  }
  const summary = stripInvisible(typeof operation.summary === "string" ? operation.summary.trim() : "");
  const description = stripInvisible(
    typeof operation.description === "string" ? operation.description.trim() : "",
  );
  return {
    name,
    title: shortText(summary || titleFromName(name) || name, maxTitleLength),
    description: shortText(description || summary, maxDescriptionLength),
    inputSchema,
    ...(outputSchema === undefined ? {} : { outputSchema }),
    annotations: annotationsOf(found),
    binding: {
      kind: "http",
      serverUrl,
      method,
      path,
      parameters,
      ...(body.body ? { body: body.body } : {}),
      security: [...security, ...credentials],
    },
    ...exampleInputOf(allInputs),
  };
}
