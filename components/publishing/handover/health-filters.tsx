import { t } from "#components/ownership/health-words.ts";
import { healthAddress } from "#components/publishing/handover/health-address.ts";
import { Button } from "#components/ui/button.tsx";
import { SearchInput } from "#components/ui/search-input.tsx";
import { Select } from "#components/ui/select.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { type HealthPage, type HealthQuery, healthFilters } from "#lib/publishing/handover/health.ts";

type HealthFiltersProps = { query: HealthQuery; health: Pick<HealthPage, "counts" | "domains"> };

/** What the list is narrowed to; links and a plain form, so the choice is in the address. */
export function HealthFilters({ query, health }: HealthFiltersProps) {
  return (
    <div className="flex flex-col gap-4">
      <search>
        <form action="/admin/ownership" className="flex flex-wrap items-center gap-2">
          {query.state !== "any" && <input type="hidden" name="state" value={query.state} />}
          <SearchInput
            name="q"
            aria-label={t("search")}
            placeholder={t("search")}
            defaultValue={query.q}
            className="min-w-52 flex-1 max-md:basis-full"
          />
          {health.domains.length > 1 && (
            <Select
              name="domain"
              aria-label={t("domain")}
              defaultValue={query.domain}
              className="w-52 max-md:flex-1"
            >
              <option value="">{t("anyDomain")}</option>
              {health.domains.map(({ slug, name }) => (
                <option key={slug} value={slug}>
                  {name}
                </option>
              ))}
            </Select>
          )}
          <Button type="submit">{t("find")}</Button>
        </form>
      </search>
      <Tabs
        label={t("states")}
        current={query.state}
        items={healthFilters.map((state) => ({
          id: state,
          label: t(`state-${state}`),
          count: health.counts[state],
          href: healthAddress({ ...query, state, page: 1 }),
        }))}
      />
    </div>
  );
}
