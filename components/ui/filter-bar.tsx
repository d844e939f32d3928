import type { ReactNode } from "react";
import { FilterChip } from "#components/ui/filter-chip.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { ui } from "#lib/messages/en/ui.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(ui);

type FilterBarProps = {
  /** The count in words: “1,204 events, 3 filters”. */
  count: string;
  filters: readonly { name: string; value: string; removeHref: string }[];
  clearHref: string;
  children?: ReactNode;
};

/** Above a table: how many there are, which filters hold, and a way out of them. */
export function FilterBar({ count, filters, clearHref, children }: FilterBarProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <p aria-live="polite" className="text-muted">
        {count}
      </p>
      {filters.length > 0 && (
        <>
          <ul className="contents">
            {filters.map((filter) => (
              <li key={`${filter.name}:${filter.value}`} className="max-w-full">
                <FilterChip {...filter} />
              </li>
            ))}
          </ul>
          <TextLink href={clearHref} scroll={false} className="text-small">
            {t("clearFilters")}
          </TextLink>
        </>
      )}
      {children && <div className="ml-auto flex flex-wrap items-center gap-2">{children}</div>}
    </div>
  );
}
