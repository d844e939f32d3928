import type { z } from "zod";
import type { Operation, OperationInput } from "./operation.ts";
import { type FieldError, Problem } from "./problem.ts";

const maximumBodyBytes = 256 * 1024;

type ZodDefinition = { readonly type: string; readonly innerType?: z.ZodType; readonly element?: z.ZodType };

function unwrapped(schema: z.ZodType): z.ZodType {
  const definition = schema.def as ZodDefinition;
  const hasInner = ["optional", "default", "nullable", "readonly", "prefault"].includes(definition.type);
  return hasInner && definition.innerType !== undefined ? unwrapped(definition.innerType) : schema;
}

/** Text from an address or a header, turned into what its schema expects; left alone when it does not look so. */
function fromText(schema: z.ZodType, texts: readonly string[]): unknown {
  const bare = unwrapped(schema);
  const definition = bare.def as ZodDefinition;
  if (definition.type === "array" && definition.element !== undefined) {
    const element = definition.element;
    return texts.flatMap((text) => text.split(",")).map((text) => fromText(element, [text.trim()]));
  }
  const text = texts[0] ?? "";
  if (definition.type === "number") return text.trim() === "" ? text : Number(text);
  if (definition.type === "boolean") return text === "true" ? true : text === "false" ? false : text;
  return text;
}

function fieldErrors(error: z.ZodError, prefix: string): FieldError[] {
  return error.issues.flatMap((issue) => {
    const path = [prefix, ...issue.path.map(String)].filter((part) => part !== "").join(".");
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({
        field: path === "" ? key : `${path}.${key}`,
        message: "This name is not known.",
      }));
    }
    return [{ field: path === "" ? "body" : path, message: issue.message }];
  });
}

function parsePart(shape: z.ZodType | undefined, value: unknown, errors: FieldError[]): unknown {
  if (shape === undefined) return {};
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  errors.push(...fieldErrors(parsed.error, ""));
  return undefined;
}

function collect(shape: z.ZodObject | undefined, textsOf: (name: string) => readonly string[]): unknown {
  if (shape === undefined) return {};
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(shape.shape)) {
    const texts = textsOf(name);
    if (texts.length > 0) values[name] = fromText(field as z.ZodType, texts);
  }
  return values;
}

/** Reads and parses a JSON body; an empty one is undefined. */
export async function readJsonBody(request: Request): Promise<unknown> {
  const declared = Number(request.headers.get("content-length") ?? 0);
  if (declared > maximumBodyBytes) throw new Problem(413, "The body is larger than 256 kB.");
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength > maximumBodyBytes) throw new Problem(413, "The body is larger than 256 kB.");
  if (bytes.byteLength === 0) return undefined;
  const contentType = request.headers.get("content-type") ?? "";
  if (!/^application\/(json|[\w.+-]+\+json)\b/i.test(contentType)) {
    throw new Problem(415, "Send the body as application/json.");
  }
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw Object.assign(new Problem(400, "The body is not JSON."), { cause });
  }
}

/** Checks everything a request carries against the operation's schemas; a 422 names each wrong value. */
export function readInput(
  operation: Operation,
  request: Request,
  pathValues: Readonly<Record<string, string>>,
  body: unknown,
): OperationInput<unknown, unknown, unknown, unknown> {
  const errors: FieldError[] = [];
  const query = new URL(request.url).searchParams;
  for (const name of new Set(query.keys())) {
    if (operation.queryInput === undefined || !(name in operation.queryInput.shape)) {
      errors.push({ field: name, message: "This name is not known." });
    }
  }
  const input = {
    path: parsePart(
      operation.pathInput,
      collect(operation.pathInput, (name) => [pathValues[name] ?? ""]),
      errors,
    ),
    query: parsePart(
      operation.queryInput,
      collect(operation.queryInput, (name) => query.getAll(name).filter((text) => text !== "")),
      errors,
    ),
    headers: parsePart(
      operation.headerInput,
      collect(operation.headerInput, (name) => {
        const text = request.headers.get(name);
        return text === null ? [] : [text];
      }),
      errors,
    ),
    body: parsePart(operation.bodyInput, body ?? {}, errors),
  };
  if (errors.length > 0) {
    const [first] = errors;
    const rest = errors.length > 1 ? ` (and ${errors.length - 1} more)` : "";
    throw new Problem(422, `${first?.field}: ${first?.message}${rest}`, errors);
  }
  return input;
}
