import type { JsonObject } from "#lib/tools/json-object.ts";

/** One value that can be chosen. */
export type FieldOption = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: unknown;
};
/** A field inside of another one, described only when it is shown, so that recursion ends by itself. */
export type InnerField = { readonly name: string; readonly schema: unknown; readonly isRequired: boolean };

export type FieldKind =
  | {
      readonly kind: "text";
      readonly inputType: "text" | "email" | "url" | "password";
      readonly isLong: boolean;
    }
  | {
      readonly kind: "number";
      readonly minimum: number | undefined;
      readonly maximum: number | undefined;
      readonly step: number | "any";
    }
  | { readonly kind: "boolean" }
  | { readonly kind: "date" | "date-time" | "time" }
  | { readonly kind: "options"; readonly options: readonly FieldOption[] }
  /** Any number of the options, each at most once. */
  | { readonly kind: "several"; readonly options: readonly FieldOption[] }
  | { readonly kind: "constant"; readonly value: unknown }
  /** Named fields, and the schema of further ones where they are allowed. */
  | { readonly kind: "group"; readonly fields: readonly InnerField[]; readonly others: unknown }
  | {
      readonly kind: "list";
      readonly first: readonly unknown[];
      readonly items: unknown;
      readonly minItems: number;
      readonly maxItems: number;
    }
  | {
      readonly kind: "choice";
      readonly branches: readonly { readonly label: string; readonly schema: unknown }[];
    }
  /** Anything else, written as JSON. */
  | { readonly kind: "json" };

/** What is needed to draw one value of a schema and to take a person's input for it. */
export type FieldModel = FieldKind & {
  readonly label: string;
  readonly hint: string | undefined;
  readonly isRequired: boolean;
  readonly isNullable: boolean;
  readonly isDeprecated: boolean;
  readonly example: unknown;
  readonly standard: unknown;
  /** The schema itself, with references followed. */
  readonly schema: JsonObject;
};
