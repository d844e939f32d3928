import { type ViewerFact, viewerFactSchema } from "#lib/catalog/operation.ts";
import { isJsonObject, type JsonObject } from "#lib/tools/json-object.ts";
import { fillKeyword } from "#lib/tools/viewer-facts.ts";

/**
 * Takes the inputs that the portal fills out of the schema of an MCP tool's input. Only members of the input
 * itself can be filled. `problem` says why a tool cannot be used: its people would fill in what they must not.
 */
export function takeFilledInputs(schema: JsonObject): {
  readonly schema: JsonObject;
  readonly fill: Record<string, ViewerFact>;
  readonly problem?: string;
} {
  const fill: Record<string, ViewerFact> = {};
  const { properties, required } = schema;
  if (!isJsonObject(properties)) return { schema, fill };
  for (const [name, member] of Object.entries(properties)) {
    if (!isJsonObject(member) || member[fillKeyword] === undefined) continue;
    const { data } = viewerFactSchema.safeParse(member[fillKeyword]);
    if (!data) {
      const problem = `its input ${name} asks for "${String(member[fillKeyword])}", which the portal does not fill in.`;
      return { schema, fill, problem };
    }
    fill[name] = data;
  }
  const isAsked = (name: unknown) => !Object.hasOwn(fill, String(name));
  return {
    schema: {
      ...schema,
      properties: Object.fromEntries(Object.entries(properties).filter(([name]) => isAsked(name))),
      ...(Array.isArray(required) ? { required: required.filter(isAsked) } : {}),
    },
    fill,
  };
}
