import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "#components/ui/cn.ts";

type Density = "comfortable" | "dense";

type TableProps = ComponentProps<"table"> & { label: string; density?: Density };

/** Hairlines between rows, no stripes. Rows are 44 high, or 36 when dense; on a phone each becomes two lines. */
export function Table({ label, density = "comfortable", className, ...rest }: TableProps) {
  return (
    <table
      {...rest}
      aria-label={label}
      data-density={density}
      className={cn("group/table w-full border-collapse text-left leading-5 max-md:table-fixed", className)}
    />
  );
}

/** The header row; sticks to the top of what scrolls and is only read aloud on a phone. */
export function TableHead({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <thead className={cn("layer-head sticky top-0 bg-inherit max-md:sr-only", className)}>
      <tr>{children}</tr>
    </thead>
  );
}

type HeadCellProps = ComponentProps<"th"> & { numeric?: boolean };

export function TableHeadCell({ numeric, className, ...rest }: HeadCellProps) {
  return (
    <th
      {...rest}
      scope="col"
      className={cn(
        "h-9 whitespace-nowrap bg-surface px-3 font-normal text-muted text-small first:pl-4 last:pr-4",
        "shadow-[inset_0_-1px_0_var(--border)]",
        numeric && "text-right",
        className,
      )}
    />
  );
}

export function TableBody(props: ComponentProps<"tbody">) {
  return <tbody {...props} />;
}

type RowProps = ComponentProps<"tr"> & { selected?: boolean };

/** A row; put a RowLink into its main cell to make all of it open something. */
export function TableRow({ selected, className, ...rest }: RowProps) {
  return (
    <tr
      {...rest}
      aria-selected={selected}
      className={cn(
        "group/row relative border-b transition-ui last:border-b-0 hover:bg-sunken aria-selected:bg-accent-soft",
        "max-md:flex max-md:min-h-14 max-md:flex-wrap max-md:items-center max-md:gap-x-2 max-md:px-4 max-md:py-2",
        className,
      )}
    />
  );
}

type CellProps = ComponentProps<"td"> & {
  numeric?: boolean;
  /** On a phone: `first` fills the first line, `second` stands muted in the second, `aside` ends the first, `hidden` is left out. */
  phone?: "first" | "second" | "aside" | "hidden";
};

const phoneStyles = {
  first: "max-md:order-1 max-md:min-w-0 max-md:flex-1 max-md:basis-3/5",
  aside: "max-md:order-2",
  second:
    "max-md:order-4 max-md:text-muted max-md:text-small max-md:[[data-phone=second]~&]:before:mr-2 max-md:[[data-phone=second]~&]:before:content-['·']",
  hidden: "max-md:hidden",
} as const;

export function TableCell({ numeric, phone = "second", className, ...rest }: CellProps) {
  return (
    <td
      {...rest}
      data-phone={phone}
      className={cn(
        "md:h-11 md:px-3 md:first:pl-4 md:last:pr-4 md:group-data-[density=dense]/table:h-9",
        numeric && "md:text-right",
        phoneStyles[phone],
        className,
      )}
    />
  );
}

/** The link of a row: its area covers the whole row, so a click anywhere opens the panel or page. */
export function RowLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      scroll={false}
      {...rest}
      className={cn(
        "outline-none after:absolute after:inset-0 after:-outline-offset-2 focus-visible:after:outline-2 focus-visible:after:outline-accent",
        className,
      )}
    />
  );
}

/** What must stay clickable above a RowLink: a checkbox, a menu, a second link. */
export function RowControl({ children, quiet }: { children: ReactNode; quiet?: boolean }) {
  return (
    <span
      className={cn(
        "layer-row relative inline-flex",
        quiet &&
          "md:opacity-0 md:focus-within:opacity-100 md:has-checked:opacity-100 md:group-hover/row:opacity-100 transition-ui",
      )}
    >
      {children}
    </span>
  );
}
