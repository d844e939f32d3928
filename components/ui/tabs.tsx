import Link from "next/link";
import { SidewaysNav } from "#components/ui/sideways-nav.tsx";

export type TabItem = { id: string; label: string; href: string; count?: number };

type TabsProps = { items: readonly TabItem[]; current: string; label: string; className?: string };

/** Tabs of a page. Each is a link, so the choice is in the address; they scroll sideways on a phone. */
export function Tabs({ items, current, label, className }: TabsProps) {
  return (
    <SidewaysNav label={label} current={current} className={className}>
      <ul className="flex gap-6 max-md:gap-5">
        {items.map((item) => (
          <li key={item.id} className="shrink-0">
            <Link
              href={item.href}
              scroll={false}
              aria-current={item.id === current ? "page" : undefined}
              className="-outline-offset-2 flex min-h-10 min-w-6 items-center justify-center gap-1.5 border-transparent border-b-2 pt-0.5 text-muted transition-ui hover:text-text aria-[current=page]:border-accent aria-[current=page]:font-semibold aria-[current=page]:text-text max-md:min-h-11"
            >
              {item.label}{" "}
              {item.count !== undefined && (
                <span className="font-normal text-muted text-small">
                  {item.count.toLocaleString("en-GB")}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </SidewaysNav>
  );
}
