import { type ComponentType, createContext, use } from "react";
import type { JsonSchema } from "#lib/catalog/operation.ts";
import type { FieldPath } from "#lib/tools/form/draft.ts";
import type { FieldModel, InnerField } from "#lib/tools/form/field-model.ts";
import { formatPointer } from "#lib/tools/json-object.ts";

/** A value inside of a form: where it stands, and what it is called there. */
export type PartProps = {
  readonly inner: InnerField;
  readonly path: FieldPath;
  readonly value: unknown;
  readonly depth: number;
  /** In place of the schema's own. */
  readonly label?: string;
  readonly hideLabel?: boolean;
};

/** What every field of one form needs. */
export type SchemaFormContext = {
  readonly root: JsonSchema;
  readonly idPrefix: string;
  readonly disabled: boolean;
  /** Messages by JSON pointer. */
  readonly errors: ReadonlyMap<string, string>;
  readonly change: (path: FieldPath, value: unknown) => void;
  /** Draws what lies inside of a field; it stands here because fields lie within fields. */
  readonly Part: ComponentType<PartProps>;
};

export const FormContext = createContext<SchemaFormContext | null>(null);

export function useSchemaForm(): SchemaFormContext {
  const context = use(FormContext);
  if (!context) throw new Error("This field stands outside of a SchemaForm.");
  return context;
}

/** One field as its component gets it. */
export type FieldProps<Kind extends FieldModel["kind"]> = {
  readonly field: Extract<FieldModel, { kind: Kind }>;
  readonly id: string;
  readonly path: FieldPath;
  readonly value: unknown;
  readonly label: string;
  readonly hideLabel: boolean;
  /** How many fields this one lies within. */
  readonly depth: number;
};

/** The id of the control at a path; any text is a valid id as long as it holds no space. */
export function fieldId(prefix: string, path: FieldPath): string {
  const pointer = formatPointer(path).replace(
    /[^\w/]/g,
    (character) => `.${character.codePointAt(0)?.toString(16)}`,
  );
  return `${prefix}${pointer.replaceAll("/", "-")}`;
}

/** The sentence under a field, such as "Title is missing.". */
export function useFieldError(path: FieldPath, label: string): string | undefined {
  const message = useSchemaForm().errors.get(formatPointer(path));
  return message === undefined ? undefined : `${label} ${message}`;
}
