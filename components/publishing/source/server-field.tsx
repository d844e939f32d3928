import { useId } from "react";
import { t } from "#components/publishing/source/source-words.ts";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import type { SourceView } from "#lib/publishing/sources/schema.ts";

type ServerFieldProps = { source: SourceView; value: string; onChange: (value: string) => void };

const other = "";

/** Where the operations of a document call: one of its servers, or another address. */
export function ServerField({ source, value, onChange }: ServerFieldProps) {
  const id = useId();
  const known = source.servers.flatMap(({ url, description }) =>
    url === null ? [] : [{ url, description }],
  );
  const written = source.servers.map((server) => server.written).filter((text) => text.includes("{"));
  const hint =
    source.server === null
      ? t("serverNone")
      : written.length > 0
        ? t("serverHint", { written: written.slice(0, 3).join(", ") })
        : undefined;
  const isKnown = known.some(({ url }) => url === value);
  return (
    <div className="flex flex-col gap-3">
      {known.length > 1 && (
        <Field id={`${id}-known`} label={t("serverOf")}>
          {(control) => (
            <Select
              {...control}
              value={isKnown ? value : other}
              onChange={(event) => onChange(event.target.value)}
            >
              {known.map(({ url, description }) => (
                <option key={url} value={url}>
                  {[url, description].filter(Boolean).join(" · ")}
                </option>
              ))}
              <option value={other}>{t("serverOther")}</option>
            </Select>
          )}
        </Field>
      )}
      <Field id={`${id}-server`} label={t("server")} hint={hint}>
        {(control) => (
          <Input
            {...control}
            type="url"
            mono
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
    </div>
  );
}
