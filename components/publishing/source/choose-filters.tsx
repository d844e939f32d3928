import { useId } from "react";
import { t } from "#components/publishing/source/source-words.ts";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import type { OfferedPage, OfferedQuery } from "#lib/publishing/sources/schema.ts";

type ChooseFiltersProps = {
  filter: OfferedQuery;
  tags: OfferedPage["tags"];
  onChange: (filter: OfferedQuery) => void;
};

/** Words, tag and state by which operations of a source are found. */
export function ChooseFilters({ filter, tags, onChange }: ChooseFiltersProps) {
  const id = useId();
  return (
    <div className="flex flex-wrap gap-3">
      <Field id={`${id}-q`} label={t("search")} className="flex-1 basis-60">
        {(control) => (
          <Input
            {...control}
            type="search"
            maxLength={200}
            value={filter.q ?? ""}
            onChange={(event) => onChange({ ...filter, q: event.target.value })}
          />
        )}
      </Field>
      {tags.length > 0 && (
        <Field id={`${id}-tag`} label={t("tag")} className="min-w-0 max-w-full basis-44">
          {(control) => (
            <Select
              {...control}
              value={filter.tag ?? ""}
              onChange={(event) => onChange({ ...filter, tag: event.target.value || undefined })}
            >
              <option value="">{t("allTags")}</option>
              {tags.map(({ tag, count }) => (
                <option key={tag} value={tag}>
                  {t("tagCount", { tag, count })}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      <Field id={`${id}-show`} label={t("show")} className="basis-36">
        {(control) => (
          <Select
            {...control}
            value={filter.show ?? "all"}
            onChange={(event) => onChange({ ...filter, show: event.target.value as OfferedQuery["show"] })}
          >
            <option value="all">{t("showAll")}</option>
            <option value="chosen">{t("showChosen")}</option>
            <option value="changed">{t("showChanged")}</option>
          </Select>
        )}
      </Field>
    </div>
  );
}
