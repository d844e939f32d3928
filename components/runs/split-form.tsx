"use client";

import { SchemaForm } from "#components/tools/schema-form/schema-form.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import type { JsonSchema } from "#lib/catalog/operation.ts";
import type { FieldProblem } from "#lib/errors.ts";
import { chat } from "#lib/messages/en/chat.ts";
import { translator } from "#lib/messages/translate.ts";
import { isJsonObject } from "#lib/tools/json-object.ts";

const t = translator(chat);

/** What ties members of an object together, so that they must stay in one form. */
const ties = ["oneOf", "anyOf", "allOf", "if", "dependentRequired", "dependentSchemas", "$ref"];

type Halves = {
  readonly first: JsonSchema;
  readonly rest: JsonSchema;
  readonly restNames: readonly string[];
};

/** The schema in two: what is required or named in `first`, and the rest; null when it cannot or need not be split. */
export function splitSchema(schema: JsonSchema, first: readonly string[]): Halves | null {
  if (!isJsonObject(schema) || !isJsonObject(schema.properties) || ties.some((tie) => tie in schema))
    return null;
  const required = Array.isArray(schema.required) ? schema.required : [];
  const entries = Object.entries(schema.properties);
  const isFirst = ([name]: [string, unknown]) => required.includes(name) || first.includes(name);
  const rest = entries.filter((entry) => !isFirst(entry));
  if (rest.length < 2 || rest.length === entries.length) return null;
  return {
    first: { ...schema, properties: Object.fromEntries(entries.filter(isFirst)) },
    rest: { ...schema, properties: Object.fromEntries(rest), required: [] },
    restNames: rest.map(([name]) => name),
  };
}

type SplitFormProps = {
  readonly schema: JsonSchema;
  readonly value: Record<string, unknown>;
  /** Members that are in view at once beside the required ones. */
  readonly first: readonly string[];
  readonly onChange: (value: Record<string, unknown>) => void;
  readonly errors: readonly FieldProblem[];
  readonly disabled: boolean;
  readonly idPrefix: string;
};

/** A form in a thread: what is needed at once, everything else one click away. */
export function SplitForm({ schema, value, first, onChange, errors, disabled, idPrefix }: SplitFormProps) {
  const halves = splitSchema(schema, first);
  const change = (next: unknown) => onChange(isJsonObject(next) ? next : {});
  if (!halves) {
    return <SchemaForm {...{ schema, value, disabled, idPrefix }} errors={errors} onChange={change} />;
  }
  const isRest = (name: string) => halves.restNames.includes(name);
  const pick = (of: Record<string, unknown>, wantsRest: boolean) =>
    Object.fromEntries(Object.entries(of).filter(([name]) => isRest(name) === wantsRest));
  const isRestError = ({ path }: FieldProblem) => isRest(path.split("/")[1] ?? "");
  const part = (wantsRest: boolean) => ({
    value: pick(value, wantsRest),
    errors: errors.filter((error) => isRestError(error) === wantsRest),
    disabled,
    onChange: (next: unknown) =>
      change({ ...pick(value, !wantsRest), ...pick(isJsonObject(next) ? next : {}, wantsRest) }),
  });
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <SchemaForm {...part(false)} schema={halves.first} idPrefix={idPrefix} />
      <Disclosure
        framed={false}
        open={errors.some(isRestError)}
        summary={
          <span className="text-muted text-small">{t("moreFields", { count: halves.restNames.length })}</span>
        }
      >
        <SchemaForm {...part(true)} schema={halves.rest} idPrefix={`${idPrefix}-more`} />
      </Disclosure>
    </div>
  );
}
