import {
  type CatalogParams,
  catalogHref,
  chosenFilters,
  noFilters,
} from "#components/catalog/list/catalog-params.ts";
import { facetWords } from "#components/catalog/list/facet-words.ts";
import { FilterChip } from "#components/ui/filter-chip.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { CatalogResult } from "#lib/catalog/schema.ts";
import { catalog } from "#lib/messages/en/catalog.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(catalog);

type ResultFiltersProps = { params: CatalogParams; facets: CatalogResult["facets"] };

/** The filters in force, each with a way out of it. */
export function ResultFilters({ params, facets }: ResultFiltersProps) {
  const chosen = chosenFilters(params);
  if (chosen.length === 0) return null;
  const labelOf = (key: string, value: string) =>
    facets.find((facet) => facet.key === key)?.values.find((one) => one.value === value)?.label ?? value;
  return (
    <ul className="flex flex-wrap items-center gap-2">
      {chosen.map(({ key, value }) => (
        <li key={`${key}:${value}`} className="max-w-full">
          <FilterChip
            name={facetWords[key]}
            value={labelOf(key, value)}
            removeHref={catalogHref(params, { [key]: params[key].filter((one) => one !== value) })}
          />
        </li>
      ))}
      <li>
        <TextLink href={catalogHref(params, noFilters)} scroll={false} className="text-small">
          {t("clearFilters")}
        </TextLink>
      </li>
    </ul>
  );
}
