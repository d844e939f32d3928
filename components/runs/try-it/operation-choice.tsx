"use client";

import {
  type FirstOperations,
  useFoundOperations,
} from "#components/catalog/operations/use-found-operations.ts";
import { Combobox } from "#components/ui/combobox.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import type { OperationView } from "#lib/catalog/schema.ts";
import { tryIt } from "#lib/messages/en/try-it.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(tryIt);

type OperationChoiceProps = FirstOperations & {
  chosen: OperationView;
  onChoose: (operation: OperationView) => void;
};

/** Which operation the form is for: a short list, or of many the one that is found by typing. */
export function OperationChoice({ chosen, onChoose, ...place }: OperationChoiceProps) {
  const { first, total } = place;
  if (total > first.length) return <OperationSearch {...place} chosen={chosen} onChoose={onChoose} />;
  const choose = (name: string) => {
    const operation = first.find((one) => one.name === name);
    if (operation) onChoose(operation);
  };
  return (
    <Field id="operation" label={t("operation")}>
      {(control) => (
        <Select {...control} value={chosen.name} onChange={(event) => choose(event.target.value)}>
          {first.map(({ name, title }) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

function OperationSearch({ chosen, onChoose, ...place }: OperationChoiceProps) {
  const found = useFoundOperations(place);
  const isListed = found.operations.some(({ name }) => name === chosen.name);
  // The chosen one keeps its name in the field, but is offered only where it matches.
  const listed = isListed || found.typed !== "" ? found.operations : [chosen, ...found.operations];
  return (
    <Field id="operation" label={t("operation")} hint={t("operationsFound", { count: place.total })}>
      {(control) => (
        <Combobox
          {...control}
          options={listed.map(({ name, title }) => ({ value: name, label: title, hint: name }))}
          value={chosen.name}
          onValueChange={(name) => {
            const operation = listed.find((one) => one.name === name);
            if (operation) onChoose(operation);
            found.setTyped("");
          }}
          onQueryChange={found.setTyped}
        />
      )}
    </Field>
  );
}
