import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { type DataClass, dataClasses } from "#lib/data-class.ts";
import { models } from "#lib/messages/en/models.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(models);

type CeilingFieldProps = { id: string; value: DataClass; onChange: (value: DataClass) => void };

/** The highest class of data that a server may receive. */
export function CeilingField({ id, value, onChange }: CeilingFieldProps) {
  return (
    <Field id={id} label={t("fieldCeiling")} hint={t("fieldCeilingHint")}>
      {(control) => (
        <Select
          {...control}
          value={value}
          onChange={({ target }) => onChange(dataClasses.find((each) => each === target.value) ?? value)}
        >
          {dataClasses.map((each) => (
            <option key={each} value={each}>
              {t(`class-${each}`)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
