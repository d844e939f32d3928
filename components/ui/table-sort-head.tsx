import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import { cn } from "#components/ui/cn.ts";
import { TableHeadCell } from "#components/ui/table.tsx";
import { ui } from "#lib/messages/en/ui.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(ui);

type SortHeadProps = {
  children: string;
  /** The present order by this column, if any. */
  direction: "ascending" | "descending" | null;
  /** Where the click leads: the same list in the next order. */
  href: string;
  numeric?: boolean;
};

/** A column head that sorts; a link, so the order is in the address. */
export function TableSortHead({ children, direction, href, numeric }: SortHeadProps) {
  const next = direction === "ascending" ? "sortDescending" : "sortAscending";
  const Arrow = direction === "descending" ? ArrowDown : ArrowUp;
  return (
    <TableHeadCell numeric={numeric} aria-sort={direction ?? "none"}>
      <Link
        href={href}
        scroll={false}
        title={t(next, { name: children })}
        className={cn(
          "group/sort inline-flex items-center gap-1 rounded-chip hover:text-text",
          direction && "text-text",
        )}
      >
        {children}
        <Arrow className={cn("size-3.5", !direction && "opacity-0 group-hover/sort:opacity-100")} />
      </Link>
    </TableHeadCell>
  );
}
