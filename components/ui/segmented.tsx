import Link from "next/link";
import type { ReactNode } from "react";

type SegmentedProps = {
  label: string;
  current: string;
  items: readonly { id: string; label: string; href: string; icon?: ReactNode }[];
};

/** Two or three views of the same list, as links: the choice is in the address. */
export function Segmented({ label, current, items }: SegmentedProps) {
  return (
    <nav aria-label={label}>
      <ul className="inline-flex overflow-hidden rounded-control border border-border-strong">
        {items.map((item) => (
          <li key={item.id} className="not-first:border-border-strong not-first:border-l">
            <Link
              href={item.href}
              scroll={false}
              aria-current={item.id === current ? "true" : undefined}
              className="-outline-offset-2 flex h-7.5 items-center gap-1.5 bg-surface px-3 text-muted transition-ui hover:text-text aria-[current]:bg-accent-soft aria-[current]:text-accent max-md:h-10.5"
            >
              {item.icon}
              {item.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
