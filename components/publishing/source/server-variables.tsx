import { useId } from "react";
import { t } from "#components/publishing/source/source-words.ts";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import type { SourceView } from "#lib/publishing/sources/schema.ts";

type VariablesProps = {
  variables: SourceView["servers"][number]["variables"];
  values: Readonly<Record<string, string>>;
  onChange: (values: Readonly<Record<string, string>>) => void;
};

/** What the document leaves open in a server's address: picked where it lists values, typed otherwise. */
export function ServerVariables({ variables, values, onChange }: VariablesProps) {
  const id = useId();
  return (
    <div className="grid gap-3 md:grid-cols-2">
      {variables.map(({ name, description, values: allowed, standard }) => {
        const value = values[name] ?? "";
        const put = (next: string) => onChange({ ...values, [name]: next });
        return (
          <Field
            key={name}
            id={`${id}-${name}`}
            label={t("serverVariable", { name })}
            hint={description || undefined}
          >
            {(control) =>
              allowed.length > 0 ? (
                <Select {...control} value={value} onChange={(event) => put(event.target.value)}>
                  {!allowed.includes(value) && <option value={value}>{value || t("serverUnset")}</option>}
                  {allowed.map((one) => (
                    <option key={one} value={one}>
                      {one}
                    </option>
                  ))}
                </Select>
              ) : (
                <Input
                  {...control}
                  mono
                  value={value}
                  placeholder={standard ?? ""}
                  onChange={(event) => put(event.target.value)}
                />
              )
            }
          </Field>
        );
      })}
    </div>
  );
}
