import { fieldsOf } from "#components/publishing/kinds/form-fields.ts";
import type { AgentStep, JsonSchema } from "#lib/catalog/operation.ts";
import { isJsonObject } from "#lib/tools/json-object.ts";

/** A name as a part of a reference; see `stepInputSchema`. */
const part = (name: string) => name.replaceAll("~", "~0").replaceAll(".", "~1");

/** What a step, or the answer, may refer to: the form's values, and the outputs of earlier steps. */
export function referencesFor(
  form: JsonSchema,
  earlier: readonly Pick<AgentStep, "id" | "tool" | "operation">[],
  outputOf: (step: Pick<AgentStep, "tool" | "operation">) => JsonSchema | null,
): string[] {
  const inputs = (fieldsOf(form) ?? []).map(({ name }) => `input.${part(name)}`);
  const outputs = earlier.flatMap((step) => {
    const base = `steps.${step.id}.output`;
    const schema = outputOf(step);
    const properties = isJsonObject(schema) && isJsonObject(schema.properties) ? schema.properties : {};
    return [base, ...Object.keys(properties).map((name) => `${base}.${part(name)}`)];
  });
  return [...inputs, ...outputs];
}

/** An id for a new step: of its operation, with a number when the id is taken. */
export function stepId(name: string, taken: readonly string[]): string {
  const words = name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^[^a-z]+|-+$/g, "")
    .slice(0, 36)
    .replaceAll(/-+$/g, "");
  const base = words || "step";
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!taken.includes(id)) return id;
  }
}

/** A fixed value as it is typed, for a property of this type; text that is none stays text. */
export function fixedValue(text: string, type: unknown): unknown {
  if (type === "string" || type === undefined) return text;
  if (type === "boolean") return text === "true" ? true : text === "false" ? false : text;
  if (type === "number" || type === "integer") {
    const number = Number(text);
    return text.trim() !== "" && Number.isFinite(number) ? number : text;
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}

/** A fixed value as it is typed. */
export function fixedText(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}
