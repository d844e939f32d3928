import { type ViewerFact, viewerFactSchema } from "#lib/catalog/operation.ts";
import type { DraftOperation } from "#lib/publishing/draft-content.ts";
import { isJsonObject, member } from "#lib/tools/json-object.ts";

/** Inputs that the portal fills, by name. */
export type Fills = Readonly<Record<string, ViewerFact>>;

const parametersOf = (operation: DraftOperation) => {
  const { parameters } = operation.binding;
  return Array.isArray(parameters) ? parameters.filter(isJsonObject) : [];
};

/** What the portal fills of an operation. */
export function fillsOf(operation: DraftOperation): Fills {
  const { binding } = operation;
  const pairs =
    binding.kind === "mcp"
      ? Object.entries(isJsonObject(binding.fill) ? binding.fill : {})
      : parametersOf(operation).map((parameter) => [String(parameter.property), parameter.fill] as const);
  return Object.fromEntries(
    pairs.flatMap(([name, fact]) => {
      const read = viewerFactSchema.safeParse(fact);
      return read.success ? [[name, read.data]] : [];
    }),
  );
}

/** Inputs that the portal can fill: parameters of an HTTP request, members of an MCP tool's input; plain values only. */
export function fillableInputs(pristine: DraftOperation): readonly string[] {
  const properties = member(pristine.inputSchema, "properties");
  const isText = (name: string) => {
    const type = member(member(properties, name), "type");
    return type === undefined || type === "string";
  };
  const names =
    pristine.binding.kind === "mcp"
      ? Object.keys(isJsonObject(properties) ? properties : {})
      : parametersOf(pristine).map((parameter) => String(parameter.property));
  return [...new Set([...names, ...Object.keys(fillsOf(pristine))])].filter(
    (name) => isText(name) || Object.hasOwn(fillsOf(pristine), name),
  );
}

/**
 * The operation with exactly these inputs filled by the portal, so that nobody is asked for them. `pristine` is the same
 * one as its source describes it: what the source itself leaves to the portal stays with the portal, and a name that it
 * does not have is left out.
 */
export function withFills(operation: DraftOperation, pristine: DraftOperation, fills: Fills): DraftOperation {
  const own = fillsOf(pristine);
  const can = new Set(fillableInputs(pristine));
  const wanted: Record<string, ViewerFact> = { ...own };
  for (const [name, fact] of Object.entries(fills)) if (can.has(name)) wanted[name] = fact;
  const schema = pristine.inputSchema;
  const isAsked = (name: unknown) => !Object.hasOwn(wanted, String(name));
  const properties = member(schema, "properties");
  const required = member(schema, "required");
  const inputSchema =
    isJsonObject(schema) && isJsonObject(properties)
      ? {
          ...schema,
          properties: Object.fromEntries(Object.entries(properties).filter(([name]) => isAsked(name))),
          ...(Array.isArray(required) ? { required: required.filter(isAsked) } : {}),
        }
      : schema;
  const { fill: _, ...rest } = operation.binding;
  const binding =
    operation.binding.kind === "mcp"
      ? { ...rest, kind: "mcp", ...(Object.keys(wanted).length > 0 ? { fill: wanted } : {}) }
      : {
          ...operation.binding,
          parameters: parametersOf(pristine).map((parameter) => {
            const { fill: __, ...plain } = parameter;
            const fact = wanted[String(parameter.property)];
            return fact ? { ...plain, fill: fact } : plain;
          }),
        };
  return { ...operation, inputSchema, binding };
}
