import { X } from "lucide-react";
import Link from "next/link";
import { ui } from "#lib/messages/en/ui.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(ui);

type FilterChipProps = {
  /** What is filtered, such as “Person”. */
  name: string;
  value: string;
  /** The same list without this filter. */
  removeHref: string;
};

/** One filter in force, above the table; its cross is a link to the list without it. */
export function FilterChip({ name, value, removeHref }: FilterChipProps) {
  return (
    <span className="inline-flex max-w-full items-center rounded-chip bg-accent-soft text-small">
      <span className="truncate py-1 pl-2">
        <span className="text-muted">{name}: </span>
        {value}
      </span>
      <Link
        href={removeHref}
        scroll={false}
        aria-label={t("removeFilter", { name: `${name}: ${value}` })}
        className="grid size-6.5 shrink-0 place-items-center rounded-chip text-muted hover:text-text max-md:size-9"
      >
        <X className="size-3.5" />
      </Link>
    </span>
  );
}
