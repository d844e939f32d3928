"use client";

import { useMemo, useState } from "react";
import { t } from "#components/tools/schema-form/field-words.ts";
import { FormContext, fieldId } from "#components/tools/schema-form/form-context.ts";
import { SchemaField } from "#components/tools/schema-form/schema-field.tsx";
import { FormErrorSummary } from "#components/ui/form-error-summary.tsx";
import type { JsonSchema } from "#lib/catalog/operation.ts";
import type { FieldProblem } from "#lib/errors.ts";
import { checkDraft, labelAt } from "#lib/tools/form/check-draft.ts";
import { changeAt, type FieldPath } from "#lib/tools/form/draft.ts";
import { describeField } from "#lib/tools/form/field.ts";
import { cleanValue } from "#lib/tools/form/form-value.ts";
import { parsePointer } from "#lib/tools/json-object.ts";

type SchemaFormProps = {
  readonly schema: JsonSchema;
  /**
   * The value as it would be sent. Begin with `initialValue(schema)`, or with what is known already, and give
   * back what `onChange` gave; any other value fills the form anew.
   */
  readonly value: unknown;
  /** The new value, without what is empty, and what can be seen to be wrong with it before it is sent. */
  readonly onChange: (value: unknown, problems: readonly FieldProblem[]) => void;
  /** What to say beside the fields; `path` is a JSON pointer into the value. */
  readonly errors?: readonly FieldProblem[];
  readonly disabled?: boolean;
  /** Begins every id; must differ between the forms of one page. */
  readonly idPrefix: string;
};

const noErrors: readonly FieldProblem[] = [];
const isSame = (a: unknown, b: unknown) => a === b || JSON.stringify(a) === JSON.stringify(b);

/**
 * Controls for a value of a JSON Schema 2020-12. Put it into a `<form noValidate>` with buttons of its own, and pass
 * `errors` once the person has tried to send: the list of them takes the focus.
 */
export function SchemaForm(props: SchemaFormProps) {
  const { schema, value, onChange, errors = noErrors, disabled = false, idPrefix } = props;
  // The draft also holds what is not sent: empty rows, half a number, text that is not yet JSON.
  const [held, setHeld] = useState({ draft: value, sent: value, fillings: 0 });
  const isFromElsewhere = !isSame(value, held.sent);
  if (isFromElsewhere) setHeld({ draft: value, sent: value, fillings: held.fillings + 1 });
  const draft = isFromElsewhere ? value : held.draft;

  const messages = useMemo(() => new Map(errors.map((error) => [error.path, error.message])), [errors]);

  function change(path: FieldPath, part: unknown) {
    const next = changeAt(draft, path, part);
    const sent = cleanValue(schema, next);
    setHeld({ ...held, draft: next, sent });
    onChange(sent, checkDraft(schema, next));
  }

  const inner = { name: "input", schema, isRequired: true };
  const root = describeField(inner, schema);
  const isBare = root.kind === "group" && root.fields.length === 0 && root.others === undefined;
  return (
    <FormContext value={{ root: schema, idPrefix, disabled, errors: messages, change, Part: SchemaField }}>
      <div className="flex min-w-0 flex-col gap-4">
        <FormErrorSummary
          errors={errors.map((error) => {
            const path = parsePointer(error.path) ?? [];
            const label = path.length > 0 ? labelAt(schema, draft, path) : root.label;
            return { fieldId: fieldId(idPrefix, path), label, message: error.message };
          })}
        />
        {isBare && <p className="text-muted">{t("noInputs")}</p>}
        <SchemaField key={held.fillings} inner={inner} path={[]} value={draft} depth={0} />
      </div>
    </FormContext>
  );
}
