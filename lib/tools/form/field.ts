import type { JsonSchema } from "#lib/catalog/operation.ts";
import { kindOf, text } from "#lib/tools/form/field-kind.ts";
import type { FieldModel, InnerField } from "#lib/tools/form/field-model.ts";
import { resolveSchema, withoutNull } from "#lib/tools/form/resolve-schema.ts";
import { titleFromName } from "#lib/tools/title-from-name.ts";

/** Describes one value; `depth` counts how many fields it lies within. */
export function describeField(inner: InnerField, root: JsonSchema, depth = 0): FieldModel {
  const { schema, isNullable } = withoutNull(resolveSchema(inner.schema, root), root);
  const examples = Array.isArray(schema.examples) ? schema.examples : [];
  return {
    ...kindOf(schema, root, inner.name, depth),
    label: text(schema.title) ?? titleFromName(inner.name),
    hint: text(schema.description),
    isRequired: inner.isRequired,
    isNullable,
    isDeprecated: schema.deprecated === true,
    example: examples[0] ?? schema.example,
    standard: schema.default,
    schema,
  };
}
